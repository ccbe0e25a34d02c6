"""The stories of the guide about the bank with the keys alone, counted as its table says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coopdesk.domain.bank_lists import StatementFilter
from tests.ui.guide.bank_table import write_table
from tests.ui.guide.hands import said_in_guide

if TYPE_CHECKING:
    from pathlib import Path

    from coopdesk.services.registry import Services
    from coopdesk.ui.main_window import MainWindow
    from tests.ui.guide.hands import Hands

# The list of accounts under the field of a new entry.
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard|raise", extend=True)


def waiting(services: Services) -> list[int]:
    return services.bank.ids(StatementFilter(waiting=True, descending=False))


def first_label(services: Services) -> str:
    return services.bank.lines(waiting(services)[:1])[0].label


def test_statement_of_a_bank_is_imported(
    hands: Hands, services: Services, window: MainWindow, tmp_path: Path
) -> None:
    before = len(waiting(services))
    window.file_dropped.emit(write_table(services, tmp_path / "operations.csv"))
    hands.count += 1
    hands.settle()
    hands.press("Return")
    assert len(waiting(services)) == before + 3
    assert hands.count == said_in_guide("Importer un relevé d’un compte connu")
    assert hands.count <= 4


def test_lines_of_the_bank_are_explained(hands: Hands, services: Services) -> None:
    before = waiting(services)
    hands.press("Ctrl+0", "Return")
    assert waiting(services) == before[1:]
    assert hands.count == said_in_guide("Rapprocher la première ligne de la banque")
    hands.count = 0
    hands.press("Return")
    assert waiting(services) == before[2:]
    assert hands.count == said_in_guide("Rapprocher la suivante")
    # How many of the books come before the telephone depends on the day.
    while "FREE" not in first_label(services):
        left = waiting(services)
        hands.press("Return")
        assert waiting(services) == left[1:]
    left = waiting(services)
    hands.count = 0
    hands.press("Ctrl+N", "Return", "Return")
    assert waiting(services) == left[1:]
    told = said_in_guide("Créer l’écriture qui manque à une ligne, dont le compte est deviné")
    assert hands.count == told


def test_all_that_is_sure_is_accepted(hands: Hands, services: Services) -> None:
    before = len(waiting(services))
    hands.press("Ctrl+0", "Ctrl+Return", "Return")
    assert len(waiting(services)) < before - 10
    assert hands.count == said_in_guide("Accepter tout ce qui est sûr à la banque")
