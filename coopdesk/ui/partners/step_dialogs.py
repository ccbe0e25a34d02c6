"""Asks for the day of a step: sent, signed, answered, ended."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from coopdesk.domain.agreement_terms import due_of
from coopdesk.domain.errors import RuleError
from coopdesk.ui.partners.proof_form import ProofForm
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.agreements import Agreement
    from coopdesk.ui.desk import Desk

_LIMIT = 300


@dataclass(frozen=True, slots=True)
class Step:
    """The words of a step: the title that is also its button, the day, and what it does.

    ``field`` is what errors call the day.
    """

    title: str
    day: str
    hint: str
    field: str


@dataclass(frozen=True, slots=True)
class Ending:
    """When an agreement ended before its time, and why."""

    on: dt.date
    reason: str


@dataclass(frozen=True, slots=True)
class Signing:
    """When an agreement was signed, and the files of what was signed."""

    on: dt.date
    files: tuple[Path, ...] = ()


class DayDialog(ProofForm):
    """Gives the day of a step; ``about`` is what it is taken with, and with whom."""

    def __init__(self, desk: Desk, step: Step, about: tuple[str, str], parent: QWidget) -> None:
        super().__init__(step.title, step.title, parent)
        title, partner = about
        self.form.add_widget(plain_label(title, "strong", wrap=True))
        if partner:
            self.form.add_widget(plain_label(partner, "muted", wrap=True))
        self._name = step.field
        day = DayEdit(desk.today)
        self.day = self.form.add(step.field, step.day, day, step.hint, required=True)
        self.day.set_day(desk.today())
        self.form.check_on_leave(step.field, partial(day.day, step.field))
        self.form.is_dirty = False
        self.day.setFocus()

    def chosen_day(self) -> dt.date:
        """Return the day; raises RuleError ``agreement.day_missing``."""
        day = self.day.day(self._name)
        if day is None:
            raise RuleError("agreement.day_missing", field=self._name)
        return day

    @override
    def read(self) -> object:
        return self.chosen_day()


class SignDialog(DayDialog):
    """Gives a ``Signing``: the day, and the scan that is kept with the agreement."""

    def __init__(self, desk: Desk, about: tuple[str, str], parent: QWidget) -> None:
        hint = _("It runs from its first day on; who signs is noted with that day.")
        step = Step(_("Note that both signed"), _("Signed on"), hint, "signed_on")
        super().__init__(desk, step, about, parent)
        told = _("The scan or the photo of it: drop it anywhere on this form.")
        self.add_proofs(desk, _("What was signed"), told)
        self.form.is_dirty = False

    @override
    def read(self) -> Signing:
        return Signing(self.chosen_day(), tuple(self.proofs.paths))


class EndingDialog(DayDialog):
    """Gives an ``Ending``; proposes the first day on which notice given now can end it."""

    def __init__(self, desk: Desk, agreement: Agreement, parent: QWidget) -> None:
        step = Step(
            _("End the agreement"),
            _("Last day"),
            _("Notice was given, or both agreed: it goes on no more after that day."),
            "on",
        )
        super().__init__(desk, step, (agreement.content.title, agreement.partner_name), parent)
        self.reason = self.form.add("reason", _("Why"), QLineEdit())
        self.reason.setMaxLength(_LIMIT)
        due = due_of(agreement, desk.today())
        if due is not None and due.term.ends_on is not None:
            self.day.set_day(max(due.term.ends_on, desk.today()))
        self.form.is_dirty = False

    @override
    def read(self) -> Ending:
        return Ending(self.chosen_day(), self.reason.text())
