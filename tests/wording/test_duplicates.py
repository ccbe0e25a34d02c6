"""Every reason of a proposal has its words."""

from __future__ import annotations

import ast
from pathlib import Path
from string import Formatter

import pytest

from coopdesk import domain
from coopdesk.domain.duplicates import Reason
from coopdesk.wording.duplicates import REASON_TEXTS, reason_text, reasons_text

# Every call that gives a reason its code: the position of the code among the arguments.
_CALLS = {"Reason": 0, "NameLikeness": 1}


def _written() -> dict[str, int]:
    """Return the codes that the domain gives, with how many values they quote."""
    found: dict[str, int] = {}
    for path in Path(domain.__path__[0]).glob("duplicates*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            place = _CALLS.get(getattr(getattr(call, "func", None), "id", ""))
            if place is None or not isinstance(call, ast.Call) or len(call.args) <= place:
                continue
            code, values = call.args[place], call.args[place + 1 :]
            if isinstance(code, ast.Constant) and code.value:
                quoted = values[0].elts if values and isinstance(values[0], ast.Tuple) else []
                found[code.value] = len(quoted)
    return found


def test_every_reason_has_words_and_no_words_are_left_over():
    assert set(_written()) == set(REASON_TEXTS)


@pytest.mark.parametrize("code", sorted(REASON_TEXTS))
def test_words_quote_what_the_reason_holds(code):
    fields = [
        name for _text, name, _form, _conv in Formatter().parse(REASON_TEXTS[code]) if name
    ]
    assert sorted(fields) == [str(number) for number in range(_written()[code])]


def test_reasons_are_said_in_french():
    acronym = Reason("acronym", ("MES", "Mouvement pour l’Économie Solidaire"))
    assert reason_text(acronym) == (
        "«\u00a0MES\u00a0» est le sigle de «\u00a0Mouvement pour l’Économie Solidaire\u00a0»"
    )
    both = (Reason("same_name"), Reason("same_email", ("jeanne@example.org",)))
    assert reasons_text(both) == "même nom, même e-mail (jeanne@example.org)"
