"""Who is on a card, a list, a certificate or a mailing, and who is left out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.contact_details import ConsentPurpose
from coopdesk.domain.errors import RuleError
from coopdesk.domain.member_papers import (
    AttendanceRow,
    MemberCard,
    MemberListRow,
    MembershipCertificate,
)
from coopdesk.domain.members import MemberStatus
from coopdesk.domain.money import ZERO
from coopdesk.domain.paper_people import (
    LeftOut,
    LeftOutReason,
    current_or_next,
    entered,
    in_force,
    last_known,
    why_no_member,
)
from coopdesk.services.addressing import GONE, refusing_news, usable_email
from coopdesk.services.paper_house import house_of
from coopdesk.services.paper_runs import batches
from coopdesk.wording.envelopes import contact_envelope
from coopdesk.wording.standing import standing_text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from coopdesk.domain.contacts import ContactLine
    from coopdesk.domain.paper_people import Assembly, Standing
    from coopdesk.services.progress import Progress
    from coopdesk.storage.unit_of_work import Work


def card_people(
    work: Work, ids: Sequence[int], today: dt.date, progress: Progress
) -> tuple[list[MemberCard], tuple[LeftOut, ...]]:
    """Return the cards of contacts, and who gets none."""
    cards: list[MemberCard] = []
    left_out: list[LeftOut] = []
    photos = _photos(work, ids)
    for line, standings in _members(work, ids, today, progress):
        standing = current_or_next(standings, today)
        if standing is None or line.member_status is MemberStatus.LEFT:
            left_out.append(_missed(line, standings, today))
        elif not line.number:
            left_out.append(LeftOut(line.id, line.name, LeftOutReason.NO_NUMBER))
        else:
            cards.append(
                MemberCard(
                    line.number,
                    line.name,
                    standing.type_name,
                    standing.period,
                    standing.college,
                    work.association.image_by_id(photos.get(line.id)),
                )
            )
    return cards, tuple(left_out)


def _photos(work: Work, ids: Sequence[int]) -> dict[int, int]:
    """Return the photos that may be shown: who refused to be on pictures is on none."""
    found = work.standings.photos(ids)
    decided = work.ties.decisions(ConsentPurpose.PHOTO, list(found))
    return {key: photo for key, photo in found.items() if decided.get(key, True)}


def list_rows(
    work: Work, ids: Sequence[int], today: dt.date, progress: Progress
) -> tuple[list[MemberListRow], tuple[LeftOut, ...]]:
    """Return the lines of those who are or were members, and who never was one.

    Raises:
        RuleError: ``members.nobody``.
    """
    rows: list[MemberListRow] = []
    left_out: list[LeftOut] = []
    for line, standings in _members(work, ids, today, progress):
        standing = last_known(standings, today)
        if standing is None or line.member_status is None:
            left_out.append(_missed(line, standings, today))
            continue
        rows.append(
            MemberListRow(
                number=line.number,
                name=line.name,
                type_name=standing.type_name,
                status=standing_text(line.member_status, is_unpaid=line.member_until is None),
                period=standing.period,
                town=line.town,
                email=line.email,
                phone=line.phone,
            )
        )
    if not rows:
        raise RuleError("members.nobody")
    return rows, tuple(left_out)


def attendance_rows(
    work: Work, ids: Sequence[int], assembly: Assembly, progress: Progress
) -> tuple[list[AttendanceRow], tuple[LeftOut, ...]]:
    """Return who may take part in an assembly, and who was chosen but may not.

    Raises:
        RuleError: ``members.nobody``.
    """
    rows: list[AttendanceRow] = []
    left_out: list[LeftOut] = []
    grace, day = work.member_rules.get().grace_days, assembly.held_on
    for line, standings in _members(work, ids, day, progress):
        standing = entered(standings, assembly, grace)
        if standing is None or line.member_status is MemberStatus.LEFT:
            left_out.append(_missed(line, standings, day))
        elif assembly.only_voting and not standing.has_vote:
            left_out.append(LeftOut(line.id, line.name, LeftOutReason.NO_VOTE))
        else:
            votes = 1 if standing.has_vote else 0
            rows.append(AttendanceRow(line.number, line.name, standing.college, votes))
    if not rows:
        raise RuleError("members.nobody")
    return rows, tuple(left_out)


def mailing_people(
    work: Work, ids: Sequence[int], today: dt.date, progress: Progress
) -> tuple[list[str], tuple[LeftOut, ...]]:
    """Return the addresses that a mailing may go to, and who is left out of it.

    Raises:
        RuleError: ``email.nobody``.
    """
    emails: list[str] = []
    left_out: list[LeftOut] = []
    for batch in batches(ids, progress):
        deceased = work.standings.deceased(batch)
        lines = _lines(work, batch, today)
        refused = refusing_news(work, {line.id: line.email for line in lines})
        for line in lines:
            reason = _no_mailing(line, deceased, refused)
            if reason is None:
                emails.append(line.email)
            else:
                left_out.append(LeftOut(line.id, line.name, reason))
    if not emails:
        raise RuleError("email.nobody")
    return emails, tuple(left_out)


def _no_mailing(
    line: ContactLine, deceased: set[int], refused: set[int]
) -> LeftOutReason | None:
    reasons = (
        (line.state in GONE, LeftOutReason.NOT_ACTIVE),
        (line.id in deceased, LeftOutReason.DECEASED),
        (not line.email, LeftOutReason.NO_EMAIL),
        (not usable_email(line.email), LeftOutReason.WRONG_EMAIL),
        (line.id in refused, LeftOutReason.REFUSES_NEWS),
    )
    return next((reason for is_so, reason in reasons if is_so), None)


def certificate_of(
    work: Work, contact_id: int, today: dt.date, membership_id: int | None
) -> MembershipCertificate:
    """Return what a certificate says of somebody; see ``MemberPaperService.certificate``."""
    contact = work.contacts.get(contact_id)
    standing = _certified(work, contact_id, today, membership_id)
    profile = contact.profile
    is_paid = standing.is_holder and ZERO < standing.due <= standing.paid
    return MembershipCertificate(
        association=house_of(work),
        issued_on=today,
        name=contact.display_name,
        period=standing.period,
        civility=profile.civility,
        lines=contact_envelope(profile).lines,
        number=profile.number,
        type_name=standing.type_name,
        college=standing.college,
        paid=standing.paid if is_paid else ZERO,
        paid_on=work.standings.paid_on(standing.membership_id) if is_paid else None,
    )


def _certified(
    work: Work, contact_id: int, today: dt.date, membership_id: int | None
) -> Standing:
    line = _lines(work, [contact_id], today)[0]
    standings = work.standings.of([contact_id])[contact_id]
    if membership_id is None:
        standing = in_force(standings, today)
        if standing is None or line.member_status is MemberStatus.LEFT:
            raise RuleError("certificate.not_in_force", name=line.name)
        return standing
    for standing in standings:
        if standing.membership_id == membership_id:
            if not standing.counts:
                raise RuleError("certificate.unpaid", name=line.name)
            return standing
    raise RuleError("certificate.not_covered", name=line.name)


def _members(
    work: Work, ids: Sequence[int], day: dt.date, progress: Progress
) -> Iterator[tuple[ContactLine, list[Standing]]]:
    """Yield contacts as they stand on a day, with the memberships that cover them."""
    for batch in batches(ids, progress):
        standings = work.standings.of(batch)
        for line in _lines(work, batch, day):
            yield line, [] if line.state in GONE else standings[line.id]


def _lines(work: Work, ids: Sequence[int], day: dt.date) -> list[ContactLine]:
    return work.contacts.lines(ids, work.member_rules.get(), day)


def _missed(line: ContactLine, standings: Sequence[Standing], day: dt.date) -> LeftOut:
    if line.state in GONE:
        return LeftOut(line.id, line.name, LeftOutReason.NOT_ACTIVE)
    return LeftOut(line.id, line.name, why_no_member(standings, line.member_status, day))
