"""Asks how a file of accounting entries (FEC) is written; the usual way is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from coopdesk.domain.fec import FecCharset, FecSeparator, FecStyle
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class FecDialog(FormDialog):
    """What parts the columns, and how letters are written."""

    def __init__(self, year_label: str, parent: QWidget) -> None:
        title = _("FEC of {year}").format(year=year_label)
        super().__init__(title, _("Choose the folder…"), parent)
        self.separator = self.form.add(
            "separator",
            _("Between the columns"),
            ChoiceBox([(one, label(one)) for one in FecSeparator]),
            _("The law allows both: change it only if the accountant's program asks."),
        )
        self.charset = self.form.add(
            "charset",
            _("Characters"),
            ChoiceBox([(one, label(one)) for one in FecCharset]),
            _("Only validated entries are written; a second file describes the first."),
        )
        self.submit_button.setFocus()

    @override
    def read(self) -> FecStyle:
        return FecStyle(self.separator.value, self.charset.value)
