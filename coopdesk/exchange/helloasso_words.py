"""What HelloAsso's words mean here: read once from the seed, never from code."""

from __future__ import annotations

import enum
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from coopdesk.domain.donations import ReturnReason
from coopdesk.domain.payments import LineKind, PaymentMode
from coopdesk.domain.text import fold
from coopdesk.system.paths import database_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True)
class CampaignType:
    """What a campaign's money is for, and the doubt that its rows carry, if any."""

    kind: LineKind
    doubt: str = ""


class PayoutOperation(enum.Enum):
    """What a row of a payout is."""

    PAYMENT = "payment"
    GIFT = "gift"
    DEBIT = "debit"
    AGAIN = "again"


@dataclass(frozen=True, slots=True)
class HelloAssoWords:
    """HelloAsso's vocabulary; keys and members are folded words."""

    received: frozenset[str]
    returned: Mapping[str, ReturnReason]
    offline: frozenset[str]
    free: frozenset[str]
    no_receipt: frozenset[str]
    modes: Mapping[str, PaymentMode]
    campaign_types: Mapping[str, CampaignType]
    countries: Mapping[str, str]
    operations: Mapping[str, PayoutOperation]
    states: Mapping[str, str]
    item_states: Mapping[str, str]
    no_money: frozenset[str]
    paid: str
    item_kinds: Mapping[str, CampaignType]


@lru_cache(maxsize=4096)
def word(text: str) -> str:
    """Return a word as the vocabulary keys it."""
    return fold(text)


@lru_cache(maxsize=1)
def helloasso_words() -> HelloAssoWords:
    """Return the vocabulary shipped with the program."""
    text = (database_files() / "seed" / "helloasso.toml").read_text(encoding="utf-8")
    seed = tomllib.loads(text)
    return HelloAssoWords(
        received=_words([*seed["received"], *seed["partly_returned"]]),
        returned={
            key: ReturnReason(entry["reason"])
            for entry in seed["returned"]
            for key in _words([entry])
        },
        offline=_words(seed["offline"]),
        free=_words(seed["free"]),
        no_receipt=_words(seed["no_receipt"]),
        modes={
            key: PaymentMode(entry["mode"]) for entry in seed["mode"] for key in _words([entry])
        },
        campaign_types={
            key: CampaignType(LineKind(entry["kind"]), entry.get("doubt", ""))
            for entry in seed["campaign_type"]
            for key in _words([entry])
        },
        operations={
            key: PayoutOperation(entry["kind"])
            for entry in seed["payout_operation"]
            for key in _words([entry])
        },
        states=_statuses(seed["api_state"]),
        item_states=_statuses(seed["api_item_state"]),
        no_money=_words(seed["api_no_money"]),
        paid=seed["api_state"][0]["status"],
        item_kinds={
            key: CampaignType(LineKind(entry["kind"]), entry.get("doubt", ""))
            for entry in seed["api_item"]
            for key in _words([entry])
        },
        countries={
            word(name): code
            for code, names in seed["countries"].items()
            for name in (code, *names)
        },
    )


def _statuses(entries: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    return {key: entry["status"] for entry in entries for key in _words([entry])}


@lru_cache(maxsize=1)
def payout_columns() -> dict[str, tuple[str, ...]]:
    """Return the labels that each column of a payout may have, the French one first."""
    text = (database_files() / "seed" / "helloasso.toml").read_text(encoding="utf-8")
    columns = tomllib.loads(text)["payout_columns"]
    return {name: tuple(labels) for name, labels in columns.items()}


def _words(entries: Iterable[Mapping[str, Any]]) -> frozenset[str]:
    return frozenset(word(text) for entry in entries for text in entry["words"])
