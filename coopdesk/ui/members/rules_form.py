"""What the statutes and the board decide about members, as a form."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from coopdesk.domain.errors import RuleError
from coopdesk.domain.member_numbers import check_number_pattern, member_number
from coopdesk.domain.members import MemberRules, WhoMayJoin
from coopdesk.domain.money import ZERO
from coopdesk.ui.feedback import error_sentence
from coopdesk.ui.widgets.action_button import ActionButton
from coopdesk.ui.widgets.amount_edit import AmountEdit
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.form import Form
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.ui.desk import Desk

_SHORT = 120
_EXAMPLE = 42
# What most associations use; anything else is typed.
_SCHEMES = ("{n:4}", "{n}", "{year}-{n:3}")
_NONE, _OWN = "", "own"


class RulesForm(QWidget):
    """Saves as a whole; the number scheme shows what it makes while it is typed."""

    dirty_changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.form = Form()
        self.form.add_heading(_("Rules about members"))
        self._add_who()
        self._add_numbers()
        self._add_delays()
        self._add_shares()
        self.save_action = make_step(self, _("Save the rules"), "floppy-disk")
        self.save_action.setEnabled(False)
        self.save_action.triggered.connect(self.save)
        button = ActionButton(self.save_action)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(self.form)
        layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.form.edited.connect(self._on_edited)
        self.who.currentIndexChanged.connect(self._explain_who)
        self.number_pattern.textChanged.connect(self._show_example)
        self.scheme.activated.connect(self._on_scheme)
        self.has_shares.toggled.connect(self._show_nominal)

    def _add_who(self) -> None:
        choices = [(who, label(who)) for who in WhoMayJoin]
        self.who = self.form.add("who", _("Who may be a member"), ChoiceBox(choices))
        self.explanation = plain_label("", "small", wrap=True)
        self.form.add_widget(self.explanation)

    def _add_numbers(self) -> None:
        year = self._desk.today().year
        schemes = [(scheme, _scheme_text(scheme, year)) for scheme in _SCHEMES]
        self.scheme = self.form.add(
            "scheme",
            _("Member numbers"),
            ChoiceBox([*schemes, (_NONE, _("No numbers")), (_OWN, _("Another scheme…"))]),
        )
        self.number_pattern = self.form.add(
            "number_pattern",
            _("Scheme of the numbers"),
            QLineEdit(),
            _(
                "{n} stands for the count, {n:4} for the count with four digits, {year} for "
                "the year of joining; the rest is printed as it is. ADH-{n:3} gives ADH-042."
            ),
        )
        self.number_pattern.setMaximumWidth(2 * _SHORT)
        self.example = plain_label("", "muted", wrap=True)
        self.form.add_widget(self.example)

    def _add_delays(self) -> None:
        self.renewal_days = self.form.add(
            "renewal_days",
            _("Days before the end from which a membership is to renew"),
            QLineEdit(),
        )
        self.grace_days = self.form.add(
            "grace_days", _("Days after the end from which a member is late"), QLineEdit()
        )
        for field in (self.renewal_days, self.grace_days):
            field.setMaximumWidth(_SHORT)

    def _add_shares(self) -> None:
        self.has_shares = self.form.add(
            "has_shares",
            _("The association issues cooperative shares"),
            QCheckBox(),
            _("Capital that members subscribe and get back; never a fee, never a gift."),
        )
        self.share_nominal = self.form.add(
            "share_nominal", _("Value of one share"), AmountEdit()
        )

    # what it shows

    def show_rules(self, rules: MemberRules) -> None:
        """Fill the fields."""
        self.who.choose(rules.who)
        known = rules.number_pattern in _SCHEMES or not rules.number_pattern
        self.scheme.choose(rules.number_pattern if known else _OWN)
        self.number_pattern.setText(rules.number_pattern)
        self._show_pattern()
        self.renewal_days.setText(str(rules.renewal_days))
        self.grace_days.setText(str(rules.grace_days))
        self.has_shares.setChecked(rules.has_shares)
        self.share_nominal.set_amount(rules.share_nominal or None)
        self.form.clear_errors()
        self.form.is_dirty = False
        self._explain_who()
        self._show_example()
        self._show_nominal()
        self._on_state()

    @Slot()
    def _explain_who(self) -> None:
        texts = {
            WhoMayJoin.ANYONE: _("Persons and organisations may join."),
            WhoMayJoin.PERSONS: _(
                "As your statutes say “association of natural persons”: an organisation can be "
                "a partner or a donor, never a member. Its people can join themselves."
            ),
            WhoMayJoin.ORGANISATIONS: _(
                "As in a federation: only organisations join; their people take part for them."
            ),
        }
        self.explanation.setText(texts[self.who.value])

    @Slot()
    def _on_scheme(self) -> None:
        """Write the scheme that was chosen; one's own begins with the last one."""
        scheme = self.scheme.value
        if scheme != _OWN:
            self.number_pattern.setText(scheme)
        self._show_pattern()
        if scheme == _OWN:
            self.number_pattern.setFocus(Qt.FocusReason.OtherFocusReason)
            self.number_pattern.selectAll()

    def _show_pattern(self) -> None:
        scheme = self.scheme.value
        self.form.fields["number_pattern"].setVisible(scheme == _OWN)
        # The usual ones are named by what they make.
        self.example.setVisible(scheme in {_OWN, _NONE})

    @Slot()
    def _show_example(self) -> None:
        pattern = self.number_pattern.text().strip()
        try:
            check_number_pattern(pattern)
        except RuleError as error:
            self.example.setText(error_sentence(error))
            return
        year = self._desk.today().year
        if not pattern:
            self.example.setText(_("New members get no number."))
            return
        first = member_number(pattern, _EXAMPLE, year)
        second = member_number(pattern, _EXAMPLE + 1, year)
        said = _("Example: {first}, then {second}.")
        self.example.setText(said.format(first=first, second=second))

    @Slot()
    def _show_nominal(self) -> None:
        self.form.fields["share_nominal"].setVisible(self.has_shares.isChecked())

    @Slot()
    def _on_edited(self) -> None:
        self._on_state()

    def _on_state(self) -> None:
        self.save_action.setEnabled(self.form.is_dirty)
        self.dirty_changed.emit()

    # saving

    @Slot()
    def save(self) -> None:
        """Store the rules as typed."""
        try:
            rules = self.read()
        except RuleError as error:
            self.form.show_error(error)
            return
        change = partial(self._desk.services.members.change_rules, rules)
        self._desk.tasks.command(self, change, self.show_rules, failed=self.form.show_error)

    def read(self) -> MemberRules:
        """Return what was typed; raises RuleError with its field."""
        return MemberRules(
            who=self.who.value,
            number_pattern=self.number_pattern.text().strip(),
            renewal_days=_days(self.renewal_days, "renewal_days"),
            grace_days=_days(self.grace_days, "grace_days"),
            has_shares=self.has_shares.isChecked(),
            share_nominal=self.share_nominal.amount("share_nominal") or ZERO,
        )


def _scheme_text(scheme: str, year: int) -> str:
    first, second = (member_number(scheme, _EXAMPLE + place, year) for place in range(2))
    return _("{first}, {second}…").format(first=first, second=second)


def _days(edit: QLineEdit, field: str) -> int:
    text = edit.text().strip()
    if not text.isdecimal() or len(text) > 4:
        raise RuleError("member.wrong_days", field=field)
    return int(text)
