"""Asks for a grant that is wanted: of whom, for what, how much of the costs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from coopdesk.domain.contacts import ContactKind
from coopdesk.domain.grant_requests import (
    NewGrantRequest,
    RequestForm,
    RequestFrequency,
    RequestPurpose,
    RequestSpan,
)
from coopdesk.ui.contacts.choices import find_organisations
from coopdesk.ui.contacts.new_on_the_way import NewOnTheWay
from coopdesk.ui.grants.project_dialog import ProjectDialog
from coopdesk.ui.grants.rate_edit import RateEdit
from coopdesk.ui.partners.partner_dialog import add_text
from coopdesk.ui.widgets.activity_box import activity_choices
from coopdesk.ui.widgets.amount_edit import AmountEdit
from coopdesk.ui.widgets.asking import Asker
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.contact_picker import Choice, ContactPicker
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.offered_choice import OfferedChoice
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.grant_projects import GrantProject
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk

_LIMIT = 200
Choices: TypeAlias = tuple[tuple[int, str], ...]
_BLANK = NewGrantRequest("")


@dataclass(frozen=True, slots=True)
class Offered:
    """What a request may name: projects, calls, agreements, budgets, lines of the form.

    ``activities``: those that a project made on the way may name.
    """

    projects: Choices
    calls: Choices
    agreements: Choices
    budgets: Choices
    lines: tuple[tuple[str, str], ...]
    activities: Choices


@dataclass(frozen=True, slots=True)
class Started:
    """What is known before a request is typed."""

    content: NewGrantRequest = _BLANK
    funder_name: str = ""
    is_new: bool = True


def read_offered(services: Services, kept: NewGrantRequest = _BLANK) -> Offered:
    """Read what a request may name; closed calls only where one is kept; on the worker."""
    from coopdesk.services.grant_layout import official_layout

    layout = official_layout()
    calls = services.grant_calls.all()
    return Offered(
        tuple((one.id, one.content.title) for one in services.grant_projects.all()),
        tuple(
            (one.id, one.content.title)
            for one in calls
            if one.is_open or one.id == kept.call_id
        ),
        tuple(
            (one.id, f"{one.content.title} · {one.partner_name}")
            for one in services.agreements.all()
        ),
        tuple(
            (one.id, f"{one.content.name} · {year.label}")
            for year in services.fiscal_years.list()
            for one in services.budgets.versions(year.id)
        ),
        tuple((line.code, line.label) for line in layout.funder_lines),
        activity_choices(services),
    )


class RequestDialog(FormDialog):
    """A title is enough for a first idea; gives a ``NewGrantRequest``."""

    def __init__(self, desk: Desk, offered: Offered, start: Started, parent: QWidget) -> None:
        title = _("New request for a grant") if start.is_new else _("Change the grant")
        super().__init__(title, _("Save"), parent)
        self._desk = desk
        self._start = start
        self._offered = offered
        self.asker = Asker(desk, self)
        self.asker.saved.connect(self._on_made)
        self._add_usual(offered)
        self._add_days()
        self.form.fold_rest()
        self._add_rest(offered)
        self._show()
        self.purpose.currentIndexChanged.connect(self._on_purpose)
        self._on_purpose()
        self.form.is_dirty = False
        self.title.setFocus()

    def _add_usual(self, offered: Offered) -> None:
        form, desk = self.form, self._desk
        self.title = form.add("title", _("What for"), QLineEdit(), required=True)
        self.title.setMaxLength(_LIMIT)
        self.funder = form.add(
            "funder_id",
            _("Who is asked"),
            ContactPicker(desk.tasks, partial(find_organisations, desk)),
        )
        self.new_funder = NewOnTheWay(desk, self, self.funder)
        self.new_funder.kind = ContactKind.ORGANISATION
        self.asked = form.add("asked", _("Amount asked"), AmountEdit())
        self.funder.lead_to(self.asked)
        kinds = [(one, label(one)) for one in RequestPurpose]
        self.purpose: ChoiceBox[RequestPurpose] = form.add(
            "purpose", _("What it pays"), ChoiceBox(kinds)
        )
        self.project = form.add(
            "project_id",
            _("Project"),
            OfferedChoice([(None, "—"), *offered.projects], _("New project…")),
            _("Its budget is the one that the file of the request prints."),
        )
        self.project.new_wanted.connect(self._on_new_project)
        self.budget = self._add_choice("budget_version_id", _("Budget"), offered.budgets)
        self.rate = form.add(
            "rate",
            _("Part of the costs, in percent"),
            RateEdit(),
            _("Left empty: all of the costs it pays for."),
        )
        form.check_on_leave("asked", partial(self.asked.amount, "asked"))
        form.check_on_leave("rate", partial(self.rate.rate, "rate"))
        refuse = partial(
            self.funder.refuse_unmatched, "inventory.contact_unmatched", "funder_id"
        )
        form.check_on_leave("funder_id", refuse)

    def _add_days(self) -> None:
        form, today = self.form, self._desk.today
        self.starts_on = form.add("starts_on", _("For the days from"), DayEdit(today))
        self.ends_on = form.add("ends_on", _("Until"), DayEdit(today))
        for name, day in (("starts_on", self.starts_on), ("ends_on", self.ends_on)):
            form.check_on_leave(name, partial(day.day, name))

    def _add_rest(self, offered: Offered) -> None:
        form = self.form
        self.service = form.add("funder_service", _("Service"), QLineEdit())
        lines: list[tuple[str, str]] = [("", _("By the kind of funder"))]
        self.line: ChoiceBox[str] = form.add(
            "budget_line",
            _("Line of the official budget"),
            ChoiceBox([*lines, *offered.lines]),
        )
        self.call = self._add_choice("call_id", _("Call for projects"), offered.calls)
        self.agreement = self._add_choice("agreement_id", _("Agreement"), offered.agreements)
        self.kind: ChoiceBox[RequestForm] = form.add(
            "form", _("Money or help in kind"), ChoiceBox([(x, label(x)) for x in RequestForm])
        )
        self.frequency: ChoiceBox[RequestFrequency] = form.add(
            "frequency",
            _("First time or again"),
            ChoiceBox([(x, label(x)) for x in RequestFrequency]),
        )
        self.span: ChoiceBox[RequestSpan] = form.add(
            "span", _("One year or several"), ChoiceBox([(x, label(x)) for x in RequestSpan])
        )
        self.reference = form.add("reference", _("Their reference"), QLineEdit())
        self.report_due_on = form.add(
            "report_due_on",
            _("Report wanted by"),
            DayEdit(self._desk.today),
            _("The day that the agreement names; the law has its own."),
        )
        form.check_on_leave("report_due_on", partial(self.report_due_on.day, "report_due_on"))
        self.note = add_text(form, "note", _("Note"))

    def _add_choice(self, name: str, title: str, choices: Choices) -> ChoiceBox[int | None]:
        none: list[tuple[int | None, str]] = [(None, "—")]
        return self.form.add(name, title, ChoiceBox[int | None]([*none, *choices]))

    def _show(self) -> None:
        known = self._start.content
        self.title.setText(known.title)
        if known.funder_id is not None:
            self.funder.set_contact(Choice(known.funder_id, self._start.funder_name))
        self.asked.set_amount(known.asked)
        self.rate.set_rate(known.rate)
        self.starts_on.set_day(known.starts_on)
        self.ends_on.set_day(known.ends_on)
        self.service.setText(known.funder_service)
        self.reference.setText(known.reference)
        self.report_due_on.set_day(known.report_due_on)
        self.note.setPlainText(known.note)
        self.purpose.choose(known.purpose)
        self.project.choose(known.project_id)
        self.budget.choose(known.budget_version_id)
        self.line.choose(known.budget_line)
        self.call.choose(known.call_id)
        self.agreement.choose(known.agreement_id)
        self.kind.choose(known.form)
        self.frequency.choose(known.frequency)
        self.span.choose(known.span)

    # what is made on the way

    @Slot()
    def _on_new_project(self) -> None:
        make = partial(ProjectDialog, self._desk, self._offered.activities, None, self)
        self.asker.ask(make, self._desk.services.grant_projects.add)
        if isinstance(self.asker.dialog, ProjectDialog):
            self.asker.dialog.start(
                self.title.text(), self.starts_on.text(), self.ends_on.text()
            )

    @Slot(object)
    def _on_made(self, made: GrantProject) -> None:
        projects = (*self._offered.projects, (made.id, made.content.title))
        self._offered = replace(self._offered, projects=projects)
        self.project.take([(None, "—"), *projects], made.id)

    @Slot()
    def _on_purpose(self) -> None:
        """Ask for the project of a project, and for the budget of the whole."""
        is_whole = self.purpose.value is RequestPurpose.OPERATING
        self.form.fields["project_id"].setVisible(not is_whole)
        self.form.fields["budget_version_id"].setVisible(is_whole)
        self.form.folded.emit()

    @override
    def read(self) -> NewGrantRequest:
        self.funder.refuse_unmatched("inventory.contact_unmatched", "funder_id")
        is_whole = self.purpose.value is RequestPurpose.OPERATING
        return NewGrantRequest(
            title=self.title.text(),
            funder_id=self.funder.contact_id(),
            funder_service=self.service.text(),
            budget_line=self.line.value,
            call_id=self.call.value,
            project_id=None if is_whole else self.project.value,
            budget_version_id=self.budget.value if is_whole else None,
            agreement_id=self.agreement.value,
            purpose=self.purpose.value,
            form=self.kind.value,
            frequency=self.frequency.value,
            span=self.span.value,
            starts_on=self.starts_on.day("starts_on"),
            ends_on=self.ends_on.day("ends_on"),
            asked=self.asked.amount("asked"),
            rate=self.rate.rate(),
            reference=self.reference.text(),
            report_due_on=self.report_due_on.day("report_due_on"),
            note=self.note.toPlainText(),
        )
