"""Use cases around the journal: take back, do again, look back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.operations import Operation, OperationKind, UndoState
from coopdesk.services.contact_rules import check_kind
from coopdesk.services.outcome import Outcome, Subject, changed
from coopdesk.services.progress import NO_PROGRESS, Progress
from coopdesk.services.undo_reviews import refuse_resting
from coopdesk.services.waiting_lists import settle_places

if TYPE_CHECKING:
    from coopdesk.storage.unit_of_work import Units, Work

_SUBJECTS = {
    "account": Subject.CHART,
    "action_register": Subject.GROUPS,
    "action_register_use": Subject.GROUPS,
    "activity": Subject.ACTIVITIES,
    "affiliation": Subject.CONTACTS,
    "agreement": Subject.PARTNERS,
    "agreement_signatory": Subject.PARTNERS,
    "annual_report": Subject.DUTIES,
    "association": Subject.ASSOCIATION,
    "attachment": Subject.EXPENSES,
    "attendance": Subject.EVENTS,
    "bank_account": Subject.BANK,
    "bank_identity": Subject.BANK,
    "bank_layout": Subject.BANK,
    "bank_rule": Subject.BANK,
    "bank_statement": Subject.BANK,
    "booking_rule": Subject.CHART,
    "budget_line": Subject.BUDGETS,
    "budget_version": Subject.BUDGETS,
    "calendar_item": Subject.POLLS,
    "campaign": Subject.DONATIONS,
    "campaign_person": Subject.DONATIONS,
    "campaign_tier": Subject.DONATIONS,
    "cash_box": Subject.EVENTS,
    "column_mapping": Subject.IMPORTS,
    "commitment": Subject.PARTNERS,
    "consent": Subject.CONTACTS,
    "contact": Subject.CONTACTS,
    "contact_address": Subject.CONTACTS,
    "contact_note": Subject.CONTACTS,
    "contact_point": Subject.CONTACTS,
    "contact_reference": Subject.CONTACTS,
    "contact_tag": Subject.CONTACTS,
    "custom_field": Subject.CONTACTS,
    "custom_value": Subject.CONTACTS,
    "dedicated_fund": Subject.INVENTORY,
    "departure": Subject.MEMBERS,
    "donation": Subject.DONATIONS,
    "donation_return": Subject.DONATIONS,
    "duty_mark": Subject.DUTIES,
    "entry": Subject.ENTRIES,
    "entry_line": Subject.ENTRIES,
    "entry_template": Subject.ENTRIES,
    "event": Subject.EVENTS,
    "event_cycle": Subject.EVENTS,
    "event_party": Subject.EVENTS,
    "event_registration": Subject.EVENTS,
    "event_report": Subject.EVENTS,
    "event_report_item": Subject.EVENTS,
    "event_role": Subject.EVENTS,
    "event_session": Subject.EVENTS,
    "event_tariff": Subject.EVENTS,
    "expense_line": Subject.EXPENSES,
    "expense_sheet": Subject.EXPENSES,
    "fiscal_year": Subject.FISCAL_YEARS,
    "fiscal_year_event": Subject.FISCAL_YEARS,
    "fixed_asset": Subject.INVENTORY,
    "fund_movement": Subject.INVENTORY,
    "gift_declaration": Subject.RECEIPTS,
    "grant_award": Subject.INVENTORY,
    "grant_call": Subject.GRANTS,
    "grant_eligible_cost": Subject.GRANTS,
    "grant_instalment": Subject.GRANTS,
    "grant_profile": Subject.GRANTS,
    "grant_project": Subject.GRANTS,
    "grant_project_line": Subject.GRANTS,
    "grant_report": Subject.GRANTS,
    "grant_request": Subject.GRANTS,
    "group_event": Subject.GROUPS,
    "group_member": Subject.CONTACTS,
    "group_objective": Subject.GROUPS,
    "group_output": Subject.GROUPS,
    "household": Subject.CONTACTS,
    "import_run": Subject.IMPORTS,
    "imported_row": Subject.IMPORTS,
    "indicator": Subject.EVENTS,
    "indicator_value": Subject.EVENTS,
    "instalment": Subject.MEMBERS,
    "journal": Subject.CHART,
    "kind_contribution": Subject.INVENTORY,
    "legal_parameter": Subject.RECEIPTS,
    "letter": Subject.CONTACTS,
    "letter_template": Subject.MEMBERS,
    "member_rules": Subject.MEMBERS,
    "membership": Subject.MEMBERS,
    "membership_person": Subject.MEMBERS,
    "membership_type": Subject.MEMBERS,
    "network_fee": Subject.PARTNERS,
    "not_duplicate": Subject.CONTACTS,
    "own_duty": Subject.DUTIES,
    "partner": Subject.PARTNERS,
    "payment": Subject.PAYMENTS,
    "payment_line": Subject.PAYMENTS,
    "pledge": Subject.DONATIONS,
    "pledge_pause": Subject.DONATIONS,
    "poll": Subject.POLLS,
    "poll_option": Subject.POLLS,
    "poll_reply": Subject.POLLS,
    "receipt_delivery": Subject.RECEIPTS,
    "receipt_series": Subject.RECEIPTS,
    "registration": Subject.IMPORTS,
    "registration_move": Subject.EVENTS,
    "registration_option": Subject.EVENTS,
    "saved_filter": Subject.CONTACTS,
    "share_movement": Subject.MEMBERS,
    "statement_line": Subject.BANK,
    "statement_match": Subject.BANK,
    "tag": Subject.CONTACTS,
    "vehicle": Subject.EXPENSES,
    "venue": Subject.EVENTS,
    "volunteer_rate": Subject.INVENTORY,
    "volunteer_time": Subject.INVENTORY,
    "working_group": Subject.CONTACTS,
}


# Other pages show these as well.
_ALSO = {
    "attachment": frozenset({Subject.EVENTS, Subject.GROUPS, Subject.PARTNERS, Subject.GRANTS}),
    "calendar_item": frozenset({Subject.EVENTS}),
    "commitment": frozenset({Subject.GRANTS}),
    "grant_award": frozenset({Subject.GRANTS}),
    "group_event": frozenset({Subject.EVENTS}),
    "group_member": frozenset({Subject.GROUPS}),
    "payment_line": frozenset({Subject.EVENTS}),
    "poll": frozenset({Subject.EVENTS}),
    "working_group": frozenset({Subject.GROUPS}),
}
# A registration that goes, or an event that gets larger again, frees places.
_PLACES = frozenset({"event", "event_registration"})


class OperationService:
    """Undo and redo, and the journal they rest on."""

    def __init__(self, units: Units) -> None:
        self._units = units

    def state(self) -> UndoState:
        """Return what undo and redo would do now."""
        with self._units.read() as work:
            return UndoState(undo=work.operations.next_undo(), redo=work.operations.next_redo())

    def undo(self, progress: Progress = NO_PROGRESS) -> Outcome[Operation]:
        """Take the newest command back.

        Raises:
            RuleError: ``operation.nothing_to_undo``, or why it cannot be taken back.
        """
        target = self.state().undo
        if target is None:
            raise RuleError("operation.nothing_to_undo")
        return self.undo_one(target.id, progress)

    def undo_one(
        self, operation_id: int, progress: Progress = NO_PROGRESS
    ) -> Outcome[Operation]:
        """Take one command back, even if it is not the newest.

        Raises:
            RuleError: frozen by law, changed since, or something rests on it;
                ``contact.kind_in_use``, ``tier.kind_in_use`` or ``import.rested_on_…``.
        """
        with self._units.write_inverse(OperationKind.UNDO, operation_id) as work:
            operation = work.operations.get(operation_id)
            self._check_kinds(work, operation_id)
            _check_tiers(work, operation_id)
            if not operation.frozen:  # else the law refuses it, whatever rests on it
                refuse_resting(work, operation_id)
            tables = work.operations.undo(operation_id, progress.advance)
            self._settle_places(work, tables)
            work.commit()
        return changed(operation, *subjects_of(tables))

    def _check_kinds(self, work: Work, operation_id: int) -> None:
        """Refuse to change a kind back when a membership or a tie rests on it by now."""
        today = self._units.now().astimezone().date()
        for key, kind in work.operations.kinds_before(operation_id).items():
            contact = work.contacts.get(key)
            check_kind(work, contact, replace(contact.profile, kind=kind), today)

    def _settle_places(self, work: Work, tables: frozenset[str]) -> None:
        """Let those who wait at events move up into places that became free."""
        if not _PLACES.isdisjoint(tables):
            for event_id in work.undo_reviews.events_waited_for():
                settle_places(work, event_id, self._units.now(), None)

    def redo(self, progress: Progress = NO_PROGRESS) -> Outcome[Operation]:
        """Do the command that was last taken back again.

        Raises:
            RuleError: ``operation.nothing_to_redo``, or why it cannot be done again.
        """
        target = self.state().redo
        if target is None:
            raise RuleError("operation.nothing_to_redo")
        with self._units.write_inverse(OperationKind.REDO, target.id) as work:
            tables = work.operations.redo(target.id, progress.advance)
            self._settle_places(work, tables)
            work.commit()
        return changed(target, *subjects_of(tables))

    def latest(self, limit: int = 200) -> list[Operation]:
        """Return the newest entries of the journal, newest first."""
        with self._units.read() as work:
            return work.operations.latest(limit)


def _check_tiers(work: Work, operation_id: int) -> None:
    """Refuse to turn a tier back into a gift, or a payment, when somebody contributed by it."""
    for key in work.operations.tiers_turned(operation_id):
        if work.campaigns.is_tier_in_use(key):
            name = work.campaigns.tier(key).content.name
            raise RuleError("tier.kind_in_use", name=name)


def subjects_of(tables: frozenset[str]) -> frozenset[Subject]:
    """Return the subjects that screens know, for the tables an operation touched."""
    known = frozenset(_SUBJECTS[name] for name in tables if name in _SUBJECTS)
    return known.union(*(_ALSO.get(name, frozenset()) for name in tables))
