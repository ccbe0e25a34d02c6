"""Pills: a status is read whole."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from coopdesk.domain.imports import RowVerdict
from coopdesk.domain.members import MemberStatus
from coopdesk.ui.widgets.pill import Pill
from coopdesk.wording.labels import label


@pytest.mark.parametrize("status", [*RowVerdict, *MemberStatus])
def test_a_pill_of_its_own_is_as_wide_as_its_word(qtbot, window, status):
    pill = Pill(label(status))
    pill.setParent(window)
    pill.resize(pill.sizeHint())
    metrics = pill.fontMetrics()
    # Half the height on either side is round.
    room = pill.width() - 20
    shown = metrics.elidedText(label(status), Qt.TextElideMode.ElideRight, room)
    assert shown == label(status)
