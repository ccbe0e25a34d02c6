"""How the numbers of a year's receipts are written, until the first one is issued."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from coopdesk.domain.receipts import ReceiptSeries
from coopdesk.ui.columns import Tone
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.notice import Notice
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from coopdesk.ui.widgets.form import Form

_DIGITS = range(3, 7)
_LONGEST_PREFIX = 20


class SeriesDialog(FormDialog):
    """A prefix and a count of digits, with the numbers they make."""

    def __init__(self, series: ReceiptSeries, parent: QWidget, *, is_fixed: bool) -> None:
        title = _("Receipt numbers of {year}").format(year=series.year)
        super().__init__(title, _("Save"), parent)
        self._year = series.year
        self._fill(self.form, series)
        self._show_numbers()
        self.prefix.textChanged.connect(self._show_numbers)
        self.digits.currentIndexChanged.connect(self._show_numbers)
        if is_fixed:
            self._lock()
        self.prefix.setFocus()

    def _fill(self, form: Form, series: ReceiptSeries) -> None:
        hint = _("Before the number. The year makes numbers of different years differ.")
        self.prefix = form.add("prefix", _("Prefix"), QLineEdit(series.prefix), hint)
        self.prefix.setMaxLength(_LONGEST_PREFIX)
        self.prefix.setMaximumWidth(220)
        choices = [(count, _digits_text(count)) for count in _digit_choices(series.digits)]
        self.digits = form.add("digits", _("Length of the number"), ChoiceBox(choices))
        self.digits.choose(series.digits)
        self.digits.setMaximumWidth(220)
        form.add_widget(plain_label(_("The receipts will bear"), "field"))
        self.numbers = plain_label("", "heading")
        self.numbers.setAccessibleName(_("The receipts will bear"))
        form.add_widget(self.numbers)

    def _lock(self) -> None:
        """The first receipt of a year fixes how all of them are numbered."""
        notice = Notice()
        notice.say(
            Tone.INFO,
            _("Receipts of this year were issued: the numbering stays as it is."),
            _("Numbers go on without a gap; the next year can be numbered otherwise."),
        )
        self.form.add_widget(notice)
        for widget in (self.prefix, self.digits):
            widget.setEnabled(False)
        self.submit_button.hide()
        self.cancel_button.setText(_("Close"))

    def _series(self) -> ReceiptSeries:
        return ReceiptSeries(self._year, self.prefix.text().strip(), self.digits.value)

    @Slot()
    def _show_numbers(self) -> None:
        series = self._series()
        self.numbers.setText(f"{series.text(1)}, {series.text(2)}, {series.text(3)}…")

    @override
    def read(self) -> ReceiptSeries:
        return self._series()


def _digit_choices(used: int) -> list[int]:
    return sorted({*_DIGITS, used})


def _digits_text(count: int) -> str:
    return ngettext("{count} digit", "{count} digits", count).format(count=count)
