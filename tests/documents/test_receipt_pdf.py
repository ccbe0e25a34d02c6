"""Tax receipts read back from their PDF."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import itertools
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader

from coopdesk.documents.receipt_pdf import ReceiptPrinter
from coopdesk.documents.receipt_texts import load_form
from coopdesk.domain.donations import DonationForm, DonationNature
from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import Money
from coopdesk.domain.payments import PaymentMode
from coopdesk.domain.receipts import SnapshotGift

if TYPE_CHECKING:
    from collections.abc import Callable

    from coopdesk.documents.receipt_layout import LaidOut
    from coopdesk.documents.typesetting import Block
    from coopdesk.domain.receipts import ReceiptSnapshot

    SnapshotMaker = Callable[..., ReceiptSnapshot]
    GiftMaker = Callable[[int], tuple[SnapshotGift, ...]]


def read(content: bytes) -> list[str]:
    """Return the text of each page, all spaces made plain."""
    pages = PdfReader(io.BytesIO(content), strict=True).pages
    return [" ".join(page.extract_text().split()) for page in pages]


def fonts_of(content: bytes) -> list[dict[str, Any]]:
    """Return every font of every page and form."""
    found = []
    for page in PdfReader(io.BytesIO(content)).pages:
        resources = [page["/Resources"]]
        while resources:
            resource = resources.pop()
            found += [font.get_object() for font in resource.get("/Font", {}).values()]
            for form in resource.get("/XObject", {}).values():
                resources += [form.get_object().get("/Resources", {})]
    return found


def weights_of(content: bytes) -> dict[str, set[str]]:
    """Return the fonts in which each text of the first page is written."""
    found: dict[str, set[str]] = {}

    def visit(text: str, _cm: Any, _tm: Any, font: Any, _size: float) -> None:
        if text.strip() and font:
            found.setdefault(text.strip(), set()).add(font["/BaseFont"].split("+")[1])

    PdfReader(io.BytesIO(content)).pages[0].extract_text(visitor_text=visit)
    return found


def blocks_of(receipt: LaidOut, page: int) -> list[Block]:
    """Return what stands on a page, shared or not."""
    pieces = receipt.pages[page]
    return [receipt.frame.shared[x] if isinstance(x, int) else x for x in pieces]


def test_a_receipt_holds_every_field_of_the_form_in_its_order(
    printer: ReceiptPrinter, snapshot: SnapshotMaker
) -> None:
    [page] = read(printer.draw(snapshot()).whole)
    in_order = (
        "Reçu des dons et versements effectués par les particuliers au titre des articles 200",
        "2041-RD — N° 11580*05",
        "Numéro d'ordre du reçu 2026-0042",
        "81,20 €",
        "Élodie Lefèvre 12, rue des Érables 69003 Lyon",
        "Organisme bénéficiaire des dons et versements",
        "Nom ou dénomination : Les Amis de la Rivière",
        "Numéro SIREN ou RNA : W442000001",
        "Adresse : 14 bis, quai des Tanneurs",
        "Code postal : 44000 Commune : Nantes Pays : France",
        "Objet : Protéger la rivière et ses rives",
        "Cochez la case concernée : ☒ Œuvre ou organisme d'intérêt général ayant un caractère",
        "☒ Association loi 1901",
        "Donateur",
        "Nom : Lefèvre",
        "Prénoms : Élodie",
        "Adresse : 12, rue des Érables",
        "Code postal : 69003 Commune : Lyon Pays : France",
        "Le bénéficiaire reconnaît avoir reçu des dons et versements ouvrant droit à réduction",
        "d'un montant de (1) : ***81,20*** Euros",
        "Somme en toutes lettres : quatre-vingt-un euros et vingt centimes",
        "Date du versement ou du don : 12/03/2026",
        "prévue à l'article (2) : ☒ 200 du CGI ☐ 978 du CGI",
        "Forme du don : ☐ Acte authentique ☐ Acte sous seing privé",
        "☒ Déclaration de don manuel ☐ Autres",
        "Nature du don (3) : ☒ Numéraire ☐ Titres de sociétés cotés",
        "☐ Remise d'espèces ☒ Chèque ☐ Virement, prélèvement, carte bancaire",
        "Date et signature",
        "Fait à Nantes, le 12 janvier 2027 Camille Durand Trésorière",
        "(1) Pour les dons de titres de sociétés cotées",
        "l'amende prévue à l'article 1740 A du code général des impôts.",
        "(4) Exemple : dons en nature.",
    )
    position = 0
    for text in in_order:
        found = page.find(text, position)
        assert found >= 0, text
        position = found
    assert "Reçu n° 2026-0042 page 1/1" in page


def test_several_payments_are_a_cumul_with_their_list(
    printer: ReceiptPrinter, snapshot: SnapshotMaker, gifts: GiftMaker
) -> None:
    [page] = read(printer.draw(snapshot(gifts=gifts(12))).whole)
    assert "Date du versement ou du don : Cumul 2026" in page
    assert "05/01/2026 Carte bancaire 10,50 €" in page
    assert "21/11/2026 Virement 25,57 €" in page
    assert "☒ Remise d'espèces ☒ Chèque ☒ Virement, prélèvement, carte bancaire" in page
    assert "***216,42*** Euros" in page


def test_a_text_has_the_same_weight_however_the_receipt_is_printed(
    printer: ReceiptPrinter, snapshot: SnapshotMaker, gifts: GiftMaker
) -> None:
    stamped = weights_of(printer.draw(snapshot()).whole)
    for text, weight in (
        ("2026-0042", "Inter-Bold"),
        ("Les Amis de la Rivière", "Inter-Bold"),
        ("quatre-vingt-un euros et vingt centimes", "Inter-Bold"),
        ("Lefèvre", "Inter-Regular"),
        ("Donateur", "Inter-Bold"),
        ("Prénoms\u00a0:", "Inter-Regular"),
    ):
        spaced = text.replace("\u00a0", " ")
        assert weight in stamped[spaced], spaced
    merged = weights_of(printer.merged([snapshot()], lambda _done, _all: None))
    assert merged == stamped
    whole = weights_of(printer.draw(snapshot(gifts=gifts(40))).whole)
    assert whole["2026-0042"] == stamped["2026-0042"]
    assert whole["Lefèvre"] == stamped["Lefèvre"]


def test_a_long_list_of_payments_is_annexed(
    printer: ReceiptPrinter, snapshot: SnapshotMaker, gifts: GiftMaker
) -> None:
    made = gifts(100)
    first, *annex = read(printer.draw(snapshot(gifts=made)).whole)
    assert "Liste des 100 versements en pages 2 à 4." in first
    assert "page 1/4" in first
    assert len(annex) == 3
    listed = " ".join(annex)
    assert sum(f"{gift.received_on:%d/%m/%Y}" in listed for gift in made) == 100
    assert "Annexe au reçu n° 2026-0042 : liste des versements" in annex[0]
    assert "page 4/4" in annex[-1]
    assert "Total 7 831,50 €" in annex[-1]


def test_a_gift_of_another_nature_ticks_no_mode(
    printer: ReceiptPrinter, snapshot: SnapshotMaker
) -> None:
    nature = DonationNature.WAIVED_EXPENSES
    gift = SnapshotGift(dt.date(2026, 12, 31), Money(8_120), PaymentMode.OTHER, nature)
    waived = snapshot(gifts=(gift,), nature=nature, gift_form=DonationForm.OTHER)
    [page] = read(printer.draw(waived).whole)
    assert "☒ Frais engagés par les bénévoles, dont ils renoncent expressément" in page
    assert "☐ Numéraire" in page
    assert "☐ Remise d'espèces ☐ Chèque ☐ Virement, prélèvement, carte bancaire" in page
    assert "☐ Déclaration de don manuel ☒ Autres" in page


def test_both_articles_can_be_ticked(printer: ReceiptPrinter, snapshot: SnapshotMaker) -> None:
    [page] = read(printer.draw(snapshot(articles=("200", "978"))).whole)
    assert "☒ 200 du CGI ☒ 978 du CGI" in page


@pytest.mark.parametrize("code", [choice.code for choice in load_form("11580").choices])
def test_every_category_is_printed_with_its_ticked_box(
    printer: ReceiptPrinter, snapshot: SnapshotMaker, code: str
) -> None:
    said = snapshot(
        category=code,
        category_detail="union de quartiers",
        decree_on=dt.date(1990, 3, 12),
        published_on=dt.date(1990, 3, 15),
    )
    [page] = read(printer.draw(said).whole)
    values = {
        "decree_on": "12/03/1990",
        "published_on": "15/03/1990",
        "approved_on": "12/03/1990",
        "category_detail": "union de quartiers",
    }
    for box in load_form("11580").boxes_of(code):
        assert f"☒ {' '.join(box.filled(values).split())}" in page


def test_an_entry_of_the_alsace_moselle_register_brings_its_note(
    printer: ReceiptPrinter, snapshot: SnapshotMaker
) -> None:
    note = "Pour les associations inscrites d'Alsace-Moselle, numéro d'inscription"
    assert (
        note in read(printer.draw(snapshot(association_number="Volume 42, folio 17")).whole)[0]
    )
    assert note not in read(printer.draw(snapshot()).whole)[0]


def test_words_follow_the_spelling_of_the_snapshot(
    printer: ReceiptPrinter, snapshot: SnapshotMaker
) -> None:
    gift = SnapshotGift(dt.date(2026, 5, 1), Money(2_100), PaymentMode.CASH)
    assert "vingt et un euros" in read(printer.draw(snapshot(gifts=(gift,))).whole)[0]
    reformed = snapshot(gifts=(gift,), words_1990=True)
    assert "vingt-et-un euros" in read(printer.draw(reformed).whole)[0]


def test_a_donor_abroad_has_the_country_in_the_window_and_in_the_form(
    printer: ReceiptPrinter, snapshot: SnapshotMaker
) -> None:
    abroad = snapshot(donor_country="DE", donor_postal_code="10115", donor_city="Berlin")
    [page] = read(printer.draw(abroad).whole)
    assert "10115 Berlin ALLEMAGNE" in page
    assert "Commune : Berlin Pays : Allemagne" in page


def test_without_images_the_receipt_has_neither_gap_nor_image(
    printer: ReceiptPrinter, snapshot: SnapshotMaker
) -> None:
    content = printer.draw(snapshot(logo_sha256="", signature_sha256="")).whole
    assert list(PdfReader(io.BytesIO(content)).pages[0].images) == []
    assert "Les Amis de la Rivière" in read(content)[0]


def test_with_images_both_are_in_the_file(
    printer: ReceiptPrinter, snapshot: SnapshotMaker
) -> None:
    images = PdfReader(io.BytesIO(printer.draw(snapshot()).whole)).pages[0].images
    assert len(list(images)) == 2


@pytest.mark.parametrize("count", [1, 3, 40])
def test_every_font_is_embedded(
    printer: ReceiptPrinter, snapshot: SnapshotMaker, gifts: GiftMaker, count: int
) -> None:
    said = snapshot(gifts=gifts(count))
    for content in (
        printer.draw(said).whole,
        printer.merged([said, said], lambda _done, _all: None),
    ):
        fonts = fonts_of(content)
        assert fonts
        assert all("/FontFile2" in font["/FontDescriptor"].get_object() for font in fonts)
        assert all("Inter" in font["/BaseFont"] for font in fonts)


def test_the_file_says_what_it_is(printer: ReceiptPrinter, snapshot: SnapshotMaker) -> None:
    for said in (snapshot(), snapshot(donor_last_name="Łódź")):
        reader = PdfReader(io.BytesIO(printer.draw(said).whole))
        assert reader.metadata is not None
        assert reader.metadata.title == "Reçu fiscal n° 2026-0042"
        assert reader.metadata.author == "Les Amis de la Rivière"
        assert reader.metadata.subject == "Formulaire 11580*05"
        assert reader.metadata.creation_date is not None
        assert reader.metadata.creation_date.date() == dt.date(2027, 1, 12)
        assert reader.trailer["/Root"]["/Lang"] == "fr-FR"


def test_a_receipt_is_one_page_of_a4(printer: ReceiptPrinter, snapshot: SnapshotMaker) -> None:
    [page] = PdfReader(io.BytesIO(printer.draw(snapshot()).whole)).pages
    assert [round(float(side)) for side in page.mediabox[2:]] == [595, 842]


def test_the_same_snapshot_gives_the_same_bytes(
    images: dict[str, bytes], snapshot: SnapshotMaker, gifts: GiftMaker
) -> None:
    said = [snapshot(), snapshot(gifts=gifts(40)), snapshot(donor_last_name="Łódź")]
    once, again = ReceiptPrinter(images), ReceiptPrinter(images)
    first = [once.draw(receipt).whole for receipt in said]
    assert [once.draw(receipt).whole for receipt in said] == first
    assert [again.draw(receipt).whole for receipt in reversed(said)] == first[::-1]


def test_the_bytes_do_not_depend_on_the_process(
    printer: ReceiptPrinter, snapshot: SnapshotMaker
) -> None:
    said = snapshot(logo_sha256="", signature_sha256="")
    program = (
        "import hashlib, pickle, sys\n"
        "from coopdesk.documents.receipt_pdf import ReceiptPrinter\n"
        "said = pickle.loads(bytes.fromhex(sys.argv[1]))\n"
        "print(hashlib.sha256(ReceiptPrinter({}).draw(said).whole).hexdigest())\n"
    )
    import pickle

    ran = subprocess.run(
        [sys.executable, "-c", program, pickle.dumps(said).hex()],
        env={**os.environ, "PYTHONHASHSEED": "4242"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.strip() == hashlib.sha256(printer.draw(said).whole).hexdigest()


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ('<img src="/etc/passwd">', '<img src="/etc/passwd">'),
        ('=HYPERLINK("http://example.org")', '=HYPERLINK("http://example.org")'),
        ("Jean <b>Dupont", "Jean <b>Dupont"),
        ("<script>alert(1)</script> &amp;", "<script>alert(1)</script> &amp;"),
        (") Tj ET (x) /JS \\", ") Tj ET (x) /JS \\"),
        ("Anna\x00\x1b\u202eMartin\u200f", "AnnaMartin"),
        ("Łódź-Şimşek Ελένη", "Łódź-Şimşek Ελένη"),
    ],
)
def test_hostile_names_are_printed_as_they_are(
    printer: ReceiptPrinter, snapshot: SnapshotMaker, typed: str, printed: str
) -> None:
    said = snapshot(donor_last_name=typed, donor_city=typed, association_name=typed)
    content = printer.draw(said).whole
    [page] = read(content)
    assert f"Nom : {printed}" in page
    assert f"Commune : {printed}" in page
    assert f"Nom ou dénomination : {printed}" in page
    assert len(list(PdfReader(io.BytesIO(content)).pages[0].images)) == 2
    assert b"/Annots" not in content


@pytest.mark.parametrize("typed", ["W" * 40_000, "mot " * 10_000, "i" * 40_000])
def test_endless_texts_are_cut_visibly_and_stay_on_the_page(
    printer: ReceiptPrinter, snapshot: SnapshotMaker, typed: str
) -> None:
    said = snapshot(
        donor_last_name=typed,
        donor_street=(typed, typed),
        donor_city=typed,
        association_name=typed,
        association_purpose=typed,
        signatory_name=typed,
    )
    content = printer.draw(said).whole
    [page] = read(content)
    assert "[…]" in page
    assert "***81,20*** Euros" in page
    assert len(content) < 100_000


def test_texts_at_the_limits_of_the_forms_are_never_cut(
    printer: ReceiptPrinter, snapshot: SnapshotMaker, gifts: GiftMaker
) -> None:
    words = "Association pour la sauvegarde des savoir-faire coopératifs des hautes vallées "

    def exactly(length: int) -> str:
        return (words * 20)[:length].strip()

    said = snapshot(
        association_name=exactly(160),
        association_purpose=exactly(600),
        association_street=(exactly(120), exactly(120)),
        category="oig_other",
        category_detail=exactly(160),
        donor_last_name=exactly(120),
        donor_first_name=exactly(120),
        donor_street=(exactly(120), exactly(120)),
        donor_city=exactly(120),
        signatory_name=exactly(120),
        signatory_role=exactly(80),
        gifts=gifts(12),
    )
    receipt = printer.laid_out(said)
    assert receipt.frame.fits
    [page] = read(printer.draw(said).whole)
    assert "[…]" not in page[page.index("Organisme bénéficiaire") :]
    assert f"Objet : {exactly(600)}" in page


def test_an_order_of_alsace_or_moselle_stands_in_its_own_blank(
    printer: ReceiptPrinter, snapshot: SnapshotMaker
) -> None:
    [page] = read(
        printer.draw(snapshot(category="oig_rup", order_on=dt.date(1990, 3, 12))).whole
    )
    assert "par décret en date du …/…/…… publié" in page
    assert "par arrêté en date du 12/03/1990" in page


def test_nothing_is_written_over_something_else(
    printer: ReceiptPrinter, snapshot: SnapshotMaker, gifts: GiftMaker
) -> None:
    crowded = snapshot(
        association_purpose="Protéger la rivière. " * 28,
        category="oig_rup",
        decree_on=dt.date(1990, 3, 12),
        donor_first_name="Marie Antoinette Joséphine " * 4,
        gifts=gifts(12),
    )
    for said in (snapshot(), crowded, snapshot(donor_last_name="W" * 40_000)):
        receipt = printer.laid_out(said)
        marks = [mark for block in blocks_of(receipt, 0) for mark in block.marks]
        starts = sorted((round(mark.x), -mark.y, mark.style.size) for mark in marks)
        for (x, y, _size), (next_x, next_y, size) in itertools.pairwise(starts):
            assert x != next_x or next_y - y >= 0.9 * size, (x, y)
        assert all(mark.y > 15 for mark in marks)


def test_a_character_that_cannot_be_printed_refuses_the_receipt(
    printer: ReceiptPrinter, snapshot: SnapshotMaker
) -> None:
    with pytest.raises(RuleError) as refused:
        printer.draw(snapshot(donor_last_name="王"))
    assert refused.value.code == "receipt.unprintable_character"
    assert refused.value.values == {"character": "王", "name": "Élodie 王"}
    with pytest.raises(RuleError) as refused:
        printer.draw(snapshot(association_purpose="שלום"))
    assert refused.value.values["name"] == "Les Amis de la Rivière"


def test_one_file_says_page_by_page_what_the_separate_files_say(
    images: dict[str, bytes], snapshot: SnapshotMaker, gifts: GiftMaker
) -> None:
    said = [
        snapshot(),
        snapshot(number=43, gifts=gifts(3), donor_last_name="Łódź"),
        snapshot(number=44, gifts=gifts(40)),
        snapshot(number=45, nature=DonationNature.OTHER),
        snapshot(number=46, donor_street=("A" * 100, "B" * 100)),
    ]
    separate = [
        page for receipt in said for page in read(ReceiptPrinter(images).draw(receipt).whole)
    ]
    heard: list[tuple[int, int]] = []
    merged = ReceiptPrinter(images).merged(said, lambda *done: heard.append(done))
    assert read(merged) == separate
    assert heard == [(number, 5) for number in range(1, 6)]


def test_one_file_stores_images_and_fonts_once(
    printer: ReceiptPrinter, snapshot: SnapshotMaker
) -> None:
    said = [snapshot(number=number) for number in range(1, 101)]
    merged = printer.merged(said, lambda _done, _all: None)
    assert len(merged) < len(printer.draw(said[0]).whole) + 100 * 2_500


def test_what_the_progress_raises_stops_the_printing(
    printer: ReceiptPrinter, snapshot: SnapshotMaker
) -> None:
    class StoppedError(Exception):
        pass

    def stop(done: int, _all: int) -> None:
        if done == 2:
            raise StoppedError

    with pytest.raises(StoppedError):
        printer.merged([snapshot()] * 5, stop)


def test_nothing_to_print_is_refused(printer: ReceiptPrinter) -> None:
    with pytest.raises(RuleError) as refused:
        printer.merged([], lambda _done, _all: None)
    assert refused.value.code == "receipt.nothing_to_print"
