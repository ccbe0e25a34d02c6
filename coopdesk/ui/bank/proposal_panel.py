"""The line at the cursor of the board with what it may be, the best first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QMenu,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from coopdesk.ui.bank.proposal_card import ProposalCard
from coopdesk.ui.bank.proposal_words import card_words
from coopdesk.ui.bank.words import named, signed_text
from coopdesk.ui.icons import icon
from coopdesk.ui.widgets.action_button import ActionButton
from coopdesk.ui.widgets.labels import plain_label, selectable_label
from coopdesk.wording.formats import day_long, money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QAction

    from coopdesk.domain.bank_lists import StatementRow
    from coopdesk.domain.bank_matching import Proposal

_ICON = 20


class ProposalPanel(QFrame):
    """``accepted`` when a card is taken by the mouse."""

    accepted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "sheet")
        self.setAccessibleName(_("Proposals for the line"))
        self._cards: list[ProposalCard] = []
        self._group = QButtonGroup(self)
        self._label = selectable_label("", "strong", wrap=True)
        self._amount = plain_label("", "figure")
        self._facts = plain_label("", "muted", wrap=True)
        self._hint = plain_label("", "muted", wrap=True)
        self._inner = QWidget()
        self._column = QVBoxLayout(self._inner)
        self._words = QVBoxLayout()
        self._buttons = QHBoxLayout()
        self._group.buttonClicked.connect(self._on_clicked)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._label, 1)
        head.addWidget(self._amount, 0, Qt.AlignmentFlag.AlignTop)
        self._column.setSpacing(8)
        self._column.addWidget(self._hint)
        self._column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._inner)
        self._buttons.setSpacing(8)
        words = self._words
        words.setSpacing(2)
        words.addLayout(head)
        words.addWidget(self._facts)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addLayout(words)
        layout.addWidget(self._scroll, 1)
        layout.addLayout(self._buttons)
        self.be_narrow(wanted=False)

    def offer(
        self, actions: Sequence[QAction], rare: Sequence[QAction], accept: QAction
    ) -> dict[QAction, QWidget]:
        """Put what can be done into buttons, what is seldom done into a menu beside them.

        Returns:
            The button of each of ``actions``.
        """
        made: dict[QAction, QWidget] = {}
        for action in actions:
            made[action] = ActionButton(action)
            self._buttons.addWidget(made[action])
        self._buttons.addWidget(_rare_button(rare))
        self._buttons.addStretch(1)
        primary = ActionButton(accept, primary=True)
        # A click leaves the keys to the list, where Enter accepts the next one.
        primary.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._buttons.addWidget(primary)
        return made

    def be_narrow(self, *, wanted: bool) -> None:
        """Say with words alone what can be done: the list needs the room of the icons."""
        size = QSize(0, 0) if wanted else QSize(_ICON, _ICON)
        for button in self.findChildren(ActionButton):
            button.setIconSize(size)
        side, edge, gap = (12, 8, 4) if wanted else (16, 12, 8)
        self._words.setContentsMargins(side, edge, side, 0)
        self._column.setContentsMargins(side, gap // 2, side, gap)
        self._buttons.setContentsMargins(side, 0, side, edge)
        layout = self.layout()
        assert layout is not None
        layout.setSpacing(gap)

    @property
    def chosen(self) -> int:
        """The place of the card that Enter accepts."""
        return max(self._group.checkedId(), 0)

    @property
    def cards(self) -> tuple[ProposalCard, ...]:
        """The cards, the best first."""
        return tuple(self._cards)

    @property
    def said(self) -> str:
        """What stands in place of proposals."""
        return "" if self._hint.isHidden() else self._hint.text()

    def show_row(self, row: StatementRow | None) -> None:
        """Show a line."""
        self._label.setText("" if row is None else named(row))
        self._amount.setText("" if row is None else signed_text(row.remainder))
        self._facts.setText("" if row is None else _facts(row))
        for part in (self._label, self._amount, self._facts):
            part.setVisible(row is not None)

    def say(self, text: str, detail: str = "") -> None:
        """Say something in place of proposals."""
        self._clear()
        self._hint.setText("\n".join(filter(None, (text, detail))))
        self._hint.show()

    def show_proposals(
        self,
        found: Sequence[Proposal],
        labels: Mapping[str, str],
        lines: Mapping[int, StatementRow],
    ) -> None:
        """Show what the line may be; the first one is chosen."""
        self._clear()
        self._hint.setVisible(not found)
        for place, proposal in enumerate(found):
            card = ProposalCard(card_words(proposal, labels, lines))
            card.setChecked(place == 0)
            card.accepted.connect(self.accepted)
            self._group.addButton(card, place)
            self._cards.append(card)
            self._column.insertWidget(place, card)
        self._scroll.verticalScrollBar().setValue(0)
        best = self._cards[0].accessibleName() if self._cards else ""
        self.setAccessibleDescription(best)

    def step(self, by: int) -> None:
        """Choose another card, further down or up; at the last one, show the rest of it."""
        if not self._cards:
            return
        bar = self._scroll.verticalScrollBar()
        before = self.chosen
        place = min(max(before + by, 0), len(self._cards) - 1)
        if place == before:
            bar.setValue(bar.value() + by * bar.pageStep() // 2)
            return
        card = self._cards[place]
        card.setChecked(True)
        if card.height() > bar.pageStep():
            bar.setValue(card.y())  # what it is called comes first
        else:
            self._scroll.ensureWidgetVisible(card)
        said = card.accessibleName()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def _clear(self) -> None:
        for card in self._cards:
            self._group.removeButton(card)
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = []

    @Slot(QAbstractButton)
    def _on_clicked(self, card: QAbstractButton) -> None:
        card.setChecked(True)


def _facts(row: StatementRow) -> str:
    """Return everything else that the bank says of a line."""
    said = [day_long(row.booked_on), label(row.nature)]
    who = row.contact_name or row.counterparty
    said += [who] if who and who not in named(row) else []
    if row.cheque:
        said.append(_("cheque no. {number}").format(number=row.cheque))
    if row.payment_ref:
        said.append(row.payment_ref)
    if row.matched:
        text = _("{amount} of {whole} already explained")
        said.append(text.format(amount=money_text(row.matched), whole=money_text(row.amount)))
    return " · ".join(said)


def _rare_button(actions: Sequence[QAction]) -> QToolButton:
    button = QToolButton()
    menu = QMenu(button)
    menu.addActions(list(actions))
    button.setProperty("kind", "flat")
    button.setIcon(icon("dots-three"))
    button.setAccessibleName(_("More actions"))
    button.setToolTip(_("More actions"))
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setMenu(menu)
    return button
