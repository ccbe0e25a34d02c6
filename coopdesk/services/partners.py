"""Use cases around partners: who they are and what they take part in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.agreement_terms import is_in_force
from coopdesk.domain.agreements import AgreementFilter
from coopdesk.domain.commitments import CommitmentFilter
from coopdesk.domain.contacts import ContactKind
from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import ZERO
from coopdesk.domain.partner_rules import checked_partner
from coopdesk.domain.partner_sheets import PartnerSheet
from coopdesk.domain.partners import NetworkRow, PartnerFilter
from coopdesk.services.contact_rules import changeable
from coopdesk.services.outcome import Outcome, Subject, changed
from coopdesk.services.partner_checks import ensure_partner, organisation

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from coopdesk.domain.partners import NewPartner, Partner, PartnerLine
    from coopdesk.storage.unit_of_work import Units, Work

__all__ = ["PartnerService", "ensure_partner"]

_HISTORY = 200  # entries of the time-line on a sheet


class PartnerService:
    """Partners: organisations that we work with."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def ids(self, wanted: PartnerFilter | None = None) -> list[int]:
        """Return the ids of the partners that a filter shows, in French order."""
        with self._units.read() as work:
            return work.partner_list.ids(wanted or PartnerFilter(), self._today())

    def lines(self, ids: Sequence[int], today: dt.date | None = None) -> list[PartnerLine]:
        """Return partners with what is open on a day, in the order of the ids."""
        with self._units.read() as work:
            return work.partner_list.lines(ids, today or self._today())

    def all(self, wanted: PartnerFilter | None = None) -> list[PartnerLine]:
        """Return the partners that a filter shows with what is open, in French order."""
        with self._units.read() as work:
            return work.partner_list.all(wanted or PartnerFilter(), self._today())

    def get(self, partner_id: int) -> Partner:
        """Return one partner; raises NotFoundError."""
        with self._units.read() as work:
            return work.partners.get(partner_id)

    def of_contact(self, contact_id: int) -> Partner | None:
        """Return the partner that a contact is, None when it is none."""
        with self._units.read() as work:
            return work.partners.of_contact(contact_id)

    def id_named(self, text: str) -> int | None:
        """Return the partner of a name or an acronym, whatever its case and accents."""
        with self._units.read() as work:
            return work.partners.id_named(text)

    def sheet(self, partner_id: int) -> PartnerSheet:
        """Return a partner with all that ties us; raises NotFoundError."""
        with self._units.read() as work:
            partner = work.partners.get(partner_id)
            key = partner.content.contact_id
            network = work.partner_network
            return PartnerSheet(
                partner=partner,
                people=tuple(work.ties.affiliations_of(key)),
                agreements=tuple(work.agreements.all(AgreementFilter(contact_id=key))),
                commitments=tuple(work.commitments.all(CommitmentFilter(contact_id=key))),
                fees=tuple(work.network_fees.all(contact_id=key)),
                grants=tuple(network.grants(key)),
                contributions=tuple(work.volunteering.contributions_of(key)),
                groups=tuple(network.groups(contact_id=key).get(key, ())),
                events=tuple(network.events(contact_id=key).get(key, ())),
                history=tuple(work.timelines.of(key, self._today(), _HISTORY)),
            )

    def network(self, first: dt.date, last: dt.date) -> list[NetworkRow]:
        """Return what each partner takes part in during some days, in French order.

        Raises:
            RuleError: ``partner.days_reversed``.
        """
        if last < first:
            raise RuleError("partner.days_reversed", field="last")
        with self._units.read() as work:
            return read_network(work, first, last, self._today())

    def add(self, new: NewPartner) -> Outcome[Partner]:
        """Record that an organisation is a partner.

        Raises:
            RuleError: a field is wrong, ``partner.organisation_wanted`` of a person,
                ``partner.known`` already, ``contact.merged``. NotFoundError.
        """
        cleaned = checked_partner(new)
        with self._units.write("partner.added") as work:
            name = organisation(work, cleaned.contact_id)
            work.recorder.relabel(name=name)
            if work.partners.of_contact(cleaned.contact_id) is not None:
                raise RuleError("partner.known", field="contact_id", name=name)
            _check_referent(work, cleaned)
            made = work.partners.get(work.partners.add(cleaned))
            work.commit()
        return changed(made, Subject.PARTNERS, Subject.CONTACTS)

    def change(self, partner_id: int, new: NewPartner) -> Outcome[Partner]:
        """Replace what is known of a partner, which stays the same organisation.

        Raises:
            RuleError: a field is wrong, ``partner.other_contact``. NotFoundError.
        """
        cleaned = checked_partner(new)
        with self._units.write("partner.changed") as work:
            known = work.partners.get(partner_id)
            work.recorder.relabel(name=known.name)
            if cleaned.contact_id != known.content.contact_id:
                raise RuleError("partner.other_contact", field="contact_id", name=known.name)
            if cleaned.referent_id != known.content.referent_id:
                _check_referent(work, cleaned)
            work.partners.change(partner_id, cleaned)
            made = work.partners.get(partner_id)
            work.commit()
        return changed(made, Subject.PARTNERS, Subject.CONTACTS)

    def end(self, partner_id: int, on: dt.date | None) -> Outcome[Partner]:
        """Say until which day we work with a partner; None when it goes on after all.

        Raises:
            RuleError: ``partner.ends_before_start``. NotFoundError.
        """
        label = "partner.ended" if on else "partner.resumed"
        with self._units.write(label) as work:
            known = work.partners.get(partner_id)
            work.recorder.relabel(name=known.name)
            started_on = known.content.started_on
            if on is not None and started_on is not None and on < started_on:
                raise RuleError("partner.ends_before_start", field="ended_on")
            work.partners.end(partner_id, on)
            made = work.partners.get(partner_id)
            work.commit()
        return changed(made, Subject.PARTNERS)

    def remove(self, partner_id: int) -> Outcome[Partner]:
        """Forget that an organisation is a partner; the contact stays.

        Raises:
            RuleError: ``partner.in_use``: agreements, commitments, fees or requests are its
                own. NotFoundError.
        """
        with self._units.write("partner.removed") as work:
            known = work.partners.get(partner_id)
            work.recorder.relabel(name=known.name)
            resting = work.partners.resting_on(known.content.contact_id)
            if resting:
                raise RuleError("partner.in_use", name=known.name, resting=resting)
            work.partners.remove(partner_id)
            work.commit()
        return changed(known, Subject.PARTNERS, Subject.CONTACTS)


