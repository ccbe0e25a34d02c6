"""Printing, saving and sending: of the receipts of the year, or of those that are chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from coopdesk.domain.donor_letters import DonorTextKind
from coopdesk.domain.receipt_output import OutputShape
from coopdesk.ui.letters.texts_dialog import DonorTextsDialog
from coopdesk.ui.page import Role
from coopdesk.ui.receipts.views import ReceiptViews, View
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from coopdesk.ui.page import Page
    from coopdesk.ui.receipts.papers import Papers


class PaperActions(QObject):
    """Two tools of the page, and the texts of letters; ``rule`` says which views they serve."""

    def __init__(self, page: Page, papers: Papers) -> None:
        super().__init__(page)
        self._papers = papers
        self._views: ReceiptViews | None = None
        self.print_action = page.make_action(_("Print…"), "printer", self._on_print, Role.PRINT)
        self.save_action = page.make_action(
            _("Save or send…"), "file-pdf", self._on_save, keys="Ctrl+S"
        )
        for action in self.all:
            action.setEnabled(False)
            page.add_tool(action)
        self._page = page
        self._texts_dialog: DonorTextsDialog | None = None
        self.texts_action = page.make_action(
            _("Texts of letters to donors…"), "envelope-simple", self._on_texts
        )
        page.add_more(self.texts_action)

    @property
    def all(self) -> tuple[QAction, ...]:
        """Both actions."""
        return self.print_action, self.save_action

    def rule(self, views: ReceiptViews) -> None:
        """Write what these views list; the declaration has papers of its own."""
        self._views = views
        views.changed.connect(self._on_view)

    def allow(self, *, allowed: bool) -> None:
        """Say whether the year has receipts."""
        for action in self.all:
            action.setEnabled(allowed)

    @Slot()
    def _on_view(self) -> None:
        for action in self.all:
            action.setVisible(self._view is not View.DECLARATION)

    @property
    def _view(self) -> View | None:
        return self._views.current if self._views is not None else None

    @Slot()
    def _on_texts(self) -> None:
        if self._texts_dialog is None:
            page = self._page
            self._texts_dialog = DonorTextsDialog(page.desk, page, DonorTextKind.COVER)
            self._texts_dialog.finished.connect(self._on_texts_finished)
            self._texts_dialog.open()

    @Slot()
    def _on_texts_finished(self) -> None:
        self._texts_dialog = None

    @Slot()
    def _on_print(self) -> None:
        self._ask(OutputShape.ONE_FILE)

    @Slot()
    def _on_save(self) -> None:
        self._ask(OutputShape.SEPARATE)

    def _ask(self, shape: OutputShape) -> None:
        if self._views is None:
            return
        year, issued = self._views.year_box.year, self._views.issued
        if self._view is View.ISSUED:
            self._papers.ask(year, issued.listed_ids(), issued.chosen_ids(), shape)
        else:
            self._papers.ask_all(year, shape)
