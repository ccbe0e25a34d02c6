"""Reads OFX bank statements in all the dialects of French banks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from coopdesk.domain.bank_accounts import account_identity
from coopdesk.domain.bank_statements import LineNature, ReadStatement
from coopdesk.domain.errors import RuleError
from coopdesk.domain.import_formats import FileFormat
from coopdesk.domain.imports import Problem
from coopdesk.domain.text import clean_line
from coopdesk.exchange.ofx_blocks import part_ofx
from coopdesk.exchange.sheet_limits import MAXIMUM_ROWS
from coopdesk.exchange.statement_cells import compact_day, joined_label, reference
from coopdesk.exchange.statement_rows import StatementRows, Told
from coopdesk.exchange.statement_text import head_text, statement_text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from coopdesk.domain.bank_statements import ReadBankFile, ReadLine
    from coopdesk.domain.money import Money
    from coopdesk.exchange.file_content import FileContent
    from coopdesk.exchange.ofx_blocks import OfxFile, OfxOperation, OfxStatement

# Before <OFX> stands a header of words, or marks of XML, or nothing; never another tag.
_BEGINNING = re.compile(r"[^<]{0,4000}(?:<[?!][^<]{0,2000}){0,20}<OFX[\s>]", re.IGNORECASE)
_HEADER = re.compile(r"\s*OFXHEADER\s*:\s*\d+", re.IGNORECASE)
_OPERATION = b"<STMTTRN>"
# Marks of tags: thirty for each operation that may be read.
_TAG_LIMIT = 30 * MAXIMUM_ROWS
# What an operation cannot be without, so that a person can fill it in.
_NEEDED = ("DTPOSTED", "TRNAMT", "NAME")

_NATURES: Mapping[str, LineNature] = {
    "ATM": LineNature.CASH,
    "CASH": LineNature.CASH,
    "CHECK": LineNature.CHEQUE,
    "DEP": LineNature.DEPOSIT,
    "DIRECTDEBIT": LineNature.DIRECT_DEBIT,
    "DIRECTDEP": LineNature.TRANSFER,
    "DIV": LineNature.INTEREST,
    "FEE": LineNature.FEE,
    "INT": LineNature.INTEREST,
    "POS": LineNature.CARD,
    "SRVCHG": LineNature.FEE,
    "XFER": LineNature.TRANSFER,
}


def looks_like_ofx(data: bytes) -> bool:
    """Tell whether a file is OFX, with or without its header."""
    head = head_text(data)
    return bool(_HEADER.match(head) or _BEGINNING.match(head))


def read_ofx(
    content: FileContent, corrections: Mapping[int, Mapping[str, str]] | None = None
) -> ReadBankFile:
    """Read every statement of an OFX file; ``corrections`` are texts by tag, by line.

    Raises:
        RuleError: ``file.too_many_rows``, ``statement.declares_entities``,
            ``statement.bank_error``, ``statement.none``, ``file.…encoding``.
    """
    _check_size(content.data)
    text, warnings = statement_text(content.data)
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise RuleError("statement.declares_entities")
    found = part_ofx(text)
    if not found.statements:
        if found.errors:
            raise RuleError("statement.bank_error", text=clean_line(found.errors[0])[:200])
        raise RuleError("statement.none")
    _number(found)
    rows = StatementRows(corrections or {})
    statements = [_statement(rows, one) for one in found.statements]
    if not found.is_closed:
        warnings = (*warnings, Problem(0, "statement.cut_short"))
    return rows.read_file(content, FileFormat.OFX, statements, warnings)


def _check_size(data: bytes) -> None:
    count = data.count(_OPERATION) if b"\0" not in data else 0
    if count > MAXIMUM_ROWS or data.count(b"<") > _TAG_LIMIT:
        raise RuleError("file.too_many_rows", limit=MAXIMUM_ROWS)


def _number(found: OfxFile) -> None:
    """Name operations by their rank where several stand on one line."""
    operations = [one for statement in found.statements for one in statement.operations]
    if len(operations) > MAXIMUM_ROWS:
        raise RuleError("file.too_many_rows", limit=MAXIMUM_ROWS)
    if len({one.line for one in operations}) < len(operations):
        for rank, one in enumerate(operations, start=1):
            one.line = rank


def _statement(rows: StatementRows, found: OfxStatement) -> ReadStatement:
    lines = [_operation(rows, one) for one in found.operations]
    balance = _balance(rows, found)
    account = found.account
    return ReadStatement(
        lines=tuple(line for line in lines if line is not None),
        identity=account_identity(
            account.get("ACCTID", ""), account.get("BANKID", ""), account.get("BRANCHID", "")
        ),
        currency=found.currency[:3].upper() or "EUR",
        closing=balance.amount,
        closing_on=balance.day if balance.amount is not None else None,
    )


class _Balance(NamedTuple):
    amount: Money | None
    day: dt.date | None


def _balance(rows: StatementRows, found: OfxStatement) -> _Balance:
    amount = rows.balance(found.balance.get("BALAMT", ""), found.line)
    try:
        return _Balance(amount, compact_day(found.balance.get("DTASOF", "")))
    except RuleError:
        return _Balance(amount, None)


def _operation(rows: StatementRows, found: OfxOperation) -> ReadLine | None:
    rows.start(found.line, dict.fromkeys(_NEEDED, "") | found.values)
    if found.is_cut:
        rows.refuse("row.cut_short")
    kind = rows.text("TRNTYPE").upper()
    label = joined_label(rows.text(tag) for tag in ("NAME", "EXTDNAME", "MEMO"))
    return rows.finish(
        rows.booked_on(compact_day, "DTPOSTED", "DTAVAIL", "DTUSER"),
        rows.amount("TRNAMT"),
        label,
        Told(
            value_on=rows.day(compact_day, "DTAVAIL", "VALUEDATE"),
            nature=_NATURES.get(kind, LineNature.OTHER),
            bank_ref=reference(rows.text("FITID")),
            payment_ref=reference(rows.text("REFNUM")),
            cheque=reference(rows.text("CHECKNUM")),
        ),
    )
