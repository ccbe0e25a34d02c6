"""What a record is made of when it is set out for reading: titles, facts, lines, words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from coopdesk.ui.columns import Tone
    from coopdesk.ui.widgets.portrait import Portrait


@dataclass(frozen=True, slots=True)
class Words:
    """A run of text; with a tone it is a status, with a link it leads somewhere.

    ``stays`` keeps it on the line of the word before: two things to do belong together.
    """

    text: str
    tone: Tone | None = None
    link: str = ""
    stays: bool = False


Said: TypeAlias = "str | Words"


@dataclass(frozen=True, slots=True)
class Title:
    """What the record is called, and a muted line beneath."""

    text: str
    below: tuple[Said, ...] = ()
    portrait: Portrait | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a group, or of a part of one, with its figure or a link at the right."""

    text: str
    figure: Said = ""
    is_minor: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and values in two columns; a value may be several words."""

    rows: tuple[tuple[str, Said | tuple[Said, ...]], ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """Rows with an amount at the right and muted words beneath, and an icon if they have."""

    rows: tuple[tuple[Said, str, tuple[Said, ...]], ...]
    icons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    words: tuple[Said, ...]
    is_muted: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """How far something has come, of a thousand; the words for it stand beside it."""

    filled: int


Part: TypeAlias = "Title | Heading | Facts | Lines | Paragraph | Bar"


def linked(text: str, link: str, key: object = 0, *, stays: bool = False) -> Words:
    """Return words that do something; ``stays``: on the line of the words before."""
    return Words(text, link=f"{link}:{key}", stays=stays)


def text_of(said: Said) -> str:
    """Return the text of what is said, whatever it is dressed in."""
    return said.text if isinstance(said, Words) else said
