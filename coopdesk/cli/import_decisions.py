"""Options that say what becomes of the rows of a file before it is imported."""

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from coopdesk.cli.options import parse_code, parse_count
from coopdesk.domain.bank_statements import DayOrder
from coopdesk.domain.import_decisions import NEW_CONTACT, ImportDecisions, RowDecision
from coopdesk.services.registry import Services
from coopdesk.wording.language import _

_NEW = "new"


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
    "account": Annotated[
        str | None,
        typer.Option(
            "--account",
            metavar=_("NUMBER"),
            help=_("Number of the bank account that a statement is of."),
            parser=parse_count,
        ),
    ],
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


def read_decisions(services: Services, words: Mapping[str, Any]) -> ImportDecisions:
    """Return what the options say of a file; its accounts are left to who reads it."""
    mapping = words["columns"]
    return ImportDecisions(
        rows=_rows(words),
        columns=services.bank_imports.read_mapping(mapping) if mapping else None,
        day_order=words["day_order"],
    )


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
