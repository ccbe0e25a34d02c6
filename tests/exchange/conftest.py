"""Files in HelloAsso's layout, written for the test that needs them."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

DATA = Path(__file__).parent.parent / "data"

PAYMENT = {
    "Référence commande": "90010001",
    "Référence paiement": "80020001",
    "Montant total": "45,00",
    "Date du paiement": "03/04/2026 18:23:13",
    "Statut du paiement": "Payé",
    "Nom payeur": "Lefèvre",
    "Prénom payeur": "Élodie",
    "Email payeur": "elodie.lefevre@example.org",
    "Campagne": "Fête de printemps",
    "Type de campagne": "Billetterie",
    "Montant du tarif": "40,00",
    "Don supplémentaire": "5,00",
    "Moyen de paiement": "Carte bancaire",
    "Reçu fiscal": "",
}


def as_text(rows: Sequence[Sequence[str]], delimiter: str = ";") -> str:
    """Write rows as a delimited text."""
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return stream.getvalue()


def rows_of(name: str) -> list[list[str]]:
    """Read a fixture as a spreadsheet program would."""
    text = (DATA / name).read_bytes().decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


@pytest.fixture
def data() -> Path:
    """The folder of fixtures."""
    return DATA


@pytest.fixture
def fixture_rows() -> Callable[[str], list[list[str]]]:
    """Read a fixture as rows of cells."""
    return rows_of


@pytest.fixture
def write_table(tmp_path: Path) -> Callable[..., Path]:
    """Write rows of cells as a file."""

    def write(
        rows: Sequence[Sequence[str]],
        *,
        delimiter: str = ";",
        encoding: str = "utf-8-sig",
        name: str = "export.csv",
    ) -> Path:
        path = tmp_path / name
        path.write_bytes(as_text(rows, delimiter).encode(encoding))
        return path

    return write


@pytest.fixture
def write_payments(write_table: Callable[..., Path]) -> Callable[..., Path]:
    """Write a payments export; each row names only what differs from an ordinary payment."""

    def write(*changes: dict[str, str], **options: str) -> Path:
        payments = [
            PAYMENT | {"Référence paiement": f"8002000{number}"} | change
            for number, change in enumerate(changes or ({},), start=1)
        ]
        header = list(dict.fromkeys(label for payment in payments for label in payment))
        rows = [[payment.get(label, "") for label in header] for payment in payments]
        return write_table([header, *rows], **options)

    return write


@pytest.fixture
def write_workbook(tmp_path: Path) -> Callable[..., Path]:
    """Write sheets of values as an XLSX file."""
    from openpyxl import Workbook

    def write(*sheets: Sequence[Sequence[object]], name: str = "export.xlsx") -> Path:
        book = Workbook()
        book.remove(book.active)
        for number, rows in enumerate(sheets, start=1):
            sheet = book.create_sheet(f"Feuille {number}")
            for row in rows:
                sheet.append(list(row))
        path = tmp_path / name
        book.save(path)
        book.close()
        return path

    return write
