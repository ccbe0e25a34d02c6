"""The page of groups in a window, over a real database."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coopdesk.ui.groups.page import GroupPage
from tests.building import PROFILE
from tests.flows.chantiers import record_programme
from tests.ui.office import open_office, show_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.ui.office import Office


@pytest.fixture
def office(desk, tmp_path) -> Iterator[Office]:
    office = open_office(tmp_path, desk)
    office.services.association.save(PROFILE)
    yield office
    office.desk.tasks.shut_down()
    office.services.database.close()


@pytest.fixture
def made(office):
    """The programme of five chantiers."""
    return record_programme(office.services)


@pytest.fixture
def page(qtbot, office, window) -> GroupPage:
    return shown(qtbot, office, window)


def shown(qtbot, office, window) -> GroupPage:
    page = GroupPage(office.desk, window)
    show_page(page, window)
    window.activateWindow()
    settle(qtbot, office, page)
    return page


def settle(qtbot, office, page) -> None:
    """Wait until the worker is done and the rows that are seen were fetched."""
    office.idle(qtbot)
    page.grab()
    office.idle(qtbot)


def rows(page) -> list[tuple[str, ...]]:
    """Return the rows of the list."""
    model = page.view.list.model
    return [tuple(map(plain, texts)) for texts in model.fetch_texts(list(model.ids))]


def names(page) -> list[str]:
    """Return the names in the list, top to bottom."""
    return [row[0] for row in rows(page)]


def plain(text: str) -> str:
    """Return text with plain spaces."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def read(page) -> str:
    """Return what the record of the open group says."""
    return plain(page.view.panel.reader.toPlainText())
