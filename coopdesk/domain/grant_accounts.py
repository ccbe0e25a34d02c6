"""The accounts of a grant, by what its funder is.

Only authorities give subsidies (loi 2000-321 art. 9-1): 741. What other bodies give are
contributions (7551) or, of companies, patronage (7542), as the plan of ANC 2018-06 has them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coopdesk.domain.booking import BookingKey
from coopdesk.domain.contact_details import OrganisationKind
from coopdesk.domain.dedicated_funds import FundKind
from coopdesk.domain.grants import USUAL_ACCOUNTS, GrantKind

if TYPE_CHECKING:
    from collections.abc import Mapping

_FOR_PROFIT = frozenset({OrganisationKind.COMPANY, OrganisationKind.COOPERATIVE})
# The fund that keeps what is left, by where the income is.
_FUNDS = {"755": FundKind.CONTRIBUTION, "754": FundKind.GENEROSITY}


# What settings usually say of either, for a screen that does not know the funder yet.
BY_FUNDER = {
    GrantKind.OPERATING: (("741", "7551", "7542"), ("4417", "467")),
    GrantKind.INVESTMENT: (("131",), ("4411", "467")),
}


class GrantAccounts(NamedTuple):
    """Where a grant is income or funds, and where it is due."""

    income: str
    due: str


def grant_accounts(
    kind: GrantKind,
    rules: Mapping[BookingKey, str],
    organisation: OrganisationKind,
    *,
    is_private: bool,
) -> GrantAccounts:
    """Return the usual accounts of a grant; ``rules`` are the accounts of automatic entries.

    ``is_private`` is a funder that is no authority. What it gives to buy what lasts stays on
    131: no text was read that says otherwise.
    """
    income, due = USUAL_ACCOUNTS[kind]
    if is_private:
        due = rules[BookingKey.GRANT_DUE_PRIVATE]
    elif kind is GrantKind.OPERATING:
        due = rules[BookingKey.GRANT_DUE]
    if kind is GrantKind.OPERATING:
        income = rules[_income_key(organisation, is_private=is_private)]
    return GrantAccounts(income, due)


def _income_key(organisation: OrganisationKind, *, is_private: bool) -> BookingKey:
    if not is_private:
        return BookingKey.GRANT
    is_company = organisation in _FOR_PROFIT
    return BookingKey.GIFT_COMPANY if is_company else BookingKey.GIFT_NON_PROFIT


def accounts_kept(
    told: GrantAccounts, known: GrantAccounts, before: GrantAccounts, now: GrantAccounts
) -> GrantAccounts:
    """Return the accounts of a grant that changes: usual ones follow its funder.

    ``told`` are those that were typed, empty for the usual ones; ``known`` those that it has,
    ``before`` and ``now`` the usual ones of its funder as it was and as it is. Accounts that a
    person chose stay, and so do those of a grant whose funder stays what it is.
    """
    return GrantAccounts(*map(_kept, told, known, before, now))


def _kept(told: str, known: str, before: str, now: str) -> str:
    if before != now:
        return now if told in {"", before} else told
    return told or (known if known in _USUAL else now)


_USUAL = frozenset(number for pair in USUAL_ACCOUNTS.values() for number in pair)


def fund_kind_of(account: str) -> FundKind:
    """Return the kind of fund that keeps what is not spent of the income of an account."""
    return _FUNDS.get(account[:3], FundKind.GRANT)
