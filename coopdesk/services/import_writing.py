"""Writes a planned import: many rows of each table at a time, in the order they depend."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from coopdesk.domain.donations import NewDonation, NewReturn
from coopdesk.domain.import_changes import changes_money
from coopdesk.domain.imports import PaymentRow, RegistrationRow, RowVerdict
from coopdesk.domain.money import Money, total
from coopdesk.domain.payments import (
    Direction,
    LineKind,
    NewPayment,
    PaymentPart,
    PaymentSource,
    PaymentState,
)
from coopdesk.domain.text import fold
from coopdesk.services.activities import keep_activities, said_activities
from coopdesk.services.donation_money import pay_back_whole
from coopdesk.services.fee_matching import FeeMatcher
from coopdesk.services.households import fill_homes
from coopdesk.services.import_runs import add_run, keep_rows, kept_row
from coopdesk.services.registration_writing import RegistrationWriter
from coopdesk.services.reversal_writing import ReversalWriter
from coopdesk.services.ticket_following import follow_tickets
from coopdesk.storage.donation_store import decided_values, donation_values
from coopdesk.storage.payment_rows import line_values, payment_values

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coopdesk.domain.import_plans import Plan, PlannedRow
    from coopdesk.domain.imports import Payer, ReadFile
    from coopdesk.services.import_runs import KeptRow
    from coopdesk.services.progress import Progress
    from coopdesk.storage.unit_of_work import Units, Work

_STEPS = 6
# What a source may tell later of a payment, beside what it is made of.
_TOLD_ALONG = ("outside_content", "paid_out_on", "payout_ref", "fee_cents")
_NEW_VERDICTS = frozenset({RowVerdict.NEW, RowVerdict.DOUBTFUL})


class ImportWriter:
    """Writes one plan inside one unit of work."""

    def __init__(self, work: Work, units: Units, progress: Progress) -> None:
        self._work = work
        self._units = units
        self._progress = progress
        self._source = PaymentSource.MANUAL
        self._contact_ids: list[int] = []
        self._campaigns: dict[str, int | None] = {}
        self._payment_of_row: dict[int, int] = {}
        self._registration_of_row: dict[int, int] = {}

    def write(self, file: ReadFile, plan: Plan) -> int:
        """Write everything and return the id of the import run.

        Raises:
            JobCancelledError: the person stopped; the caller's transaction leaves nothing.
        """
        self._source = file.source
        self._progress.advance(1, _STEPS)
        self._contact_ids = self._work.contacts.add_many(plan.new_contacts)
        self._complete_contacts(plan)
        self._name_contacts(plan)
        self._progress.advance(2, _STEPS)
        payments = [x for x in plan.rows if isinstance(x.row, PaymentRow)]
        self._add_payments([x for x in payments if _is_new_payment(x)])
        self._progress.advance(3, _STEPS)
        self._change_payments([x for x in payments if x.completes is not None])
        told = [x for x in payments if _is_new_payment(x) or _reverses_by_now(x)]
        ReversalWriter(self._work, self._source).write(told, self._payment_of_row)
        self._progress.advance(4, _STEPS)
        tickets = RegistrationWriter(self._work, self._source, self._contact)
        tickets.write([x for x in plan.rows if isinstance(x.row, RegistrationRow)])
        self._payment_of_row |= tickets.payment_of_row
        self._registration_of_row = tickets.registration_of_row
        FeeMatcher(self._work).attach()
        self._progress.advance(5, _STEPS)
        run_id = self._add_run(file, plan)
        now = self._units.now()
        follow_tickets(self._work, file, plan, self._registration_of_row, now)
        self._progress.advance(6, _STEPS)
        return run_id

    def _contact(self, contact_id: int | None) -> int | None:
        """Return the real id of a contact that the plan may name by a provisional one."""
        if contact_id is None or contact_id > 0:
            return contact_id
        return self._contact_ids[-contact_id - 1]

    def _complete_contacts(self, plan: Plan) -> None:
        """Fill what is empty of known contacts by what the file tells; never replace."""
        placed = []
        for contact_id, payer in plan.completed_contacts.items():
            known = self._work.imports.contact_columns(contact_id)
            values = _completed(known, payer)
            if values:
                self._work.imports.change_contact(contact_id, values)
            if "street" in values and known["household_id"] is not None:
                placed.append(contact_id)
        fill_homes(self._work, placed)

    def _name_contacts(self, plan: Plan) -> None:
        """Remember what the source calls contacts: it finds them whatever their name."""
        told = [(name, self._contact(key)) for name, key in plan.references.items()]
        known = [(name, key) for name, key in told if key is not None]
        if known:
            self._work.contact_imports.add_references(self._source.value, known)

    def _campaign(self, name: str) -> int | None:
        if name not in self._campaigns:
            self._campaigns[name] = self._work.payments.campaign_id(name)
        return self._campaigns[name]

    def _add_payments(self, planned: list[PlannedRow]) -> None:
        rows = [self._payment_values(x) for x in planned]
        ids = self._work.imports.add_payments(rows)
        for one, payment_id in zip(planned, ids, strict=True):
            self._payment_of_row[id(one)] = payment_id
        self._add_lines(planned, ids)

    def _add_lines(self, planned: list[PlannedRow], payment_ids: list[int]) -> None:
        """Store the lines of payments, then the gifts on those that are gifts."""
        lines = [
            (one, payment_id, part)
            for one, payment_id in zip(planned, payment_ids, strict=True)
            for part in _parts(one)
        ]
        ids = self._work.imports.add_lines(
            [line_values(key, _without_tier(part)) for _, key, part in lines]
        )
        self._work.imports.add_donations(
            [
                self._donation_values(one, line_id, part)
                for (one, _, part), line_id in zip(lines, ids, strict=True)
                if _is_gift(one, part)
            ]
        )

    def _payment_values(self, planned: PlannedRow) -> dict[str, Any]:
        row = planned.row
        assert isinstance(row, PaymentRow)
        doubtful = planned.verdict is RowVerdict.DOUBTFUL
        new = NewPayment(
            paid_on=row.paid_on,
            amount=Money(abs(row.amount.cents)),
            mode=row.mode,
            parts=(),
            direction=Direction.OUT if row.amount.cents < 0 else row.direction,
            payer_id=self._contact(planned.payer_id),
            campaign_id=self._campaign(row.campaign),
            state=PaymentState.TO_CHECK if doubtful else PaymentState.RECEIVED,
            source=self._source,
            outside_ref=row.payment_ref or None,
            order_ref=row.order_ref or None,
            check_reason=planned.reason if doubtful else "",
            fee=row.fee,
        )
        values = payment_values(new)
        values["outside_content"] = planned.content
        values["paid_out_on"] = row.paid_out_on
        values["comment"] = row.comment
        values["payout_ref"] = row.payout_ref
        return values

    def _changed_values(self, planned: PlannedRow) -> dict[str, Any]:
        """Return the columns of a known payment; a fee that a person typed in stays."""
        values = self._payment_values(planned)
        if "fee" not in planned.changes:
            del values["fee_cents"]
        return values

    def _donation_values(
        self, planned: PlannedRow, line_id: int, part: PaymentPart
    ) -> dict[str, Any]:
        row = planned.row
        assert isinstance(row, PaymentRow)
        gift = NewDonation(
            received_on=row.paid_on,
            amount=part.amount,
            mode=row.mode,
            donor_id=self._contact(planned.payer_id),
            tier_id=part.tier_id,
        )
        campaign_id = self._campaign(row.campaign)
        return donation_values(gift, line_id, campaign_id, row.helloasso_receipt)

    def _change_payments(self, planned: list[PlannedRow]) -> None:
        """Bring known payments to what the source says now.

        What a person decided of the gift (the donor, no receipt) stays; whether the payment
        counts is judged anew when its money or its status changed.
        """
        for one in planned:
            assert one.completes is not None
            payment_id = one.completes.id
            self._payment_of_row[id(one)] = payment_id
            if one.completes.frozen:
                self._note_frozen(one, payment_id)
            elif changes_money(one):
                self._replace_payment(one, payment_id)
            else:
                self._annotate_payment(one, payment_id)

    def _note_frozen(self, planned: PlannedRow, payment_id: int) -> None:
        """Note what the source says of a payment with a receipt, and that its gifts went back.

        The source tells no day: the money is gone by the day of the import.
        """
        row = planned.row
        assert isinstance(row, PaymentRow)
        values = self._changed_values(planned)
        told = {name: values[name] for name in _TOLD_ALONG if name in values}
        assert planned.completes is not None
        if planned.completes.outside_ref is None:
            told["outside_ref"] = values["outside_ref"]
        self._work.payments.change(payment_id, told)
        if row.returned is not None and planned.reason == "returned_after_receipt":
            today = self._units.now().astimezone().date()
            pay_back_whole(self._work, payment_id, NewReturn(today, row.returned))

    def _replace_payment(self, planned: PlannedRow, payment_id: int) -> None:
        work, gifts_of = self._work, self._work.imports.gifts_of_payment
        known = [work.donations.get(donation_id) for donation_id in gifts_of(payment_id)]
        said = said_activities(work, payment_id)
        # Fees that count for tax come back with the memberships that they settle.
        decided = [gift.content for gift in known if not gift.is_fee]
        for gift in known:
            work.donations.delete(gift.id)
        for line_id in work.payments.line_ids(payment_id):
            work.payments.delete_line(line_id)
        work.payments.change(payment_id, self._changed_values(planned))
        self._add_lines([planned], [payment_id])
        keep_activities(work, payment_id, said)
        for donation_id, before in zip(gifts_of(payment_id), decided, strict=False):
            work.donations.change(donation_id, _decided_values(before))

    def _annotate_payment(self, planned: PlannedRow, payment_id: int) -> None:
        values = self._changed_values(planned)
        kept = set(_TOLD_ALONG)
        row = planned.row
        assert isinstance(row, PaymentRow)
        if row.only_payout:
            kept = {"outside_content", "outside_ref", "paid_out_on", "payout_ref"}
        if "status" in planned.changes:
            kept |= {"state", "check_reason"}
        told = {name: values[name] for name in kept if name in values}
        self._work.payments.change(payment_id, told)
        if "helloasso_receipt" in planned.changes:
            for donation_id in self._work.imports.gifts_of_payment(payment_id):
                issued = {"outside_receipt": row.helloasso_receipt}
                self._work.donations.change(donation_id, issued)

    def _add_run(self, file: ReadFile, plan: Plan) -> int:
        counts = Counter(one.verdict for one in plan.rows)
        counts.update(one.verdict_of_joined for one in plan.rows for _ in one.joined)
        new_amount = total(x.row.signed_amount for x in plan.rows if x.adds_money)
        run_id = add_run(self._work, self._units, file, counts, new_amount)
        keep_rows(self._work, run_id, file, self._kept(plan))
        return run_id

    def _kept(self, plan: Plan) -> Iterable[KeptRow]:
        for one in (*plan.rows, *plan.left_out):
            if one.verdict is RowVerdict.SAME:
                continue
            told = plan.told.get(one.row.line, one.row)
            made = {
                "payment_id": self._payment_of_row.get(id(one)),
                "registration_id": self._registration_of_row.get(id(one)),
            }
            yield kept_row(told.line, told.raw, one.verdict, one.reason, **made)
            for line, raw in told.joined if isinstance(told, PaymentRow) else ():
                yield kept_row(line, raw, one.verdict_of_joined, "", **made)


def _is_new_payment(planned: PlannedRow) -> bool:
    """Tell whether a row makes a payment; doubtful ones do too, so that no euro is dropped."""
    if planned.completes is not None or planned.reason == "changed_after_receipt":
        return False
    return planned.verdict in _NEW_VERDICTS


def _reverses_by_now(planned: PlannedRow) -> bool:
    """Tell whether the source says at last what a known payment gives back, or is given by."""
    known = planned.completes
    told = planned.given_back_by or "reverses" in planned.changes
    return known is not None and not known.frozen and bool(told)


def _without_tier(part: PaymentPart) -> PaymentPart:
    """Return a part as its line keeps it: the tier of a gift stands with the gift."""
    return replace(part, tier_id=None) if part.kind is LineKind.GIFT else part


def _is_gift(planned: PlannedRow, part: PaymentPart) -> bool:
    row = planned.row
    assert isinstance(row, PaymentRow)
    comes_in = row.direction is Direction.IN
    return part.kind is LineKind.GIFT and part.amount.cents > 0 and comes_in


def _decided_values(gift: NewDonation) -> dict[str, Any]:
    """Return the columns of a gift that the source does not say and a person may have set."""
    return {
        "nature": gift.nature.value,
        "form": gift.form.value,
        "ineligibility": gift.ineligibility.value if gift.ineligibility else None,
        "note": gift.note,
        **decided_values(gift),
        "tier_id": gift.tier_id,
        "pledge_id": gift.pledge_id,
        "pledge_due_on": gift.pledge_due_on,
    }


def _parts(planned: PlannedRow) -> tuple[PaymentPart, ...]:
    row = planned.row
    assert isinstance(row, PaymentRow)
    if row.amount.cents < 0:
        return (PaymentPart(LineKind.OTHER, Money(-row.amount.cents), row.campaign),)
    return row.parts


def _completed(known: dict[str, Any], payer: Payer) -> dict[str, Any]:
    """Return the columns of a contact that are empty and that the payer fills."""
    told = {"email": payer.email, "siren": payer.siren, "legal_form": payer.legal_form}
    if payer.address.street and not known["street"]:
        address = payer.address
        told |= {
            "street": address.street,
            "complement": address.complement,
            "postal_code": address.postal_code,
            "city": address.city,
        }
    values = {name: text for name, text in told.items() if text and not known[name]}
    if values:
        values["search_text"] = fold(" ".join((known["search_text"], *values.values())))
    if values.get("email"):
        values["email_key"] = values["email"].casefold()
    if "street" in values and not (known["postal_code"] or known["city"]):
        values["country"] = payer.address.country
    return values
