"""What a dialog of texts is about: which kinds there are, their blanks, who keeps them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coopdesk.domain.letter_templates import FilledText, KeptText, LetterTemplate
    from coopdesk.services.outcome import Outcome


class SampleMail(Protocol):
    """How a text reads, and for whom."""

    @property
    def name(self) -> str:
        """Who it is to."""

    @property
    def text(self) -> FilledText:
        """The text, its blanks filled."""


class TextKeeper(Protocol):
    """A service that keeps texts; ``kind`` is one of its own enumeration."""

    def texts(self, kind: Any) -> tuple[KeptText[Any], ...]:
        """Return the texts of a kind, in their order."""

    def sample(self, kind: Any, content: LetterTemplate) -> SampleMail:
        """Return how a text reads for somebody."""

    def add_text(self, kind: Any, new: LetterTemplate) -> Outcome[Any]:
        """Add a text behind all others."""

    def change_text(self, kind: Any, place: int, new: LetterTemplate) -> Outcome[Any]:
        """Replace the text at a place."""

    def remove_text(self, kind: Any, place: int) -> Outcome[Any]:
        """Remove the text at a place."""

    def reset_texts(self, kind: Any) -> Outcome[int]:
        """Go back to the texts that are proposed."""


@dataclass(frozen=True, slots=True)
class EditorWords:
    """What an editor says beneath its text, where it puts a blank in, and over the preview."""

    hint: str
    put_in: str
    reads: str


@dataclass(frozen=True, slots=True)
class TextShelf:
    """The texts of one subject; ``blanks`` are those of each kind, the usual kind first."""

    title: str
    keeper: TextKeeper
    blanks: Mapping[Any, tuple[str, ...]]
    words: EditorWords
