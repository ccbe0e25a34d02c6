"""Checks the statements of a bank file that is planned: in themselves, and with the account."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.bank_proofs import KnownLine, KnownStatement
from coopdesk.domain.bank_proving import prove_statements
from coopdesk.domain.import_previews import StatementCheck
from coopdesk.domain.imports import RowVerdict
from coopdesk.domain.money import total
from coopdesk.domain.statement_planning import PlannedLine, chronological, count_breaks

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coopdesk.domain.bank_accounts import BankAccount
    from coopdesk.domain.bank_proofs import StatementProof
    from coopdesk.domain.bank_statements import ReadBankFile, ReadStatement
    from coopdesk.services.bank_import_plans import PlannedStatement
    from coopdesk.storage.unit_of_work import Work


def known_statement(
    one: ReadStatement, file: ReadBankFile, key: int, lines: Sequence[PlannedLine]
) -> KnownStatement:
    """Return a statement as it would be recorded; ``key`` is its id below zero."""
    days = [line.booked_on for line in one.lines]
    known = KnownStatement(
        id=key,
        run_id=0,
        file_name=file.name,
        sha256=file.sha256,
        file_format=file.file_format,
        reference=one.reference,
        line_count=len(one.lines),
        moved=one.moved,
        first_on=min(days, default=None),
        last_on=max(days, default=None),
        opening=one.opening,
        opening_on=one.opening_on,
        closing=one.closing,
        closing_on=one.closing_on,
    )
    at_end = total(
        x.line.amount
        for x in lines
        if x.line.booked_on == known.ends_on and (x.is_written or x.verdict is RowVerdict.SAME)
    )
    doubtful = (x.known for x in lines if x.verdict is RowVerdict.DOUBTFUL and x.known)
    return known.with_edges(at_end, sorted((x.booked_on, x.cents) for x in doubtful))


def _told(one: KnownStatement) -> tuple[object, ...]:
    """Return what a statement tells of the account, whatever file it is from."""
    opening = None if one.opening is None else (one.opening, one.starts_after)
    return opening, None if one.closing is None else (one.closing, one.ends_on)


def first_check(
    one: ReadStatement, lines: Sequence[PlannedLine], account: BankAccount | None
) -> StatementCheck:
    """Return how a statement ties in itself."""
    breaks, break_line = count_breaks(chronological(one.lines))
    return StatementCheck(
        account_name=account.content.name if account else "",
        identity=one.identity.text,
        line_count=len(lines),
        new_count=sum(line.is_written for line in lines),
        opening=one.opening,
        opening_on=one.opening_on,
        closing=one.closing,
        closing_on=one.closing_on,
        difference=one.difference,
        breaks=breaks,
        break_line=break_line,
    )


def prove_planned(
    work: Work,
    bank_account_id: int,
    planned: Sequence[PlannedStatement],
    new: Iterable[KnownLine],
) -> None:
    """Say of the statements of one account whether they are recorded, and how they tie.

    ``new`` are the lines that the file would bring.
    """
    recorded = work.bank_proofs.statements(bank_account_id)
    digests = {one.sha256 for one in recorded}
    told = {_told(one) for one in recorded}
    for one in planned:
        one.is_recorded = one.known.sha256 in digests or _told(one.known) in told
        told.add(_told(one.known))
    again = {_told(one.known) for one in planned}
    others = [one for one in recorded if _told(one) not in again]
    moves = work.bank_proofs.moves(bank_account_id)
    moves += ((line.booked_on, line.cents) for line in new)
    statements = [*others, *(one.known for one in planned)]
    proofs = {one.id: one for one in prove_statements(statements, moves, (bank_account_id, ""))}
    for one in planned:
        one.check = _tied(one.check, proofs[one.known.id])


def _tied(check: StatementCheck, proof: StatementProof) -> StatementCheck:
    """Complete a check by what earlier statements and the lines of the account say."""
    difference = check.difference if proof.difference is None else proof.difference
    if check.opening is None and proof.gap is not None:
        difference = proof.gap  # counted from the balance that was known before
    before = proof.before if proof.gap else None
    return replace(check, before=before, difference=difference)
