"""Import bank files of 20 000 operations, against ``csv.reader`` and ``executemany``.

The bare way reads the plain table with the csv module and inserts what the import left behind
into an equal empty file, every table, from tuples ready in memory: it spares itself deciding
anything. Each format is read and imported into an empty office, then once more (nothing is
new). Medians of CPU time of rounds in turn; the bar is five seconds for each.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import io
import random
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.measuring import content, cpu_seconds, quantile, raw_insert
from coopdesk.domain.bank_accounts import NewBankAccount
from coopdesk.domain.import_decisions import ImportDecisions
from coopdesk.domain.operations import Origin
from coopdesk.exchange.statement_files import read_statements
from coopdesk.services.bank import BankService
from coopdesk.services.bank_imports import BankImportService
from coopdesk.storage.database import Database, make_engine
from coopdesk.storage.migrations import create_database
from coopdesk.storage.unit_of_work import Signature, Units

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROUNDS = 3
SECONDS = 5.0
TODAY = dt.date(2026, 11, 22)
LABELS = ("VIR SEPA EXEMPLE", "PRLV SEPA ASSUREUR", "CB PAPETERIE FACT", "REM CHQ REF", "REMCB")
# In an order that the references allow.
TABLES = (
    "import_run",
    "bank_statement",
    "statement_line",
    "imported_row",
    "operation",
    "operation_change",
)
# However a file names the account, it is the one there is.
NAMES = ("", "10278//00020123456", "10278/07300/00020123456")
OURS = ImportDecisions(bank_accounts=dict.fromkeys(NAMES, 1))
Row = tuple[dt.date, int, str]


def operations(count: int) -> list[Row]:
    """Invent operations of a few years: a day, cents, a label."""
    chance = random.Random(38)
    first = dt.date(2022, 1, 1)
    return [
        (
            first + dt.timedelta(days=number * 1_700 // count),
            chance.choice((-1, 1)) * chance.randint(1, 200_000),
            f"{chance.choice(LABELS)} {chance.randrange(10**7)}",
        )
        for number in range(count)
    ]


def french(cents: int) -> str:
    """Return an amount as French files write it."""
    return f"{'-' * (cents < 0)}{abs(cents) // 100},{abs(cents) % 100:02d}"


def as_table(rows: list[Row]) -> bytes:
    """Return the table of Crédit Mutuel, with the balance beside each line."""
    lines, balance = ["Date;Date de valeur;Débit;Crédit;Libellé;Solde"], 0
    for day, cents, label in rows:
        balance += cents
        sides = (french(cents), "") if cents < 0 else ("", french(cents))
        cells = (f"{day:%d/%m/%Y}", f"{day:%d/%m/%Y}", *sides, label, french(balance))
        lines.append(";".join(cells))
    return "\r\n".join([*lines, ""]).encode("iso8859-15")


def as_ofx(rows: list[Row]) -> bytes:
    """Return the same operations as OFX."""
    head = (
        "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS>"
        "<CURDEF>EUR<BANKACCTFROM><BANKID>10278<ACCTID>00020123456</BANKACCTFROM><BANKTRANLIST>"
    )
    body = "".join(
        f"<STMTTRN><TRNTYPE>{'DEBIT' if cents < 0 else 'CREDIT'}<DTPOSTED>{day:%Y%m%d}"
        f"<TRNAMT>{french(cents)}<FITID>F{number}<NAME>{label[:32]}<MEMO>{label}</STMTTRN>"
        for number, (day, cents, label) in enumerate(rows)
    )
    tail = "</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>"
    return (head + body + tail).encode("cp1252")


def as_qif(rows: list[Row]) -> bytes:
    """Return the same operations as QIF."""
    body = "".join(
        f"D{day:%d/%m/%Y}\nT{french(cents)}\nP{label}\n^\n" for day, cents, label in rows
    )
    return f"!Type:Bank\n{body}".encode("cp1252")


def as_camt(rows: list[Row]) -> bytes:
    """Return the same operations as CAMT.053."""
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt>'
        "<Acct><Id><IBAN>FR7610278073000002012345612</IBAN></Id></Acct>"
    )
    body = "".join(
        f'<Ntry><Amt Ccy="EUR">{abs(cents) / 100:.2f}</Amt>'
        f"<CdtDbtInd>{'DBIT' if cents < 0 else 'CRDT'}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>"
        f"<BookgDt><Dt>{day}</Dt></BookgDt><AcctSvcrRef>F{number}</AcctSvcrRef>"
        f"<AddtlNtryInf>{label}</AddtlNtryInf></Ntry>"
        for number, (day, cents, label) in enumerate(rows)
    )
    return f"{head}{body}</Stmt></BkToCstmrStmt></Document>".encode()


FORMATS: dict[str, Callable[[list[Row]], bytes]] = {
    "table.csv": as_table,
    "statement.ofx": as_ofx,
    "statement.qif": as_qif,
    "statement.xml": as_camt,
}


class Office:
    """A fresh copy of an office with one bank account."""

    def __init__(self, template: Path, path: Path) -> None:
        shutil.copy(template, path)
        self._database = Database(path, make_engine(path))
        signature = Signature("", Origin.COMMAND_LINE, lambda: dt.datetime.now(dt.UTC))
        self.units = Units(self._database, signature)
        self._imports = BankImportService(self.units, lambda: TODAY)

    def bring(self, file: Path) -> float:
        """Return the CPU time of importing a file."""
        return cpu_seconds(lambda: self._imports.apply(file, OURS))

    def close(self) -> None:
        """Close the file."""
        self._database.close()


def bare(
    table: bytes, template: Path, path: Path, rows: dict[str, list[tuple[object, ...]]]
) -> float:
    """Return the CPU time of csv.reader and of the rows inserted as they are."""
    text = table.decode("iso8859-15")
    read = cpu_seconds(lambda: list(csv.reader(io.StringIO(text, newline=""), delimiter=";")))
    return read + raw_insert(template, path, rows)


def measured(folder: Path, count: int) -> Iterator[str]:
    """Yield what each format costs."""
    template, path = folder / "empty", folder / "office"
    create_database(template).close()
    office = Office(template, path)
    BankService(office.units, lambda: TODAY).add(NewBankAccount("Compte courant", ""))
    office.close()
    shutil.copy(path, template)
    told = operations(count)
    table = as_table(told)
    for name, write in FORMATS.items():
        file = folder / name
        file.write_bytes(write(told))
        office = Office(template, path)
        office.bring(file)
        office.close()
        rows = {table: found for table, found in content(path, TABLES).items() if found}
        (folder / "bare").unlink(missing_ok=True)
        rounds = []
        for _round in range(ROUNDS):
            office = Office(template, path)
            times = {
                "bare": bare(table, template, folder / "bare", _new(rows, template)),
                "reading": cpu_seconds(lambda: read_statements(file)),  # noqa: B023 (at once)
                "import": office.bring(file),
                "again": office.bring(file),
            }
            office.close()
            rounds.append(times)
        middle = {step: quantile([one[step] for one in rounds], 0.5) for step in rounds[0]}
        ratio = quantile([one["import"] / one["bare"] for one in rounds], 0.5)
        reading = quantile([one["reading"] / one["bare"] for one in rounds], 0.5)
        yield (
            f"{name} ({len(rows['statement_line'])} lines): bare {middle['bare']:.2f} s, "
            f"reading {middle['reading']:.2f} s ({reading:.1f} x), "
            f"import {middle['import']:.2f} s ({ratio:.1f} x), "
            f"again {middle['again']:.2f} s (bar {SECONDS} s)"
        )


def _new(
    rows: dict[str, list[tuple[object, ...]]], template: Path
) -> dict[str, list[tuple[object, ...]]]:
    """Return the rows that the template has not yet."""
    known = content(template, rows)
    return {
        name: [row for row in found if row not in set(known[name])]
        for name, found in rows.items()
    }


def main() -> None:
    """Print what each format costs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=20_000)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        for line in measured(Path(name), chosen.rows):
            print(line, flush=True)


if __name__ == "__main__":
    main()
