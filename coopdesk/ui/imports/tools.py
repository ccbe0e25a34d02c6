"""The steps beside the heading of the page of imports, as far as they make sense."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.ui.imports.views import LOOKED_AT, Mode
from coopdesk.ui.page import Role
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from coopdesk.ui.imports.history_view import HistoryView
    from coopdesk.ui.page import Page


class ImportTools:
    """Makes the actions of the heading; ``ask`` asks for a file."""

    def __init__(self, page: Page, ask: Callable[[], object]) -> None:
        self.import_action = page.make_action(
            _("Import a file…"), "download-simple", ask, Role.NEW
        )
        page.set_primary(self.import_action)
        self.rows_action = make_step(page, _("See its lines"), "list-bullets")
        self.undo_action = make_step(page, _("Undo this import"), "arrow-u-up-left")
        self.back_action = make_step(page, _("Back to the imports"), "arrow-left")
        self.columns_action = make_step(page, _("Columns…"), "columns")
        tools = (self.back_action, self.columns_action, self.rows_action, self.undo_action)
        for action in tools:
            page.add_tool(action)

    def refresh(self, mode: Mode, history: HistoryView, *, has_columns: bool) -> None:
        """Offer what concerns what is shown."""
        for action in (self.rows_action, self.undo_action):
            action.setVisible(mode is Mode.HISTORY and history.has_runs)
            action.setEnabled(history.selected is not None)
        self.back_action.setVisible(mode in {Mode.RESULT, Mode.RUN})
        self.columns_action.setVisible(mode is Mode.CONTACTS and has_columns)
        # A preview waits for its own answer; after a result the next file often follows.
        self.import_action.setVisible(mode not in LOOKED_AT)
