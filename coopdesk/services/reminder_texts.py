"""Use cases around the texts of reminders: those proposed, and the association's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.paper_texts import reminder_templates
from coopdesk.domain.errors import RuleError
from coopdesk.domain.letter_templates import BLANKS
from coopdesk.domain.reminders import ReminderTemplate
from coopdesk.services.letter_texts import TextKind
from coopdesk.services.outcome import Outcome, Subject, changed
from coopdesk.storage.letter_store import REMINDERS

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from coopdesk.domain.letter_templates import LetterTemplate
    from coopdesk.storage.unit_of_work import Units, Work

_TEXTS = TextKind(REMINDERS, BLANKS, reminder_templates)
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
        cleaned = _TEXTS.checked(new)
        with self._units.write("template.added", name=cleaned.label) as work:
            _TEXTS.add(work, cleaned)
            added = templates_in(work)[-1]
            work.commit()
        return changed(added, Subject.MEMBERS)

    def change_template(self, degree: int, new: LetterTemplate) -> Outcome[ReminderTemplate]:
        """Replace the text of a degree.

        Raises:
            RuleError: as ``add_template``, ``letter.no_such_degree``.
        """
        cleaned = _TEXTS.checked(new)
        with self._units.write("template.changed", name=cleaned.label) as work:
            template_at(templates_in(work), degree)
            _TEXTS.change(work, degree, cleaned)
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
            if not degree or len(templates_in(work)) <= _LEAST_TEXTS:
                raise RuleError("letter.last_texts")
            _TEXTS.remove(work, degree)
            work.commit()
        return changed(gone, Subject.MEMBERS)

    def reset_templates(self) -> Outcome[int]:
        """Go back to the texts that are proposed; return how many own ones were removed."""
        with self._units.write("template.reset") as work:
            count = _TEXTS.reset(work)
            work.commit()
        return changed(count, Subject.MEMBERS)


def templates_in(work: Work) -> tuple[ReminderTemplate, ...]:
    """Return the texts in force, by degree."""
    is_own = _TEXTS.is_own(work)
    return tuple(
        ReminderTemplate(degree, content, is_own=is_own)
        for degree, content in enumerate(_TEXTS.texts(work))
    )


def template_at(templates: Sequence[ReminderTemplate], degree: int) -> ReminderTemplate:
    """Return the text of a degree.

    Raises:
        RuleError: ``letter.no_such_degree`` with the highest one.
    """
    if not 0 <= degree < len(templates):
        raise RuleError("letter.no_such_degree", degree=degree, last=len(templates) - 1)
    return templates[degree]
