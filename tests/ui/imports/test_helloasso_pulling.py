"""Payments asked of HelloAsso itself, and polls, in the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from coopdesk.domain.imports import RowVerdict
from coopdesk.ui.imports.files_view import Mode
from coopdesk.ui.imports.page import ImportPage
from coopdesk.ui.imports.polls_view import PollsView
from coopdesk.ui.imports.views import View
from tests.exchange.test_helloasso_json import payment
from tests.helloasso_server import helloasso_server
from tests.keyrings import MemoryKeyring, used_keyring
from tests.ui.office import problems_of, show_page, texts

POLL = (
    ',"11/04/2025","11/04/2025",\n,"18h-20h","20h-22h",\n'
    '"Noé","Oui","Si nécessaire",\n"Iris","Oui","Non",\n'
)


@pytest.fixture
def page(office, window, qtbot) -> ImportPage:
    with used_keyring(MemoryKeyring()):
        page = ImportPage(office.desk, window)
        show_page(page, window)
        office.idle(qtbot)
        yield page


def test_key_is_asked_once_then_payments_are_looked_at_like_a_file(page, office, qtbot):
    page.helloasso_action.trigger()
    office.idle(qtbot)
    dialog = page.helloasso.connecting
    qtbot.keyClick(dialog.submit_button, Qt.Key.Key_Return)
    office.idle(qtbot)
    assert "secret" in dialog.form.error_of("client_id")
    dialog.reject()

    with helloasso_server() as server:
        server.payments = [payment()]
        office.services.helloasso.connect("client", "secret", server=server.address)
        page.helloasso_action.trigger()
        office.idle(qtbot)
        qtbot.keyClick(page.helloasso.asking.submit_button, Qt.Key.Key_Return)
        office.idle(qtbot)
        assert page.files.mode is Mode.PREVIEW
        assert page.files.figures.figure(RowVerdict.NEW).value == "1"
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
        office.idle(qtbot)
        assert page.files.mode is Mode.RESULT
        page.files.leave()

        page.helloasso_action.trigger()
        office.idle(qtbot)
        page.helloasso.asking.forget_button.click()
        office.idle(qtbot)
    assert page.helloasso.asking is None
    assert office.services.helloasso.connection() is None


def test_poll_is_counted_if_needed_apart_and_its_tab_shows_who_answered(
    page, office, qtbot, tmp_path
):
    path = tmp_path / "sondage.csv"
    path.write_text(POLL, encoding="utf-8")
    page.preview([path])
    office.idle(qtbot)
    assert page.files.foot.text.startswith("2 nouvelles réponses")
    page.files.apply()
    office.idle(qtbot)
    page.show_target(("run", office.services.imports.history()[0].id))
    office.idle(qtbot)
    assert page.history.rows.list.model.rowCount() == 2
    assert texts(page.history.rows.list)[0][1] == "Nouveau"
    page.show_target("polls")
    office.idle(qtbot)

    assert page.views.current is View.POLLS
    view = page.views.shown
    assert isinstance(view, PollsView)
    ((_title, _kind, replies, _options, best),) = texts(view.list)
    assert (replies, "2 oui" in best) == ("2", True)
    view.list.setFocus()
    view.list.table.selectRow(0)
    qtbot.keyClick(view.list.table, Qt.Key.Key_Return)
    office.idle(qtbot)
    text = view.panel.reader.toPlainText()
    assert "1 si nécessaire" in text
    assert "Noé" in text
    assert problems_of(page) == []
