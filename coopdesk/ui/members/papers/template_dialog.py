"""Changes the text of a reminder."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from coopdesk.domain.letter_templates import BLANKS
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import selectable_label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.letter_templates import LetterTemplate

_WIDTH = 640
_HEIGHT = 240


class TemplateDialog(FormDialog):
    """Name, subject and text; the blanks there are stand beneath, to be copied."""

    def __init__(self, content: LetterTemplate, parent: QWidget) -> None:
        super().__init__(_("Text of the reminder"), _("Save"), parent)
        self.setMinimumWidth(_WIDTH)
        self._content = content
        form = self.form
        self.label = form.add("label", _("Name"), QLineEdit(content.label), required=True)
        self.subject = form.add(
            "subject", _("Subject"), QLineEdit(content.subject), required=True
        )
        self.body = form.add(
            "body",
            _("Text"),
            QPlainTextEdit(),
            _("An empty line parts paragraphs. The signature is added by itself."),
            required=True,
        )
        self.body.setMinimumHeight(_HEIGHT)
        self.body.setTabChangesFocus(True)
        self.body.setPlainText(content.body)
        said = _("Blanks that are filled for each person: {blanks}")
        blanks = " ".join(f"{{{name}}}" for name in BLANKS)
        form.add_widget(selectable_label(said.format(blanks=blanks), "small", wrap=True))
        form.is_dirty = False
        (self.body if content.label else self.label).setFocus()

    @override
    def read(self) -> LetterTemplate:
        return replace(
            self._content,
            label=self.label.text(),
            subject=self.subject.text(),
            body=self.body.toPlainText(),
        )
