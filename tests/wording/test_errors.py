"""Every code that the program can raise has a sentence, and gives it the values it names.

The codes are read out of the sources, so that a new one cannot be forgotten.
"""

from __future__ import annotations

import ast
import datetime as dt
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

import pytest

import coopdesk
from coopdesk.domain.checks import Finding
from coopdesk.domain.errors import ExternalError, RuleError
from coopdesk.domain.import_formats import FileFormat
from coopdesk.domain.money import Money
from coopdesk.domain.operations import Operation, OperationKind
from coopdesk.storage.faults import _CODES as DRIVER_CODES
from coopdesk.wording.annual_report_codes import ANNUAL_REPORT_ERROR_TEXTS
from coopdesk.wording.bank_errors import BANK_ERROR_TEXTS
from coopdesk.wording.checks import CHECK_TEXTS, finding_text
from coopdesk.wording.contact_errors import CONTACT_ERROR_TEXTS
from coopdesk.wording.duty_errors import DUTY_ERROR_TEXTS
from coopdesk.wording.errors import code_text, error_text
from coopdesk.wording.event_errors import EVENT_ERROR_TEXTS
from coopdesk.wording.filter_errors import FILTER_ERROR_TEXTS
from coopdesk.wording.general_errors import GENERAL_ERROR_TEXTS
from coopdesk.wording.gift_errors import GIFT_ERROR_TEXTS
from coopdesk.wording.grant_errors import GRANT_ERROR_TEXTS
from coopdesk.wording.grant_paper_errors import GRANT_PAPER_ERROR_TEXTS
from coopdesk.wording.group_errors import GROUP_ERROR_TEXTS
from coopdesk.wording.import_errors import IMPORT_ERROR_TEXTS
from coopdesk.wording.ledger_errors import LEDGER_ERROR_TEXTS
from coopdesk.wording.member_errors import MEMBER_ERROR_TEXTS
from coopdesk.wording.partner_errors import PARTNER_ERROR_TEXTS
from coopdesk.wording.registration_errors import REGISTRATION_ERROR_TEXTS
from coopdesk.wording.report_errors import REPORT_ERROR_TEXTS
from coopdesk.wording.statement_errors import STATEMENT_ERROR_TEXTS
from coopdesk.wording.web_errors import WEB_ERROR_TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(coopdesk.__file__).parent
SENTENCES = {
    **GENERAL_ERROR_TEXTS,
    **BANK_ERROR_TEXTS,
    **IMPORT_ERROR_TEXTS,
    **CONTACT_ERROR_TEXTS,
    **GIFT_ERROR_TEXTS,
    **ANNUAL_REPORT_ERROR_TEXTS,
    **DUTY_ERROR_TEXTS,
    **EVENT_ERROR_TEXTS,
    **GRANT_ERROR_TEXTS,
    **GRANT_PAPER_ERROR_TEXTS,
    **PARTNER_ERROR_TEXTS,
    **GROUP_ERROR_TEXTS,
    **FILTER_ERROR_TEXTS,
    **LEDGER_ERROR_TEXTS,
    **MEMBER_ERROR_TEXTS,
    **REGISTRATION_ERROR_TEXTS,
    **REPORT_ERROR_TEXTS,
    **STATEMENT_ERROR_TEXTS,
    **WEB_ERROR_TEXTS,
    **CHECK_TEXTS,
}
SENTENCE_FILES = {
    "partner_errors.py",
    "grant_errors.py",
    "duty_errors.py",
    "annual_report_codes.py",
    "bank_errors.py",
    "collective_errors.py",
    "errors.py",
    "exchange_errors.py",
    "contact_errors.py",
    "event_errors.py",
    "grant_paper_errors.py",
    "group_errors.py",
    "filter_errors.py",
    "gift_errors.py",
    "import_errors.py",
    "ledger_errors.py",
    "member_errors.py",
    "registration_errors.py",
    "report_errors.py",
    "statement_errors.py",
    "web_errors.py",
    "checks.py",
}
CODE = re.compile(r"[a-z_]+\.[a-z_]+")
QUOTED_CODE = re.compile(rf'"({CODE.pattern})"')
# What makes an error or a finding, and the place of the code among its arguments.
CALLS = {
    "RuleError": 0,
    "NotFoundError": 0,
    "ExternalError": 0,
    "Finding": 0,
    "Problem": 1,
    "refuse": 0,
    "warn": 0,
}
# The program of the command line words these itself (coopdesk/cli/failures.py).
SAID_ELSEWHERE = {
    "command.unknown",
    "job.cancelled",
    "program.fault",
    "system.refused",
    "usage.wrong",
}
# Become a code of the whole file before anybody reads them (coopdesk/exchange/row_cells.py).
TURNED_INTO_OTHERS = {"date.resaved", "number.resaved"}
# Values that a caller adds while the error passes it (coopdesk/exchange/delimited_text.py).
ADDED_ON_THE_WAY = {"file.cell_too_long": {"line"}}


