"""Labels, letters and cards against an ordinary ReportLab canvas, in CPU time.

Each round makes the same papers both ways, one after the other; the medians of the ratios are
printed. The plain way writes the same texts at fixed places with ``drawString``, wraps letters
with ``simpleSplit`` and draws logo, signature and QR codes with the library's own calls; it
fits no size and checks no character.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import random
from typing import TYPE_CHECKING

from reportlab.graphics import renderPDF
from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.lib.utils import ImageReader, simpleSplit
from reportlab.pdfgen.canvas import Canvas

from benchmarks.papers import FIRST_NAMES, LAST_NAMES, STREETS, compare, pictures
from coopdesk.documents.cards_pdf import card_place, draw_cards
from coopdesk.documents.fonts import REGULAR, font_named
from coopdesk.documents.label_formats import label_formats
from coopdesk.documents.labels_pdf import draw_labels
from coopdesk.documents.letters_pdf import draw_letters
from coopdesk.documents.paper_texts import reminder_templates
from coopdesk.documents.typesetting import MILLIMETRE, PAGE_HEIGHT, PAGE_WIDTH
from coopdesk.domain.association import Association, StoredImage
from coopdesk.domain.label_formats import Addressee, LabelSheet
from coopdesk.domain.letter_templates import LetterValues, filled
from coopdesk.domain.member_papers import Letter, LetterRun, MemberCard
from coopdesk.domain.members import Period

if TYPE_CHECKING:
    from collections.abc import Sequence

LABELS, LETTERS, CARDS = 1_000, 300, 100
DAY = dt.date(2026, 11, 22)
YEAR = Period(dt.date(2026, 1, 1), dt.date(2026, 12, 31))


def house(contents: Sequence[bytes]) -> Association:
    """Return an invented association with a logo and a signature."""
    logo, signature = (
        StoredImage(f"{number}.png", content, hashlib.sha256(content).hexdigest())
        for number, content in enumerate(contents)
    )
    return Association(
        "Les Amis du Fleuve", signatory_name="Camille Durand", logo=logo, signature=signature
    )


def addressees(count: int) -> list[Addressee]:
    """Return addresses of invented people."""
    chance = random.Random(21)
    return [
        Addressee(
            (
                f"Mme {chance.choice(FIRST_NAMES)} {chance.choice(LAST_NAMES)}",
                f"{chance.randint(1, 240)} {chance.choice(STREETS).upper()}",
                "69003 LYON",
            )
        )
        for _ in range(count)
    ]


def letters(people: Sequence[Addressee]) -> tuple[Letter, ...]:
    """Return a reminder for each of these people."""
    template = reminder_templates()[2]
    values = LetterValues(
        association="Les Amis du Fleuve",
        type_name="Adhésion",
        period="2026",
        amount="20,00 €",
        due_on="1er janvier 2026",
    )
    text = filled(template, values)
    return tuple(
        Letter(person.lines[0], person.lines, text.subject, text.body) for person in people
    )


def cards(people: Sequence[Addressee]) -> list[MemberCard]:
    """Return a card for each of these people."""
    return [
        MemberCard(f"{number:04d}", person.lines[0], "Adhésion", YEAR, "Usagers")
        for number, person in enumerate(people, start=1)
    ]


def new_canvas() -> tuple[Canvas, io.BytesIO]:
    """Start an ordinary PDF."""
    stream = io.BytesIO()
    return Canvas(stream, pagesize=(PAGE_WIDTH, PAGE_HEIGHT), pageCompression=1), stream


def plain_labels(people: Sequence[Addressee], sheet: LabelSheet) -> bytes:
    """Write labels at fixed places."""
    canvas, stream = new_canvas()
    for place, person in enumerate(people):
        number = place % sheet.format.count
        if place and not number:
            canvas.showPage()
        canvas.setFont(REGULAR, 11)
        cell = sheet.format.cell(number)
        y = PAGE_HEIGHT - (cell.y + 12) * MILLIMETRE
        for line in person.lines:
            canvas.drawString((cell.x + 4) * MILLIMETRE, y, line)
            y -= 13
    canvas.save()
    return stream.getvalue()


def plain_letters(run: LetterRun, contents: Sequence[bytes]) -> bytes:
    """Write letters, one a page."""
    canvas, stream = new_canvas()
    logo, signature = (ImageReader(io.BytesIO(content)) for content in contents)
    for letter in run.letters:
        canvas.drawImage(logo, 60, 760, 90, 40, mask="auto")
        canvas.setFont(REGULAR, 10.5)
        canvas.drawString(60, 740, run.association.name)
        y = 680.0
        for line in letter.lines:
            canvas.drawString(320, y, line)
            y -= 14
        canvas.drawString(60, 540, f"Objet : {letter.subject}")
        y = 510.0
        for paragraph in letter.body.split("\n\n"):
            for line in simpleSplit(paragraph, REGULAR, 10.5, 470):
                canvas.drawString(60, y, line)
                y -= 14.8
            y -= 9
        canvas.drawString(320, y, run.association.signatory_name)
        canvas.drawImage(signature, 320, y - 60, 110, 45, mask="auto")
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def plain_cards(people: Sequence[MemberCard], contents: Sequence[bytes]) -> bytes:
    """Draw cards at their places, ten a page."""
    canvas, stream = new_canvas()
    logo = ImageReader(io.BytesIO(contents[0]))
    for number, card in enumerate(people):
        if number and not number % 10:
            canvas.showPage()
        x, y = card_place(number % 10)
        canvas.drawImage(logo, x + 14, y + 115, 62, 25, mask="auto")
        canvas.setFont(REGULAR, 9)
        shown = (card.name, card.type_name, card.number, f"{YEAR.start} {YEAR.end}")
        for rank, text in enumerate(shown):
            canvas.drawString(x + 14, y + 90 - 20 * rank, text)
        code = Drawing(45, 45)
        code.add(QrCodeWidget(card.number, barWidth=45, barHeight=45))
        renderPDF.draw(code, canvas, x + 180, y + 14)
    canvas.save()
    return stream.getvalue()


def main() -> None:
    """Print the three ratios."""
    font_named(REGULAR)
    contents = pictures()
    association, people = house(contents), addressees(LABELS)
    sheet = LabelSheet(label_formats()["L7160"])
    labels = compare(
        lambda: plain_labels(people, sheet),
        lambda: draw_labels(association, DAY, people, sheet),
    )
    print(f"{LABELS} labels: {labels:.2f} x a plain canvas")
    run = LetterRun(association, DAY, letters(people[:LETTERS]))
    written = compare(lambda: plain_letters(run, contents), lambda: draw_letters(run))
    print(f"{LETTERS} letters: {written:.2f} x a plain canvas")
    few = cards(people[:CARDS])
    drawn = compare(
        lambda: plain_cards(few, contents), lambda: draw_cards(association, DAY, few)
    )
    print(f"{CARDS} cards: {drawn:.2f} x a plain canvas")


if __name__ == "__main__":
    main()
