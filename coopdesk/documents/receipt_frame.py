"""What many receipts of a run share, and where on the page each part stands.

The shared parts are drawn once and used as forms by every receipt whose ``FrameKey`` is the
same; between them each receipt writes its own. Both come in the order of the official form.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from coopdesk.documents import receipt_styles as at
from coopdesk.documents.receipt_shared import SharedParts
from coopdesk.documents.typesetting import Block
from coopdesk.domain.donations import DonationNature
from coopdesk.domain.money import ZERO
from coopdesk.domain.receipt_forms import mode_box

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coopdesk.documents.receipt_styles import Styles
    from coopdesk.domain.receipt_forms import ReceiptForm
    from coopdesk.domain.receipts import ReceiptSnapshot

_SIGNATURE_HEIGHT = 77.0
_WIDEST_GAP = 24.0


class FrameKey(NamedTuple):
    """What a frame depends on: a receipt without what is its own, and the room that takes.

    ``heights`` are those of the parts that each receipt writes itself, in points at ``scale``.
    """

    blank: ReceiptSnapshot
    mode_boxes: frozenset[str]
    heights: tuple[float, ...]
    scale: float


@dataclass(frozen=True, slots=True)
class Frame:
    """The shared blocks, in order, and where each receipt's own parts stand.

    ``order`` is the first page: the number of a shared block, or None for the next own part;
    ``tops`` are the first baselines of the own parts. The last shared block is the signature
    as an annex has it.
    """

    shared: tuple[Block, ...]
    order: tuple[int | None, ...]
    tops: tuple[float, ...]
    fits: bool


class Part(NamedTuple):
    """A part of the page, from the top down; without ``draw`` it is each receipt's own.

    What is ``glued`` stands right under the part before it.
    """

    height: float
    draw: Callable[[Block, float], float] | None = None
    glued: bool = False


def blank_of(snapshot: ReceiptSnapshot) -> ReceiptSnapshot:
    """Return a snapshot without what differs from one receipt of a run to the next."""
    return replace(
        snapshot,
        number=0,
        written_number="",
        donor_last_name="",
        donor_first_name="",
        donor_legal_form="",
        donor_siren="",
        donor_street=(),
        donor_postal_code="",
        donor_city="",
        donor_country="",
        amount=ZERO,
        gifts=(),
        nature_detail="",
        period_start=None,
        period_end=None,
        replaces_number="",
        replaces_issued_on=None,
        previous_hash="",
    )


def mode_boxes_of(snapshot: ReceiptSnapshot, form: ReceiptForm) -> frozenset[str]:
    """Return the boxes of modes of payment to tick; only gifts of money tick any."""
    modes = {x.mode for x in snapshot.gifts if x.nature is DonationNature.MONEY}
    return frozenset(map(mode_box, modes)).intersection(form.modes)


def build_frame(form: ReceiptForm, key: FrameKey, styles: Styles) -> Frame:
    """Lay the parts out from top to bottom; share what room is left between them."""
    shared = SharedParts(form, key.blank, key.mode_boxes, styles)
    parts = _person_parts if form.articles else _company_parts
    listed = parts(shared, key.heights)
    gaps = sum(not part.glued for part in listed)
    room = at.BODY_TOP - at.BODY_BOTTOM - sum(part.height for part in listed)
    gap = min(room / gaps, _WIDEST_GAP)
    return _stacked(listed, gap, seal=shared.seal(), fits=gap >= styles.gap or styles.cuts)


def _stacked(parts: Sequence[Part], gap: float, *, seal: Block, fits: bool) -> Frame:
    y = at.BODY_TOP
    blocks: list[Block] = []
    order: list[int | None] = []
    tops = []
    for part in parts:
        y -= 0 if part.glued else gap
        if part.draw is None:
            order.append(None)
            tops.append(y)
        else:
            if not order or order[-1] is None:
                order.append(len(blocks))
                blocks.append(Block())
            part.draw(blocks[-1], y)
        y -= part.height
    return Frame((*blocks, seal), tuple(order), tuple(tops), fits)


def _person_parts(shared: SharedParts, heights: tuple[float, ...]) -> list[Part]:
    """Order the parts as form 11580*05 does."""
    panel, donor, gift, detail, listed, footer = heights
    return [
        *_head(shared, panel),
        Part(donor),
        Part(gift),
        _fixed(shared.boxes),
        Part(detail, glued=True),
        _fixed(shared.modes, glued=True),
        *_foot(shared, listed, footer),
    ]


def _company_parts(shared: SharedParts, heights: tuple[float, ...]) -> list[Part]:
    """Order the parts as form 16216*03 does."""
    panel, donor, in_kind, money, whole, period, listed, footer = heights
    return [
        *_head(shared, panel),
        Part(donor),
        Part(in_kind),
        Part(money),
        _fixed(shared.modes, glued=True),
        Part(whole),
        Part(period),
        *_foot(shared, listed, footer),
    ]


def _head(shared: SharedParts, panel: float) -> list[Part]:
    return [
        Part(0, shared.letterhead, glued=True),
        _fixed(shared.title, glued=True),
        Part(panel, glued=True),
        _fixed(shared.organisation),
    ]


def _foot(shared: SharedParts, listed: float, footer: float) -> list[Part]:
    signature = max(_SIGNATURE_HEIGHT, _height(shared.signature))
    return [
        Part(listed),
        Part(signature, shared.signature, glued=True),
        Part(_height(shared.notes), shared.notes_at_foot),
        Part(footer, glued=True),
    ]


def _fixed(draw: Callable[[Block, float], float], *, glued: bool = False) -> Part:
    return Part(_height(draw), draw, glued)


def _height(draw: Callable[[Block, float], float]) -> float:
    return -draw(Block(), 0.0)
