"""Ctrl+Z and Ctrl+Y from the views of grants: each command goes back and comes again whole."""

from __future__ import annotations

from coopdesk.domain.entries import EntryFilter
from coopdesk.domain.grant_requests import RequestFilter
from coopdesk.domain.money import Money
from tests.ui.grants.conftest import act, open_one, save, settle
from tests.ui.partners.conftest import read


def known(services):
    """Return all that the file has of grants, their money and their entries."""
    requests = services.grant_requests.states(RequestFilter())
    entries = services.entries.get_many(services.entries.ids(EntryFilter()))
    return (
        requests,
        [(one.content, one.lines) for one in services.grant_projects.all()],
        [(one.content, one.is_open) for one in services.grant_calls.all()],
        sorted(str(one.content) for one in entries),
    )


class Hands:
    """Does a thing, takes it back by Ctrl+Z, and does it again by Ctrl+Y."""

    def __init__(self, qtbot, office, page, undo):
        self._qtbot, self._office, self._page, self._undo = qtbot, office, page, undo

    def do(self, action, **typed):
        services = self._office.services
        before = known(services)
        dialog = act(self._qtbot, self._office, self._page, action)
        if dialog is not None:
            for name, amount in typed.items():
                getattr(dialog, name).set_amount(Money(amount))
            dialog.form.is_dirty = True
            save(self._qtbot, self._office, self._page, dialog)
        after, said = known(services), read(self._page)
        assert after != before
        self._undo.undo()
        settle(self._qtbot, self._office, self._page)
        assert known(services) == before
        self._undo.redo()
        settle(self._qtbot, self._office, self._page)
        assert known(services) == after
        assert read(self._page) == said


def test_steps_and_money_of_a_grant_go_back_and_come_again(qtbot, office, page, made, undo):
    doing = open_one(qtbot, office, page, "grant_request", made.draft).doing
    hands = Hands(qtbot, office, page, undo)
    hands.do(doing.send_action)
    hands.do(doing.grant_action, amount=180_000)
    hands.do(doing.receive_action, amount=80_000)
    hands.do(doing.return_action, amount=20_000)
    hands.do(doing.report_sent_action)
