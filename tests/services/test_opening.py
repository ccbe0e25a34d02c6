"""Opening a file: services come when asked for, and closing gives back what was held."""

from __future__ import annotations

import pytest

from coopdesk.domain.errors import ExternalError
from coopdesk.domain.operations import Origin
from coopdesk.services.opening import create_database, open_database, signature
from tests.building import person

WINDOW = signature("Camille", Origin.WINDOW)


def test_what_one_opening_records_the_next_one_reads(tmp_path):
    path = tmp_path / "rives.coopdesk"
    created = create_database(path, WINDOW)
    created.contacts.add(person())
    created.database.close()
    opened = open_database(path, WINDOW)
    [operation] = opened.operations.latest()
    assert (operation.author, operation.origin) == ("Camille", Origin.WINDOW)
    assert opened.contacts.count() == 1
    opened.database.close()


def test_a_service_is_built_once(tmp_path):
    services = create_database(tmp_path / "rives.coopdesk", WINDOW)
    names = ("association", "contacts", "donations", "receipts", "payments", "workbooks")
    for name in (*names, "imports", "operations", "home", "demo", "database"):
        assert getattr(services, name) is getattr(services, name)
    services.database.close()


def test_closing_gives_back_what_was_held(tmp_path):
    held = ["lock"]
    services = create_database(tmp_path / "rives.coopdesk", WINDOW, on_close=held.clear)
    assert held == ["lock"]
    services.database.close()
    assert held == []


def test_a_file_that_is_not_there_is_not_made_by_opening_it(tmp_path):
    path = tmp_path / "absent.coopdesk"
    with pytest.raises(ExternalError, match=r"^database\.missing$"):
        open_database(path, WINDOW)
    assert not path.exists()


def test_without_an_author_the_name_of_the_login_signs(monkeypatch):
    monkeypatch.setenv("LOGNAME", "solene")
    monkeypatch.setenv("USER", "solene")
    monkeypatch.setenv("USERNAME", "solene")
    assert signature("", Origin.COMMAND_LINE).author == "solene"
