"""What the record of a partner reads: who is inside, what ties us, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.agreement_terms import term_on
from coopdesk.domain.agreements import Side
from coopdesk.domain.commitments import CommitmentState
from coopdesk.domain.money import total
from coopdesk.domain.partners import PartnerKind, PartnerLevel
from coopdesk.ui.columns import Tone
from coopdesk.ui.contacts.timeline_parts import timeline_parts
from coopdesk.ui.partners import links
from coopdesk.ui.partners.tones import due_tone, standing_tone, worth_text
from coopdesk.ui.widgets.record_parts import (
    Facts,
    Heading,
    Lines,
    Paragraph,
    Title,
    Words,
    linked,
)
from coopdesk.wording.formats import day_long, day_text, money_text, number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _, ngettext
from coopdesk.wording.partner_dues import (
    due_text,
    proof_text,
    standing_text,
    term_text,
    worth_of,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from coopdesk.domain.agreements import Agreement
    from coopdesk.domain.commitments import Commitment
    from coopdesk.domain.contact_details import Affiliation
    from coopdesk.domain.partner_sheets import PartnerGrant, PartnerSheet
    from coopdesk.domain.partners import NetworkFee, Partner
    from coopdesk.domain.timeline import TimelineEntry
    from coopdesk.ui.partners.reading import PartnerRecord
    from coopdesk.ui.widgets.record_parts import Part, Said

    Row = tuple[Said, str, tuple[Said, ...]]

_MAY_GRANT = frozenset({PartnerKind.FUNDER, PartnerKind.INSTITUTION})

# Of what is done and over, the newest: the lists of the page hold all.
_DONE_SHOWN = 5


def partner_parts(record: PartnerRecord) -> list[Part]:
    """Return the parts of a partner's record."""
    sheet, today = record.sheet, record.today
    return [
        *_head(sheet, today),
        *_people(sheet.people, today),
        *_agreements(sheet.agreements, today),
        *_commitments(sheet.commitments, today),
        *_fees(sheet, today),
        *_grants(sheet),
        *_contributions(sheet),
        *_places(sheet),
        *timeline_parts(_past(sheet, today), has_more=False),
    ]


def _past(sheet: PartnerSheet, today: dt.date) -> list[TimelineEntry]:
    """Return what happened: what is still to be kept stands above."""
    return [entry for entry in sheet.history if entry.day <= today]


def _head(sheet: PartnerSheet, today: dt.date) -> Iterator[Part]:
    partner, content = sheet.partner, sheet.partner.content
    below: list[Said] = [_standing(partner, today), label(content.kind)]
    late = sum(one.is_overdue(today) for one in sheet.commitments)
    if late:
        said = ngettext("{count} late", "{count} late", late)
        below.insert(1, Words(said.format(count=number_text(late)), Tone.BAD))
    if content.level is not PartnerLevel.NONE:
        below.append(label(content.level))
    yield Title(partner.name, tuple(below))
    if content.purpose:
        yield Paragraph((content.purpose,))
    yield Facts(tuple(_facts(partner)))


def _standing(partner: Partner, today: dt.date) -> Words:
    ended = partner.content.ended_on
    if not partner.is_current(today) and ended is not None:
        return Words(_("Until {day}").format(day=day_text(ended)), Tone.NEUTRAL)
    return Words(_("Works with us"), Tone.GOOD)


def _facts(partner: Partner) -> Iterator[tuple[str, Said]]:
    content = partner.content
    yield _("Contact"), linked(partner.name, links.CONTACT, content.contact_id)
    if partner.town:
        yield _("Town"), partner.town
    if content.referent_id is not None:
        yield (
            _("Followed by"),
            linked(partner.referent_name, links.CONTACT, content.referent_id),
        )
    if content.started_on is not None:
        yield _("Since"), day_long(content.started_on)
    if content.note:
        yield _("Note"), content.note


def _people(people: Sequence[Affiliation], today: dt.date) -> Iterator[Part]:
    inside = [one for one in people if _is_inside(one, today)]
    said = ngettext("{count} person inside", "{count} people inside", len(inside))
    add = linked(_("Add…"), links.ADD_PERSON)
    title = said.format(count=len(inside)) if inside else _("Persons inside")
    yield Heading(title, add)
    if not people:
        yield Paragraph((_("Nobody yet: who answers there?"),), is_muted=True)
        return
    yield Lines(tuple(_person(one, today) for one in people))


def _is_inside(one: Affiliation, today: dt.date) -> bool:
    return one.content.ended_on is None or one.content.ended_on >= today


def _person(one: Affiliation, today: dt.date) -> Row:
    details: list[Said] = [one.content.role] if one.content.role else []
    if not _is_inside(one, today) and one.content.ended_on is not None:
        details.append(_("until {day}").format(day=day_text(one.content.ended_on)))
    name = linked(one.person_name, links.CONTACT, one.content.person_id)
    return name, "", tuple(details)


def _agreements(agreements: Sequence[Agreement], today: dt.date) -> Iterator[Part]:
    yield Heading(_("Agreements"), linked(_("Add…"), links.ADD_AGREEMENT))
    rows = [
        (
            linked(one.content.title, links.AGREEMENT, one.id),
            "",
            (
                Words(standing_text(one, today), standing_tone(one, today)),
                term_text(term_on(one, today)),
            ),
        )
        for one in agreements
    ]
    yield lines_or(rows, _("None yet: a convention says who does what until when."))