def _check_referent(work: Work, new: NewPartner) -> None:
    if new.referent_id is None:
        return
    contact = changeable(work, new.referent_id)
    if contact.profile.kind is not ContactKind.PERSON:
        raise RuleError("partner.referent_person", field="referent_id")


def read_network(work: Work, first: dt.date, last: dt.date, today: dt.date) -> list[NetworkRow]:
    """Return what each partner takes part in during some days within one unit of work."""
    network = work.partner_network
    groups, events = network.groups(first, last), network.events(first, last)
    granted, in_kind = network.granted(first, last), network.in_kind(first, last)
    fees = network.fees(first, last)
    titles: dict[int, list[str]] = {}
    for one in work.agreements.all(AgreementFilter()):
        if is_in_force(one, first, last):
            titles.setdefault(one.content.contact_id, []).append(one.content.title)
    return [
        NetworkRow(
            contact_id=line.contact_id,
            name=line.name,
            kind=line.kind,
            level=line.level,
            groups=tuple(dict.fromkeys(x.name for x in groups.get(line.contact_id, ()))),
            events=tuple(x.title for x in events.get(line.contact_id, ())),
            agreements=tuple(titles.get(line.contact_id, ())),
            granted=granted.get(line.contact_id, ZERO),
            in_kind=in_kind.get(line.contact_id, ZERO),
            fees=fees.get(line.contact_id, ZERO),
        )
        for line in work.partner_list.all(PartnerFilter(), today)
        if _is_partner(line, first, last)
    ]


def _is_partner(line: PartnerLine, first: dt.date, last: dt.date) -> bool:
    """Tell whether we worked with a partner on one of some days."""
    began = line.started_on is None or line.started_on <= last
    return began and (line.ended_on is None or line.ended_on >= first)
