"""The pictures of the guide about files and the bank, drawn as those beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.bank_lists import StatementFilter
from coopdesk.domain.bank_statements import LineNature
from coopdesk.ui.bank.view import BankView
from coopdesk.ui.imports.page import ImportPage
from coopdesk.ui.imports.polls_view import PollsView
from coopdesk.ui.imports.views import View
from tests.keyrings import MemoryKeyring, used_keyring
from tests.ui.guide.bank_table import write_table
from tests.ui.guide.hands import SAMPLE

if TYPE_CHECKING:
    from pathlib import Path

    from coopdesk.services.registry import Services
    from coopdesk.ui.main_window import MainWindow
    from tests.ui.guide.camera import Camera
    from tests.ui.guide.hands import Hands

WORKSHOP = ""","05/12/2026","05/12/2026","12/12/2026",
,"10h-12h","14h-16h","10h-12h",
"Maïwenn Guézennec","Oui","Non","Si nécessaire",
"Soazig","Oui","Oui","Non",
"Jean-Noël Abiven","Si nécessaire","Oui","Oui",
"Rozenn","Oui","Non","Si nécessaire",
"""


def bank_view(window: MainWindow) -> BankView:
    page = window.stack.current_page
    assert isinstance(page, ImportPage)
    view = page.views.view(View.BANK)
    assert isinstance(view, BankView)
    return view


def test_pictures_of_files(
    hands: Hands, services: Services, window: MainWindow, camera: Camera, tmp_path: Path
) -> None:
    table = write_table(services, tmp_path / "operations.csv")
    poll = tmp_path / "atelier-reparation.csv"
    poll.write_text(WORKSHOP, encoding="utf-8")
    page_of_the_web = tmp_path / "releve-octobre.csv"
    page_of_the_web.write_text("<!DOCTYPE html><html><body>Connexion", encoding="utf-8")
    window.navigator.open("imports", [table, SAMPLE, poll, page_of_the_web])
    hands.settle()
    camera.take("fichiers")
    page = window.stack.current_page
    assert isinstance(page, ImportPage)
    page.files.leave()
    page.preview(table)
    hands.settle()
    lines = page.files.lines.list
    lines.record_activated.emit(lines.model.id_at(0))
    camera.take("import-releve")
    page.files.leave()
    page.preview(poll)
    hands.settle()
    page.files.apply()
    hands.settle()
    page.files.leave()
    page.show_target(("polls",))
    hands.settle()
    polls = page.views.view(View.POLLS)
    assert isinstance(polls, PollsView)
    polls.list.record_activated.emit(polls.list.model.id_at(0))
    camera.take("sondage")
    with used_keyring(MemoryKeyring()):
        page.helloasso_action.trigger()
        hands.settle()
        camera.take("helloasso", form=True)
        hands.press("Escape")


def test_pictures_of_the_bank(
    hands: Hands, services: Services, window: MainWindow, camera: Camera
) -> None:
    deposits = StatementFilter(waiting=True, nature=LineNature.DEPOSIT)
    wanted = services.bank.ids(deposits)
    hands.press("Ctrl+0")
    view = bank_view(window)
    view.show_target(("reconcile", None, wanted[0]))
    hands.settle()
    camera.take("rapprocher")
    account_id = services.bank.accounts()[0].id
    services.reconciliation.match_auto(account_id)
    view.reload()
    view.show_target(("lines",))
    hands.settle()
    camera.take("banque")
    view.show_target(("statement", 1))
    hands.settle()
    camera.take("releve")
    view.show_target(("state",))
    hands.settle()
    camera.take("etat-de-rapprochement")
