"""Asks for a figure of the law as a person read it, from a day on."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from coopdesk.domain.errors import RuleError
from coopdesk.domain.legal_parameters import SOURCE_LIMIT
from coopdesk.ui.columns import Tone
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.notice import Notice
from coopdesk.wording.labels import label
from coopdesk.wording.language import _
from coopdesk.wording.legal import correction_warning, parameter_name, parameter_value

if TYPE_CHECKING:
    from collections.abc import Callable

    from coopdesk.domain.legal_parameters import LegalParameter


@dataclass(frozen=True, slots=True)
class Correction:
    """A figure as typed, and since when it counts."""

    code: str
    since: dt.date
    value: str
    source: str


class LegalDialog(FormDialog):
    """Says what the figure decides before it asks for another one."""

    def __init__(
        self, known: LegalParameter, today: Callable[[], dt.date], parent: QWidget
    ) -> None:
        super().__init__(_("Correct a figure of the law"), _("Correct the figure"), parent)
        self._code = known.code
        warning = Notice()
        said = [text for text in (known.remark, correction_warning()) if text]
        now = _("Now {value}, from: {source}")
        text = now.format(value=parameter_value(known), source=known.source)
        warning.say(Tone.ATTENTION, text, "\n".join(said))
        self.form.add_heading(parameter_name(known.code)).setWordWrap(True)
        self.form.add_widget(warning)
        self.value = self.form.add("value", _("&Value"), QLineEdit(), required=True)
        self.value.setMaximumWidth(200)
        self.value.setPlaceholderText(label(known.unit))
        self.since = self.form.add("since", _("&Since"), DayEdit(today), required=True)
        self.source = self.form.add(
            "source",
            _("&Text that you read"),
            QLineEdit(),
            _("Law, order or official page, with its date"),
            required=True,
        )
        self.source.setMaxLength(SOURCE_LIMIT)
        if known.is_own:
            self.value.setText(f"{known.value.normalize():f}".replace(".", ","))
            self.source.setText(known.source)
        self.since.set_day(known.since if known.is_own else dt.date(today().year, 1, 1))
        unsure = _("If you are unsure, leave it: the figure of the program stays.")
        self.form.add_widget(plain_label(unsure, "muted", wrap=True))
        self.value.setFocus()

    @override
    def read(self) -> Correction:
        since = self.since.day("since")
        if since is None:
            raise RuleError("legal.day_missing", field="since")
        return Correction(self._code, since, self.value.text(), self.source.text())
