"""The page of partners: one view at a time under tabs, with what needs somebody on top."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from typing_extensions import override

from coopdesk.services.outcome import Subject
from coopdesk.ui.grants.figures import GrantFigures
from coopdesk.ui.page import Page, Role
from coopdesk.ui.partners.papers import PartnerPapers
from coopdesk.ui.partners.reading import (
    AgreementsShown,
    CommitmentsShown,
    Figures,
    Shown,
    read_figures,
)
from coopdesk.ui.partners.views import PartnerViews, View
from coopdesk.ui.widgets.file_bar import FileBar
from coopdesk.ui.widgets.tab_order import follow_reading
from coopdesk.wording.formats import number_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coopdesk.ui.desk import Desk
    from coopdesk.ui.widgets.key_figure import KeyFigure

PAGE = "partners"
_SUBJECTS = frozenset(
    {
        Subject.PARTNERS,
        Subject.GRANTS,
        Subject.CONTACTS,
        Subject.GROUPS,
        Subject.EVENTS,
        Subject.PAYMENTS,
        Subject.ENTRIES,
        Subject.ACTIVITIES,
        Subject.INVENTORY,
    }
)


class PartnerPage(Page):
    """Who we work with; views say what stands in the head."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("Partners"), _SUBJECTS, parent)
        self.bar = FileBar(_("Open the file"), "file-pdf")
        self.papers = PartnerPapers(desk, self)
        self.papers.writing.tell_in(self.bar)
        self._add_figures()
        self.views = PartnerViews(self)
        self._seen, self._is_led = self.views.current, False
        make = self.views.make_first_step
        self.add_action = make(View.PARTNERS, _("New partner…"), "plus")
        self.agreement_action = self.make_action(
            _("New agreement…"), "file-plus", self._on_agreement
        )
        self.commitment_action = self.make_action(
            _("New commitment…"), "list-plus", self._on_commitment
        )
        self.grant_action = make(View.GRANTS, _("New request for a grant…"), "bank")
        self.project_action = make(View.PROJECTS, _("New project…"), "target")
        self.call_action = make(View.CALLS, _("New call for projects…"), "megaphone")
        self.network_action = self.make_action(
            _("Workbook of the network…"), "table", self._on_network
        )
        self.texts_action = self.make_action(
            _("Texts of letters and conventions…"), "text-aa", self._on_texts
        )
        self.profile_action = self.make_action(
            _("The association in requests…"), "identification-card", self._on_profile
        )
        for action in (self.texts_action, self.profile_action):
            self.add_more(action)
        self.body.addWidget(self.views.tabs)
        self.body.addWidget(self.views.stack, 1)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.papers.letters.bar)
        self.views.changed.connect(self._note_step)
        self.views.changed.connect(self.show_head)
        desk.navigator.leaving.connect(self._on_leaving)

    def _add_figures(self) -> None:
        """Count what each figure opens, by the same rule."""
        open_list = self._open
        shown = ("partners", Shown.CURRENT)
        self.partners_figure = self.add_figure(_("Partners"), partial(open_list, shown))
        in_force = ("agreements", AgreementsShown.IN_FORCE)
        self.agreements_figure = self.add_figure(
            _("Agreements in force"), partial(open_list, in_force)
        )
        to_decide = ("agreements", AgreementsShown.TO_DECIDE)
        self.decide_figure = self.add_figure(
            _("Agreements to decide"), partial(open_list, to_decide)
        )
        late = ("commitments", CommitmentsShown.LATE)
        self.late_figure = self.add_figure(_("Commitments late"), partial(open_list, late))
        self.grant_figures = GrantFigures(self, open_list)

    @Slot()
    def show_head(self) -> None:
        """Put into the head what the view is about."""
        head = self.views.shown.head
        self.search_field = head.search
        of_grants = self.views.current in {View.GRANTS, View.PROJECTS, View.CALLS}
        self.grant_figures.show_for(self._partner_figures, is_shown=of_grants)
        new = head.primary or self.add_action
        self.role_actions = {Role.NEW: new, **head.roles}
        self.set_primary(head.primary)
        self.put_view_tools(head.tools)
        self.roles_changed.emit()
        follow_reading(self)

    @property
    def _partner_figures(self) -> tuple[KeyFigure, ...]:
        return (
            self.partners_figure,
            self.agreements_figure,
            self.decide_figure,
            self.late_figure,
        )

    @property
    @override
    def shown_view(self) -> str:
        return self.views.current.value

    @override
    @Slot()
    def reload(self) -> None:
        # What the person reads comes first: the figures go through every agreement.
        self.views.reload()
        call = partial(read_figures, self.desk.services, self.desk.today())
        self.desk.tasks.query(self, call, self._on_figures, replaces="figures")
        self.grant_figures.reload()
        self.show_head()

    def _on_figures(self, figures: Figures) -> None:
        for figure, count in (
            (self.partners_figure, figures.partners),
            (self.agreements_figure, figures.agreements),
            (self.decide_figure, figures.to_decide),
            (self.late_figure, figures.late),
        ):
            figure.set_value(number_text(count))

    @override
    def show_target(self, target: object) -> None:
        if isinstance(target, int):
            target = ("partner", target)
        self._is_led = True
        self.views.show_target(target)
        self._is_led = False

    def _open(self, target: object, _checked: object = None) -> None:
        """Show what a figure or an action of this page is about, as a step of the way."""
        self.views.show_target(target)

    # the way back

    @Slot()
    def _note_step(self) -> None:
        """Let Alt+Left lead back to the tab that was shown before, and what was open there."""
        before, self._seen = self._seen, self.views.current
        if self._is_led or before is self._seen:
            return
        self.desk.navigator.stand_at(PAGE, self.views.place_in(before))
        self.desk.navigator.step_to(PAGE, self._seen)

    @Slot()
    def _on_leaving(self) -> None:
        """Let Alt+Left come back to the record that is open."""
        if self.isVisible():
            self.desk.navigator.stand_at(PAGE, self.views.place_in(self.views.current))

    # what is made, with whom is open

    @Slot()
    def _on_agreement(self) -> None:
        start = self.views.start()
        self.views.show(View.AGREEMENTS).show_target(("agreement", start))

    @Slot()
    def _on_commitment(self) -> None:
        start = self.views.start()
        self.views.show(View.COMMITMENTS).show_target(("commitment", start))

    @Slot()
    def _on_texts(self) -> None:
        self.papers.letters.edit_texts()

    @Slot()
    def _on_profile(self) -> None:
        self._open(("grants", "profile"))

    @Slot()
    def _on_network(self) -> None:
        self._open(("network", "workbook"))
