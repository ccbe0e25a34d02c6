"""Receipts against a plain ReportLab canvas that draws the same pages, in CPU time.

Each round makes the same papers both ways, one after the other, QR codes included; the medians
of the ratios are printed. Bars: separate receipts 10, one merged file 4. Then how much longer
it takes that each receipt describes itself as archives ask (bar 1.1). Then two processes at
once, by the clock, as a share of what a bare loop gains (bar 0.85), and by how much the memory
grows while 10 000 receipts are made (bar 50 MB each way: apart, in one file, behind letters).
"""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import itertools
import multiprocessing
import random
import resource
import statistics
import time
from typing import TYPE_CHECKING
from unittest.mock import patch

from PIL import Image, ImageDraw

from benchmarks.measuring import in_turn, median_ratio
from benchmarks.plain_receipts import PlainReceipts
from coopdesk.documents import pdf_stamp
from coopdesk.documents.fonts import REGULAR, font_named
from coopdesk.documents.letters_pdf import LettersBefore
from coopdesk.documents.receipt_pdf import ReceiptPrinter
from coopdesk.domain.association import Association
from coopdesk.domain.donations import DonationForm, DonationNature
from coopdesk.domain.member_papers import Letter
from coopdesk.domain.money import Money, total
from coopdesk.domain.payments import PaymentMode
from coopdesk.domain.receipts import ReceiptScope, ReceiptSnapshot, SnapshotGift

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from multiprocessing.connection import Connection
    from multiprocessing.synchronize import Barrier

ROUNDS = 7
SEPARATE = 60
MERGED = 400
MANY = 10_000
WARM = 300
AT_ONCE = 1_500
LOOP = 12_000_000

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


def digest_of(receipt: ReceiptSnapshot) -> str:
    """Return figures that are as long as a real digest."""
    return hashlib.sha256(str(receipt.number).encode()).hexdigest()


def nothing(_done: int, _all: int) -> None:
    """Ignore progress."""


def images_by_digest() -> dict[str, bytes]:
    """Return logo and signature by their SHA-256."""
    return {hashlib.sha256(image).hexdigest(): image for image in pictures()}


def speeds() -> None:
    """Print how many times faster than a plain canvas receipts are made."""
    images = images_by_digest()
    receipts = snapshots(MERGED, *images)
    digests = [digest_of(receipt) for receipt in receipts]
    printer = ReceiptPrinter(images)
    # The first codes of a run cost more: what they teach serves all that follow.
    for receipt, digest in zip(receipts, digests, strict=True):
        printer.draw(receipt, digest)
    few = list(zip(receipts, digests, strict=True))[:SEPARATE]
    separate = in_turn(
        lambda: [PlainReceipts(images).draw([printer.laid_out(*each)]) for each in few],
        lambda: [printer.draw(*each).whole for each in few],
        ROUNDS,
    )
    merged = in_turn(
        lambda: PlainReceipts(images).draw(map(printer.laid_out, receipts, digests)),
        lambda: ReceiptPrinter(images).merged(receipts, nothing, digests),
        ROUNDS,
    )
    for name, pairs, count, bar in (
        ("separate receipts", separate, SEPARATE, 10),
        (f"one file of {MERGED} receipts", merged, MERGED, 4),
    ):
        ratio = median_ratio(pairs)
        milliseconds = 1_000 * ratio.ours / count
        times = 1 / ratio.quotient
        print(f"{name}: {times:.1f} x a plain canvas (bar {bar}), {milliseconds:.2f} ms each")


def archives() -> None:
    """Print what the shape of an archive costs; what a run shares of it is made once."""
    images = images_by_digest()
    each = [(receipt, digest_of(receipt)) for receipt in snapshots(MERGED, *images)]
    printer = ReceiptPrinter(images)

    def drawn() -> list[bytes]:
        return [printer.draw(*said).whole for said in each]

    def drawn_without() -> list[bytes]:
        with patch.object(pdf_stamp, "description", lambda _title: b"<< >>"):
            return drawn()

    longer = (len(drawn()[0]) - len(drawn_without()[0])) / 1_000
    ratio = median_ratio(in_turn(drawn_without, drawn, 2 * ROUNDS)).quotient
    print(f"described for archives: {ratio:.3f} x without (bar 1.1), {longer:.2f} kB each")


def in_own_process(work: Callable[[Connection], None]) -> object:
    """Run work in a fresh process and return what it sends."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=work, args=(theirs,))
    process.start()
    answer = ours.recv()
    process.join()
    return answer


def endless(images: dict[str, bytes]) -> Iterator[ReceiptSnapshot]:
    """Make receipts one at a time, so that they take no memory themselves."""
    chance = random.Random(11)
    return (snapshot(chance, number, *images) for number in itertools.count(1))


def peak() -> float:
    """Return the most memory that the process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_024


