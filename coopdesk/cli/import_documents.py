"""How previews of files are told: what becomes of each line, whether statements tie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.cli.documents import cents
from coopdesk.cli.output import Column, Listing, named
from coopdesk.domain.bank_accounts import identity_from_text
from coopdesk.domain.import_formats import FileKind, kind_of_format
from coopdesk.domain.import_previews import AskKind
from coopdesk.domain.imports import RowVerdict
from coopdesk.wording.errors import code_text
from coopdesk.wording.formats import day_text, money_text, number_text
from coopdesk.wording.labels import import_reason_text, label
from coopdesk.wording.language import _, ngettext
from coopdesk.wording.preview_lines import status_text, what_text, what_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.cli.documents import Document
    from coopdesk.domain.contact_imports import ContactPreviewLine
    from coopdesk.domain.import_formats import FileFormat
    from coopdesk.domain.import_previews import Ask, Preview, PreviewLine, StatementCheck
    from coopdesk.domain.imports import Problem

_SAMPLES = 3


def line_document(line: PreviewLine) -> Document:
    """Return what the import would do with a line as a document."""
    return {
        "line": line.line,
        "verdict": line.verdict,
        "summary": line.summary,
        "date": line.day,
        "amount_cents": line.amount.cents,
        "gift_cents": line.gift.cents,
        "contact_id": line.contact_id,
        "left_out": line.left_out,
        "reason": line.reason,
        "reason_text": reason_text(line),
    }


def reason_text(line: PreviewLine | ContactPreviewLine) -> str:
    """Say why: a refused line gives the code of an error, another one a reason."""
    if "." in line.reason:
        return code_text(line.reason, dict(line.values))
    return import_reason_text(line.reason, line.values)


def warning_document(problem: Problem) -> Document:
    """Return a warning about a file as a document."""
    return {
        "line": problem.line,
        "column": problem.column,
        "code": problem.code,
        "text": _warning_text(problem),
    }


def _warning_text(problem: Problem) -> str:
    return code_text(problem.code, {"column": problem.column, **problem.values})


def ask_document(ask: Ask) -> Document:
    """Return one question about a file as a document."""
    return {
        "ask": ask.kind,
        "key": ask.key,
        "samples": list(ask.samples),
        "columns": [{"column": name, "field": field} for name, field in ask.columns],
    }


def statement_document(check: StatementCheck) -> Document:
    """Return whether a statement ties as a document; balances that nobody told are null."""
    return {
        "account": check.account_name,
        "identity": check.identity,
        "lines": check.line_count,
        "new": check.new_count,
        "opening_cents": cents(check.opening),
        "opening_on": check.opening_on,
        "closing_cents": cents(check.closing),
        "closing_on": check.closing_on,
        "difference_cents": cents(check.difference),
        "before_cents": cents(check.before),
        "breaks": check.breaks,
        "break_line": check.break_line or None,
    }


def remark_documents(preview: Preview) -> Document:
    """Return what there is to look at besides the lines."""
    return {
        "warnings": [warning_document(problem) for problem in preview.warnings],
        "statements": [statement_document(check) for check in preview.statements],
    }


def left_lines(preview: Preview) -> list[PreviewLine]:
    """Return the lines that an import leaves to a person."""
    left = {RowVerdict.DOUBTFUL, RowVerdict.REFUSED}
    return [line for line in preview.lines if line.verdict in left and not line.left_out]


def left_parts(preview: Preview) -> tuple[Listing | str, ...]:
    """Return what to look at once a file is imported: warnings, balances, lines left."""
    left = left_lines(preview)
    return (
        *(_warning_text(problem) for problem in preview.warnings),
        *(statement_text(check) for check in preview.statements),
        *([lines_listing(left, preview.file_format)] if left else ()),
    )


def preview_parts(preview: Preview) -> tuple[Listing | str, ...]:
    """Return a preview as a person reads it."""
    return (
        f"{preview.file_name} ({label(preview.file_format)})",
        *(_warning_text(problem) for problem in preview.warnings),
        *(_ask_text(ask) for ask in preview.asks),
        lines_listing(preview.lines, preview.file_format),
        *(statement_text(check) for check in preview.statements),
        counts_text(preview),
    )


def _ask_text(ask: Ask) -> str:
    """Return a question and the option that answers it."""
    options = {
        AskKind.BANK_ACCOUNT: "--account",
        AskKind.COLUMNS: "--map",
        AskKind.DAY_ORDER: "--day-order",
    }
    named = identity_from_text(ask.key).number if ask.kind is AskKind.BANK_ACCOUNT else ""
    samples = ", ".join(x for x in (named, *ask.samples[:_SAMPLES]) if x)
    answer = _("Answer with {option}.").format(option=options[ask.kind])
    return f"{label(ask.kind)} {samples}".strip() + f"\n{answer}"


def counts_text(preview: Preview) -> str:
    """Return how many lines have each verdict."""
    return "\n".join(named(label(verdict), preview.count(verdict)) for verdict in RowVerdict)


def lines_listing(lines: Sequence[PreviewLine], file_format: FileFormat) -> Listing:
    """Return lines of a file and what becomes of them; money where such files move some."""
    kind = kind_of_format(file_format)
    moves = kind in {FileKind.PAYMENTS, FileKind.STATEMENT}
    gives = any(line.gift for line in lines)
    columns = (
        Column(_("Line"), at_right=True),
        Column(_("Verdict")),
        Column(_("Date"), at_right=True),
        Column(what_title(kind)),
        *([Column(_("Amount"), at_right=True)] if moves else ()),
        *([Column(_("Of which gift"), at_right=True)] if gives else ()),
        Column(_("Why")),
    )
    rows = [
        (
            str(line.line),
            status_text(line.verdict, left_out=line.left_out),
            day_text(line.day) if line.day else "",
            what_text(line, file_format),
            # Of a line that could not be read the amount is unknown, not nothing.
            *([money_text(line.amount) if line.day else ""] if moves else ()),
            *([money_text(line.gift) if line.gift else ""] if gives else ()),
            reason_text(line),
        )
        for line in lines
    ]
    return Listing(columns, rows)


def statement_text(check: StatementCheck) -> str:
    """Return whether a statement ties, in words."""
    counted = ngettext("{count} line", "{count} lines", check.line_count)
    text = _("{account}: {lines}, {told}.").format(
        account=check.account_name
        or identity_from_text(check.identity).number
        or _("Bank account"),
        lines=counted.format(count=number_text(check.line_count)),
        told=_tie_text(check),
    )
    alerts = [text]
    if check.before is not None:
        gap = _("The balance known before is {amount}.")
        alerts.append(gap.format(amount=money_text(check.before)))
    if check.breaks:
        broken = ngettext(
            "{count} balance beside the lines does not follow, first on line {line}.",
            "{count} balances beside the lines do not follow, first on line {line}.",
            check.breaks,
        )
        alerts.append(broken.format(count=number_text(check.breaks), line=check.break_line))
    return " ".join(alerts)


def _tie_text(check: StatementCheck) -> str:
    if check.difference:
        off = _("the closing balance differs by {amount}")
        return off.format(amount=money_text(check.difference))
    if check.difference is not None:
        return _("opening balance and lines make the closing balance")
    if check.closing is None or check.closing_on is None:
        return _("its balances are not told")
    told = _("closing balance {amount} on {day}, without an opening one to prove it")
    return told.format(amount=money_text(check.closing), day=day_text(check.closing_on))
