"""Grants, projects and calls are found from anywhere, and the accounts lead to their file."""

from __future__ import annotations

from coopdesk.ui.grants.finding import find_grants
from coopdesk.ui.inventory.grant_sheet import grant_parts, read_grant
from coopdesk.ui.inventory.links import REQUEST_LINK
from coopdesk.ui.widgets.record_parts import Facts, Words
from tests.ui.grants.conftest import click, open_one, save
from tests.ui.partners.conftest import read


def test_words_find_grants_projects_and_calls(office, made):
    found = {hit.target for hit in find_grants(office.desk, "four")}
    assert found == {
        ("request", made.granted),
        ("request", made.draft),
        ("project", made.project),
    }
    # The request that answers the call is found by its title as well.
    targets = [hit.target for hit in find_grants(office.desk, "lieux")]
    assert targets == [("request", made.draft), ("call", made.call)]
    assert find_grants(office.desk, "f") == []


def test_record_in_the_accounts_leads_to_the_file(office, made):
    award = office.services.grant_requests.get(made.granted).award
    sheet = read_grant(office.services, award.id, None)
    facts = next(part for part in grant_parts(sheet) if isinstance(part, Facts))
    links = {said.link for _name, said in facts.rows if isinstance(said, Words)}
    assert f"{REQUEST_LINK}:{made.granted}" in links


def test_funder_is_asked_from_its_own_record(qtbot, office, page, made):
    open_one(qtbot, office, page, "contact", made.foundation)
    assert "Four, part de la fondation" in read(page)
    dialog = click(qtbot, office, page, "add-grant:0")
    assert dialog.funder.contact_id() == made.foundation
    dialog.title.setText("Bancs publics")
    save(qtbot, office, page, dialog)
    assert "Bancs publics" in read(page)
