"""JSON documents of the figures of the home page."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coopdesk.cli.documents import Document
    from coopdesk.domain.home import (
        CampaignBar,
        GiftYear,
        NextEvent,
        PublicFinance,
        ReceiptCounts,
        TopContributor,
        TreasuryCurve,
    )


def gifts_document(one: GiftYear) -> Document:
    """Return the gifts of a year by month."""
    return {
        "year": one.year,
        "total_cents": one.total.cents,
        "by_month_cents": [amount.cents for amount in one.by_month],
        "gifts": one.gift_count,
        "donors": one.donor_count,
    }


def receipts_document(year: int, one: ReceiptCounts) -> Document:
    """Return how many receipts of a year can be issued, wait, and were."""
    return {
        "year": year,
        "ready": one.ready,
        "ready_cents": one.ready_total.cents,
        "blocked": one.blocked,
        "issued": one.issued,
    }


def finance_document(card: PublicFinance) -> Document:
    """Return the public finances with the parts of each figure."""
    return {
        "balance_cents": card.balance.cents,
        "opening_cents": card.opening.cents,
        "income_cents": card.income.cents,
        "disbursed_cents": card.disbursed.cents,
        "moved": [
            {
                "code": part.code,
                "direction": part.direction.value,
                "amount_cents": part.amount.cents,
            }
            for part in card.moved
        ],
        "yearly_budget_cents": card.yearly.total.cents,
        "parts": [
            {
                "code": part.code,
                "amount_cents": part.amount.cents,
                "times": part.times,
                "total_cents": part.total.cents,
            }
            for part in card.parts
        ],
    }


def treasury_document(curve: TreasuryCurve) -> Document:
    """Return the money at the end of each month of a fiscal year."""
    return {
        "fiscal_year": curve.label,
        "closing_cents": curve.closing.cents,
        "months": [
            {
                "month": point.month_on.isoformat()[:7],
                "closing_cents": point.closing.cents,
                "is_forecast": point.is_forecast,
            }
            for point in curve.points
        ],
    }


def campaign_bar_document(bar: CampaignBar) -> Document:
    """Return how far a campaign is."""
    return {
        "id": bar.campaign_id,
        "name": bar.name,
        "raised_cents": bar.raised.cents,
        "goal_cents": None if bar.goal is None else bar.goal.cents,
        "percent": bar.percent,
    }


def next_event_document(one: NextEvent) -> Document:
    """Return an event that is to come."""
    return {
        "id": one.line.id,
        "title": one.line.title,
        "starts_on": one.line.when.starts_on,
        "registered": one.line.registered,
    }


def giver_document(one: TopContributor) -> Document:
    """Return who gave most, with its rank."""
    who = one.contributor
    return {
        "rank": who.rank,
        "contact_id": who.contact_id,
        "gift_id": who.gift_id,
        "name": who.name,
        "total_cents": who.total.cents,
        "since": who.first_on,
    }
