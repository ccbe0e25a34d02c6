"""The real layout of Open Collective, when the samples stand beside the project."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from coopdesk.domain.errors import RuleError
from coopdesk.domain.imports import PART_OF_PAYMENT, RowVerdict
from coopdesk.domain.money import ZERO, Money, total
from coopdesk.domain.open_collective import transaction_groups
from coopdesk.exchange.file_content import FileContent, read_content
from coopdesk.exchange.open_collective import read_open_collective, read_transactions
from coopdesk.services.imports import ImportService
from coopdesk.wording.errors import error_text
from tests.building import new_units, today

SAMPLES = Path(__file__).parents[3] / "shared" / "samples" / "opencollective"
TRANSACTIONS = SAMPLES / "transactions_27col_reel_pseudonymise.csv"

pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="no samples beside the project")


@pytest.fixture(scope="module")
def content() -> FileContent:
    return read_content(TRANSACTIONS)


@pytest.fixture(scope="module")
def in_euros(content) -> FileContent:
    """The same file of a collective whose host keeps its money in euros."""
    return FileContent(content.name, content.data.replace(b'"USD"', b'"EUR"'))


def test_101_rows_hold_13_reversals_and_9_reversed_ones(content):
    rows = read_transactions(content)
    assert len(rows) == 101
    assert Counter(x.kind for x in rows) == {
        "CONTRIBUTION": 41,
        "HOST_FEE": 34,
        "EXPENSE": 11,
        "ADDED_FUNDS": 11,
        "PAYMENT_PROCESSOR_COVER": 4,
    }
    assert sum(x.is_reverse for x in rows) == 13
    assert sum(x.is_reversed for x in rows) == 9


def test_each_reversal_and_what_it_gives_back_come_to_nothing(content):
    rows = read_transactions(content)
    groups = {group.reference: group for group in transaction_groups(rows)}
    group_of = {row.reference: groups[row.group] for row in rows}
    backs = [x for x in rows if x.is_reverse and x.other and not x.is_fee]
    sums = [group_of[x.reference].net + group_of[x.other].net for x in backs]
    assert sums == [ZERO] * 6
    refund = [x.net.cents for x in rows if x.reference in {"10419398", "10419403"}]
    gives_back = group_of["10440822"].transactions
    assert sorted(refund + [x.net.cents for x in gives_back]) == [
        -25000,
        -2500,
        1130,
        2500,
        23870,
    ]


def test_dollars_are_refused_line_by_line_and_never_taken_for_euros(content):
    read = read_open_collective(content)
    assert read.rows == ()
    assert {x.code for x in read.problems} == {"collective.currency"}


def test_file_in_euros_is_63_payments_and_fees_of_an_operation_that_is_not_there(in_euros):
    read = read_open_collective(in_euros)
    assert len(read.rows) == 63
    assert [(x.line, x.code) for x in read.problems] == [(41, "collective.fees_alone")]
    assert {row.doubt for row in read.rows} == {""}
    assert not any(row.payer.is_anonymous for row in read.rows)
    net = total(row.signed_amount - row.fee for row in read.rows)
    kept = total(x.net for x in read_transactions(in_euros) if x.line != 41)
    assert net == kept, "no cent of the platform's balance is lost"


def test_incognito_stays_anonymous_and_twice_the_file_is_once(in_euros, tmp_path):
    named, hidden = b'"contrib-0018","Contributeur 0018"', b'"incognito-1","Incognito"'
    path = tmp_path / "transactions.csv"
    path.write_bytes(in_euros.data.replace(named, hidden))
    with new_units(tmp_path / "desk.coopdesk") as units:
        service = ImportService(units, today)
        summary = service.apply(path).value
        assert (summary.new, summary.doubtful, summary.refused) == (100, 0, 1)
        preview = service.preview(path)
        assert [x.line for x in preview.lines] == list(range(2, 103)), "every row stands there"
        assert sum(x.reason == PART_OF_PAYMENT for x in preview.lines) == 37
        assert preview.count(RowVerdict.SAME) == 100
        assert service.apply(path).value is None
        anonymous = [x for x in preview.lines if x.amount in {Money(25000), Money(-25000)}]
        assert sum(x.contact_id is None for x in anonymous) == 3


@pytest.mark.parametrize(
    ("tail", "code", "numbers"),
    [
        (
            b"Warning: totalCount is 3136 and limit was 1000",
            "collective.truncated",
            {"count": 3136, "limit": 1000},
        ),
        (b"\nError while fetching account transactions.", "collective.broken_off", {}),
    ],
)
def test_file_that_says_it_is_not_whole_is_refused(content, tail, code, numbers):
    with pytest.raises(RuleError) as refused:
        read_open_collective(FileContent(content.name, content.data + tail))
    assert (refused.value.code, refused.value.values) == (code, numbers)
    assert all(str(number) in error_text(refused.value) for number in numbers.values())
