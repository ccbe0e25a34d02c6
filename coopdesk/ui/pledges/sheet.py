"""What the panel of a pledge reads: the promise, what is due, what came."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.pledges import WAITING, InstalmentState, PledgeState, sums_of
from coopdesk.ui.columns import Tone
from coopdesk.ui.widgets.record_parts import Facts, Heading, Lines, Paragraph, Title, Words
from coopdesk.wording.formats import day_long, money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coopdesk.domain.donations import DonationLine
    from coopdesk.domain.pledges import Instalment, Pledge
    from coopdesk.services.registry import Services
    from coopdesk.ui.widgets.record_parts import Part, Said

CONTACT_LINK = "contact"
GIFT_LINK = "gift"
RECEIVE_LINK = "receive"
SKIP_LINK = "skip"
DETACH_LINK = "detach"
# Of a long promise the last ones are read; the sums hold all.
_MOST = 36

_TONES = {
    InstalmentState.RECEIVED: Tone.GOOD,
    InstalmentState.LATE: Tone.BAD,
    InstalmentState.EXPECTED: Tone.INFO,
    InstalmentState.SKIPPED: Tone.NEUTRAL,
}
_STATE_TONES = {PledgeState.ACTIVE: Tone.GOOD, PledgeState.PAUSED: Tone.ATTENTION}


@dataclass(frozen=True, slots=True)
class PledgeSheet:
    """Everything known of a pledge, and the gifts that could fulfil an instalment of it."""

    pledge: Pledge
    instalments: tuple[Instalment, ...]
    candidates: tuple[DonationLine, ...]
    tier: str = ""

    @property
    def waiting(self) -> tuple[Instalment, ...]:
        """What is to come, the oldest first."""
        return tuple(one for one in self.instalments if one.state in WAITING)


def read_sheet(services: Services, pledge_id: int) -> PledgeSheet:
    """Return everything known of a pledge; runs on the worker, raises NotFoundError."""
    pledges = services.pledges
    pledge = pledges.get(pledge_id)
    tier_id = pledge.content.tier_id
    return PledgeSheet(
        pledge,
        tuple(pledges.instalments(pledge_id)),
        tuple(pledges.candidates(pledge_id)),
        "" if tier_id is None else services.campaigns.tier(tier_id).content.name,
    )


def pledge_parts(sheet: PledgeSheet) -> list[Part]:
    """Return the parts of a pledge's record."""
    pledge, content = sheet.pledge, sheet.pledge.content
    tone = _STATE_TONES.get(pledge.state, Tone.NEUTRAL)
    promised = _("{amount} {frequency}").format(
        amount=money_text(content.amount), frequency=label(content.frequency)
    )
    return [
        Title(pledge.donor_name, (Words(label(pledge.state), tone), promised)),
        Facts(tuple(_facts(pledge, sheet.tier))),
        Paragraph(
            (_("A promise is no gift: only what came of it gives a receipt."),), is_muted=True
        ),
        *_waiting(sheet.waiting),
        *_past(sheet.instalments),
    ]


def _facts(pledge: Pledge, tier: str) -> list[tuple[str, Said]]:
    content = pledge.content
    link = f"{CONTACT_LINK}:{content.donor_id}"
    rows: list[tuple[str, Said]] = [
        (_("Donor"), Words(pledge.donor_name, link=link)),
        (_("Campaign"), content.campaign),
        (_("Tier"), tier),
        (_("Mode"), label(content.mode)),
        (_("First due"), day_long(content.starts_on)),
        (_("Last due"), day_long(content.ends_on) if content.ends_on else ""),
    ]
    if pledge.state_on is not None:
        rows.append((label(pledge.state), day_long(pledge.state_on)))
    rows.append((_("Note"), content.note))
    return [(name, said) for name, said in rows if said]


def _waiting(waiting: Sequence[Instalment]) -> Iterator[Part]:
    if not waiting:
        return
    yield Heading(_("Still to be received"), money_text(sums_of(waiting).expected))
    yield Lines(tuple(_waits(one) for one in waiting[:_MOST]))


def _waits(one: Instalment) -> tuple[Said, str, tuple[Said, ...]]:
    day = one.due_on.isoformat()
    below: list[Said] = [
        Words(label(one.state), _TONES[one.state]),
        Words(_("Receive…"), link=f"{RECEIVE_LINK}:{day}"),
    ]
    if one.state is InstalmentState.LATE:
        below.append(Words(_("Will not come"), link=f"{SKIP_LINK}:{day}"))
    return day_long(one.due_on), money_text(one.amount), tuple(below)


def _past(instalments: Sequence[Instalment]) -> Iterator[Part]:
    states = (InstalmentState.RECEIVED, InstalmentState.SKIPPED)
    past = [one for one in reversed(instalments) if one.state in states]
    if not past:
        return
    yield Heading(_("What came"), money_text(sums_of(past).received))
    yield Lines(tuple(_came(one) for one in past[:_MOST]))


def _came(one: Instalment) -> tuple[Said, str, tuple[Said, ...]]:
    below: list[Said] = [Words(label(one.state), _TONES[one.state])]
    if one.received_on is not None:
        below.append(_("on {day}").format(day=day_long(one.received_on)))
        below.append(Words(_("Gift"), link=f"{GIFT_LINK}:{one.donation_id}"))
        below.append(Words(_("Untie"), link=f"{DETACH_LINK}:{one.donation_id}"))
    amount = money_text(one.amount) if one.state is InstalmentState.RECEIVED else ""
    return day_long(one.due_on), amount, tuple(below)
