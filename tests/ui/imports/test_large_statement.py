"""A statement of 20 000 operations in the window, which goes on answering."""

from __future__ import annotations

import time
from itertools import pairwise

from PySide6.QtCore import QTimer

from coopdesk.domain.bank_accounts import NewBankAccount
from coopdesk.domain.bank_lists import StatementFilter
from coopdesk.ui.imports.page import ImportPage
from tests.spent import spent
from tests.ui.office import show_page

OPERATION = "{:02}/{:02}/2025;;;{},{:02};VIR SEPA EXEMPLE {};\n"
SECONDS = 5
# Of the window's own work between two events: what else the machine does is not counted.
LONGEST_WAIT = 0.5


def test_window_answers_while_twenty_thousand_operations_come_in_within_five_seconds(
    office, window, qtbot, tmp_path
):
    office.services.bank.add(NewBankAccount("Compte courant", ""))
    page = ImportPage(office.desk, window)
    show_page(page, window)
    office.idle(qtbot)
    path = tmp_path / "grand.csv"
    rows = "".join(
        OPERATION.format(n % 28 + 1, n % 12 + 1, n % 90 + 1, n % 100, n % 700)
        for n in range(20_000)
    )
    path.write_text(f"Date;Date de valeur;Débit;Crédit;Libellé;Solde\n{rows}", encoding="utf-8")
    ticks = [time.thread_time()]
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(time.thread_time()))
    timer.start(10)

    with spent(time.process_time) as cost:
        page.preview([path])
        office.idle(qtbot)
        page.files.foot.apply_action.trigger()
        office.idle(qtbot)

    timer.stop()
    assert len(office.services.bank.ids(StatementFilter())) == 20_000
    assert cost.seconds < SECONDS
    assert len(ticks) > 20
    longest = max(after - before for before, after in pairwise(ticks))
    assert longest / cost.slowness < LONGEST_WAIT
