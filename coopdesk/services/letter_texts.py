"""Texts of letters: those proposed, until one is changed; then all are the association's own.

So a newer program never rewords what the association decided to write. Reminders, letters to
donors and texts with partners share this.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Generic, TypeVar

from coopdesk.domain.errors import RuleError
from coopdesk.domain.field_checks import FieldChecks
from coopdesk.domain.letter_templates import KeptText, checked_template
from coopdesk.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from coopdesk.domain.letter_templates import LetterTemplate
    from coopdesk.services.outcome import Subject
    from coopdesk.storage.unit_of_work import Work

Kind = TypeVar("Kind", bound=enum.Enum)

_NAME_LIMIT, _SUBJECT_LIMIT = 60, 160
_MOST_TEXTS = 9


@dataclass(frozen=True, slots=True)
class TextKind:
    """A kind of texts: what is proposed, which blanks they have, how long they may be."""

    code: str
    blanks: tuple[str, ...]
    proposed: Callable[[], tuple[LetterTemplate, ...]]
    body_limit: int = 6_000

    def texts(self, work: Work) -> tuple[LetterTemplate, ...]:
        """Return the texts in force, in their order."""
        return tuple(own for _key, own in work.letters.templates(self.code)) or self.proposed()

    def is_own(self, work: Work) -> bool:
        """Tell whether the association has texts of its own."""
        return bool(work.letters.templates(self.code))

    def add(self, work: Work, new: LetterTemplate) -> None:
        """Add a checked text behind all others.

        Raises:
            RuleError: ``letter.name_taken``, ``letter.too_many``.
        """
        ids = self._own_ids(work)
        if len(ids) >= _MOST_TEXTS:
            raise RuleError("letter.too_many", limit=_MOST_TEXTS)
        self._refuse_taken(work, new)
        work.letters.add_template(new, len(ids), self.code)

    def change(self, work: Work, place: int, new: LetterTemplate) -> None:
        """Replace the text at a place that exists.

        Raises:
            RuleError: ``letter.name_taken``.
        """
        ids = self._own_ids(work)
        self._refuse_taken(work, new, place)
        work.letters.change_template(ids[place], new)

    def remove(self, work: Work, place: int) -> None:
        """Remove the text at a place that exists; those behind move up."""
        ids = self._own_ids(work)
        work.letters.remove_templates([ids.pop(place)])
        for position, key in enumerate(ids):
            work.letters.place_template(key, position)

    def reset(self, work: Work) -> int:
        """Go back to what is proposed; return how many own texts were removed."""
        ids = [key for key, _template in work.letters.templates(self.code)]
        if ids:
            work.letters.remove_templates(ids)
        return len(ids)

    def checked(self, new: LetterTemplate) -> LetterTemplate:
        """Return a text as it may be kept.

        Raises:
            RuleError: ``letter.name_missing``, ``letter.text_missing``,
                ``letter.unknown_blank``. FieldErrors: several are wrong.
        """
        checks = FieldChecks()
        cleaned = replace(
            new,
            label=checks.line(new.label, "label", _NAME_LIMIT),
            subject=checks.line(new.subject, "subject", _SUBJECT_LIMIT),
            body=checks.text(new.body, "body", self.body_limit),
        )
        if not fold(cleaned.label):
            checks.refuse("letter.name_missing", "label")
        checks.taken(lambda: checked_template(cleaned, self.blanks), cleaned)
        checks.finish()
        return cleaned

    def _own_ids(self, work: Work) -> list[int]:
        """Return the ids of own texts, made of those proposed if need be."""
        if not self.is_own(work):
            for position, template in enumerate(self.proposed()):
                work.letters.add_template(template, position, self.code)
        return [key for key, _template in work.letters.templates(self.code)]

    def _refuse_taken(self, work: Work, new: LetterTemplate, place: int | None = None) -> None:
        for number, known in enumerate(self.texts(work)):
            if number != place and fold(known.label) == fold(new.label):
                raise RuleError("letter.name_taken", field="label", name=known.label)


@dataclass(frozen=True, slots=True)
class LetterTexts(Generic[Kind]):
    """The texts of one subject, kind by kind; ``reset_label`` names giving own ones up."""

    kinds: Mapping[Kind, TextKind]
    subject: Subject
    reset_label: str

    def in_force(self, work: Work, kind: Kind) -> tuple[KeptText[Kind], ...]:
        """Return the texts of a kind that are in force."""
        is_own = self.kinds[kind].is_own(work)
        return tuple(
            KeptText(kind, place, content, is_own)
            for place, content in enumerate(self.kinds[kind].texts(work))
        )

    def at(self, work: Work, kind: Kind, place: int) -> KeptText[Kind]:
        """Return the text at a place.

        Raises:
            RuleError: ``letter.no_such_text`` with how many there are.
        """
        texts = self.in_force(work, kind)
        if not 0 <= place < len(texts):
            raise RuleError("letter.no_such_text", place=place + 1, count=len(texts))
        return texts[place]
