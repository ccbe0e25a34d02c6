"""Use cases around texts of letters: those proposed, and the association's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic

from coopdesk.domain.errors import RuleError
from coopdesk.exchange.file_content import read_content
from coopdesk.services.letter_texts import Kind, LetterTexts
from coopdesk.services.outcome import Outcome, changed

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

    from coopdesk.domain.letter_templates import KeptText, LetterTemplate
    from coopdesk.storage.unit_of_work import Units


class OwnTexts(Generic[Kind]):
    """Read and change the texts of letters of one subject."""

    def __init__(
        self, units: Units, today: Callable[[], dt.date], letter_texts: LetterTexts[Kind]
    ) -> None:
        self._units = units
        self._today = today
        self._texts = letter_texts

    def texts(self, kind: Kind) -> tuple[KeptText[Kind], ...]:
        """Return the texts of a kind, in their order."""
        with self._units.read() as work:
            return self._texts.in_force(work, kind)

    def text(self, kind: Kind, place: int) -> KeptText[Kind]:
        """Return the text at a place; raises RuleError ``letter.no_such_text``."""
        with self._units.read() as work:
            return self._texts.at(work, kind, place)

    def read_body(self, path: Path) -> str:
        """Return what a text file says, to be kept as a text.

        Raises:
            RuleError: the file is empty or too large. ExternalError: it cannot be read.
        """
        return read_content(path).data.decode("utf-8-sig", "replace")

    def add_text(self, kind: Kind, new: LetterTemplate) -> Outcome[KeptText[Kind]]:
        """Add a text behind all others of its kind.

        Raises:
            RuleError: ``letter.name_missing``, ``letter.name_taken``, ``letter.text_missing``,
                ``letter.unknown_blank``, ``letter.too_many``. FieldErrors: several are wrong.
        """
        rules = self._texts.kinds[kind]
        cleaned = rules.checked(new)
        with self._units.write("template.added", name=cleaned.label) as work:
            rules.add(work, cleaned)
            added = self._texts.in_force(work, kind)[-1]
            work.commit()
        return changed(added, self._texts.subject)

    def change_text(
        self, kind: Kind, place: int, new: LetterTemplate
    ) -> Outcome[KeptText[Kind]]:
        """Replace the text at a place.

        Raises:
            RuleError: as ``add_text``, ``letter.no_such_text``.
        """
        rules = self._texts.kinds[kind]
        cleaned = rules.checked(new)
        with self._units.write("template.changed", name=cleaned.label) as work:
            self._texts.at(work, kind, place)
            rules.change(work, place, cleaned)
            found = self._texts.at(work, kind, place)
            work.commit()
        return changed(found, self._texts.subject)

    def remove_text(self, kind: Kind, place: int) -> Outcome[KeptText[Kind]]:
        """Remove the text at a place.

        Raises:
            RuleError: ``letter.no_such_text``; ``letter.last_text`` for the only one.
        """
        with self._units.write("template.removed") as work:
            gone = self._texts.at(work, kind, place)
            work.recorder.relabel(name=gone.content.label)
            if len(self._texts.in_force(work, kind)) == 1:
                raise RuleError("letter.last_text")
            self._texts.kinds[kind].remove(work, place)
            work.commit()
        return changed(gone, self._texts.subject)

    def reset_texts(self, kind: Kind) -> Outcome[int]:
        """Go back to the texts that are proposed; return how many own ones were removed."""
        with self._units.write(self._texts.reset_label) as work:
            count = self._texts.kinds[kind].reset(work)
            work.commit()
        return changed(count, self._texts.subject)