@dataclass(frozen=True)
class Site:
    """A place that makes an error: its codes, the names of its values, None if not known."""

    place: str
    codes: frozenset[str]
    values: frozenset[str] | None


def _name(call: ast.Call) -> str:
    function = call.func
    return str(getattr(function, "id", getattr(function, "attr", "")))


def _codes_in(node: ast.AST) -> set[str]:
    parts = list(ast.walk(node))
    found = {
        part.value
        for part in parts
        if isinstance(part, ast.Constant)
        and isinstance(part.value, str)
        and CODE.fullmatch(part.value)
    }
    calls = {_name(part) for part in parts if isinstance(part, ast.Call)}
    return found | ({code for _text, code in DRIVER_CODES} if "fault_code" in calls else set())


def _assigned(name: str, function: ast.AST) -> set[str]:
    """Return the codes that a function gives to one of its names."""
    codes: set[str] = set()
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and name in {
            getattr(t, "id", "") for t in node.targets
        }:
            codes |= _codes_in(node.value)
    return codes


def _values(call: ast.Call) -> frozenset[str] | None:
    names = {keyword.arg for keyword in call.keywords}
    if None in names:
        return None
    told = {str(name) for name in names} - {"values"}
    dicts = [k.value for k in call.keywords if k.arg == "values"] + call.args[1:]
    for given in dicts:
        if isinstance(given, ast.Dict):
            told |= {key.value for key in given.keys if isinstance(key, ast.Constant)}
    if _name(call) in {"Problem", "warn"}:
        told |= {"column", "line"}
    return frozenset(told)


def _sites_of(path: Path) -> Iterator[Site]:
    source = path.read_text(encoding="utf-8")
    if not any(f"{name}(" in source for name in CALLS):
        return
    tree = ast.parse(source)
    functions = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef)] or [tree]
    within = {f: set(map(id, ast.walk(f))) for f in functions}
    for call in [n for n in ast.walk(tree) if isinstance(n, ast.Call)]:
        position = CALLS.get(_name(call))
        if position is None or len(call.args) <= position:
            continue
        first = call.args[position]
        codes = _codes_in(first)
        if isinstance(first, ast.Name):
            around = [f for f in functions if id(call) in within[f]]
            codes = set().union(*(_assigned(first.id, f) for f in around))
        if codes:
            place = f"{path.relative_to(PACKAGE)}:{call.lineno}"
            yield Site(place, frozenset(codes), _values(call))


def _sources() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


@cache
def _sites() -> tuple[Site, ...]:
    return tuple(site for path in _sources() for site in _sites_of(path))


@cache
def _codes_of_program() -> frozenset[str]:
    """Return every text shaped like a code, outside of the sentences themselves."""
    codes: set[str] = set()
    for path in _sources():
        if path.name not in SENTENCE_FILES or (path.parent.name != "wording"):
            source = path.read_text(encoding="utf-8")
            codes |= set(QUOTED_CODE.findall(source))
            if "fault_code(" in source:
                codes |= {code for _text, code in DRIVER_CODES}
    return frozenset(codes)


