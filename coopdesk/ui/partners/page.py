"""The page of partners: one view at a time, under tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from typing_extensions import override

from coopdesk.services.outcome import Subject
from coopdesk.ui.page import Page
from coopdesk.ui.partners.views import PartnerViews
from coopdesk.ui.widgets.tab_order import follow_reading
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coopdesk.ui.desk import Desk

_SUBJECTS = frozenset(
    {
        Subject.PARTNERS,
        Subject.GRANTS,
        Subject.CONTACTS,
        Subject.GROUPS,
        Subject.EVENTS,
        Subject.PAYMENTS,
        Subject.ACTIVITIES,
        Subject.INVENTORY,
    }
)


class PartnerPage(Page):
    """Who we work with; views say what stands in the head."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("Partners"), _SUBJECTS, parent)
        self.views = PartnerViews(self)
        self.body.addWidget(self.views.tabs)
        self.body.addWidget(self.views.stack, 1)
        self.views.changed.connect(self.show_head)

    @Slot()
    def show_head(self) -> None:
        """Put into the head what the view is about."""
        follow_reading(self)

    @property
    @override
    def shown_view(self) -> str:
        return self.views.current.value

    @override
    @Slot()
    def reload(self) -> None:
        self.views.reload()
        self.show_head()

    @override
    def show_target(self, target: object) -> None:
        self.views.show_target(target)
