"""Use cases around the texts to partners: those proposed, and the association's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.exchange.file_content import read_content
from coopdesk.services.outcome import Outcome, Subject, changed
from coopdesk.services.partner_texts import TEXT_KINDS, text_at, texts_in

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

    from coopdesk.domain.letter_templates import LetterTemplate
    from coopdesk.domain.partner_texts import PartnerText, PartnerTextKind
    from coopdesk.storage.unit_of_work import Units


class PartnerTexts:
    """Read and change the texts of conventions and of letters to partners."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def texts(self, kind: PartnerTextKind) -> tuple[PartnerText, ...]:
        """Return the texts of a kind, in their order."""
        with self._units.read() as work:
            return texts_in(work, kind)

    def text(self, kind: PartnerTextKind, place: int) -> PartnerText:
        """Return the text at a place; raises RuleError ``letter.no_such_text``."""
        with self._units.read() as work:
            return text_at(work, kind, place)

    def read_body(self, path: Path) -> str:
        """Return what a text file says, to be kept as a text.

        Raises:
            RuleError: the file is empty or too large. ExternalError: it cannot be read.
        """
        return read_content(path).data.decode("utf-8-sig", "replace")

    def add_text(self, kind: PartnerTextKind, new: LetterTemplate) -> Outcome[PartnerText]:
        """Add a text behind all others of its kind.

        Raises:
            RuleError: ``letter.name_missing``, ``letter.name_taken``, ``letter.text_missing``,
                ``letter.unknown_blank``, ``letter.too_many``. FieldErrors: several are wrong.
        """
        texts = TEXT_KINDS[kind]
        cleaned = texts.checked(new)
        with self._units.write("template.added", name=cleaned.label) as work:
            texts.add(work, cleaned)
            added = texts_in(work, kind)[-1]
            work.commit()
        return changed(added, Subject.PARTNERS)

    def change_text(
        self, kind: PartnerTextKind, place: int, new: LetterTemplate
    ) -> Outcome[PartnerText]:
        """Replace the text at a place.

        Raises:
            RuleError: as ``add_text``, ``letter.no_such_text``.
        """
        texts = TEXT_KINDS[kind]
        cleaned = texts.checked(new)
        with self._units.write("template.changed", name=cleaned.label) as work:
            text_at(work, kind, place)
            texts.change(work, place, cleaned)
            found = text_at(work, kind, place)
            work.commit()
        return changed(found, Subject.PARTNERS)

    def remove_text(self, kind: PartnerTextKind, place: int) -> Outcome[PartnerText]:
        """Remove the text at a place.

        Raises:
            RuleError: ``letter.no_such_text``; ``letter.last_text`` for the only one.
        """
        with self._units.write("template.removed") as work:
            gone = text_at(work, kind, place)
            work.recorder.relabel(name=gone.content.label)
            if len(texts_in(work, kind)) == 1:
                raise RuleError("letter.last_text")
            TEXT_KINDS[kind].remove(work, place)
            work.commit()
        return changed(gone, Subject.PARTNERS)

    def reset_texts(self, kind: PartnerTextKind) -> Outcome[int]:
        """Go back to the texts that are proposed; return how many own ones were removed."""
        with self._units.write("partner_text.reset") as work:
            count = TEXT_KINDS[kind].reset(work)
            work.commit()
        return changed(count, Subject.PARTNERS)
