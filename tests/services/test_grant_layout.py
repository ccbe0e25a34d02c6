"""The official budget of grants: every account has one place, whatever the chart grows into."""

import csv
from collections import Counter

import pytest

from coopdesk.domain.errors import RuleError
from coopdesk.domain.grant_layout import GrantForm, LayoutSection, LayoutSide
from coopdesk.domain.legal_parameters import Confidence
from coopdesk.services.grant_layout import official_layout
from coopdesk.system.paths import database_files

_LAYOUT = official_layout()


def _chart():
    with (database_files() / "seed" / "chart.csv").open(encoding="utf-8") as file:
        numbers = [row["number"] for row in csv.DictReader(file, delimiter=";")]
    return [x for x in numbers if x.startswith(("6", "7", "86", "87"))]


def test_every_account_of_the_chart_falls_on_one_line_of_its_class():
    accounts = _chart()
    found = {number: _LAYOUT.line_of(number) for number in accounts}

    assert len(accounts) > 300
    assert [number for number, line in found.items() if line is None] == []
    for number, line in found.items():
        is_expense = number.startswith(("6", "86"))
        assert (line.side is LayoutSide.EXPENSE) == is_expense, number
        assert (line.section is LayoutSection.IN_KIND) == number.startswith("8"), number


def test_no_beginning_and_no_code_stands_on_two_lines():
    codes = [line.code for line in _LAYOUT.lines]
    beginnings = [start for line in _LAYOUT.lines for start in line.accounts]
    for told in (codes, beginnings):
        assert [x for x, count in Counter(told).items() if count > 1] == []


def test_accounts_of_balance_sheets_have_no_line():
    assert [_LAYOUT.line_of(x) for x in ("512", "4417", "194", "891", "8", "")] == [None] * 6


@pytest.mark.parametrize(
    ("account", "line"),
    [
        ("604", "60.services"),
        ("6063", "60.supplies"),
        ("6064", "60.other"),
        ("60641", "60.other"),
        ("609", "60.other"),
        ("611", "61.other"),
        ("6135", "61.rent"),
        ("6185", "61.documents"),
        ("6226", "62.fees"),
        ("6241", "62.bank"),
        ("6251", "62.travel"),
        ("6281", "62.bank"),
        ("6311", "63.pay"),
        ("63512", "63.other"),
        ("6414", "64.pay"),
        ("648", "64.other"),
        ("657", "65"),
        ("6894", "68"),
        ("7063", "70"),
        ("709", "70"),
        ("741", "74.other"),
        ("7551", "74.private"),
        ("75412", "75.gifts"),
        ("7561", "75.fees"),
        ("7588", "75.other"),
        ("713", "75.other"),
        ("7894", "78"),
        ("791", "79"),
        ("8611", "86.premises"),
        ("864", "86.volunteers"),
        ("870", "87.goods"),
        ("875", "87.volunteers"),
    ],
)
def test_the_longest_beginning_decides(account, line):
    assert _LAYOUT.line_of(account).code == line


def test_gifts_in_kind_are_matched_by_their_labels():
    labels = {line.code: line.label for line in _LAYOUT.lines if line.code.startswith("87")}

    assert labels["87.volunteers"] == "Bénévolat"
    assert labels["87.goods"] == "Dons en nature"


@pytest.mark.parametrize(
    ("named", "kind", "line"),
    [
        ("74.region", "public_body", "74.region"),
        ("", "public_body", "74.public"),
        ("", "foundation", "74.private"),
        ("", "", "74.other"),
        ("74.gone", "other", "74.other"),
    ],
)
def test_a_funder_has_the_line_of_its_request_then_of_its_kind(named, kind, line):
    assert _LAYOUT.line_of_funder(named, kind) == line


def test_the_layout_says_which_forms_it_follows_and_how_surely():
    form = _LAYOUT.forms[GrantForm.APPLICATION]

    assert (form.number, _LAYOUT.forms[GrantForm.REPORT].number) == ("12156*06", "15059*02")
    assert form.confidence is Confidence.OFFICIAL
    assert {x.code for x in _LAYOUT.groups if x.confidence is Confidence.UNSURE} == {"86", "87"}


def test_an_unknown_line_is_refused():
    with pytest.raises(RuleError, match=r"grant\.line_unknown"):
        _LAYOUT.line("60.champagne")
