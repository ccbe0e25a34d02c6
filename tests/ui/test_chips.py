"""Filters in plain words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from coopdesk.ui.widgets.chips import ChoiceChips, RemovableChip
from coopdesk.ui.widgets.choice_box import ChoiceBox


@pytest.fixture
def chips(qtbot):
    chips = ChoiceChips("Afficher", [("all", "Tous"), ("gone", "Archivés")])
    qtbot.addWidget(chips)
    chips.show()
    return chips


def test_exactly_one_word_is_chosen(qtbot, chips):
    assert chips.key == "all"
    with qtbot.waitSignal(chips.chosen) as chosen:
        chips.chip("gone").click()
    assert chosen.args == ["gone"]
    assert not chips.chip("all").isChecked()


def test_choosing_from_the_program_tells_nobody(qtbot, chips):
    with qtbot.assertNotEmitted(chips.chosen):
        chips.choose("gone")
    assert chips.key == "gone"


def test_arrow_moves_the_choice(qtbot, chips):
    chips.activateWindow()
    chips.chip("all").setFocus()
    qtbot.waitUntil(chips.chip("all").hasFocus)
    with qtbot.waitSignal(chips.chosen):
        qtbot.keyClick(chips.chip("all"), Qt.Key.Key_Right)
    assert chips.key == "gone"


def test_removable_chip_shows_any_name_as_it_is_and_stays_small(qtbot):
    chip = RemovableChip()
    qtbot.addWidget(chip)
    chip.show_filter("Dons de <b>A & B</b> " + "x" * 200)
    assert chip.text().startswith("Dons de <b>A && B</b>")
    assert chip.sizeHint().width() < 320
    chip.show_filter("")
    assert chip.isHidden()


def test_box_keeps_its_value_when_the_choices_change(qtbot):
    box = ChoiceBox([(None, "Toutes"), (2025, "2025")])
    qtbot.addWidget(box)
    box.choose(2025)
    box.set_choices([(None, "Toutes"), (2026, "2026"), (2025, "2025")])
    assert box.value == 2025
    box.set_choices([(None, "Toutes")])
    assert box.value is None
    box.choose(1999)
    assert box.value is None