def grown_separately(answer: Connection) -> None:
    """Measure separate receipts, none of them kept."""
    images = images_by_digest()
    printer, receipts = ReceiptPrinter(images), endless(images)
    for receipt in itertools.islice(receipts, WARM):
        printer.draw(receipt, digest_of(receipt))
    before, start = peak(), time.process_time()
    for receipt in itertools.islice(receipts, MANY):
        printer.draw(receipt, digest_of(receipt))
    answer.send((peak() - before, time.process_time() - start, 0))


def grown_together(answer: Connection) -> None:
    """Measure one file; what it says is in memory before, as a run has it."""
    images = images_by_digest()
    receipts = list(itertools.islice(endless(images), MANY))
    digests = [digest_of(receipt) for receipt in receipts]
    ReceiptPrinter(images).merged(receipts[:WARM], nothing, digests[:WARM])
    before, start = peak(), time.process_time()
    content = ReceiptPrinter(images).merged(receipts, nothing, digests)
    answer.send((peak() - before, time.process_time() - start, len(content)))


def grown_with_letters(answer: Connection) -> None:
    """Measure one file with a letter in front of each receipt, in memory before as well."""
    images = images_by_digest()
    receipts = list(itertools.islice(endless(images), MANY))
    digests = [digest_of(receipt) for receipt in receipts]
    letters = {index: letter_to(receipt) for index, receipt in enumerate(receipts)}
    house, day = Association(name=receipts[0].association_name), receipts[0].issued_on

    def before() -> LettersBefore:
        return LettersBefore(house, day, letters)

    ReceiptPrinter(images).merged(receipts[:WARM], nothing, digests[:WARM], before=before())
    before_it, start = peak(), time.process_time()
    content = ReceiptPrinter(images).merged(receipts, nothing, digests, before=before())
    answer.send((peak() - before_it, time.process_time() - start, len(content)))


def letter_to(receipt: ReceiptSnapshot) -> Letter:
    """Return a letter of the usual length to the donor of a receipt."""
    name = f"{receipt.donor_first_name} {receipt.donor_last_name}"
    town = f"{receipt.donor_postal_code} {receipt.donor_city}"
    said = f"Vous trouverez ci-joint votre reçu fiscal n° {receipt.number:05d}. " * 3
    body = "\n\n".join(["Bonjour,", *[said.strip()] * 4, "Bien à vous,"])
    return Letter(name, (name, *receipt.donor_street, town), "Votre reçu fiscal", body)


def memory() -> None:
    """Print by how much the memory grows, and the speed of a long run."""
    for name, work in (
        ("separate", grown_separately),
        ("one file", grown_together),
        ("one file, a letter before each", grown_with_letters),
    ):
        grown, seconds, length = in_own_process(work)
        size = f", {length / MANY / 1_000:.2f} kB each" if length else ""
        print(
            f"{MANY} receipts, {name}: memory grows by {grown:.0f} MB (bar 50), "
            f"{1_000 * seconds / MANY:.2f} ms each{size}"
        )


def loop() -> None:
    """Do what gains all that a second process can give."""
    for _turn in range(LOOP):
        pass


def timed(start: Barrier, answer: Connection, *, is_loop: bool) -> None:
    """Do one kind of work when all are ready; send when it began and ended."""
    images = images_by_digest()
    printer = ReceiptPrinter(images)
    receipts = snapshots(AT_ONCE, *images)
    for receipt in receipts[:WARM]:
        printer.draw(receipt, digest_of(receipt))
    start.wait()
    began = time.perf_counter()
    if is_loop:
        loop()
    else:
        for receipt in receipts:
            printer.draw(receipt, digest_of(receipt))
    answer.send((began, time.perf_counter()))


def wall(processes: int, *, is_loop: bool) -> float:
    """Return how long processes take for the same work each, side by side."""
    context = multiprocessing.get_context("spawn")
    start = context.Barrier(processes)
    pipes = [context.Pipe() for _process in range(processes)]
    working = [
        context.Process(target=timed, args=(start, theirs), kwargs={"is_loop": is_loop})
        for _, theirs in pipes
    ]
    for process in working:
        process.start()
    times = [ours.recv() for ours, _ in pipes]
    for process in working:
        process.join()
    return max(end for _, end in times) - min(began for began, _ in times)


def side_by_side(rounds: int = 3) -> None:
    """Print what a second process gains, as a share of what it gains a bare loop."""
    shares, gains = [], []
    for _round in range(rounds):
        control = 2 * wall(1, is_loop=True) / wall(2, is_loop=True)
        ours = 2 * wall(1, is_loop=False) / wall(2, is_loop=False)
        shares.append(ours / control)
        gains.append(ours)
    share, gain = statistics.median(shares), statistics.median(gains)
    print(f"two processes: {gain:.2f} x one, {share:.2f} of a bare loop's gain (bar 0.85)")


def main() -> None:
    """Print every figure."""
    font_named(REGULAR)
    speeds()
    archives()
    memory()
    side_by_side()


if __name__ == "__main__":
    main()
