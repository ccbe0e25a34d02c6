"""The pages of the window, in the order of the rail.

A page is imported and built on its first visit: nothing it needs delays the first paint.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.ui.desk import Command, PageSpec
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.ui.desk import Desk, Hit
    from coopdesk.ui.page import Page


def page_specs() -> tuple[PageSpec, ...]:
    """Return what the rail shows, top to bottom; then the pages that stand above another."""
    return (
        _home(),
        _contacts(),
        _members(),
        _donations(),
        _receipts(),
        _events(),
        _groups(),
        _partners(),
        _accounts(),
        _imports(),
        _settings(),
        _duplicates(),
        _door(),
    )


def _home() -> PageSpec:
    return PageSpec(
        "home",
        _("Home"),
        "house",
        _build_home,
        find=_find_own_dates,
        commands=(Command(_("Annual report…"), "article", "report_action"),),
    )


def _build_home(desk: Desk) -> Page:
    from coopdesk.ui.home.page import HomePage

    return HomePage(desk)


def _find_own_dates(desk: Desk, text: str) -> list[Hit]:
    from coopdesk.ui.home.finding import find_own_dates

    return find_own_dates(desk, text)


def _contacts() -> PageSpec:
    return PageSpec(
        "contacts",
        _("Contacts"),
        "users",
        _build_contacts,
        _find_contacts,
        (Command(_("New contact"), "plus", "add_action", _("Contact")),),
    )


def _build_contacts(desk: Desk) -> Page:
    from coopdesk.ui.contacts.page import ContactPage

    return ContactPage(desk)


def _find_contacts(desk: Desk, text: str) -> list[Hit]:
    from coopdesk.ui.contacts.choices import find_contacts

    return find_contacts(desk, text)


def _members() -> PageSpec:
    return PageSpec(
        "members",
        _("Memberships"),
        "identification-card",
        _build_members,
        commands=(
            Command(_("New membership"), "plus", "add_action", _("Membership")),
            Command(_("Renew memberships"), "arrows-clockwise", "renew_action"),
            Command(_("Reminders of fees"), "bell", "remind_action"),
            Command(_("Print lists, cards and labels of members"), "printer", "print_action"),
            Command(_("Statistics of members"), "chart-line", "statistics_action"),
            Command(_("Record a payment of members"), "wallet", "pay_action"),
        ),
    )


def _build_members(desk: Desk) -> Page:
    from coopdesk.ui.members.page import MembershipPage

    return MembershipPage(desk)


def _donations() -> PageSpec:
    return PageSpec(
        "donations",
        _("Gifts"),
        "gift",
        _build_donations,
        find=_find_of_gifts,
        commands=(
            Command(_("New gift"), "plus", "record_action", _("Gift")),
            Command(_("New campaign"), "target", "campaign_action", _("Campaign")),
            Command(_("New pledge"), "repeat", "pledge_action", _("Pledge")),
            Command(_("New expense sheet"), "receipt", "sheet_action", _("Expense sheet")),
            Command(_("Thank donors"), "envelope-simple", "thank_action"),
        ),
    )


def _build_donations(desk: Desk) -> Page:
    from coopdesk.ui.donations.page import DonationPage

    return DonationPage(desk)


def _find_of_gifts(desk: Desk, text: str) -> list[Hit]:
    from coopdesk.ui.campaigns.finding import find_campaigns
    from coopdesk.ui.expenses.finding import find_sheets

    return [*find_campaigns(desk, text), *find_sheets(desk, text)]


def _receipts() -> PageSpec:
    return PageSpec(
        "receipts",
        _("Tax receipts"),
        "receipt",
        _build_receipts,
        find=_find_receipts,
        commands=(
            Command(_("Issue receipts…"), "circle-wavy-check", "issue_action"),
            Command(_("Verify a receipt…"), "shield-check", "verify_action"),
            Command(_("Yearly declaration of gifts"), "calendar-check", "declare_action"),
        ),
    )


def _build_receipts(desk: Desk) -> Page:
    from coopdesk.ui.receipts.page import ReceiptPage

    return ReceiptPage(desk)


def _find_receipts(desk: Desk, text: str) -> list[Hit]:
    from coopdesk.ui.receipts.finding import find_receipts

    return find_receipts(desk, text)


def _events() -> PageSpec:
    return PageSpec(
        "events",
        _("Events"),
        "calendar-blank",
        _build_events,
        find=_find_events,
        commands=(
            Command(_("New event"), "plus", "add_action", _("Event")),
            Command(_("Import a poll"), "download-simple", "poll_action"),
            Command(_("Calendar of events"), "calendar", "calendar_action"),
            Command(_("New place"), "map-pin", "venue_action", _("Place")),
        ),
    )


def _build_events(desk: Desk) -> Page:
    from coopdesk.ui.events.page import EventPage

    return EventPage(desk)


def _find_events(desk: Desk, text: str) -> list[Hit]:
    from coopdesk.ui.events.finding import find_events

    return find_events(desk, text)


def _groups() -> PageSpec:
    return PageSpec(
        "groups",
        _("Groups"),
        "users-three",
        _build_groups,
        find=_find_groups,
        commands=(
            Command(_("New group"), "plus", "add_action", _("Group")),
            Command(_("Activity report of a year…"), "article", "report_action"),
            Command(_("Registers of action…"), "tag", "registers_action"),
        ),
    )


def _build_groups(desk: Desk) -> Page:
    from coopdesk.ui.groups.page import GroupPage

    return GroupPage(desk)


def _find_groups(desk: Desk, text: str) -> list[Hit]:
    from coopdesk.ui.groups.finding import find_groups

    return find_groups(desk, text)


def _partners() -> PageSpec:
    return PageSpec(
        "partners",
        _("Partners"),
        "handshake",
        _build_partners,
        find=_find_partners,
        commands=(
            Command(_("New partner"), "plus", "add_action", _("Partner")),
            Command(_("New agreement"), "file-plus", "agreement_action", _("Agreement")),
            Command(_("New commitment"), "list-plus", "commitment_action", _("Commitment")),
            Command(_("New request for a grant"), "bank", "grant_action", _("Grant")),
            Command(_("New project"), "target", "project_action", _("Project")),
            Command(_("New call for projects"), "megaphone", "call_action"),
            Command(_("Workbook of the network…"), "table", "network_action"),
        ),
    )


def _build_partners(desk: Desk) -> Page:
    from coopdesk.ui.partners.page import PartnerPage

    return PartnerPage(desk)


def _find_partners(desk: Desk, text: str) -> list[Hit]:
    from coopdesk.ui.grants.finding import find_grants
    from coopdesk.ui.partners.finding import find_partners

    return [*find_partners(desk, text), *find_grants(desk, text)]


def _accounts() -> PageSpec:
    return PageSpec(
        "accounts",
        _("Accounts"),
        "chart-bar",
        _build_accounts,
        find=_find_in_books,
        commands=(
            Command(_("New entry…"), "plus", "record_action", _("Entry")),
            Command(_("New entry, line by line"), "rows", "grid_action"),
            Command(_("Prepare the entries…"), "magic-wand", "book_action"),
            Command(_("Validate drafts…"), "circle-wavy-check", "validate_action"),
            Command(_("Workbook for the board…"), "table", "workbook_action"),
            Command(_("Import entries (FEC, Paheko)…"), "download-simple", "import_action"),
            Command(_("Opening balances from a sheet…"), "table", "openings_action"),
            Command(_("File of accounting entries (FEC)…"), "export", "fec_action"),
        ),
    )


def _build_accounts(desk: Desk) -> Page:
    from coopdesk.ui.accounts.page import AccountPage

    return AccountPage(desk)


def _find_in_books(desk: Desk, text: str) -> list[Hit]:
    from coopdesk.ui.entries.finding import find_entries
    from coopdesk.ui.inventory.finding import find_inventory
    from coopdesk.ui.reports.finding import find_reports

    return [
        *find_inventory(desk, text),
        *find_reports(desk, text),
        *find_entries(desk, text),
    ]


def _imports() -> PageSpec:
    return PageSpec(
        "imports",
        _("Bank and imports"),
        "download-simple",
        _build_imports,
        find=_find_in_bank,
        commands=(
            Command(_("Import files…"), "download-simple", "import_action"),
            Command(_("Payments from HelloAsso…"), "cloud-arrow-down", "helloasso_action"),
        ),
    )


def _build_imports(desk: Desk) -> Page:
    from coopdesk.ui.imports.page import ImportPage

    return ImportPage(desk)


def _find_in_bank(desk: Desk, text: str) -> list[Hit]:
    from coopdesk.ui.bank.finding import find_in_bank

    return find_in_bank(desk, text)


def _settings() -> PageSpec:
    return PageSpec(
        "settings",
        _("Settings"),
        "gear-six",
        _build_settings,
        at_foot=True,
        find=_find_settings,
    )


def _build_settings(desk: Desk) -> Page:
    from coopdesk.ui.settings.page import SettingsPage

    return SettingsPage(desk)


def _find_settings(desk: Desk, text: str) -> list[Hit]:
    from coopdesk.ui.settings.finding import find_settings

    return find_settings(desk, text)


def _duplicates() -> PageSpec:
    return PageSpec("duplicates", _("Doubles"), "users", _build_duplicates, above="contacts")


def _build_duplicates(desk: Desk) -> Page:
    from coopdesk.ui.contacts.duplicates_page import DuplicatesPage

    return DuplicatesPage(desk)


def _door() -> PageSpec:
    return PageSpec(
        "door", _("Welcome of the registered"), "hand-waving", _build_door, above="events"
    )


def _build_door(desk: Desk) -> Page:
    from coopdesk.ui.events.check_in_page import CheckInPage

    return CheckInPage(desk)
