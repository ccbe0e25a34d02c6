"""Partners: the list and the record of the one that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coopdesk.ui.page_views import ViewHead
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.ui.partners.page import PartnerPage


class PartnersView(QWidget):
    """The partners of the association."""

    def __init__(self, _page: PartnerPage) -> None:
        super().__init__()
        QVBoxLayout(self).addWidget(EmptyState("handshake", _("No partner yet")))

    @property
    def head(self) -> ViewHead:
        """What stands in the head of the page."""
        return ViewHead()

    def reload(self) -> None:
        """Read everything again."""

    def show_target(self, _target: object) -> None:
        """Show a record that another page names."""
