"""How receipts look: like a plain drawing, with their seal, inside windows, marked or not."""

from __future__ import annotations

import datetime as dt
import io
import json
from typing import TYPE_CHECKING, Any

import pytest
from PIL import ImageChops
from pypdf import PdfReader

from benchmarks.plain_receipts import PlainReceipts
from coopdesk.documents import receipt_styles as at
from coopdesk.documents.paper import Paper, PaperTitle, Sheet
from coopdesk.documents.qr_code import qr_modules
from coopdesk.documents.receipt_pdf import ReceiptPrinter
from coopdesk.documents.receipt_seal import seal_text
from coopdesk.documents.typesetting import (
    MILLIMETRE,
    PAGE_HEIGHT,
    Block,
    regular,
    width_of,
)
from coopdesk.domain.donations import DonationNature
from coopdesk.domain.errors import RuleError
from coopdesk.domain.receipt_snapshots import snapshot_from_json, snapshot_to_json
from tests.documents.receipt_cases import (
    DIGEST,
    for_company,
    gift,
    picture_of,
    plain,
    read,
    read_fast,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from coopdesk.documents.pdf_book import PdfBook
    from coopdesk.domain.receipts import ReceiptSnapshot, SnapshotGift
    from tests.documents.conftest import SnapshotMaker

    GiftMaker = Callable[[int], tuple[SnapshotGift, ...]]

CHAIN = "9c1185a5c5e9fc54612808977ee8f548b2258d31" * 2
SCALE = 6.0


@pytest.fixture(scope="module")
def said(snapshot: SnapshotMaker, gifts: GiftMaker) -> dict[str, ReceiptSnapshot]:
    """Receipts of either form, on one page and on several."""
    in_kind: dict[str, Any] = {
        "gifts": (gift(nature=DonationNature.IN_KIND),),
        "nature": DonationNature.IN_KIND,
        "nature_detail": "Cent chaises pliantes en hêtre, état neuf ; " * 40,
    }
    return {
        "person": snapshot(previous_hash=CHAIN, replaces_number="2026-0001"),
        "company": for_company(snapshot, gifts=gifts(5), previous_hash=CHAIN),
        "annexes": for_company(snapshot, **in_kind),
        "cumul": snapshot(gifts=gifts(20), association_purpose="Protéger la rivière. " * 20),
    }


@pytest.mark.parametrize("name", ["person", "company", "annexes", "cumul"])
def test_a_stamped_receipt_says_and_looks_like_a_plain_drawing(
    images: dict[str, bytes], said: dict[str, ReceiptSnapshot], name: str
) -> None:
    printer = ReceiptPrinter(images)
    paper = printer.draw(said[name], DIGEST)
    drawn = PlainReceipts(images).draw([printer.laid_out(said[name], DIGEST)])
    assert paper.base
    assert read(paper.whole) == read(drawn)
    for page in range(len(PdfReader(io.BytesIO(drawn)).pages)):
        shown, wanted = picture_of(paper.whole, page), picture_of(drawn, page)
        different = ImageChops.difference(shown, wanted)
        # Rectangles fill the edges of modules otherwise; a test of its own reads the code.
        left, top = round(at.CODE_LEFT) - 1, round(PAGE_HEIGHT - at.CODE_BOTTOM) + 1
        different.paste(0, (left, top - 54, left + 54, top))
        assert different.getextrema()[1] <= 2


@pytest.mark.parametrize("name", ["person", "company", "annexes"])
def test_one_file_shows_the_pages_of_the_separate_files(
    printer: ReceiptPrinter, said: dict[str, ReceiptSnapshot], name: str
) -> None:
    merged = printer.merged([said[name]], lambda _done, _all: None, [DIGEST])
    separate = printer.draw(said[name], DIGEST).whole
    assert read(merged) == read(separate)
    assert picture_of(merged).tobytes() == picture_of(separate).tobytes()


def test_the_receipts_of_a_run_share_their_base(
    images: dict[str, bytes], snapshot: SnapshotMaker, gifts: GiftMaker
) -> None:
    printer = ReceiptPrinter(images)
    run = [
        snapshot(number=number, gifts=gifts(1 + number % 3), previous_hash=CHAIN)
        for number in range(1, 31)
    ]
    papers = [printer.draw(receipt, DIGEST) for receipt in run]
    assert len({paper.base for paper in papers}) <= 3
    assert max(len(paper.tail) for paper in papers) < 4_000


@pytest.mark.parametrize("name", ["person", "company"])
def test_the_code_on_the_page_holds_number_day_amount_digest_and_link(
    printer: ReceiptPrinter, said: dict[str, ReceiptSnapshot], name: str
) -> None:
    receipt = said[name]
    text = (
        f"CD1|2026-0042|2027-01-12|{receipt.amount.cents}|"
        "3f79bb7b435b05321651daefd374cdc6|9c1185a5c5e9fc54"
    )
    assert seal_text(receipt, DIGEST) == text
    wanted = qr_modules(text, "M")
    assert at.CODE_SIDE >= 18 * MILLIMETRE
    shown = picture_of(printer.draw(receipt, DIGEST).whole, scale=SCALE)
    step = at.CODE_SIDE / len(wanted)

    def is_dark(row: int, column: int) -> bool:
        x = at.CODE_LEFT + (column + 0.5) * step
        y = PAGE_HEIGHT - at.CODE_BOTTOM - at.CODE_SIDE + (row + 0.5) * step
        return shown.getpixel((round(x * SCALE), round(y * SCALE))) < 128

    size = range(len(wanted))
    assert [[is_dark(row, column) for column in size] for row in size] == wanted
    quiet = range(-4, len(wanted) + 4)
    around = [(row, column) for row in quiet for column in quiet]
    assert not any(is_dark(*at_) for at_ in around if at_[0] not in size or at_[1] not in size)


def test_the_foot_of_each_page_says_number_page_digest_and_link(
    printer: ReceiptPrinter, said: dict[str, ReceiptSnapshot]
) -> None:
    [page] = read(printer.draw(said["person"], DIGEST).whole)
    assert (
        "Reçu n° 2026-0042 page 1/1 empreinte 3f79 bb7b 435b 0532 1651 daef d374 cdc6 · "
        "lien précédent 9c11 85a5 c5e9 fc54" in page
    )
    pages = read(printer.draw(said["annexes"], DIGEST).whole)
    for number, text in enumerate(pages, start=1):
        assert f"Reçu n° 2026-0042 page {number}/2 empreinte 3f79 bb7b" in text
    without = read(printer.draw(said["annexes"]).whole)
    assert not any("empreinte" in text for text in without)


def test_a_draft_has_a_pale_watermark_on_every_page_and_no_number(
    printer: ReceiptPrinter, said: dict[str, ReceiptSnapshot]
) -> None:
    content = printer.draft(said["person"], said["annexes"])
    pages = read(content)
    assert len(pages) == 3
    assert all("BROUILLON — sans valeur" in page for page in pages)
    assert not any("2026-0042" in page or "lien" in page for page in pages)
    assert "Numéro d'ordre du reçu …………" in pages[0]
    assert len(list(PdfReader(io.BytesIO(content)).pages[0].images)) == 2
    issued = picture_of(printer.draw(said["person"]).whole)
    # What is dark on the receipt stays so: the watermark lies behind, and is pale.
    darker = ImageChops.subtract(issued, picture_of(content))
    assert darker.crop((0, 300, 595, 842)).getextrema()[1] < 120
    with pytest.raises(RuleError):
        printer.draft()


def test_marks_stand_on_the_pages_of_their_receipt_only(
    printer: ReceiptPrinter, said: dict[str, ReceiptSnapshot]
) -> None:
    run = [said["annexes"], said["person"], said["company"]]
    marks = ["DUPLICATA", "", "ANNULÉ"]
    pages = read_fast(printer.merged(run, lambda _done, _all: None, marks=marks))
    words = [(page.count("DUPLICATA"), page.count("ANNULÉ")) for page in pages]
    assert words == [(2, 0), (2, 0), (0, 0), (0, 2)]


def test_pages_drawn_before_a_receipt_keep_their_place(
    printer: ReceiptPrinter, said: dict[str, ReceiptSnapshot]
) -> None:
    def letter(book: PdfBook, number: int) -> None:
        paper = Paper(PaperTitle("", "", dt.date(2027, 1, 12)), book=book)
        for page in range(number):
            sheet = Sheet()
            sheet.block.write(72, 700, regular(12, 14), f"Lettre {number}, page {page}")
            paper.add(sheet)

    run = [said["person"], said["company"], said["person"]]
    merged = printer.merged(run, lambda _done, _all: None, before=letter)
    starts = [page[:16] for page in read(merged)]
    receipt = "Les Amis de la R"
    assert starts == [
        receipt,
        "Lettre 1, page 0",
        receipt,
        "Lettre 2, page 0",
        "Lettre 2, page 1",
        receipt,
    ]


@pytest.mark.parametrize(
    "lines", [(), ("Bâtiment B",), ("a" * 60, "Résidence des Tilleuls " * 4)]
)
@pytest.mark.parametrize("country", ["FR", "BE"])
def test_the_address_shows_in_the_window_of_dl_and_c6_envelopes(
    printer: ReceiptPrinter, snapshot: SnapshotMaker, lines: tuple[str, ...], country: str
) -> None:
    # 109 to 190 mm from the left and 59 to 79 mm from the top show wherever the sheet slides.
    said = snapshot(donor_street=(*lines, "12, rue des Érables"), donor_country=country)
    receipt = printer.laid_out(said)
    own = next(piece for piece in receipt.pages[0] if isinstance(piece, Block))
    address = [mark for mark in own.marks if mark.x == at.WINDOW_LEFT]
    assert len(address) >= 3
    for x, y, style, text in address:
        assert x >= 109 * MILLIMETRE
        assert x + width_of(text, style) <= 190.1 * MILLIMETRE
        assert y + 0.8 * style.size <= PAGE_HEIGHT - 59 * MILLIMETRE
        assert y - 0.25 * style.size >= PAGE_HEIGHT - 79.1 * MILLIMETRE
    others = [mark for mark in own.marks if mark not in address and mark.y > at.BODY_TOP + 20]
    assert all(x + width_of(text, style) < 108 * MILLIMETRE for x, _y, style, text in others)


def test_long_numbers_and_amounts_stand_side_by_side_left_of_the_window(
    printer: ReceiptPrinter, snapshot: SnapshotMaker
) -> None:
    said = snapshot(written_number="ASSOCIATION/2026-000042", gifts=(gift(123_456_789_000),))
    own = next(piece for piece in printer.laid_out(said).pages[0] if isinstance(piece, Block))
    number, amount = (mark for mark in own.marks if mark.y == at.PANEL_TOP - 19)
    assert number.x + width_of(number.text, number.style) < amount.x
    assert amount.x + width_of(amount.text, amount.style) < at.WINDOW_LEFT


@pytest.mark.parametrize(
    "typed", ["<b>Brasserie</b> &amp;", ") Tj ET (x) /JS \\", "=CMD()", "Łódź Ελένη", "|CD1|"]
)
def test_hostile_words_of_a_company_are_printed_as_they_are(
    printer: ReceiptPrinter, snapshot: SnapshotMaker, typed: str
) -> None:
    said = for_company(
        snapshot,
        donor_last_name=typed,
        donor_legal_form=typed,
        donor_siren=typed,
        written_number=typed,
        nature=DonationNature.IN_KIND,
        nature_detail=typed,
        gifts=(gift(nature=DonationNature.IN_KIND),),
    )
    content = printer.draw(said, DIGEST).whole
    [page] = read(content)
    for label in ("Dénomination de l'entreprise :", "Forme juridique :", "Numéro SIREN :"):
        assert f"{label} {typed}" in page
    assert f"salariés mis à disposition : {typed}" in page
    assert f"Reçu n° {typed}" in page
    assert b"/Annots" not in content


@pytest.mark.parametrize("typed", ["W" * 20_000, "mot " * 5_000])
def test_endless_words_of_a_company_stay_on_its_pages(
    printer: ReceiptPrinter, snapshot: SnapshotMaker, typed: str
) -> None:
    said = for_company(
        snapshot,
        donor_last_name=typed,
        donor_legal_form=typed,
        donor_street=(typed,),
        association_purpose=typed,
        nature=DonationNature.IN_KIND,
        nature_detail=typed,
        gifts=(gift(nature=DonationNature.IN_KIND),),
    )
    receipt = printer.laid_out(said)
    for page in receipt.pages:
        for piece in page:
            block = receipt.frame.shared[piece] if isinstance(piece, int) else piece
            assert all(mark.y > 15 for mark in block.marks)
            reach = [mark.x + width_of(mark.text, mark.style) for mark in block.marks]
            assert max(reach) <= at.RIGHT + 1


def test_a_receipt_of_the_first_format_is_still_drawn(
    printer: ReceiptPrinter, snapshot: SnapshotMaker, gifts: GiftMaker
) -> None:
    values = json.loads(snapshot_to_json(snapshot(gifts=gifts(3))))
    values["format"] = 1
    values["gifts"] = [entry[:3] for entry in values["gifts"]]
    added = {"written_number", "previous_hash", "period_start", "period_end"} | {
        name for name in values if name.startswith(("replaces_", "donor_legal", "donor_siren"))
    }
    old = snapshot_from_json(json.dumps({k: v for k, v in values.items() if k not in added}))
    [page] = read_fast(printer.merged([old], lambda _done, _all: None))
    assert "Reçu n° 2026-0042 page 1/1" in page
    assert "05/01/2026 Carte bancaire 10,50 €" in page
    assert plain("Date du versement ou du don : Cumul 2026") in page


def test_a_receipt_of_the_second_format_is_drawn_from_its_json(
    printer: ReceiptPrinter, snapshot: SnapshotMaker
) -> None:
    said = for_company(
        snapshot,
        period_start=dt.date(2026, 1, 1),
        period_end=dt.date(2026, 12, 31),
        replaces_number="2026-0001",
        previous_hash=CHAIN,
    )
    again = snapshot_from_json(snapshot_to_json(said))
    assert printer.draw(again, DIGEST) == printer.draw(said, DIGEST)
