"""The statements that read payments and gifts for their entries, few for however many."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import String, and_, case, cast, exists, func, literal, select

from coopdesk.domain.booking_patterns import GIVERS, NO_GIFTS
from coopdesk.domain.booking_plan import ACTIVITY_MARK
from coopdesk.domain.contacts import ContactKind
from coopdesk.domain.donations import DonationNature
from coopdesk.domain.payments import Direction, LineKind, PaymentState
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import (
    AccountRow,
    CampaignRow,
    CampaignTierRow,
    ContactRow,
    DonationReturnRow,
    DonationRow,
    ExpenseSheetRow,
    GrantAwardRow,
    KindContributionRow,
    MembershipRow,
    MembershipTypeRow,
    PaymentLineRow,
    PaymentRow,
)

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Select

account = table_of(AccountRow)
_income = account.alias("income")
award = table_of(GrantAwardRow)
campaign = table_of(CampaignRow)
contact = table_of(ContactRow)
donation = table_of(DonationRow)
line = table_of(PaymentLineRow)
membership = table_of(MembershipRow)
membership_type = table_of(MembershipTypeRow)
payment = table_of(PaymentRow)
sheet = table_of(ExpenseSheetRow)
tier = table_of(CampaignTierRow)
_contribution = table_of(KindContributionRow)
_return = table_of(DonationReturnRow)
_back = donation.alias("back")

# The gift that went back by a payment out: its copied lines name none.
_GIVEN_BACK = (
    select(func.min(_back.c.id))
    .join(_return, _return.c.donation_id == _back.c.id)
    .where(_return.c.payment_id == payment.c.id, _back.c.amount_cents == line.c.amount_cents)
    .correlate(payment, line)
    .scalar_subquery()
)
_on_line = donation.alias("on_line")
_GIFT_OF_LINE = case(
    (payment.c.direction == "out", _GIVEN_BACK),
    else_=(
        select(_on_line.c.id)
        .where(_on_line.c.payment_line_id == line.c.id)
        .correlate(line)
        .scalar_subquery()
    ),
)
_LINES = (
    payment.outerjoin(line, line.c.payment_id == payment.c.id)
    .outerjoin(donation, donation.c.id == _GIFT_OF_LINE)
    .outerjoin(contact, contact.c.id == func.coalesce(donation.c.donor_id, payment.c.payer_id))
    .outerjoin(membership, membership.c.id == line.c.membership_id)
    .outerjoin(membership_type, membership_type.c.id == membership.c.type_id)
    .outerjoin(tier, tier.c.id == func.coalesce(line.c.tier_id, donation.c.tier_id))
    .outerjoin(sheet, sheet.c.payment_id == payment.c.id)
)
_COUNTS = and_(payment.c.state == "received", payment.c.amount_cents > 0)
# What decides the account of a gift, and no more: a change of the rest reverses nothing.
_GIVER = case(
    (func.coalesce(contact.c.kind, "") != ContactKind.ORGANISATION.value, "person"),
    *(
        (contact.c.organisation_kind == kind.value, literal(key.value))
        for kind, key in GIVERS.items()
    ),
    else_="organisation",
)
_INELIGIBILITY = func.coalesce(donation.c.ineligibility, tier.c.ineligibility, "")
_IS_BOUGHT = case((tier.c.is_gift.is_(False), 1), else_=0)
_WHAT_GIFT = case(
    (func.coalesce(line.c.kind, "") != LineKind.GIFT.value, ""),
    *(
        (_INELIGIBILITY.is_not_distinct_from(code.value), literal(key.value))
        for code, key in NO_GIFTS.items()
    ),
    (_IS_BOUGHT == 1, "bought"),
    else_=_GIVER,
)
_PART_OF = func.coalesce(ACTIVITY_MARK + cast(line.c.activity_id, String), "")
_SHEET_PART_OF = func.coalesce(ACTIVITY_MARK + cast(sheet.c.activity_id, String), "")
_HAS_COUNTERPART = case((membership_type.c.counterpart_cents > 0, 1), else_=0)
_GIFTS = donation.outerjoin(contact, contact.c.id == donation.c.donor_id)
# Money stands with its payment, goods told as a contribution with that one.
STANDS_ALONE = and_(
    donation.c.payment_line_id.is_(None),
    ~exists().where(_return.c.donation_id == donation.c.id),
    ~exists().where(_contribution.c.donation_id == donation.c.id),
)


_of_grant, _of_award = payment.alias("of_grant"), line.alias("of_award")


def _moved(direction: Direction, *conditions: ColumnElement[bool]) -> ColumnElement[int]:
    """Return the cents of a grant that came, or went back."""
    return (
        select(func.coalesce(func.sum(_of_award.c.amount_cents), 0))
        .join(_of_grant, _of_grant.c.id == _of_award.c.payment_id)
        .where(
            _of_award.c.grant_award_id == line.c.grant_award_id,
            _of_grant.c.direction == direction.value,
            _of_grant.c.state == PaymentState.RECEIVED.value,
            *conditions,
        )
        .correlate(payment, line)
        .scalar_subquery()
    )


# What goes back of a grant is less income; what had come beyond it was a debt to the funder.
_IS_RETURNED = and_(
    payment.c.direction == Direction.OUT.value,
    line.c.grant_award_id.is_not(None),
    _moved(Direction.IN) - _moved(Direction.OUT, _of_grant.c.id <= payment.c.id)
    < award.c.amount_cents,
)


def payment_prints() -> Select[Any]:
    """Select of every line of the payments that count: id, day, cents, three texts to print.

    What lasts of the payment and of the line, what passes of both; in order of payment, line.
    """
    return (
        select(
            payment.c.id,
            cast(payment.c.paid_on, String),
            payment.c.amount_cents,
            _joined(
                payment.c.amount_cents,
                payment.c.direction,
                payment.c.mode,
                payment.c.source,
                payment.c.fee_cents,
                func.coalesce(cast(sheet.c.id, String) + _SHEET_PART_OF, ""),
            ),
            _joined(
                func.coalesce(line.c.kind, ""),
                func.coalesce(line.c.amount_cents, ""),
                _WHAT_GIFT,
                _HAS_COUNTERPART,
                func.coalesce(cast(line.c.grant_award_id, String), "") + _PART_OF,
            ),
            _joined(
                func.coalesce(payment.c.payer_id, ""),
                func.coalesce(payment.c.campaign_id, ""),
                payment.c.label,
                func.coalesce(payment.c.outside_ref, ""),
                func.coalesce(donation.c.donor_id, ""),
                func.coalesce(line.c.label, ""),
            ),
        )
        .select_from(_LINES)
        .where(_COUNTS)
        .order_by(payment.c.id, line.c.id)
    )


def gift_prints() -> Select[Any]:
    """Select of every gift without money that stands alone: id, day, cents, two texts."""
    return (
        select(
            donation.c.id,
            cast(donation.c.received_on, String),
            donation.c.amount_cents,
            _joined(
                donation.c.amount_cents,
                donation.c.nature,
                func.coalesce(cast(donation.c.expense_sheet_id, String) + _SHEET_PART_OF, ""),
                case(
                    (donation.c.nature == DonationNature.LISTED_SHARES.value, _GIVER), else_=""
                ),
            ),
            _joined(
                func.coalesce(donation.c.donor_id, ""),
                func.coalesce(donation.c.campaign_id, ""),
                donation.c.description,
            ),
        )
        .select_from(_GIFTS.outerjoin(sheet, sheet.c.id == donation.c.expense_sheet_id))
        .where(STANDS_ALONE)
        .order_by(donation.c.id)
    )


def payment_lines() -> Select[Any]:
    """Select of lines of payments with all that their entries say; to be narrowed by ids."""
    reason = (
        select(func.min(_return.c.reason))
        .where(_return.c.payment_id == payment.c.id)
        .correlate(payment)
        .scalar_subquery()
    )
    joined = (
        _LINES.outerjoin(campaign, campaign.c.id == payment.c.campaign_id)
        .outerjoin(award, award.c.id == line.c.grant_award_id)
        .outerjoin(account, account.c.id == award.c.receivable_account_id)
        .outerjoin(_income, _income.c.id == award.c.account_id)
    )
    return (
        select(
            payment.c.id,
            payment.c.paid_on,
            payment.c.direction,
            payment.c.mode,
            payment.c.source,
            payment.c.amount_cents,
            payment.c.fee_cents,
            payment.c.label,
            payment.c.outside_ref,
            payment.c.payer_id,
            payment.c.campaign_id,
            campaign.c.name.label("campaign"),
            sheet.c.id.label("sheet_id"),
            sheet.c.title.label("sheet_title"),
            sheet.c.activity_id.label("sheet_activity_id"),
            reason.label("return_reason"),
            line.c.kind,
            line.c.amount_cents.label("line_cents"),
            line.c.label.label("line_label"),
            line.c.activity_id,
            contact.c.id.label("giver_id"),
            contact.c.kind.label("giver_kind"),
            contact.c.organisation_kind,
            _INELIGIBILITY.label("ineligibility"),
            _IS_BOUGHT.label("is_bought"),
            _HAS_COUNTERPART.label("has_counterpart"),
            membership_type.c.account.label("fee_account"),
            case((_IS_RETURNED, _income.c.number), else_=account.c.number).label(
                "grant_account"
            ),
        )
        .select_from(joined)
        .order_by(payment.c.id, line.c.id)
    )


def gift_rows() -> Select[Any]:
    """Select of gifts without money with all that their entries say; to be narrowed by ids."""
    return (
        select(
            donation.c.id,
            donation.c.received_on,
            donation.c.nature,
            donation.c.amount_cents,
            donation.c.description,
            donation.c.campaign_id,
            donation.c.expense_sheet_id,
            sheet.c.activity_id.label("sheet_activity_id"),
            campaign.c.name.label("campaign"),
            contact.c.id.label("giver_id"),
            contact.c.kind.label("giver_kind"),
            contact.c.organisation_kind,
        )
        .select_from(
            _GIFTS.outerjoin(campaign, campaign.c.id == donation.c.campaign_id).outerjoin(
                sheet, sheet.c.id == donation.c.expense_sheet_id
            )
        )
        .order_by(donation.c.id)
    )


def _joined(*columns: ColumnElement[Any]) -> ColumnElement[str]:
    """Write values one behind the other, apart by a sign that none of them is made of."""
    texts = [cast(column, String) for column in columns]
    whole: ColumnElement[str] = texts[0]
    for each in texts[1:]:
        whole = whole + literal("|") + each
    return whole
