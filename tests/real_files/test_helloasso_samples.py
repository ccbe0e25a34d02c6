"""Real layouts of HelloAsso, when the samples stand beside the project."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from coopdesk.domain.errors import RuleError
from coopdesk.domain.imports import FileFormat
from coopdesk.domain.money import Money, total
from coopdesk.domain.payments import LineKind, PaymentMode
from coopdesk.exchange.helloasso import read_file

SAMPLES = Path(__file__).parents[3] / "shared" / "samples"
HELLOASSO = SAMPLES / "helloasso"

pytestmark = pytest.mark.skipif(not HELLOASSO.is_dir(), reason="no samples beside the project")


def test_the_event_of_2025_gives_five_registrations_of_25_euros():
    read = read_file(HELLOASSO / "evenement_2025_pseudonymise.csv")
    assert (read.file_format, read.problems, read.warnings) == (
        FileFormat.HELLOASSO_EVENT,
        (),
        (),
    )
    assert len(read.rows) == 5
    assert total(row.amount for row in read.rows) == Money(2500)
    assert {row.kind for row in read.rows} == {LineKind.REGISTRATION}
    assert "Prénom de l'enfant 2" in read.rows[0].answers
    answers = [row.answers["Année de naissance Enfant"] for row in read.rows]
    assert answers.count("2020 ; 2019") == 3


def test_the_payments_of_2026_split_a_gift_and_keep_the_offline_row():
    read = read_file(HELLOASSO / "paiements_2026_17col_pseudonymise.csv")
    assert (read.file_format, read.problems, read.warnings) == (
        FileFormat.HELLOASSO_PAYMENTS,
        (),
        (),
    )
    ticket, fee = read.rows
    assert [(part.kind, part.amount) for part in ticket.parts] == [
        (LineKind.REGISTRATION, Money(4000)),
        (LineKind.GIFT, Money(500)),
    ]
    assert (ticket.offline, fee.offline) == (False, True)
    assert (fee.mode, fee.paid_on) == (PaymentMode.TRANSFER, dt.date(2026, 4, 3))
    assert {row.doubt for row in read.rows} == {""}


@pytest.mark.parametrize(
    ("name", "file_format"),
    [
        ("paiements_31col_ENTETE_SEULE.csv", FileFormat.HELLOASSO_PAYMENTS),
        ("adhesions_2024_18col_ENTETE_SEULE.csv", FileFormat.HELLOASSO_MEMBERSHIP),
    ],
)
def test_headers_alone_are_recognised(name, file_format):
    read = read_file(HELLOASSO / name)
    assert (read.file_format, read.rows) == (file_format, ())


def test_the_memberships_of_2019_are_read():
    read = read_file(HELLOASSO / "adhesions_2019_ancien_format_pseudonymise.csv")
    assert [row.amount for row in read.rows] == [Money(22300), Money(19500), Money(20500)]
    assert [row.order_ref for row in read.rows] == ["10422436", "10391725", "10387546"]


def test_files_of_other_programs_are_refused_and_nothing_else_happens():
    others = [
        path for path in SAMPLES.rglob("*") if path.is_file() and HELLOASSO not in path.parents
    ]
    assert others
    for path in others:
        with pytest.raises(RuleError, match=r"^file\.(unknown_format|empty|is_xml|too_many)"):
            read_file(path)
