"""Feed spoilt files to every reader for a while: none may raise anything but an error in words.

``python -m benchmarks.fuzz_readers [SECONDS] [READER…]``; a minute for each reader by default.
Files are those of the tests, and the samples where they stand beside the project, spoilt by
changes drawn from the number of the input: a failure is found again by its number. What takes
longer than a second is told, and the memory that the worst of a reader took.
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import time
import traceback
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from coopdesk.domain.errors import ExternalError, RuleError
from coopdesk.exchange.camt import looks_like_camt, read_camt
from coopdesk.exchange.cfonb import looks_like_cfonb, read_cfonb
from coopdesk.exchange.contact_files import read_contacts
from coopdesk.exchange.entry_files import read_entries
from coopdesk.exchange.file_content import FileContent
from coopdesk.exchange.file_kinds import kind_of_file
from coopdesk.exchange.framadate import looks_like_framadate, read_framadate
from coopdesk.exchange.ical import looks_like_ical, read_ical
from coopdesk.exchange.ofx import looks_like_ofx, read_ofx
from coopdesk.exchange.open_collective import (
    looks_like_open_collective,
    read_open_collective,
)
from coopdesk.exchange.payment_files import read_payments
from coopdesk.exchange.qif import looks_like_qif, read_qif
from coopdesk.exchange.statement_files import read_statements
from coopdesk.exchange.webform import looks_like_webform, read_webform
from tests.exchange.test_polls import as_sheet
from tests.exchange.test_statement_files import TEXTS, archive
from tests.services.test_poll_imports import DAYS, EVENTS, FORM

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT.parent / "shared" / "samples"
DATA = ROOT / "tests" / "data"
# What trips readers: marks of other formats, numbers without end, characters that are none.
WORDS = (
    *(b"<STMTTRN>", b"</STMTTRN>", b"<BALAMT>", b"<!DOCTYPE a>", b"<!--", b"<![CDATA[", b"]]>"),
    *(
        b"&#55296;",
        b"&amp;",
        b"NaN",
        b"1E+999",
        b"-",
        b",",
        b".",
        b"1,000.00",
        b"99999999999999",
    ),
    *(
        b"20260231",
        b"00/00/0000",
        b"29/02/2025",
        b"9999-99-99",
        b"\0",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
    ),
    *(
        b"\x80",
        b"\xed\xa0\x80",
        b"\xf0\x9f\x98\x80",
        "١٢".encode(),
        "²".encode(),
        b"\x1a",
        b"\r",
    ),
    *(
        b'"',
        b'""',
        b";",
        b"\t",
        b"|",
        b"=1+1",
        b"'",
        b"^",
        b"!Type:Bank",
        b"!Account",
        b"$",
        b"%",
    ),
    *(
        b"BEGIN:VEVENT",
        b"END:VEVENT",
        b"RRULE:FREQ=SECONDLY",
        b"DTSTART:",
        b"{",
        b"}",
        b"[",
        b"null",
    ),
    *(
        b"\n",
        b"\n\n",
        b" " * 120,
        b"A" * 4_000,
        b"{" * 300,
        b"<a>" * 200,
        b"-1",
        b"1e400",
        b"true",
    ),
)
SLOW = 1.0
_LARGEST = 200_000


@dataclass(slots=True)
class Fuzzed:
    """What became of a reader: how many files, how many of them read, what went wrong."""

    count: int = 0
    read: int = 0
    slowest: float = 0.0
    slowest_number: int = 0
    faults: dict[str, tuple[int, str]] = field(default_factory=dict)


def spoilt(number: int, seeds: Sequence[bytes]) -> bytes:
    """Return a file with some changes, the same for the same number."""
    chance = random.Random(number)
    data = bytearray(chance.choice(seeds))
    for _change in range(chance.randint(0, 8)):
        at = chance.randint(0, len(data))
        size = min(chance.choice((1, 1, 2, 8, 40, 400)), len(data) - at)
        kind = chance.randint(0, 6)
        if kind == 0:
            data[at : at + 1] = bytes([chance.randint(0, 255)])
        elif kind == 1:
            del data[at : at + size]
        elif kind == 2:
            data[at:at] = chance.choice(WORDS)
        elif kind == 3:
            data[at : at + size] = chance.choice(WORDS)
        elif kind == 4:
            data[at:at] = data[at : at + size] * chance.choice((1, 2, 30))
        elif kind == 5:
            other = chance.choice(seeds)
            start = chance.randint(0, len(other))
            data[at:at] = other[start : start + 400]
        else:
            del data[chance.randint(at, len(data)) :]
    return bytes(data[:_LARGEST])


def fuzz(read: Callable[[bytes], object], seeds: Sequence[bytes], seconds: float) -> Fuzzed:
    """Feed spoilt files to a reader until the time is over."""
    found = Fuzzed()
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found.count += 1
        data = spoilt(found.count, seeds)
        start = time.thread_time()
        try:
            read(data)
            found.read += 1
        except (RuleError, ExternalError):
            pass
        except Exception as error:  # noqa: BLE001 (what is looked for)
            where = traceback.extract_tb(error.__traceback__)[-1]
            name = f"{type(error).__name__} in {Path(where.filename).name}:{where.lineno}"
            found.faults.setdefault(name, (found.count, str(error)[:100]))
        took = time.thread_time() - start
        if took > found.slowest:
            found.slowest, found.slowest_number = took, found.count
    return found


def _samples(*patterns: str) -> list[bytes]:
    places = (SAMPLES, DATA)
    found = {path for place in places for one in patterns for path in place.glob(one)}
    return [path.read_bytes() for path in sorted(found) if path.is_file()]


def _of_content(
    read: Callable[[FileContent], object], looks_like: Callable[[FileContent], bool]
) -> Callable[[bytes], object]:
    """Return a reader of bytes that also asks whether they look like its format."""

    def both(data: bytes) -> object:
        content = FileContent("fichier", data)
        looks_like(content)
        return read(content)

    return both


def _of_bytes(
    read: Callable[[FileContent], object], looks_like: Callable[[bytes], bool]
) -> Callable[[bytes], object]:
    return _of_content(read, lambda content: looks_like(content.data))


def _of_path(read: Callable[[Path], object], folder: Path) -> Callable[[bytes], object]:
    path = folder / "fichier"

    def written(data: bytes) -> object:
        path.write_bytes(data)
        return read(path)

    return written


def readers(folder: Path) -> dict[str, tuple[Callable[[bytes], object], list[bytes]]]:
    """Return every reader by its name, with the files that are spoilt for it."""
    own = [text.encode() for text in TEXTS.values()]
    packed = [archive({"a.ofx": own[0], "b.ofx": own[0]})]
    ofx, qif = _samples("ofx/**/*.ofx"), _samples("qif/*")
    cfonb, camt = _samples("cfonb/*"), _samples("camt053/*")
    tables, books = _samples("bank-csv/*.csv"), _samples("xlsx/*", "ods/*")
    polls = [*_samples("framadate/*"), DAYS.encode("utf-16"), as_sheet(DAYS, ",")]
    forms = [*_samples("framaform/*"), FORM.encode("utf-16"), as_sheet(FORM, "\t")]
    dates = [*_samples("ical/*"), EVENTS.encode("utf-16")]
    payments = _samples(
        "helloasso/*.csv", "helloasso_*.csv", "opencollective/*", "helloasso/*5_*.json"
    )
    entries = _samples("fec/*", "paheko/ecritures*")
    contacts = _samples(
        "vcard/*", "google-contacts/*", "galette/*", "contacts_*", "paheko/membres*"
    )
    everything = [*own, *ofx, *qif, *cfonb, *camt, *tables, *books, *polls, *forms, *dates]
    everything += [*payments, *entries, *contacts, *packed]
    return {
        "ofx": (_of_bytes(read_ofx, looks_like_ofx), [own[0], *ofx]),
        "qif": (_of_bytes(read_qif, looks_like_qif), [own[1], *qif]),
        "cfonb": (_of_bytes(read_cfonb, looks_like_cfonb), [own[2], *cfonb]),
        "camt": (_of_bytes(read_camt, looks_like_camt), [own[3], *camt]),
        "archives": (_of_path(read_statements, folder), packed),
        "tables": (_of_path(read_statements, folder), tables or own),
        "workbooks": (_of_path(read_statements, folder), books or own),
        "payments": (_of_path(read_payments, folder), payments),
        "collective": (
            _of_content(read_open_collective, looks_like_open_collective),
            _samples("opencollective/trans*") or payments,
        ),
        "polls": (_of_content(read_framadate, looks_like_framadate), polls or own),
        "forms": (_of_content(read_webform, looks_like_webform), forms or own),
        "calendars": (_of_bytes(read_ical, looks_like_ical), dates),
        "contacts": (_of_path(read_contacts, folder), contacts),
        "entries": (_of_path(read_entries, folder), entries or own),
        "any file": (_of_path(kind_of_file, folder), everything),
    }


def main() -> None:
    """Fuzz the readers that are asked for, all of them by default."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60.0
    wanted = sys.argv[2:]
    with tempfile.TemporaryDirectory() as folder:
        for name, (read, seeds) in readers(Path(folder)).items():
            if wanted and name not in wanted:
                continue
            found = fuzz(read, seeds, seconds)
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1_000
            print(
                f"{name:10} {found.count:7} files, {found.read:7} read, slowest "
                f"{found.slowest:5.2f} s (no. {found.slowest_number}), {memory} MB at most, "
                f"{len(found.faults)} unexpected",
                flush=True,
            )
            for fault, (number, text) in found.faults.items():
                print(f"    {fault}: {text} (no. {number})")


if __name__ == "__main__":
    main()
