"""Use cases around the texts of reminders: those proposed, and the association's own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.documents.paper_texts import reminder_templates
from coopdesk.domain.errors import RuleError
from coopdesk.domain.field_checks import FieldChecks
from coopdesk.domain.letter_templates import LetterTemplate, checked_template
from coopdesk.domain.reminders import ReminderTemplate
from coopdesk.domain.text import fold
from coopdesk.services.outcome import Outcome, Subject, changed

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from coopdesk.storage.unit_of_work import Units, Work

_NAME_LIMIT, _SUBJECT_LIMIT, _BODY_LIMIT = 60, 160, 6_000
_MOST_TEXTS = 9
# The text before the end and one reminder must stay.
_LEAST_TEXTS = 2


class ReminderTexts:
    """Read and change the texts of reminders.

    The shipped ones are proposed until one is changed; then all of them become the
    association's own, so that a newer program never rewords what it decided to write.
    """

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def templates(self) -> tuple[ReminderTemplate, ...]:
        """Return the texts by degree: 0 before the end, then firmer and firmer."""
        with self._units.read() as work:
            return templates_in(work)

    def add_template(self, new: LetterTemplate) -> Outcome[ReminderTemplate]:
        """Add a text, firmer than all others.

        Raises:
            RuleError: ``letter.name_missing``, ``letter.name_taken``, ``letter.text_missing``,
                ``letter.unknown_blank``, ``letter.too_many``. FieldErrors: several are wrong.
        """
        cleaned = _checked(new)
        with self._units.write("template.added", name=cleaned.label) as work:
            ids = _own_ids(work)
            if len(ids) >= _MOST_TEXTS:
                raise RuleError("letter.too_many", limit=_MOST_TEXTS)
            _refuse_taken(work, cleaned)
            work.letters.add_template(cleaned, len(ids))
            added = templates_in(work)[-1]
            work.commit()
        return changed(added, Subject.MEMBERS)

    def change_template(self, degree: int, new: LetterTemplate) -> Outcome[ReminderTemplate]:
        """Replace the text of a degree.

        Raises:
            RuleError: as ``add_template``, ``letter.no_such_degree``.
        """
        cleaned = _checked(new)
        with self._units.write("template.changed", name=cleaned.label) as work:
            template_at(templates_in(work), degree)
            ids = _own_ids(work)
            _refuse_taken(work, cleaned, degree)
            work.letters.change_template(ids[degree], cleaned)
            found = templates_in(work)[degree]
            work.commit()
        return changed(found, Subject.MEMBERS)

    def remove_template(self, degree: int) -> Outcome[ReminderTemplate]:
        """Remove the text of a degree; firmer ones move down.

        Raises:
            RuleError: ``letter.no_such_degree``; ``letter.last_texts`` for the text before the
            end, which no reminder may become, and for the only reminder.
        """
        with self._units.write("template.removed") as work:
            gone = template_at(templates_in(work), degree)
            work.recorder.relabel(name=gone.content.label)
            ids = _own_ids(work)
            if not degree or len(ids) <= _LEAST_TEXTS:
                raise RuleError("letter.last_texts")
            work.letters.remove_templates([ids.pop(degree)])
            for position, key in enumerate(ids):
                work.letters.place_template(key, position)
            work.commit()
        return changed(gone, Subject.MEMBERS)

    def reset_templates(self) -> Outcome[int]:
        """Go back to the texts that are proposed; return how many own ones were removed."""
        with self._units.write("template.reset") as work:
            ids = [key for key, _template in work.letters.templates()]
            if ids:
                work.letters.remove_templates(ids)
            work.commit()
        return changed(len(ids), Subject.MEMBERS)


def templates_in(work: Work) -> tuple[ReminderTemplate, ...]:
    """Return the texts in force, by degree."""
    own = [template for _key, template in work.letters.templates()]
    return tuple(
        ReminderTemplate(degree, content, is_own=bool(own))
        for degree, content in enumerate(own or reminder_templates())
    )


def template_at(templates: Sequence[ReminderTemplate], degree: int) -> ReminderTemplate:
    """Return the text of a degree.

    Raises:
        RuleError: ``letter.no_such_degree`` with the highest one.
    """
    if not 0 <= degree < len(templates):
        raise RuleError("letter.no_such_degree", degree=degree, last=len(templates) - 1)
    return templates[degree]


def _own_ids(work: Work) -> list[int]:
    """Return the ids of the association's own texts, made of those proposed if need be."""
    if not work.letters.templates():
        for position, template in enumerate(reminder_templates()):
            work.letters.add_template(template, position)
    return [key for key, _template in work.letters.templates()]


def _refuse_taken(work: Work, new: LetterTemplate, degree: int | None = None) -> None:
    for known in templates_in(work):
        if known.degree != degree and fold(known.content.label) == fold(new.label):
            raise RuleError("letter.name_taken", field="label", name=known.content.label)


def _checked(new: LetterTemplate) -> LetterTemplate:
    checks = FieldChecks()
    cleaned = replace(
        new,
        label=checks.line(new.label, "label", _NAME_LIMIT),
        subject=checks.line(new.subject, "subject", _SUBJECT_LIMIT),
        body=checks.text(new.body, "body", _BODY_LIMIT),
    )
    if not fold(cleaned.label):
        checks.refuse("letter.name_missing", "label")
    checks.taken(lambda: checked_template(cleaned), cleaned)
    checks.finish()
    return cleaned
