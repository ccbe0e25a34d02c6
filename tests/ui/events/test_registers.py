"""Registers of action of an event: said from its record and shown there."""

from __future__ import annotations

import pytest

from coopdesk.domain.groups import Tagged
from tests.ui.events.conftest import fill_event, plain, settle
from tests.ui.office import tick

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)


def test_event_is_put_into_registers_and_says_so(page, office, qtbot):
    event_id = fill_event(office)
    registers = office.services.action_registers
    view = page().views.shown
    view.show_record(event_id)
    settle(qtbot, office)
    view.doing.tag_action.trigger()
    settle(qtbot, office)
    # Without a register there is nothing to choose from.
    assert view.doing.asker.dialog is None
    registers.add_usual()
    view.doing.tag_action.trigger()
    settle(qtbot, office)
    dialog = view.doing.asker.dialog
    tick(dialog, "RELIER…")
    dialog.submit_button.click()
    settle(qtbot, office)
    assert registers.names_of(Tagged.EVENT, event_id) == ["RELIER…"]
    assert "RELIER…" in plain(view.panel.reader.toPlainText())
