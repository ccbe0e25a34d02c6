"""What codes about events, registrations and reports are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.event_days import EventSpan
from coopdesk.domain.event_registrations import (
    MoveKind,
    RegistrationSource,
    RegistrationState,
    Settlement,
)
from coopdesk.domain.event_reports import ItemKind
from coopdesk.domain.events import (
    EventKind,
    EventRole,
    EventState,
    Pricing,
    TariffKind,
    WhenKind,
)
from coopdesk.wording.language import N_

if TYPE_CHECKING:
    import enum

EVENT_LABELS: dict[enum.Enum, str] = {
    EventKind.WORKSHOP: N_("Workshop"),
    EventKind.ASSEMBLY: N_("Assembly"),
    EventKind.TRAINING: N_("Training"),
    EventKind.FESTIVAL: N_("Festival"),
    EventKind.MEETING: N_("Meeting"),
    EventKind.CONFERENCE: N_("Conference"),
    EventKind.SOCIAL: N_("Social evening"),
    EventKind.OTHER: N_("Other event"),
    EventSpan.ALL: N_("All events"),
    EventSpan.COMING: N_("To come"),
    EventSpan.PAST: N_("Past ones"),
    EventState.PLANNED: N_("Planned"),
    EventState.CONFIRMED: N_("Confirmed"),
    EventState.CANCELLED: N_("Event cancelled"),
    EventRole.ORGANISER: N_("Organiser"),
    EventRole.CO_ORGANISER: N_("Co-organiser"),
    EventRole.SUPPORT: N_("With the support of"),
    EventRole.FUNDER: N_("Funder"),
    EventRole.FACILITATOR: N_("Facilitator"),
    EventRole.SPEAKER: N_("Speaker"),
    EventRole.REPORTER: N_("Writes the report"),
    EventRole.VOLUNTEER: N_("Helping hand"),
    ItemKind.STATEMENT: N_("Statement made"),
    ItemKind.QUESTION: N_("Question asked"),
    ItemKind.ANSWER: N_("Answer"),
    ItemKind.THEME: N_("Theme found"),
    ItemKind.DECISION: N_("Decision taken"),
    MoveKind.REGISTERED: N_("Registered, with a place"),
    MoveKind.WAITING: N_("Came onto the waiting list"),
    MoveKind.PROMOTED: N_("Got a place from the waiting list"),
    MoveKind.CANCELLED: N_("Gave the place up"),
    MoveKind.RESTORED: N_("Registered again"),
    Pricing.FIXED: N_("Fixed price"),
    Pricing.FREE: N_("Free of charge"),
    Pricing.OPEN: N_("Pay what you want"),
    RegistrationSource.MANUAL: N_("Registered by hand"),
    RegistrationSource.DOOR: N_("Registered at the door"),
    RegistrationSource.POLL: N_("From a poll"),
    RegistrationSource.TICKET: N_("From a ticket office"),
    RegistrationSource.FILE: N_("From a file"),
    RegistrationState.REGISTERED: N_("Has a place"),
    RegistrationState.WAITING: N_("On the waiting list"),
    RegistrationState.CANCELLED: N_("Registration cancelled"),
    Settlement.FREE: N_("Nothing to pay"),
    Settlement.PAID: N_("Paid for"),
    Settlement.PARTLY_PAID: N_("Partly paid"),
    Settlement.UNPAID: N_("To be paid"),
    Settlement.OVERPAID: N_("To be given back"),
    TariffKind.FEE: N_("Taking part"),
    TariffKind.OPTION: N_("Option beside the place"),
    WhenKind.DAYS: N_("Exact days"),
    WhenKind.WEEK: N_("A week"),
    WhenKind.MONTH: N_("A month"),
    WhenKind.YEAR: N_("A year"),
    WhenKind.UNDATED: N_("No date yet"),
}