def _commitments(commitments: Sequence[Commitment], today: dt.date) -> Iterator[Part]:
    sides = (
        (Side.OURS, _("What we owe"), links.ADD_OURS),
        (Side.THEIRS, _("What they owe us"), links.ADD_THEIRS),
    )
    for side, title, add in sides:
        them = [one for one in commitments if one.content.side is side]
        open_ones = [one for one in them if one.state is CommitmentState.OPEN]
        yield Heading(with_worth(title, open_ones), linked(_("Add…"), add))
        done = [one for one in them if one.state is not CommitmentState.OPEN]
        rows = [commitment_row(one, today) for one in (*open_ones, *done[:_DONE_SHOWN])]
        yield lines_or(rows, _("Nothing."))


def with_worth(title: str, owed: Iterable[Commitment]) -> str:
    """Return a title with what is still owed under it, in money."""
    worth = worth_of(owed)
    return f"{title} · {money_text(worth)}" if worth else title


def commitment_row(one: Commitment, today: dt.date) -> Row:
    """Return a commitment with how far it is, and what can be done about it."""
    details: list[Said] = [Words(due_text(one, today), due_tone(one, today))]
    if one.state is CommitmentState.OPEN:
        details.append(linked(_("Note it as kept…"), links.KEEP, one.id))
    elif one.is_proved:
        details.append(_("proof: {what}").format(what=proof_text(one)))
    name = linked(one.content.text, links.COMMITMENT, one.id)
    return name, worth_text(one), tuple(details)


def _fees(sheet: PartnerSheet, today: dt.date) -> Iterator[Part]:
    is_network = sheet.partner.content.kind is PartnerKind.NETWORK
    if not sheet.fees and not is_network:
        return
    yield Heading(_("Our fees to this network"), linked(_("Add…"), links.ADD_FEE))
    rows = [_fee(one, today) for one in sheet.fees]
    yield lines_or(rows, _("What belonging to it costs each year."))


def _fee(fee: NetworkFee, today: dt.date) -> Row:
    content = fee.content
    named = f"{content.year} · {content.label}" if content.label else str(content.year)
    details: list[Said] = []
    if fee.payment_id is not None:
        day = day_text(fee.paid_on) if fee.paid_on is not None else ""
        details.append(Words(_("Paid {day}").format(day=day).strip(), Tone.GOOD))
        details.append(linked(_("Payment"), links.PAYMENT, fee.payment_id))
    else:
        is_late = content.due_on is not None and content.due_on < today
        due = day_text(content.due_on) if content.due_on is not None else ""
        said = _("To pay by {day}").format(day=due) if due else _("To pay")
        details.append(Words(said, Tone.BAD if is_late else Tone.ATTENTION))
        details.append(linked(_("Pay…"), links.PAY_FEE, fee.id))
        details.append(linked(_("Remove"), links.REMOVE_FEE, fee.id, stays=True))
    return linked(named, links.FEE, fee.id), money_text(content.amount), tuple(details)


def _grants(sheet: PartnerSheet) -> Iterator[Part]:
    grants = sheet.grants
    if not grants and sheet.partner.content.kind not in _MAY_GRANT:
        return
    yield Heading(_("Grants"), linked(_("Ask it for one…"), links.ADD_GRANT))
    if not grants:
        yield Paragraph((_("Nothing was asked of it yet."),), is_muted=True)
        return
    granted = total(one.granted for one in grants)
    rows = [_grant(one) for one in grants]
    if len(grants) > 1 and granted:
        rows.append((_("Granted in all"), money_text(granted), ()))
    yield Lines(tuple(rows))


def _grant(grant: PartnerGrant) -> Row:
    details: list[Said] = [label(grant.state)]
    if grant.asked is not None:
        details.append(_("{amount} asked for").format(amount=money_text(grant.asked)))
    if grant.granted:
        details.append(_("{amount} paid").format(amount=money_text(grant.paid)))
    name = linked(grant.title, links.GRANT, grant.request_id)
    return name, money_text(grant.granted) if grant.granted else "", tuple(details)


def _contributions(sheet: PartnerSheet) -> Iterator[Part]:
    given = sheet.contributions
    if not given:
        return
    worth = total(one.content.amount for one in given)
    yield Heading(_("Given in kind"), money_text(worth))
    rows = tuple(
        (
            linked(one.content.label, links.CONTRIBUTION, one.id),
            money_text(one.content.amount),
            (
                day_text(one.content.given_on),
                label(one.content.kind),
                one.content.value_basis,
            ),
        )
        for one in given
    )
    yield Lines(rows)


def _places(sheet: PartnerSheet) -> Iterator[Part]:
    if sheet.groups:
        yield Heading(_("Groups and chantiers"))
        yield Lines(
            tuple(
                (
                    linked(one.name, links.GROUP, one.group_id),
                    "",
                    (one.role,) if one.role else (),
                )
                for one in sheet.groups
            )
        )
    if sheet.events:
        yield Heading(_("Events"))
        yield Lines(
            tuple(
                (
                    linked(one.title, links.EVENT, one.event_id),
                    "",
                    (day_text(one.held_on),) if one.held_on else (),
                )
                for one in sheet.events
            )
        )


def lines_or(rows: Sequence[Row], empty: str) -> Part:
    """Return rows, or what is said where there is none."""
    return Lines(tuple(rows)) if rows else Paragraph((empty,), is_muted=True)
