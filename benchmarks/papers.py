"""Receipts and workbooks against the libraries they are made with, in CPU time.

Each round makes the same papers both ways, one after the other; the medians of the ratios are
printed. The plain way draws every page of the same layout with an ordinary ReportLab canvas
(each text by ``drawString``; fonts embedded and images decoded anew for each file), or writes
the same rows, styled alike, with openpyxl's write-only mode and one reused cell for each column
of amounts or days. Bars: separate receipts 2.2, one merged file 4, workbook rows 0.9.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import random
import statistics
import time
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.utils import get_column_letter
from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from coopdesk.documents import accounts_lists
from coopdesk.documents.accounts_workbook import write_accounts_workbook
from coopdesk.documents.fonts import REGULAR, font_named
from coopdesk.documents.receipt_pdf import ReceiptPrinter
from coopdesk.documents.typesetting import BAND, PAGE_HEIGHT, PAGE_WIDTH
from coopdesk.documents.workbook_styles import Look, dress
from coopdesk.domain.accounts import YearAccounts, year_accounts
from coopdesk.domain.donations import DonationForm, DonationNature
from coopdesk.domain.money import Money, total
from coopdesk.domain.payments import (
    Direction,
    LineKind,
    PaymentLine,
    PaymentMode,
    PaymentSource,
    PaymentState,
)
from coopdesk.domain.receipts import ReceiptScope, ReceiptSnapshot, SnapshotGift

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coopdesk.documents.receipt_pdf import LaidOut
    from coopdesk.documents.typesetting import Block

ROUNDS = 7
SEPARATE = 60
MERGED = 400
ROWS = 8_000

LAST_NAMES = ("Lefèvre", "Garçon", "Le Goff", "Peña", "Château", "Saint-Étienne", "Œillet")
FIRST_NAMES = ("Élodie", "Jean-Noël", "Anaïs", "Raphaël", "Zoé", "Maëlys", "Théo")
STREETS = ("rue des Érables", "avenue de la Forêt", "place de l’Hôtel-de-Ville")
MODES = (PaymentMode.CARD, PaymentMode.CHEQUE, PaymentMode.TRANSFER)


def pictures() -> list[bytes]:
    """Draw a logo and a signature, transparent as people's are."""
    logo = Image.new("RGBA", (480, 180), (0, 0, 0, 0))
    drawing = ImageDraw.Draw(logo)
    for row in range(20, 160):
        drawing.line((20, row, 460, row), fill=(24, 60 + row // 2, 90, 255))
    signature = Image.new("RGBA", (360, 140), (0, 0, 0, 0))
    points = [(20 + 3 * x, 70 + (x * 37 % 80) - 40) for x in range(105)]
    ImageDraw.Draw(signature).line(points, fill=(15, 25, 110, 255), width=4)
    contents = []
    for image in (logo, signature):
        stream = io.BytesIO()
        image.save(stream, "PNG")
        contents.append(stream.getvalue())
    return contents


def snapshots(count: int, logo: str, signature: str) -> list[ReceiptSnapshot]:
    """Make receipts for one to four gifts each, as a year's run has them."""
    chance = random.Random(11)
    return [snapshot(chance, number, logo, signature) for number in range(1, count + 1)]


def snapshot(chance: random.Random, number: int, logo: str, signature: str) -> ReceiptSnapshot:
    """Make one receipt of an invented association."""
    mode = chance.choice(MODES)
    gifts = tuple(
        SnapshotGift(
            dt.date(2026, chance.randint(1, 12), chance.randint(1, 28)),
            Money(chance.randint(500, 90_000)),
            mode,
        )
        for _ in range(chance.randint(1, 4))
    )
    return ReceiptSnapshot(
        form="11580",
        form_version="05",
        year=2026,
        number=number,
        scope=ReceiptScope.DONOR,
        issued_on=dt.date(2027, 1, 12),
        association_name="Les Amis du Fleuve",
        association_number="W442000001",
        association_street=("14 bis, quai des Tanneurs",),
        association_postal_code="44000",
        association_city="Nantes",
        association_country="FR",
        association_purpose="Protéger le fleuve et ses rives, éduquer à l’environnement.",
        category="oig_association",
        category_detail="",
        decree_on=None,
        published_on=None,
        donor_last_name=chance.choice(LAST_NAMES),
        donor_first_name=chance.choice(FIRST_NAMES),
        donor_street=(f"{chance.randint(1, 240)}, {chance.choice(STREETS)}",),
        donor_postal_code="69003",
        donor_city="Lyon",
        donor_country="FR",
        amount=total(gift.amount for gift in gifts),
        words_1990=False,
        gifts=gifts,
        articles=("200",),
        gift_form=DonationForm.MANUAL_GIFT,
        nature=DonationNature.MONEY,
        signatory_name="Camille Durand",
        signatory_role="Trésorière",
        logo_sha256=logo,
        signature_sha256=signature,
    )


class PlainCanvas:
    """Draws the pages of a printer with nothing remembered but the layout."""

    def __init__(self, printer: ReceiptPrinter, images: dict[str, bytes]) -> None:
        self.printer = printer
        self.images = images

    def draw(self, receipts: Sequence[ReceiptSnapshot]) -> bytes:
        """Draw receipts into one file."""
        stream = io.BytesIO()
        canvas = Canvas(
            stream,
            pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
            pageCompression=1,
            initialFontName=REGULAR,  # type: ignore[arg-type]  # the stubs want a number
        )
        readers = {name: ImageReader(io.BytesIO(image)) for name, image in self.images.items()}
        for receipt in receipts:
            self._page(canvas, self.printer.laid_out(receipt), readers)
        canvas.save()
        return stream.getvalue()

    def _page(self, canvas: Canvas, receipt: LaidOut, readers: dict[str, ImageReader]) -> None:
        for block in (receipt.frame.before, receipt.page, receipt.frame.after):
            self._block(canvas, block, readers)
        canvas.showPage()

    def _block(self, canvas: Canvas, block: Block, readers: dict[str, ImageReader]) -> None:
        for band in block.bands:
            canvas.setFillColorRGB(*BAND)
            canvas.roundRect(band.x, band.y, band.width, band.height, 3, stroke=0, fill=1)
        for sha256, _name, x, y, width, height, anchor in block.pictures:
            canvas.drawImage(
                readers[sha256],
                x,
                y,
                width,
                height,
                mask="auto",
                preserveAspectRatio=True,
                anchor=anchor,
            )
        for x, y, style, text in block.marks:
            canvas.setFont(style.font, style.size)
            canvas.setFillColorRGB(*style.colour)
            canvas.drawString(x, y, text)


def accounts(rows: int) -> YearAccounts:
    """Make a year in which everything came in, so that two sheets list every row."""
    chance = random.Random(12)
    lines = [
        PaymentLine(
            id=number,
            payment_id=number,
            paid_on=dt.date(2026, 1, 1) + dt.timedelta(days=number * 364 // rows),
            direction=Direction.IN,
            kind=chance.choice([LineKind.GIFT, LineKind.FEE, LineKind.SALE]),
            payer_id=number % 40,
            payer_name=f"{chance.choice(FIRST_NAMES)} {chance.choice(LAST_NAMES)}",
            label=f"Versement n° {number}",
            campaign=chance.choice(["", "Campagne d’été"]),
            mode=chance.choice(MODES),
            amount=Money(chance.randint(100, 90_000)),
            state=PaymentState.RECEIVED,
            source=PaymentSource.HELLOASSO,
        )
        for number in range(1, rows + 1)
    ]
    return year_accounts(
        name="Les Amis du Fleuve",
        year=2026,
        made_on=dt.date(2027, 1, 12),
        lines=lines,
        previous_lines=[],
    )


def plain_workbook(year: YearAccounts) -> bytes:
    """Write the same lists with openpyxl and reused cells, without totals or cleaning."""
    book = Workbook(write_only=True)
    for listing in (
        accounts_lists.income_list(year),
        accounts_lists.expense_list(year),
        accounts_lists.gift_list(year),
        accounts_lists.journal_list(year),
    ):
        sheet = book.create_sheet(listing.name)
        cells = [WriteOnlyCell(sheet) for _ in listing.columns]
        for number, (cell, column) in enumerate(zip(cells, listing.columns, strict=True), 1):
            sheet.column_dimensions[get_column_letter(number)].width = column.width
            dress(cell, Look.BODY, column.kind)
        sheet.append([column.title for column in listing.columns])
        for row in listing.rows:
            written: list[object] = []
            for cell, value in zip(cells, row, strict=True):
                if value is None or isinstance(value, str):
                    written.append(value)
                    continue
                cell.value = value.cents / 100 if isinstance(value, Money) else value
                written.append(cell)
            sheet.append(written)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def compare(plain: Callable[[], object], ours: Callable[[], object]) -> float:
    """Return how many times faster ours is: the median ratio of interleaved rounds."""
    plain()
    ours()
    ratios = []
    for _ in range(ROUNDS):
        slow, fast = cpu_seconds(plain), cpu_seconds(ours)
        ratios.append(slow / fast)
    return statistics.median(ratios)


def cpu_seconds(work: Callable[[], object]) -> float:
    """Return the CPU time that some work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def nothing(_done: int, _all: int) -> None:
    """Ignore progress."""


def main() -> None:
    """Print the three ratios."""
    font_named(REGULAR)
    logo, signature = pictures()
    images = {hashlib.sha256(image).hexdigest(): image for image in (logo, signature)}
    receipts = snapshots(MERGED, *images)
    printer = ReceiptPrinter(images)
    plain = PlainCanvas(printer, images)
    few = receipts[:SEPARATE]
    separate = compare(
        lambda: [plain.draw([receipt]) for receipt in few],
        lambda: [printer.draw(receipt).whole for receipt in few],
    )
    print(f"separate receipts: {separate:.1f} x a plain canvas (bar 2.2)")
    merged = compare(
        lambda: plain.draw(receipts),
        lambda: ReceiptPrinter(images).merged(receipts, nothing),
    )
    print(f"one file of {MERGED} receipts: {merged:.1f} x a plain canvas (bar 4)")
    year = accounts(ROWS)
    rows = compare(lambda: plain_workbook(year), lambda: write_accounts_workbook(year, nothing))
    print(f"workbook of {2 * ROWS} rows: {rows:.2f} x openpyxl with reused cells (bar 0.9)")


if __name__ == "__main__":
    main()
