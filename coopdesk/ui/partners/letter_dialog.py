"""Asks for a letter to a partner: which text, to whom there, about what; it can be adapted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from coopdesk.domain.errors import RuleError
from coopdesk.domain.letter_templates import FilledText
from coopdesk.domain.partner_texts import PartnerLetterOrder, PartnerTextKind
from coopdesk.ui.mailing_dialog import MailingOrder, OrderDialog
from coopdesk.ui.partners.letter_reading import read_choices
from coopdesk.ui.partners.texts import PartnerTextsDialog
from coopdesk.ui.widgets.action_button import make_primary
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.form import Form
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.leaving import ask_to_leave
from coopdesk.ui.widgets.screen_room import resize_within
from coopdesk.ui.widgets.side_choices import SideChoices
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coopdesk.domain.contact_details import Affiliation
    from coopdesk.domain.errors import CoopDeskError
    from coopdesk.domain.partner_texts import PartnerMail
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.partners.letter_reading import LetterChoices

_NONE = 0


@dataclass(frozen=True, slots=True)
class PartnerMailOrder(MailingOrder):
    """A letter to write: what was asked, and the text as the person left it."""

    asked: PartnerLetterOrder
    text: FilledText


class PartnerLetterDialog(OrderDialog):
    """Choices at the left, the letter at the right; gives a ``PartnerMailOrder``.

    Choices fill the letter until something is typed in it, which they would lose.
    """

    named = Signal(str)  # whom it is to, once that was read

    def __init__(self, desk: Desk, parent: QWidget, order: PartnerLetterOrder) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Letter to a partner"))
        self._desk = desk
        self._order = order
        self._mail: PartnerMail | None = None
        self._agreement_of: dict[int, int | None] = {}
        self.text = _box(_("Text"))
        self.person = _box(_("Who reads it"))
        self.agreement = _box(_("About the agreement"))
        self.commitment = _box(_("About the commitment"))
        self.form = Form()
        self.subject = self.form.add("subject", _("Subject"), QLineEdit(), required=True)
        hint = _("This letter alone is changed here. The signature is added by itself.")
        self.body = self.form.add("body", _("Text"), QPlainTextEdit(), hint, required=True)
        self.body.setTabChangesFocus(True)
        self.body.setMinimumHeight(160)
        self.texts_button = QPushButton(_("Change the texts…"))
        self.revert_button = QPushButton(_("Give the changes up"))
        self.close_button = QPushButton(_("Close"))
        self.email_button = QPushButton(_("Prepare the e-mail…"))
        self.letter_button = QPushButton(_("Write the letter…"))
        make_primary(self.letter_button)
        self.heading = plain_label(self.windowTitle(), "title", wrap=True)
        self.missing = plain_label("", "small", wrap=True)
        self.texts_dialog: PartnerTextsDialog | None = None
        self._lay_out()
        self._connect()
        self._show_state()
        self.reload()

    def _lay_out(self) -> None:
        choices = SideChoices()
        choices.add(_("Text"), self.text)
        choices.add_widget(self.texts_button)
        choices.add(_("Who reads it"), self.person)
        choices.add(_("About the agreement"), self.agreement)
        choices.add(_("About the commitment"), self.commitment)
        choices.finish(_("The letter is noted in the time-line of the contact."))
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.form, 1)
        right.addWidget(self.missing)
        middle = QHBoxLayout()
        middle.setSpacing(24)
        middle.addWidget(choices)
        middle.addLayout(right, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch()
        for button in (
            self.close_button,
            self.revert_button,
            self.email_button,
            self.letter_button,
        ):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(self.heading)
        layout.addLayout(middle, 1)
        layout.addLayout(buttons)
        for button in self.findChildren(QPushButton):
            # Enter in a choice must write nothing: only the button itself does.
            button.setAutoDefault(False)
        resize_within(self, 940, 620)

    def _connect(self) -> None:
        self.commitment.activated.connect(self._on_commitment)
        for box in self._boxes:
            box.activated.connect(self._on_chosen)
        self.form.edited.connect(self._show_state)
        self.texts_button.clicked.connect(self._on_texts)
        self.revert_button.clicked.connect(self._on_revert)
        self.close_button.clicked.connect(self.reject)
        self.email_button.clicked.connect(self._on_email)
        self.letter_button.clicked.connect(self._on_letter)

    @property
    def _boxes(self) -> tuple[ChoiceBox[int], ...]:
        return self.text, self.person, self.agreement, self.commitment

    # what is shown

    @Slot()
    def reload(self) -> None:
        """Read whom and what the letter can be about, and the texts."""
        call = partial(read_choices, self._desk.services, self._order.contact_id)
        self._desk.tasks.query(self, call, self._on_choices, replaces="choices")

    def _on_choices(self, found: LetterChoices) -> None:
        self.heading.setText(_("Letter to {name}").format(name=found.name))
        self.named.emit(found.name)
        order = self._order
        self.text.set_choices([(one.place, one.content.label) for one in found.texts])
        self.text.choose(min(order.place, len(found.texts) - 1))
        people = ((one.content.person_id, _person(one)) for one in found.people)
        _offer(self.person, _("The organisation"), people, order.person_id)
        agreements = ((one.id, one.content.title) for one in found.agreements)
        _offer(self.agreement, _("No agreement in particular"), agreements, order.agreement_id)
        owed = (
            (one.id, f"{one.content.text} ({label(one.content.side)})")
            for one in found.commitments
        )
        _offer(self.commitment, _("No commitment in particular"), owed, order.commitment_id)
        self._agreement_of = {one.id: one.content.agreement_id for one in found.commitments}
        if order.agreement_id is None:
            self._on_commitment()
        self._fill()
        self._show_state()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        call = partial(self._desk.services.partner_letters.preview, self._order)
        self._desk.tasks.query(
            self, call, self._on_mail, replaces="letter", failed=self.form.show_error
        )

    def _on_mail(self, mail: PartnerMail) -> None:
        self._mail = mail
        self.form.clear_errors()
        self.subject.setText(mail.text.subject)
        with QSignalBlocker(self.body):
            self.body.setPlainText(mail.text.body)
        self.form.is_dirty = False
        self._show_state()

    @Slot()
    def _show_state(self) -> None:
        changed, mail = self.form.is_dirty, self._mail
        # Another choice would take the place of what was typed.
        self.texts_button.setEnabled(not changed)
        for box in self._boxes:
            box.setEnabled(not changed and box.count() > 1)
        self.revert_button.setVisible(changed)
        self.letter_button.setEnabled(mail is not None and mail.has_address)
        self.email_button.setEnabled(mail is not None and bool(mail.email))
        missing = []
        if mail is not None and not mail.has_address:
            missing.append(_("The organisation has no whole postal address."))
        if mail is not None and not mail.email:
            missing.append(_("Nobody there has an e-mail."))
        self.missing.setText(" ".join(missing))
        self.missing.setVisible(bool(missing))

    # what the person does

    @Slot()
    def _on_commitment(self) -> None:
        """Choose the agreement that a commitment stands in."""
        self.agreement.choose(self._agreement_of.get(self.commitment.value) or _NONE)

    @Slot()
    def _on_chosen(self) -> None:
        self._order = replace(
            self._order,
            place=self.text.value,
            person_id=self.person.value or None,
            agreement_id=self.agreement.value or None,
            commitment_id=self.commitment.value or None,
        )
        self._fill()

    @Slot()
    def _on_revert(self) -> None:
        self.form.is_dirty = False
        self._fill()

    @Slot()
    def _on_texts(self) -> None:
        place = self.text.value
        self.texts_dialog = PartnerTextsDialog(self._desk, self, PartnerTextKind.LETTER, place)
        self.texts_dialog.finished.connect(self._on_texts_finished)
        self.texts_dialog.open()

    @Slot()
    def _on_texts_finished(self) -> None:
        self.texts_dialog = None
        self.reload()

    @Slot()
    def _on_email(self) -> None:
        self._submit(by_post=False)

    @Slot()
    def _on_letter(self) -> None:
        self._submit(by_post=True)

    def _submit(self, *, by_post: bool) -> None:
        text = FilledText(self.subject.text().strip(), self.body.toPlainText().strip())
        for name in ("subject", "body"):
            if not getattr(text, name):
                self.show_error(RuleError("letter.text_missing", field=name))
                return
        order = self._order
        keys = (order.contact_id,)
        self.submitted.emit(PartnerMailOrder(order.place, keys, by_post, order, text))

    def show_error(self, error: CoopDeskError) -> None:
        """Say why it was refused; everything typed stays."""
        self.form.show_error(error)

    @override
    def reject(self) -> None:
        if self.form.is_dirty:
            ask_to_leave(self, self._leave)
        else:
            super().reject()

    @Slot()
    def _leave(self) -> None:
        self.form.is_dirty = False
        self.reject()


def _box(name: str) -> ChoiceBox[int]:
    box = ChoiceBox[int]([(_NONE, "…")])
    box.setAccessibleName(name)
    return box


def _person(one: Affiliation) -> str:
    return ", ".join(filter(None, (one.person_name, one.content.role)))


def _offer(
    box: ChoiceBox[int], nothing: str, choices: Iterable[tuple[int, str]], chosen: int | None
) -> None:
    """Offer nothing in particular, and each choice once."""
    box.set_choices([(_NONE, nothing), *dict(choices).items()])
    box.choose(chosen or _NONE)
