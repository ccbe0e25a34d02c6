"""Read what the partners of the demonstration are made of."""

from __future__ import annotations

import tomllib
from typing import Any

from coopdesk.domain.agreements import AgreementKind, NewAgreement, NewSignatory, Renewal, Side
from coopdesk.domain.commitments import CommitmentKind, NewCommitment
from coopdesk.domain.demo_partners import (
    DemoAgreement,
    DemoCommitment,
    DemoProject,
    DemoRequest,
    PartnerWords,
)
from coopdesk.domain.grant_projects import NewGrantProject, NewProjectLine
from coopdesk.domain.grant_requests import EligibleCost, NewGrantCall, NewGrantRequest
from coopdesk.domain.money import Money
from coopdesk.domain.partners import NewNetworkFee, NewPartner, PartnerKind, PartnerLevel
from coopdesk.system.paths import database_files

# Whose contact is known only when the demonstration is written.
NOBODY = 0


def read_partner_words() -> PartnerWords:
    """Return everything the partners of the demonstration are made of."""
    path = database_files() / "seed" / "demo" / "partners.toml"
    found = tomllib.loads(path.read_text(encoding="utf-8"))
    return PartnerWords(
        partners=tuple(_partner(one) for one in found["partners"]),
        agreements=tuple(_agreement(one) for one in found["agreements"]),
        commitments=tuple(_commitment(one) for one in found["commitments"]),
        fees=tuple(_fee(one) for one in found["fees"]),
        calls=tuple(_call(one) for one in found["calls"]),
        project=_project(found["project"]),
    )


def _partner(told: dict[str, Any]) -> tuple[str, NewPartner]:
    return told["contact"], NewPartner(
        NOBODY,
        PartnerKind(told["kind"]),
        PartnerLevel(told["level"]),
        purpose=told["purpose"],
    )


def _agreement(told: dict[str, Any]) -> DemoAgreement:
    signatories = (
        [
            NewSignatory(side, name, role)
            for side in Side
            for role, name in [told[side.value]]
            if told[side.value]
        ]
        if told["ours"]
        else []
    )
    content = NewAgreement(
        NOBODY,
        told["title"],
        AgreementKind(told["kind"]),
        reference=told.get("reference", ""),
        renewal=Renewal(told["renewal"]),
        notice_months=told.get("notice_months", 0),
        purpose=told["purpose"],
        signatories=tuple(signatories),
    )
    return DemoAgreement(
        told["key"],
        told["contact"],
        content,
        told.get("signed"),
        told.get("starts"),
        told["months"],
    )


def _commitment(told: dict[str, Any]) -> DemoCommitment:
    content = NewCommitment(
        NOBODY,
        Side(told["side"]),
        told["text"],
        CommitmentKind(told["kind"]),
        amount=_money(told, "cents"),
        minutes=told["hours"] * 60 if "hours" in told else None,
        repeat_months=told.get("repeat"),
    )
    return DemoCommitment(
        told["contact"], told.get("agreement", ""), content, told["due"], told.get("kept")
    )


def _fee(told: dict[str, Any]) -> tuple[str, NewNetworkFee, int]:
    new = NewNetworkFee(NOBODY, NOBODY, Money(told["cents"]), told["label"])
    return told["contact"], new, told["due"]


def _call(told: dict[str, Any]) -> tuple[str, str, NewGrantCall, tuple[int, int]]:
    new = NewGrantCall(
        told["title"],
        rate=told["rate"],
        floor=_money(told, "floor"),
        ceiling=_money(told, "ceiling"),
        eligible=told["eligible"],
    )
    return told["key"], told["contact"], new, (told["opens"], told["closes"])


def _project(told: dict[str, Any]) -> DemoProject:
    words: dict[str, Any] = {key: text for key, text in told.items() if isinstance(text, str)}
    activity = words.pop("activity")
    return DemoProject(
        NewGrantProject(**words),
        activity,
        tuple(
            (
                NewProjectLine(one["line"], Money(one["cents"]), one["label"]),
                one.get("request", ""),
            )
            for one in told["lines"]
        ),
        tuple(_request(one) for one in told["requests"]),
    )


def _request(told: dict[str, Any]) -> DemoRequest:
    content = NewGrantRequest(
        told.get("title", ""),
        budget_line=told["budget_line"],
        asked=_money(told, "cents"),
        rate=told["rate"],
    )
    return DemoRequest(
        told["key"],
        told.get("contact", ""),
        told.get("call", ""),
        content,
        tuple(EligibleCost(line) for line in told["eligible"]),
        told.get("asked"),
    )


def _money(told: dict[str, Any], name: str) -> Money | None:
    return Money(told[name]) if name in told else None
