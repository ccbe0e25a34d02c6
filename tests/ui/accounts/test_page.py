"""The page of accounts on a real database: its tabs, and the workbook for the board."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from coopdesk.ui.accounts.page import AccountPage
from coopdesk.ui.accounts.views import View
from coopdesk.ui.accounts.workbook_job import workbook_job
from coopdesk.ui.page import Role
from tests.ui.office import show_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.ui.office import Office


class Desktop(QObject):
    """Takes the place of the desktop's programs and remembers what they would open."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Path] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(Path(url.toLocalFile()))


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    desktop = Desktop()
    QDesktopServices.setUrlHandler("file", desktop, "open")
    yield desktop
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def page(office: Office, window, qtbot) -> AccountPage:
    """The page with a gift and an expense."""
    office.gift(office.person(), 5_000)
    office.payment(12_050, "Terreau")
    page = AccountPage(office.desk, window)
    show_page(page, window)
    office.idle(qtbot)
    return page


def test_workbook_is_written_where_asked_and_opened(page, office, qtbot, desktop, tmp_path):
    page.workbook_action.trigger()
    chooser = page.workbook.chooser
    assert Path(chooser.selectedFiles()[0]).name == f"comptes-{page.fiscal_year.label}.xlsx"
    path = tmp_path / "bureau.xlsx"
    with qtbot.waitSignal(page.workbook.written, timeout=30_000):
        chooser.fileSelected.emit(str(path))
    chooser.close()
    sheets = load_workbook(path).sheetnames
    assert {"Sommaire", "Bilan", "Grand livre"} <= set(sheets)
    assert desktop.opened == [path]
    assert "bureau.xlsx est écrit" in page.bar.text


def test_stopped_workbook_leaves_the_old_one(page, office, qtbot, desktop, tmp_path):
    path = tmp_path / "bureau.xlsx"
    path.write_bytes(b"older")
    is_cancelled = threading.Event()
    job = workbook_job(office.services, page.fiscal_year)

    def write(path: Path, progress):
        # Not before the person stops it: a small workbook would be done by then.
        assert is_cancelled.wait(30)
        return job.write(path, progress)

    def cancel(running):
        running.cancel()
        is_cancelled.set()

    page.workbook.started.connect(cancel)
    with qtbot.waitSignal(page.workbook.stopped, timeout=30_000):
        page.workbook.write(replace(job, write=write), path)
    assert path.read_bytes() == b"older"
    assert "aucun fichier" in page.bar.text


def test_workbook_that_cannot_be_written_is_told(page, office, qtbot, desktop, tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with qtbot.waitSignal(office.desk.feedback.reported, timeout=30_000):
        page.workbook.write(
            workbook_job(office.services, page.fiscal_year), tmp_path / "file" / "bureau.xlsx"
        )
    office.idle(qtbot)
    assert page.bar.isHidden()
    assert not page.workbook.is_running


# years, banks


def test_next_year_is_opened_and_shown(page, office, qtbot):
    shown = page.fiscal_year
    page.arranging.next_year_action.trigger()
    page.arranging.asker.dialog.submit_button.click()
    office.idle(qtbot)
    office.idle(qtbot)
    assert page.fiscal_year.starts_on > shown.ends_on
    assert len(page.year_box.years) == 2


def test_first_year_may_be_longer_than_twelve_months(page, office, qtbot):
    start = page.fiscal_year.starts_on.replace(
        day=1, month=9, year=page.fiscal_year.starts_on.year - 1
    )
    page.arranging.change_year_action.trigger()
    asked = page.arranging.asker.dialog
    asked.starts_on.set_day(start)
    asked.submit_button.click()
    office.idle(qtbot)
    office.idle(qtbot)
    assert page.fiscal_year.starts_on == start


def test_second_bank_account_has_its_journal_and_leaves_the_first_as_it_is(page, office, qtbot):
    page.arranging.money_account_action.trigger()
    asked = page.arranging.asker.dialog
    asked.name.setText("Livret A")
    asked.submit_button.click()
    office.idle(qtbot)
    journals = {x.code: x.account for x in office.services.chart.journals()}
    assert journals["BQ2"] == "5122"
    assert office.services.chart.get("5121").is_postable
    assert office.services.chart.get("5122").is_postable


def test_keys_of_the_page_follow_the_view(page, office, qtbot):
    with qtbot.waitSignal(page.roles_changed):
        page.views.show(View.PAYMENTS)
    assert page.role_actions[Role.NEW] is page.record_action  # nothing is made there: an entry
    with qtbot.waitSignal(page.roles_changed):
        page.views.show(View.ENTRIES)
    assert page.role_actions[Role.NEW] is not page.record_action
    assert page.role_actions[Role.NEW].isEnabled()
