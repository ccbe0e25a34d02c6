"""A budget typed by keyboard, compared with what came, adopted."""

from __future__ import annotations

from PySide6.QtCore import Qt

from coopdesk.domain.budgets import BudgetState, NewBudgetVersion
from coopdesk.ui.reports.targets import BUDGET, PAGE
from tests.ui.office import problems_of


def test_budget_is_typed_line_by_line_and_compared(page, office, qtbot):
    budgets = office.services.budgets
    version = budgets.add(NewBudgetVersion(page.fiscal_year.id, "Budget voté")).value
    office.desk.navigator.open(PAGE, (BUDGET,))
    office.idle(qtbot)
    view = page.views.shown
    for account, amount in (("6063", "25"), ("75411", "=2*100")):
        view.bar.account.setText(account)
        view.bar.amount.setText(amount)
        view.bar.amount.setFocus()
        qtbot.keyClick(view.bar.amount, Qt.Key.Key_Return)
        office.idle(qtbot)
        assert view.bar.account.text() == ""
    page.reload()
    office.idle(qtbot)
    said = {row.key: row.cells[-1].text for row in view.sheet.figures.rows if row.opens}
    assert said == {
        "6063": "122\u00a0% · 5,50\u00a0€ de trop",
        "75411": "85\u00a0% · encore 30,00\u00a0€",
    }
    assert problems_of(page) == []

    view.bar.account.setText("5121")
    view.bar.amount.setText("10")
    qtbot.keyClick(view.bar.amount, Qt.Key.Key_Return)
    office.idle(qtbot)
    assert view.bar.error.text()
    budgets.adopt(version.id)
    page.reload()
    office.idle(qtbot)
    assert view.version.state is BudgetState.ADOPTED
    assert view.bar.isHidden()


def test_a_sheet_is_looked_at_before_it_becomes_a_budget(page, office, qtbot, tmp_path):
    path = tmp_path / "budget voté.csv"
    path.write_text("Compte;Libellé;Montant\n6063;Terreau;300,00\n7561;Cotisations;900,00\n")
    office.desk.navigator.open(PAGE, (BUDGET,))
    office.idle(qtbot)
    importing = page.views.shown.importing
    importing.look_for(page.fiscal_year, path)
    office.idle(qtbot)
    dialog = importing.asker.dialog
    assert [row.cells[0] for row in dialog.sheet.figures.rows] == ["6063", "7561"]
    assert "2 lignes" in dialog.notice.text
    assert office.services.budgets.versions(page.fiscal_year.id) == []
    dialog.submit_button.click()
    office.idle(qtbot)
    (made,) = office.services.budgets.versions(page.fiscal_year.id)
    assert (made.content.name, made.line_count) == ("budget voté", 2)

    path.write_text("Compte;Libellé;Montant\n5121;Banque;300,00\n")
    importing.look_for(page.fiscal_year, path)
    office.idle(qtbot)
    wrong = importing.asker.dialog
    assert not wrong.submit_button.isEnabled()
    assert wrong.problems.text().startswith("Ligne 2")
    wrong.reject()
