"""Forms: what people type is understood, and errors stand beneath their field."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QMessageBox, QToolButton

from coopdesk.domain.errors import FieldErrors, RuleError
from coopdesk.domain.money import Money
from coopdesk.ui.widgets.amount_edit import AmountEdit
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.form_dialog import FormDialog

from .conftest import TODAY


class GiftDialog(FormDialog):
    """Two fields are enough to show how every form behaves."""

    def __init__(self, parent):
        super().__init__("Nouveau don", "Enregistrer", parent, repeat_verb="Et un autre")
        self.amount = self.form.add("amount", "&Montant", AmountEdit(), required=True)
        self.form.fold_rest()
        self.note = self.form.add("note", "&Note", QLineEdit())
        self.form.check_on_leave("amount", self.amount.amount)

    def read(self):
        return (self.amount.amount(), self.note.text())

    def start_again(self):
        self.amount.set_amount(None)
        self.amount.setFocus()


class AskDialog(FormDialog):
    """A title that is wider than its form, which was made smaller before it is shown."""

    def __init__(self, parent):
        super().__init__(
            "De quel compte bancaire s’agit-il, dites-le-nous\u00a0?", "Oui", parent
        )
        self.resize(self.minimumSize())


def test_a_form_is_as_wide_as_its_title(window, qtbot):
    window.show()
    dialog = AskDialog(window)
    dialog.open()
    qtbot.waitExposed(dialog)
    (title,) = (x for x in dialog.findChildren(QLabel) if x.text() == dialog.windowTitle())
    qtbot.waitUntil(lambda: title.width() >= title.minimumSizeHint().width())


@pytest.fixture
def dialog(window, qtbot):
    window.show()
    dialog = GiftDialog(window)
    dialog.open()
    qtbot.waitExposed(dialog)
    return dialog


@pytest.mark.parametrize("typed", ["12,5", "12.50", "12,50 €", "=5*2,50"])
def test_amount_is_read_as_people_write_it(qtbot, typed):
    field = AmountEdit()
    qtbot.addWidget(field)
    field.setText(typed)
    assert field.amount() == Money(1_250)


def test_amount_is_tidied_when_left_and_kept_when_it_cannot_be_read(dialog, qtbot):
    dialog.amount.setFocus()
    qtbot.keyClicks(dialog.amount, "1200,5")
    dialog.submit_button.setFocus()
    assert dialog.amount.text() == "1\u202f200,50\u00a0€"
    dialog.amount.setFocus()
    dialog.amount.setText("beaucoup")
    dialog.submit_button.setFocus()
    assert dialog.amount.text() == "beaucoup"
    assert "beaucoup" in dialog.form.error_of("amount")


def test_error_leaves_when_the_field_is_mended(dialog):
    dialog.amount.setText("beaucoup")
    dialog.amount.setFocus()
    dialog.submit_button.setFocus()
    dialog.amount.setFocus()
    dialog.amount.setText("3")
    dialog.submit_button.setFocus()
    assert dialog.form.error_of("amount") == ""


def test_what_only_saving_can_judge_is_forgiven_at_the_first_change(dialog, qtbot):
    dialog.form.unfold()
    dialog.show_error(RuleError("payment.date_missing", field="note"))
    assert dialog.form.error_of("note")
    qtbot.keyClicks(dialog.note, "x")
    assert not dialog.form.error_of("note")


def test_refusal_keeps_every_error_that_is_not_cured(dialog, qtbot):
    dialog.form.add("day", "Date", DayEdit(lambda: TODAY))
    dialog.form.check_on_leave("day", dialog.form.fields["day"].widget.day)
    dialog.form.unfold()
    dialog.amount.setText("beaucoup")
    dialog.amount.setFocus()
    dialog.form.fields["day"].widget.setFocus()
    late = RuleError("donation.in_the_future", field="day")
    dialog.show_error(FieldErrors((RuleError("payment.date_missing", field="note"), late)))
    # The keys went from the day to the note, and nobody has touched the amount.
    assert all(dialog.form.error_of(name) for name in ("note", "day", "amount"))


def test_arrows_move_the_day_and_words_name_it(qtbot):
    field = DayEdit(lambda: TODAY)
    qtbot.addWidget(field)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert field.text() == "11/03/2026"
    qtbot.keyClick(field, Qt.Key.Key_PageUp)
    assert field.text() == "18/03/2026"
    field.setText("hier")
    assert field.day() == TODAY.replace(day=11)
    field.setText("99/99")
    with pytest.raises(RuleError) as refused:
        field.day("received_on")
    assert (refused.value.code, refused.value.field) == ("day.unreadable", "received_on")


def test_typing_in_a_day_moves_nothing_before_it_is_left(qtbot):
    field = DayEdit(lambda: TODAY)
    qtbot.addWidget(field)
    qtbot.keyClicks(field, "12/3")
    assert field.text() == "12/3"
    assert field.day() == TODAY


def test_enter_submits_what_was_read(dialog, qtbot):
    qtbot.keyClicks(dialog.amount, "12,5")
    with qtbot.waitSignal(dialog.submitted) as sent:
        qtbot.keyClick(dialog.amount, Qt.Key.Key_Return)
    assert sent.args == [(Money(1_250), "")]
    assert not dialog.submit_button.isEnabled()


def test_keys_of_saving_outlive_another_text_of_their_button(dialog, qtbot):
    dialog.activateWindow()
    dialog.submit_button.setText("Enregistrer, 6,67 € reçus")
    qtbot.keyClicks(dialog.amount, "6,67")
    with qtbot.waitSignal(dialog.submitted) as sent:
        qtbot.keyClick(dialog.amount, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert sent.args == [(Money(667), "")]


def test_unreadable_field_is_explained_and_nothing_is_submitted(dialog, qtbot):
    qtbot.keyClicks(dialog.amount, "beaucoup")
    with qtbot.assertNotEmitted(dialog.submitted):
        dialog.submit_button.click()
    assert "beaucoup" in dialog.form.error_of("amount")
    assert dialog.isVisible()


def test_refusals_stand_beneath_their_fields_and_open_the_fold(dialog):
    errors = (
        RuleError("text.too_long", field="note", length=500, limit=400),
        RuleError("contact.missing"),
    )
    dialog.show_error(FieldErrors(errors))
    assert "400" in dialog.form.error_of("note")
    assert dialog.form.banner
    assert dialog.note.isVisible()


def test_refusal_of_a_field_that_is_not_shown_stands_on_top(dialog):
    dialog.form.fields["amount"].hide()
    dialog.show_error(RuleError("payment.date_missing", field="amount"))
    assert dialog.form.banner
    assert not dialog.form.error_of("amount")


def test_what_is_unfolded_by_hand_comes_into_sight_on_a_low_screen(dialog, qtbot):
    dialog.note.setFixedHeight(2_000)
    fold = next(b for b in dialog.findChildren(QToolButton) if b.isCheckable())
    assert fold.arrowType() == Qt.ArrowType.RightArrow
    fold.setFocus()

    qtbot.keyClick(fold, Qt.Key.Key_Space)

    qtbot.waitUntil(lambda: dialog.amount.visibleRegion().isEmpty())
    assert not fold.visibleRegion().isEmpty()
    assert not dialog.note.visibleRegion().isEmpty()
    assert fold.arrowType() == Qt.ArrowType.DownArrow


def test_series_starts_again_without_closing(dialog, qtbot):
    qtbot.keyClicks(dialog.amount, "5")
    dialog.repeat_button.click()
    dialog.unlock()
    dialog.saved()
    assert dialog.isVisible()
    assert dialog.amount.text() == ""


def test_saved_dialog_closes_and_is_freed(dialog, qtbot):
    with qtbot.waitSignal(dialog.destroyed):
        dialog.saved()


def test_escape_closes_an_untouched_form_at_once(dialog, qtbot):
    with qtbot.waitSignal(dialog.destroyed):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_escape_asks_before_what_was_typed_is_lost(dialog, qtbot):
    qtbot.keyClicks(dialog.amount, "5")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    box = dialog.findChild(QMessageBox)
    assert dialog.isVisible()
    leave = next(button for button in box.buttons() if "sans" in button.text())
    with qtbot.waitSignal(dialog.destroyed):
        leave.click()


def test_fields_are_named_for_screen_readers_with_their_error(dialog):
    dialog.show_error(RuleError("amount.unreadable", text="x", field="amount"))
    assert dialog.amount.accessibleName() == "Montant"
    assert "12,50" in dialog.amount.accessibleDescription()


def test_form_that_grows_over_the_lower_edge_moves_up(dialog, qtbot):
    area = dialog.screen().availableGeometry()
    dialog.move(area.x(), area.bottom() - dialog.height() - 60)
    dialog.form.unfold()
    for _number in range(3):
        dialog.form.add(f"more{_number}", "Plus", QLineEdit())
    dialog.form.folded.emit()
    qtbot.waitUntil(lambda: dialog.frameGeometry().bottom() <= area.bottom())
    assert dialog.submit_button.isVisible()


def test_form_that_was_put_over_the_lower_edge_after_it_grew_moves_up(dialog, qtbot):
    area = dialog.screen().availableGeometry()
    dialog.form.folded.emit()
    qtbot.waitUntil(lambda: not dialog._fitting.isActive())
    dialog.move(area.x(), area.bottom() - dialog.height() + 60)
    qtbot.waitUntil(lambda: dialog.frameGeometry().bottom() <= area.bottom())
