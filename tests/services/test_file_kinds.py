"""A file of every format through the one door: known, brought in once, taken back whole."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from coopdesk.domain.bank_lists import StatementFilter
from coopdesk.domain.import_formats import FileFormat, FileKind
from coopdesk.domain.imports import RowVerdict
from coopdesk.services.progress import JobCancelledError
from tests.exchange import test_entry_files as books
from tests.exchange.collectives import API, DASHBOARD, contribution, refund
from tests.exchange.collectives import written as collective
from tests.exchange.test_bank_tables import COOPERATIF, MUTUEL, POSTALE
from tests.exchange.test_camt import camt, entry, statement
from tests.exchange.test_helloasso_json import payment
from tests.exchange.test_ofx import ofx
from tests.exchange.test_open_collective_contacts import CONTRIBUTORS, MEMBERS, as_csv
from tests.exchange.test_qif import qif
from tests.exchange.test_statement_files import TEXTS
from tests.front_door import front_door
from tests.services.test_helloasso_payouts import row as payout
from tests.services.test_poll_imports import DAYS, EVENTS, FORM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.front_door import FrontDoor

DATA = Path(__file__).parents[1] / "data"
POSTALE_TEXT = "\r\n".join(";".join(row) for row in POSTALE)
BPCE = (
    "Date de comptabilisation;Libelle simplifie;Libelle operation;Reference;"
    "Informations complementaires;Type operation;Categorie;Sous categorie;Debit;Credit;"
    "Date operation;Date de valeur;Pointage operation\n"
    "18/04/26;LIBRAIRIE;CB LIBRAIRIE;A1;;Carte;;;-230,00;;16/04/26;18/04/26;0\n"
    "16/04/26;EXEMPLE;VIR EXEMPLE;B2;;Virement;;;;+115,00;16/04/26;16/04/26;0\n"
)
SAVINGS = (
    "Code de la banque : 17515;Code de l'agence : 90000\n"
    "Numéro de compte : 04012345678;Devise : EUR;\n\nSolde en fin de période;;;;129,61\n"
    "Date;Numéro d'opération;Libellé;Débit;Crédit;Détail;\n"
    "30/11/20;3011202020201130-08.38 -;*CB COM;-0,39;;*CB COM CONTRAT 8;\n"
    "30/11/20;3011202020201130-08.33 -;CB;;+30,00;CB REM 105;\n"
    "Solde en début de période;;;;100,00\n"
)
CHOICES = ',"Plan M","Salle municipale",\r\n"Yann","Oui","Non",\r\n'
REFUND = [*contribution(1, 1, taken_back_by=3), *refund(3, 2, takes_back=1)]


def _payout() -> str:
    rows = [payout("1"), payout("2", credit="10.00")]
    return "\n".join([";".join(rows[0]), *(";".join(map(str, one.values())) for one in rows)])


FILES = {
    "mutuel": (
        MUTUEL + "05/01/2026;;-4,79;;PRLV;95,21\n05/01/2026;;-4,79;;PRLV;90,42\n",
        "statement credit_mutuel: 2 new",
    ),
    "cooperatif": (
        COOPERATIF + "02/10/2026;CHQ;;45,20;DEBIT\n03/10/2026;VIR;;40,00;CREDIT\n",
        "statement credit_cooperatif: 2 new",
    ),
    "postale": (POSTALE_TEXT, "statement banque_postale: 2 new"),
    "bpce": (BPCE, "statement bpce: 2 new"),
    "savings": (SAVINGS, "statement caisse_epargne: 2 new"),
    "table": (
        "Date;Libellé;Débit;Crédit\n03/02/2026;PRLV EAU;12,5;\n13/02/2026;VIR;;40\n",
        "statement ?: 2 new",
    ),
    "ofx": (TEXTS[FileFormat.OFX], "statement ofx: 2 new"),
    "qif": (TEXTS[FileFormat.QIF], "statement qif: 1 new"),
    "cfonb": (TEXTS[FileFormat.CFONB], "statement cfonb: 3 new"),
    "camt": (TEXTS[FileFormat.CAMT], "statement camt: 1 new"),
    "fec": (books.fec(*books.PAIR), "entries ?: 1 entries"),
    "paheko": ("\n".join((books.PAHEKO, *books.ROWS)) + "\n", "entries ?: 2 entries"),
    "collective": (collective(REFUND, DASHBOARD).data, "payments open_collective: 5 new"),
    "collective api": (collective(REFUND, API).data, "payments open_collective: 5 new"),
    "contributors": (CONTRIBUTORS, "contacts open_collective_contributors: 2 new"),
    "members": (as_csv(MEMBERS), "contacts open_collective_members: 2 new"),
    "members json": (json.dumps(MEMBERS), "contacts open_collective_members: 2 new"),
    "payout": (_payout(), "payments helloasso_payout: 2 new"),
    "api": (json.dumps(payment()), "payments helloasso_api: 1 new"),
    "days": (DAYS, "poll framadate: 2 new"),
    "days resaved": (DAYS.replace('"', "").replace(",", ";"), "poll framadate: 2 new"),
    "choices": (CHOICES, "poll framadate: 1 new"),
    "form": (FORM, "poll webform: 2 new"),
    "events": (EVENTS, "calendar icalendar: 2 new 1 refused"),
}


@pytest.fixture(scope="module")
def door(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FrontDoor]:
    with front_door(tmp_path_factory.mktemp("door") / "office.coopdesk") as opened:
        yield opened


def written(tmp_path: Path, content: str | bytes) -> Path:
    """A file whose name says nothing."""
    path = tmp_path / "fichier"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_each_format_comes_in_once_and_goes_out_whole(
    door: FrontDoor, tmp_path: Path, name: str
) -> None:
    content, said = FILES[name]
    assert door.said(written(tmp_path, content)) == said


@pytest.mark.parametrize("path", sorted(DATA.glob("[ch]*_*.[cv]*")), ids=lambda path: path.name)
def test_exports_of_people_and_payments_come_in_once_and_go_out_whole(
    door: FrontDoor, path: Path
) -> None:
    kind = "payments helloasso" if path.name.startswith("helloasso") else "contacts "
    said = door.said(path)
    assert said.startswith(kind)
    assert " new" in said


SAME_PERIOD = {
    "mutuel": MUTUEL
    + "05/01/2026;05/01/2026;-19,99;;PRLV FREE MOBILE;100,00\n"
    + "05/01/2026;05/01/2026;-19,99;;PRLV FREE MOBILE;80,01\n"
    + "13/01/2026;13/01/2026;;40,00;VIR SEPA EXEMPLE;120,01\n",
    "ofx": ofx(
        "<DTPOSTED>20260105<TRNAMT>-19.99<FITID>A1<NAME>FREE MOBILE",
        "<DTPOSTED>20260106<TRNAMT>-19.99<FITID>A2<NAME>FREE MOBILE",
        "<DTPOSTED>20260113<TRNAMT>40.00<FITID>A3<NAME>EXEMPLE<MEMO>COTISATION",
    ),
    "qif": qif(
        "D05/01/2026 / T-19.99 / PFREE",
        "D05/01/2026 / T-19.99 / PFREE",
        "D13/01/2026 / T40.00 / PVIREMENT",
    ),
    "camt": camt(
        statement(
            *(entry("19.99", more=f"<AddtlNtryInf>{one}</AddtlNtryInf>") for one in "AB"),
            entry("40.00", "CRDT").replace("2026-01-05", "2026-01-12"),
        )
    ),
}


@pytest.mark.parametrize(
    ("first", "second"),
    [("mutuel", "ofx"), ("ofx", "mutuel"), ("qif", "camt"), ("camt", "qif")],
)
def test_the_same_period_in_another_format_is_probably_known_line_by_line(
    door: FrontDoor, tmp_path: Path, first: str, second: str
) -> None:
    path = written(tmp_path, SAME_PERIOD[first])
    run = door.services.bank_imports.apply(path, door.answers(path)).value
    assert (run.new, run.doubtful) == (3, 0)
    known = _labels(door)
    again = written(tmp_path, SAME_PERIOD[second])
    preview = door.services.bank_imports.preview(again, door.answers(again))
    assert [(one.verdict, one.reason) for one in preview.lines] == [
        (RowVerdict.DOUBTFUL, "probable_line")
    ] * 3
    assert {one.values["label"] for one in preview.lines} <= set(known)
    # Balances that no file told yet come in all the same.
    more = door.services.bank_imports.apply(again, door.answers(again)).value
    assert _labels(door) == known
    for one in filter(None, (more, run)):
        door.services.imports.undo(one.id)
    assert door.rows() == door.before


def _labels(door: FrontDoor) -> list[str]:
    ids = door.services.bank.ids(StatementFilter())
    return [row.label for row in door.services.bank.lines(ids)]


class BreakAt:
    """Stops, or fails, when the work has gone on so many times."""

    def __init__(self, steps: int, error: type[Exception]) -> None:
        self._left = steps
        self._error = error

    def advance(self, _done: int, _total: int) -> None:
        self._left -= 1
        if self._left < 0:
            raise self._error


@pytest.mark.parametrize("error", [JobCancelledError, MemoryError])
@pytest.mark.parametrize("name", ["statement", "poll", "calendar"])
def test_what_is_stopped_or_fails_on_the_way_leaves_nothing(
    door: FrontDoor, tmp_path: Path, name: str, error: type[Exception]
) -> None:
    operation = "05/01/2026;;;{},00;VIR;\n"
    many = MUTUEL + "".join(operation.format(cents) for cents in range(1, 801))
    path = written(tmp_path, {"statement": many, "poll": DAYS, "calendar": EVENTS}[name])
    imports = door.imports[FileKind(name)]
    broken = 0
    while True:
        try:
            run = imports.apply(path, progress=BreakAt(broken, error)).value
        except error:
            broken += 1
            assert door.rows() == door.before
        else:
            break
    door.services.imports.undo(run.id)
    assert broken > 1
    assert door.rows() == door.before