def _placeholders(sentence: str) -> set[str]:
    return {name for _text, name, _spec, _conversion in Formatter().parse(sentence) if name}


def _added(code: str) -> set[str]:
    return ADDED_ON_THE_WAY.get(code, set())


def test_every_place_that_makes_an_error_is_found() -> None:
    assert len(_sites()) > 100
    codes = set().union(*(site.codes for site in _sites()))
    assert {"siren.wrong_key", "file.inflates", "check.number_gap", "database.busy"} <= codes


def test_every_code_that_is_raised_has_a_sentence() -> None:
    mute = {
        site.place: site.codes - set(SENTENCES) - SAID_ELSEWHERE - TURNED_INTO_OTHERS
        for site in _sites()
    }
    assert {place: codes for place, codes in mute.items() if codes} == {}


def test_every_sentence_gets_the_values_that_it_names() -> None:
    lacking = {
        (site.place, code): _placeholders(SENTENCES[code])
        - site.values
        - ADDED_ON_THE_WAY.get(code, set())
        for site in _sites()
        if site.values is not None
        for code in site.codes & set(SENTENCES)
    }
    assert {where: names for where, names in lacking.items() if names} == {}


def test_every_sentence_is_for_a_code_of_the_program() -> None:
    assert set(SENTENCES) - _codes_of_program() == set()


def test_the_sentences_stand_once() -> None:
    assert GENERAL_ERROR_TEXTS.keys() & CHECK_TEXTS.keys() == set()
    twice = GENERAL_ERROR_TEXTS.keys() & IMPORT_ERROR_TEXTS.keys()
    assert {
        code for code in twice if GENERAL_ERROR_TEXTS[code] != IMPORT_ERROR_TEXTS[code]
    } == set()


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_a_sentence_says_something_whole(code: str) -> None:
    sentence = SENTENCES[code]
    assert sentence[0].isupper() or sentence[0] in "{“"
    assert sentence.endswith((".", "?", "{detail}", "{name}"))


def test_amounts_days_files_formats_and_operations_are_put_into_words() -> None:
    values = {"amount": Money(123_456), "remainder": Money(-250)}
    said = error_text(RuleError("payment.parts_do_not_add_up", **values))
    assert said.startswith("La ventilation ne fait pas 1\u202f234,56\u00a0€")
    assert said.endswith("2,50\u00a0€.")
    said = error_text(
        RuleError("file.missing_column", column="Statut", format=FileFormat.HELLOASSO_PAYMENTS)
    )
    assert "«\u00a0Paiements HelloAsso\u00a0»" in said
    said = error_text(ExternalError("database.missing", path=Path("/somewhere/asso.coopdesk")))
    assert "asso.coopdesk" in said
    assert "somewhere" not in said
    before = Operation(7, OperationKind.COMMAND, "donation.recorded", {"cents": "4500"})
    said = error_text(RuleError("operation.changed_since", operation=before))
    assert "don de 45,00\u00a0€ enregistré" in said
    assert "12/03/2026" in code_text("date.unreadable", {"text": dt.date(2026, 3, 12)})


def test_what_an_operation_rests_on_is_named() -> None:
    said = error_text(RuleError("operation.rested_on", by="tax_receipt"))
    assert "un reçu émis" in said
    assert "un autre enregistrement" in error_text(RuleError("operation.rested_on", by="x"))


def test_missing_fields_of_the_profile_are_enumerated_in_words() -> None:
    said = error_text(RuleError("receipt.profile_incomplete", fields=("purpose", "rna")))
    assert "(objet, numéro SIREN ou RNA)" in said


def test_an_unknown_code_is_shown_as_it_is() -> None:
    assert code_text("subject.problem", {}) == "subject.problem"


def test_braces_typed_by_people_stay_text() -> None:
    said = error_text(RuleError("email.wrong", text="{0}{text}"))
    assert "{0}{text}" in said


def test_a_finding_is_said_with_its_values() -> None:
    gap = Finding("check.number_gap", {"year": 2025, "number": 3})
    assert finding_text(gap) == "Reçus de 2025\u00a0: le numéro 3 manque."
