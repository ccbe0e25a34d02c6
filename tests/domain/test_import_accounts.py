"""Accounts of a file that stand above others go to one of ours that takes lines."""

from __future__ import annotations

from coopdesk.domain.chart import AccountKind, AccountStatus, CatalogueAccount
from coopdesk.domain.chart_rules import starter
from coopdesk.domain.import_accounts import map_accounts


def account(number):
    status = AccountStatus.USUAL
    return CatalogueAccount(
        number, f"n° {number}", AccountKind.EITHER, status, "", is_usual=False
    )


CATALOGUE = {number: account(number) for number in ("41", "411", "512", "5121", "6063", "6064")}
CHART = {
    number: starter(CATALOGUE[number], {"41"})
    for number in ("41", "411", "512", "5121", "6063")
}


def mapped(*numbers):
    found = map_accounts(((number, "") for number in numbers), CHART, CATALOGUE)
    return {number: one.number for number, one in found.items()}


def test_zeros_behind_a_number_may_pad_it():
    assert mapped("606300", "6064000") == {"606300": "6063", "6064000": "6064"}


def test_money_goes_to_the_only_account_below_unless_the_file_names_it():
    assert mapped("512000") == {"512000": "5121"}
    assert mapped("512", "512100") == {"512": "5120", "512100": "5121"}


def test_two_accounts_above_others_never_meet():
    found = mapped("41", "4101", "512000", "512001")
    assert len(set(found.values())) == 4
    assert not any(
        one != other and other.startswith(one)
        for one in found.values()
        for other in found.values()
    )


def test_padded_twins_of_an_account_above_others_stay_one():
    found = mapped("41", "4100", "4110")
    assert found["41"] == found["4100"]


def test_what_is_no_french_account_waits_on_suspense():
    assert mapped("999999", "D12", "4" * 20) == dict.fromkeys(
        ("999999", "D12", "4" * 20), "471"
    )


def test_account_without_label_is_called_as_the_one_above():
    found = map_accounts((("5121LIV", ""), ("4110", "")), CHART, CATALOGUE)
    assert [found[x].label for x in ("5121LIV", "4110")] == ["n° 5121", "n° 411"]
