"""Options that say what becomes of the rows of a file before it is imported."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any, TypeAlias

import typer

from coopdesk.cli.failures import UsageProblemError
from coopdesk.cli.options import parse_code, parse_count
from coopdesk.domain.bank_accounts import identity_from_text
from coopdesk.domain.bank_statements import DayOrder
from coopdesk.domain.import_decisions import NEW_CONTACT, ImportDecisions, RowDecision
from coopdesk.domain.import_formats import FileKind
from coopdesk.domain.import_previews import AskKind, Preview
from coopdesk.services.registry import Services
from coopdesk.wording.language import _

_NEW = "new"
Look: TypeAlias = Callable[[ImportDecisions], Preview]


def _many(flag: str, metavar: str, help_text: str) -> Any:
    return Annotated[list[str] | None, typer.Option(flag, metavar=metavar, help=help_text)]


DECISION_FIELDS: dict[str, Any] = {
    "leave_out": _many("--leave-out", _("LINE"), _("Leave this line out.")),
    "keep": _many("--keep", _("LINE"), _("Take this probable double all the same.")),
    "contact": _many(
        "--contact", _("LINE=NUMBER"), _("Whose line it is: a contact, or “new”.")
    ),
    "correct": _many(
        "--correct", _("LINE/COLUMN=TEXT"), _("Read this text in a column of a line.")
    ),
    "account": _many(
        "--account",
        _("[NAMED=]NUMBER"),
        _("Number of the bank account that a statement is of; NAMED where a file has several."),
    ),
    "columns": Annotated[
        Path | None,
        typer.Option(
            "--map", metavar=_("FILE"), help=_("TOML or JSON that gives columns their fields.")
        ),
    ],
    "day_order": Annotated[
        str | None,
        typer.Option(
            "--day-order",
            metavar="day_first|month_first",
            help=_("How a file writes its days, when it alone cannot tell."),
            parser=parse_code(DayOrder),
        ),
    ],
}


# What only statements are asked.
_OF_STATEMENTS = {"account": "--account", "columns": "--map", "day_order": "--day-order"}
_OF_ROWS = {
    "leave_out": "--leave-out",
    "keep": "--keep",
    "contact": "--contact",
    "correct": "--correct",
}


def read_decisions(
    services: Services, kind: FileKind, words: Mapping[str, Any], look: Look
) -> ImportDecisions:
    """Return what the options decide of a file; ``look`` previews it with decisions.

    Whatever a file does not have (a line, a column, an account) and whatever its kind is not
    asked is wrong usage: an option that does nothing would import what it should not.
    """
    if kind is not FileKind.STATEMENT:
        _refuse_options(words, _OF_STATEMENTS)
    mapping = words["columns"]
    decisions = ImportDecisions(
        rows=_rows(words),
        columns=services.bank_imports.read_mapping(mapping) if mapping else None,
        day_order=words["day_order"],
    )
    if not decisions.rows and not words["account"]:
        return decisions
    preview = look(replace(decisions, rows={}))
    _check_rows(decisions, preview)
    return replace(decisions, bank_accounts=_accounts(words["account"] or (), preview))


def refuse_decisions(words: Mapping[str, Any]) -> None:
    """Refuse every option for a file that has an import of its own."""
    _refuse_options(words, {**_OF_ROWS, **_OF_STATEMENTS})


def _refuse_options(words: Mapping[str, Any], options: Mapping[str, str]) -> None:
    for name, flag in options.items():
        if words[name]:
            text = _("{option} means nothing for a file of this kind.")
            raise UsageProblemError(text.format(option=flag))


def _check_rows(decisions: ImportDecisions, preview: Preview) -> None:
    """Refuse decisions about lines and columns that the file does not have."""
    lines = {line.line for line in preview.lines}
    columns = {name for line in preview.lines for name in line.raw}
    for number, row in decisions.rows.items():
        if number not in lines:
            text = _("This file has no line {line} that could be imported.")
            raise UsageProblemError(text.format(line=number))
        for name in row.cells:
            if name not in columns:
                text = _("This file has no column “{column}”; it has: {columns}.")
                told = ", ".join(sorted(columns))
                raise UsageProblemError(text.format(column=name, columns=told))


def _accounts(told: Sequence[str], preview: Preview) -> dict[str, int]:
    """Return the bank account of each account that the file names, as it is told."""
    keys = [ask.key for ask in preview.asks if ask.kind is AskKind.BANK_ACCOUNT]
    keys += [check.identity for check in preview.statements]
    numbers = {key: identity_from_text(key).number for key in keys}
    found: dict[str, int] = {}
    for text in told:
        named, equals, number = text.rpartition("=")
        meant = [key for key in numbers if not equals or named in {key, numbers[key]}]
        if len(meant) != 1:
            raise _which_account(list(numbers.values()), number)
        found[meant[0]] = parse_count(number)
    return found


def _which_account(named: Sequence[str], number: str) -> UsageProblemError:
    """Say how to tell accounts of a file apart."""
    if not any(named):
        text = _("This file names no account: say {example}.")
        return UsageProblemError(text.format(example=f"--account {number}"))
    text = _("Say of which account of the file that is, as in {example}. It names {accounts}.")
    example = f"--account {named[0] if named else ''}={number}"
    accounts = ", ".join(name or "?" for name in named)
    return UsageProblemError(text.format(example=example, accounts=accounts))


def _rows(words: Mapping[str, Any]) -> dict[int, RowDecision]:
    told: dict[int, dict[str, Any]] = defaultdict(dict)
    for text in words["leave_out"] or ():
        told[parse_count(text)]["leave_out"] = True
    for text in words["keep"] or ():
        told[parse_count(text)]["keep"] = True
    for text in words["contact"] or ():
        line, who = _parted(text, "=", text)
        told[line]["contact_id"] = NEW_CONTACT if who == _NEW else parse_count(who)
    cells: dict[int, dict[str, str]] = defaultdict(dict)
    for text in words["correct"] or ():
        line, rest = _parted(text, "/", text)
        column, equals, cell = rest.partition("=")
        if not equals:
            raise _unreadable(text)
        cells[line][column] = cell
        told[line]["cells"] = cells[line]
    return {line: RowDecision(**fields) for line, fields in told.items()}


def _parted(text: str, mark: str, whole: str) -> tuple[int, str]:
    line, found, rest = text.partition(mark)
    if not found or not rest:
        raise _unreadable(whole)
    return parse_count(line), rest


def _unreadable(text: str) -> typer.BadParameter:
    return typer.BadParameter(
        _("“{text}” does not name a line and what to do with it.").format(text=text)
    )
