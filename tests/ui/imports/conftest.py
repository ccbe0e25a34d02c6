"""The office in which these pages are tried, and the page of imports in its window."""

import pytest

from coopdesk.ui.imports.page import ImportPage
from tests.ui.office import office, show_page

__all__ = ["office"]  # a fixture, found by its name


@pytest.fixture
def page(office, window, qtbot):
    page = ImportPage(office.desk, window)
    show_page(page, window)
    office.idle(qtbot)
    return page
