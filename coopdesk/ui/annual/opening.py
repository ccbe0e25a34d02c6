"""Opens the assistant of the yearly report over the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coopdesk.ui.annual.report_dialog import AnnualReportDialog
    from coopdesk.ui.desk import Desk


def open_annual_report(desk: Desk, parent: QWidget, year: int = 0) -> AnnualReportDialog:
    """Open the assistant; without a year, the last one that has something."""
    from coopdesk.ui.annual.report_dialog import AnnualReportDialog

    dialog = AnnualReportDialog(desk, parent.window(), year)
    dialog.open()
    return dialog
