"""The questions of the assistant, a few at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from coopdesk.domain.errors import FieldErrors
from coopdesk.ui.association.fields import errors_of
from coopdesk.ui.widgets.form import Form
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.ui.association.fields import ProfileFields


class Step(QWidget):
    """One screen of questions; ``check`` looks at these alone."""

    def __init__(self, title: str, sentence: str) -> None:
        super().__init__()
        self.title = title
        self.sentence = sentence
        self.form = Form()
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(28, 4, 28, 8)
        column.addWidget(self.form)
        column.addStretch()
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)

    def enter(self) -> None:
        """Put the cursor into the first field."""
        first = next(iter(self.form.fields.values()), None)
        if first is not None:
            first.widget.setFocus()

    def check(self, fields: ProfileFields) -> bool:
        """Say what is wrong with the answers of this step; return whether nothing is."""
        wrong = tuple(
            error for error in errors_of(fields.read) if error.field in self.form.fields
        )
        if wrong:
            self.form.show_error(FieldErrors(wrong))
        return not wrong


def make_steps(fields: ProfileFields) -> list[Step]:
    """Return the steps before the summary."""
    who = Step(
        _("Your association"),
        _("Only the name is needed now; everything can be changed later in the settings."),
    )
    fields.add_name(who.form)
    where = Step(
        _("Number and address"),
        _("Tax receipts carry the address and a number; one of the two is enough."),
    )
    fields.add_numbers(where.form)
    fields.add_address(where.form)
    receipts = Step(
        _("Tax receipts"),
        _("Leave it as it is if you do not issue any, or are not sure yet."),
    )
    fields.add_receipts(receipts.form)
    fields.add_signatory(receipts.form)
    papers = Step(
        _("Papers and accounts"),
        _("An image of the signature spares signing each receipt by hand."),
    )
    fields.add_images(papers.form)
    fields.add_year(papers.form)
    return [who, where, receipts, papers]
