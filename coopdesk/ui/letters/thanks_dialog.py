"""Which gifts to thank for, with which text, by letter or e-mail."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from coopdesk.domain.donor_letters import DonorTextKind
from coopdesk.ui.letters.texts_dialog import DonorTextsDialog
from coopdesk.ui.letters.thanks_columns import GiftRow, thanks_columns
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.widgets.action_button import make_primary
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.screen_room import resize_within
from coopdesk.ui.widgets.side_choices import SideChoices
from coopdesk.wording.formats import number_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.donor_letters import DonorText, GiftToThank
    from coopdesk.services.donor_letters import DonorMail
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk


@dataclass(frozen=True, slots=True)
class ThanksOrder:
    """Which gifts to thank for with which text; by letter, else by e-mail."""

    place: int
    donation_ids: tuple[int, ...]
    by_post: bool


@dataclass(frozen=True, slots=True)
class ThanksDue:
    """The gifts to thank for, and the texts there are."""

    gifts: tuple[GiftToThank, ...]
    texts: tuple[DonorText, ...]


class ThanksDialog(QDialog):
    """Choices at the left, the gifts at the right; writes nothing itself.

    Without ids, it lists the gifts that nobody was thanked for.
    """

    submitted = Signal(object)  # ThanksOrder

    def __init__(self, desk: Desk, parent: QWidget, donation_ids: Sequence[int] = ()) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Thank donors"))
        self._desk = desk
        self._ids = tuple(donation_ids)
        self._shown: dict[int, GiftToThank] = {}
        self.text = ChoiceBox[int]([(0, "…")])
        self.text.setAccessibleName(_("Text"))
        self.summary = plain_label("", "strong", wrap=True)
        self.list = RecordList(desk, "thanks", thanks_columns(), self._rows)
        self.take_out_action = QAction(_("Take out of this mailing"), self)
        self.preview_button = QPushButton(_("Read the text"))
        self.texts_button = QPushButton(_("Change the texts…"))
        self.email_button = QPushButton()
        self.letter_button = QPushButton()
        make_primary(self.letter_button)
        self.close_button = QPushButton(_("Close"))
        self.texts_dialog: DonorTextsDialog | None = None
        self._lay_out()
        self._connect()
        self._show()
        self.reload()

    def _lay_out(self) -> None:
        self.list.set_accessible_name(_("Gifts to thank for"))
        self.list.set_empty(
            EmptyState(
                "check-circle",
                _("Everybody was thanked"),
                _("Every gift of the last twelve months has its thanks."),
            )
        )
        self.list.table.addAction(self.take_out_action)
        self.list.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.take_out_action.setShortcut("Del")
        self.take_out_action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        choices = SideChoices()
        choices.add(_("Text"), self.text)
        choices.add_widget(self.preview_button)
        choices.add_widget(self.texts_button)
        choices.finish(
            _(
                "One letter for each donor, whatever the number of gifts. It is noted in the "
                "time-line of each contact."
            )
        )
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.summary)
        right.addWidget(self.list, 1)
        middle = QHBoxLayout()
        middle.setSpacing(24)
        middle.addWidget(choices)
        middle.addLayout(right, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch()
        for button in (self.close_button, self.email_button, self.letter_button):
            buttons.addWidget(button)
        for button in self.findChildren(QPushButton):
            # Enter in a choice must write nothing: only the button itself does.
            button.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(plain_label(_("Thank donors"), "title"))
        layout.addLayout(middle, 1)
        layout.addLayout(buttons)
        resize_within(self, 980, 560)

    def _connect(self) -> None:
        self.take_out_action.triggered.connect(self._on_take_out)
        self.preview_button.clicked.connect(self._on_preview)
        self.texts_button.clicked.connect(self._on_texts)
        self.email_button.clicked.connect(self._on_email)
        self.letter_button.clicked.connect(self._on_letter)
        self.close_button.clicked.connect(self.reject)

    # what is due

    @Slot()
    def reload(self) -> None:
        """Read the gifts and the texts."""
        call = partial(_read, self._desk.services, self._ids)
        self._desk.tasks.query(self, call, self._on_due, replaces="due")

    def _on_due(self, due: ThanksDue) -> None:
        self._shown = {gift.donation_id: gift for gift in due.gifts}
        self.text.set_choices([(text.place, text.content.label) for text in due.texts])
        self._show()
        if self.letter_button.isEnabled():
            self.letter_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        self.list.set_ids(list(self._shown))
        donors = {gift.donor_id: gift for gift in self._shown.values()}
        mailed = sum(bool(gift.email) for gift in donors.values())
        said = ngettext(
            "{count} gift to thank for", "{count} gifts to thank for", len(self._shown)
        )
        self.summary.setText(said.format(count=number_text(len(self._shown))))
        text = ngettext("Write {count} letter…", "Write {count} letters…", len(donors))
        self.letter_button.setText(text.format(count=number_text(len(donors))))
        self.letter_button.setEnabled(bool(donors))
        text = ngettext("Prepare {count} e-mail…", "Prepare {count} e-mails…", mailed)
        self.email_button.setText(text.format(count=number_text(mailed)))
        self.email_button.setEnabled(bool(mailed))
        self.preview_button.setEnabled(bool(donors))
        self.list.set_totals(_("Del: take out who is selected") if donors else "")

    def _rows(self, ids: Sequence[int]) -> list[GiftRow]:
        shown = self._shown
        return [GiftRow(shown[key]) for key in ids if key in shown]

    # what the person does

    @Slot()
    def _on_take_out(self) -> None:
        for key in self.list.selected_ids:
            self._shown.pop(key, None)
        self._show()

    @Slot()
    def _on_preview(self) -> None:
        chosen = self.list.table.current_id or next(iter(self._shown), None)
        if chosen is not None:
            call = partial(self._desk.services.donor_letters.preview, self.text.value, [chosen])
            self._desk.tasks.query(self, call, self._on_text, replaces="text")

    def _on_text(self, mails: list[DonorMail]) -> None:
        for mail in mails[:1]:
            self._desk.feedback.inform(mail.text.subject, mail.text.body)

    @Slot()
    def _on_texts(self) -> None:
        self.texts_dialog = DonorTextsDialog(self._desk, self)
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
        self.submitted.emit(ThanksOrder(self.text.value, tuple(self._shown), by_post))
        self.accept()


def _read(services: Services, donation_ids: Sequence[int]) -> ThanksDue:
    """Read what is due and the texts; runs on the worker."""
    letters = services.donor_letters
    gifts = letters.gifts(donation_ids) if donation_ids else letters.unthanked()
    return ThanksDue(tuple(gifts), letters.texts(DonorTextKind.THANKS))
