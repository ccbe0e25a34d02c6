"""Fills an office with all that filters ask for, by bare SQL.

The columns are those that the program writes; what is derived from them is kept by triggers.
"""

from __future__ import annotations

import random
import sqlite3
from typing import TYPE_CHECKING, Any

from coopdesk.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

_WORDS = (
    "rencontré à la fête des Rives",
    "rappeler en février pour l’atelier",
    "préfère être appelée le soir",
    "a prêté la remorque",
    "ancien trésorier",
    "s’intéresse au four à pain",
    "connaît la mairie",
)
_DISCIPLINES = ("Économie", "Sociologie", "Droit", "Géographie", "Histoire")
_KINDS = ("association", "cooperative", "company", "public_body", "foundation")
_FIELDS = (
    ("Surnom", "text", ""),
    ("Parcours", "long_text", ""),
    ("Trajet", "number", ""),
    ("Avance", "amount", ""),
    ("Permis", "date", ""),
    ("Vélo", "yes_no", ""),
    ("Jours", "choices", "lundi\nmardi\nmercredi"),
)
_PLACES = (("BE", "4410", "Liège"), ("CH", "1201", "Genève"), ("LU", "1009", "Luxembourg"))


def fill(path: Path) -> None:
    """Add notes, own fields, further e-mails, receipts and imports, in one transaction."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.create_function("folded", 1, fold, deterministic=True)
    for pragma in ("synchronous=OFF", "journal_mode=MEMORY", "recursive_triggers=ON"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("BEGIN")
    _Filling(connection).all()
    connection.execute("COMMIT")
    connection.close()


class _Filling:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._chance = random.Random(1905)
        read = connection.execute("SELECT id, kind FROM contact ORDER BY id").fetchall()
        self._ids = [key for key, _kind in read]
        self._organisations = [key for key, kind in read if kind == "organisation"]

    def all(self) -> None:
        """Fill everything."""
        self._fill_contacts()
        self._fill_details()
        self._fill_fields()
        self._fill_receipts()
        self._fill_imports()
        for table, text in (
            ("contact", "note"),
            ("contact_note", "text"),
            ("custom_value", "text"),
        ):
            self._connection.execute(f"UPDATE {table} SET {text}_key = folded({text})")  # noqa: S608 (our own names)

    def _some(self, share: float) -> list[int]:
        return sorted(self._chance.sample(self._ids, int(share * len(self._ids))))

    def _note(self) -> str:
        return ", ".join(self._chance.sample(_WORDS, 2)).capitalize()

    def _insert(self, table: str, columns: str, rows: Iterable[Sequence[Any]]) -> None:
        marks = ", ".join("?" * len(columns.split(", ")))
        statement = f"INSERT INTO {table} ({columns}) VALUES ({marks})"  # noqa: S608 (our own names)
        self._connection.executemany(statement, rows)

    def _set(
        self, columns: str, ids: Sequence[int], value: Callable[[], Sequence[Any]]
    ) -> None:
        names = ", ".join(f"{name} = ?" for name in columns.split(", "))
        statement = f"UPDATE contact SET {names} WHERE id = ?"  # noqa: S608 (our own names)
        self._connection.executemany(statement, ((*value(), key) for key in ids))

    def _fill_contacts(self) -> None:
        pick = self._chance.choice
        self._set("note", self._some(0.2), lambda: (self._note(),))
        self._set("discipline", self._some(0.2), lambda: (pick(_DISCIPLINES),))
        self._set("language", self._some(0.5), lambda: (pick(("fr", "fr", "en", "es")),))
        self._set("organisation_kind", self._organisations, lambda: (pick(_KINDS),))

        def abroad() -> tuple[str, str, str, str]:
            country, postcode, town = pick(_PLACES)
            return country, postcode, town, fold(town)

        self._set("country, postal_code, city, city_key", self._some(0.02), abroad)
        self._set("state", self._some(0.03), lambda: ("archived",))

    def _fill_details(self) -> None:
        pick = self._chance.choice
        points = ((key, "email", f"autre{key}@example.org") for key in self._some(0.1))
        self._insert(
            "contact_point",
            "contact_id, kind, value, value_key, label",
            ((key, kind, x, x, "") for key, kind, x in points),
        )
        phones = ((key, f"06{self._chance.randrange(10**8):08}") for key in self._some(0.2))
        self._insert(
            "contact_point",
            "contact_id, kind, value, value_key, label",
            ((key, "phone", x, x, "") for key, x in phones),
        )
        self._insert(
            "contact_note",
            "contact_id, noted_on, text, author",
            ((key, "2025-06-01", self._note(), "") for key in self._some(0.3)),
        )
        decided = ((key, pick((0, 1)), pick((2024, 2025))) for key in self._some(0.7))
        self._insert(
            "consent",
            "contact_id, purpose, given, decided_on, source",
            ((key, "photo", given, f"{year}-05-01", "") for key, given, year in decided),
        )
        again = ((key, pick((0, 1))) for key in self._some(0.3))
        self._insert(
            "consent",
            "contact_id, purpose, given, decided_on, source",
            ((key, "newsletter", given, "2026-06-01", "") for key, given in again),
        )

    def _fill_fields(self) -> None:
        self._insert(
            "custom_field",
            "id, name, name_key, kind, kind_of_contact, choices, is_listed, is_searched,"
            " position",
            (
                (n, name, fold(name), kind, "", choices, 0, 0, n)
                for n, (name, kind, choices) in enumerate(_FIELDS, 2)
            ),
        )
        pick, number = self._chance.choice, self._chance.randrange
        values: tuple[Callable[[], str], ...] = (
            lambda: f"{pick(_WORDS).split()[-1]} {number(999)}",
            self._note,
            lambda: str(number(900) / 10),
            lambda: str(number(500_000)),
            lambda: f"{number(1960, 2026)}-03-{number(1, 29):02}",
            lambda: pick(("0", "1")),
            lambda: pick(("lundi", "mardi\nmercredi", "lundi\nmercredi", "mercredi")),
        )
        for field, value in enumerate(values, 2):
            rows = ((key, field, value()) for key in self._some(0.6))
            self._insert("custom_value", "contact_id, field_id, text", rows)

    def _fill_receipts(self) -> None:
        self._insert(
            "tax_receipt",
            "year, number, form, form_version, scope, issued_on, issued_at, donor_id,"
            " donor_name, donor_sort_key, amount_cents, gift_count, snapshot, salt, pdf,"
            " pdf_sha256, previous_hash, hash",
            (
                (
                    2025,
                    n,
                    "11580",
                    "05",
                    "donor",
                    "2026-01-10",
                    "2026-01-10 10:00:00.000000",
                    key,
                    "",
                    "",
                    2000,
                    1,
                    "",
                    "",
                    b"",
                    "",
                    str(n - 1) if n > 1 else "",
                    str(n),
                )
                for n, key in enumerate(self._some(0.3), 1)
            ),
        )

    def _fill_imports(self) -> None:
        self._insert(
            "import_run",
            "id, file_name, sha256, file_format, imported_at, author, new_count, changed_count,"
            " same_count, doubtful_count, refused_count, amount_cents",
            (
                (n, f"{n}.csv", str(n), "contacts", "2026-01-10 10:00:00", "", *([0] * 6))
                for n in range(1, 6)
            ),
        )
        (payments,) = zip(
            *self._connection.execute("SELECT id FROM payment WHERE payer_id IS NOT NULL"),
            strict=True,
        )
        bought = self._chance.sample(payments, len(payments) // 5)
        self._insert(
            "registration",
            "kind, source, outside_key, order_ref, registered_on, status, tariff, amount_cents,"
            " participant_last_name, participant_first_name, contact_id, payment_id, answers,"
            " outside_content",
            (
                (
                    "registration",
                    "helloasso",
                    str(n),
                    str(n),
                    "2025-06-01",
                    "",
                    "",
                    500,
                    "",
                    "",
                    self._chance.choice(self._ids),
                    key,
                    "",
                    "",
                )
                for n, key in enumerate(bought)
            ),
        )
        columns = "run_id, line, verdict, reason, {}, raw"
        runs = {
            "contact_id": (1, self._some(0.9)),
            "payment_id": (2, bought),
            "registration_id": (3, range(1, len(bought) + 1)),
        }
        for column, (run, keys) in runs.items():
            rows = ((run, n, "new", "", key, "") for n, key in enumerate(keys))
            self._insert("imported_row", columns.format(column), rows)
