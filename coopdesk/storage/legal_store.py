"""Figures and rules of the law: those that the program brings, and a person's corrections."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from coopdesk.domain.errors import ExternalError
from coopdesk.domain.legal_parameters import (
    Confidence,
    LegalFigures,
    LegalParameter,
    Unit,
    merged_figures,
)
from coopdesk.domain.receipt_rules import ReceiptRule, ReceiptRules, RuleVerdict
from coopdesk.domain.receipts import Cure
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import LegalParameterRow
from coopdesk.system.paths import database_files

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy import Connection

    from coopdesk.storage.recorder import Recorder

_parameter = table_of(LegalParameterRow)
_BEFORE_SIGN = re.compile(r" (?=[:;!?»%€])|(?<=«) ")


class LegalStore:
    """What the law says in one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    def figures(self) -> LegalFigures:
        """Return every figure, with the corrections of persons."""
        units = {each.code: each.unit for each in shipped_figures()}
        rows = self._connection.execute(select(_parameter).order_by(_parameter.c.since))
        own = [
            LegalParameter(
                code=row.code,
                unit=units[row.code],
                value=Decimal(row.value),
                since=row.since,
                source=row.source,
                confidence=Confidence.KNOWN,
                is_own=True,
            )
            for row in rows
            if row.code in units
        ]
        return merged_figures(shipped_figures(), own)

    def texts(self, code: str) -> list[tuple[dt.date, str, str]]:
        """Return what persons noted under a code: since when, what, and who says so."""
        query = select(_parameter.c.since, _parameter.c.value, _parameter.c.source)
        rows = self._connection.execute(query.where(_parameter.c.code == code))
        return [(row.since, row.value, row.source) for row in rows]

    def correct(self, code: str, since: dt.date, value: Decimal | str, source: str) -> None:
        """Store a person's own figure from a day on, in place of the one of the same day."""
        values = {"value": str(value), "source": source}
        known = self._id_of(code, since)
        if known is None:
            self._recorder.insert(_parameter, {"code": code, "since": since, **values})
        else:
            self._recorder.update(_parameter, known, values)

    def reset(self, code: str, since: dt.date) -> bool:
        """Forget a person's own figure; return whether there was one."""
        known = self._id_of(code, since)
        if known is not None:
            self._recorder.delete(_parameter, known)
        return known is not None

    def _id_of(self, code: str, since: dt.date) -> int | None:
        query = select(_parameter.c.id)
        found: int | None = self._connection.execute(
            query.where(_parameter.c.code == code, _parameter.c.since == since)
        ).scalar()
        return found


@cache
def shipped_figures() -> tuple[LegalParameter, ...]:
    """Return the figures that the program brings, in the order of their file.

    Raises:
        ExternalError: ``texts.missing``; the installation is damaged.
    """
    return tuple(
        LegalParameter(
            code=entry["code"],
            unit=Unit(entry["unit"]),
            value=Decimal(entry["value"]),
            since=entry["since"],
            source=entry["source"],
            confidence=Confidence(entry["confidence"]),
            until=entry.get("until"),
            remark=entry.get("remark", ""),
        )
        for entry in read_law("legal_parameters.toml")["figure"]
    )


@cache
def receipt_rules() -> ReceiptRules:
    """Return the rules about receipts, in the order in which reasons are told.

    Raises:
        ExternalError: ``texts.missing``; the installation is damaged.
    """
    rules = [
        ReceiptRule(
            code=entry["code"],
            verdict=RuleVerdict(entry["verdict"]),
            reference=entry["reference"],
            source=entry["source"],
            confidence=Confidence(entry["confidence"]),
            cure=Cure(entry["cure"]) if "cure" in entry else None,
            since=entry.get("since"),
            remark=entry.get("remark", ""),
        )
        for entry in read_law("receipt_rules.toml")["rule"]
    ]
    return ReceiptRules({rule.code: rule for rule in rules})


def read_law(name: str) -> dict[str, Any]:
    """Return the content of a file of the law, with French spacing.

    Raises:
        ExternalError: ``texts.missing``; the installation is damaged.
    """
    path = database_files() / "seed" / name
    if not path.exists():
        raise ExternalError("texts.missing", name=name)
    # French spacing: no line breaks before these signs.
    return tomllib.loads(_BEFORE_SIGN.sub("\u00a0", path.read_text(encoding="utf-8")))
