"""Finds the accounts of a grant within one unit of work."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.contact_details import OrganisationKind
from coopdesk.domain.grant_accounts import GrantAccounts, accounts_kept, grant_accounts
from coopdesk.services.booking_run import BookingRun
from coopdesk.services.grant_layout import official_layout

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.grants import NewGrantAward
    from coopdesk.storage.unit_of_work import Work


def usual_accounts(
    work: Work, award: NewGrantAward, line: str, today: dt.date
) -> GrantAccounts:
    """Return where a grant of its kind and funder usually is income, and where it is due.

    ``line`` is the line of the official budget that its request names: it tells whether the
    funder is private, else the kind of organisation does.
    """
    organisation = OrganisationKind.NONE
    if award.funder_id is not None:
        organisation = work.contacts.get(award.funder_id).profile.organisation_kind
    layout = official_layout()
    found = layout.line(layout.line_of_funder(line, organisation.value))
    rules = {rule.key: rule.account for rule in BookingRun(work, today).rules}
    return grant_accounts(award.kind, rules, organisation, is_private=found.is_private)


def with_accounts(work: Work, award: NewGrantAward, line: str, today: dt.date) -> NewGrantAward:
    """Return a new award with the usual accounts where none are told."""
    usual = usual_accounts(work, award, line, today)
    return replace(
        award,
        account=award.account or usual.income,
        receivable_account=award.receivable_account or usual.due,
    )


def following_funder(
    work: Work,
    award: NewGrantAward,
    known: tuple[NewGrantAward, str],
    line: str,
    today: dt.date,
) -> NewGrantAward:
    """Return a changed award whose usual accounts follow its funder.

    ``known`` is the award as it was, with the line that its request named.
    """
    before, line_before = known
    accounts = accounts_kept(
        GrantAccounts(award.account, award.receivable_account),
        GrantAccounts(before.account, before.receivable_account),
        usual_accounts(work, before, line_before, today),
        usual_accounts(work, award, line, today),
    )
    return replace(award, account=accounts.income, receivable_account=accounts.due)
