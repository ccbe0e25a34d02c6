"""Every code that people may see has a label, and every operation has a name."""

from __future__ import annotations

import ast
import enum
import inspect
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from string import Formatter
from typing import TYPE_CHECKING

import pytest

import coopdesk
from coopdesk import domain
from coopdesk.domain.association import Association, missing_for_receipts
from coopdesk.domain.bank_matching import ReasonCode
from coopdesk.domain.condition_lapses import LapseKind
from coopdesk.domain.contact_conditions import Operator
from coopdesk.domain.contact_criteria import About, Theme, ValueKind
from coopdesk.domain.counterparts import CounterpartVerdict
from coopdesk.domain.operations import Operation, OperationKind, OperationState
from coopdesk.domain.page_pictures import ShownAs
from coopdesk.domain.payments import PaymentState
from coopdesk.domain.statement_model import LineNature, Side
from coopdesk.wording.import_errors import IMPORT_REASON_TEXTS
from coopdesk.wording.labels import (
    LABELS,
    PROFILE_FIELDS,
    import_reason_text,
    kept_reason_text,
    label,
    profile_fields_text,
)
from coopdesk.wording.operations import OPERATION_TEXTS, operation_text

if TYPE_CHECKING:
    from collections.abc import Iterator

SERVICES = Path(coopdesk.__file__).parent / "services"
# Said by the operation's own kind (done, taken back, done again), by ``wording.criteria``,
# ``wording.lapses`` or ``wording.reconciliation``; figures of a test have sentences, models of
# statements their own words; a voucher is shown one way or another, which is seen and not said.
WITHOUT_LABELS = {
    OperationState,
    About,
    CounterpartVerdict,
    LapseKind,
    LineNature,
    Operator,
    ReasonCode,
    ShownAs,
    Side,
    Theme,
    ValueKind,
}


def _enums() -> list[type[enum.Enum]]:
    modules = [
        import_module(f"coopdesk.domain.{x.name}") for x in iter_modules(domain.__path__)
    ]
    return sorted(
        {
            found
            for module in modules
            for _name, found in inspect.getmembers(module, inspect.isclass)
            if issubclass(found, enum.Enum) and found.__module__ == module.__name__
        },
        key=lambda found: found.__name__,
    )


@pytest.mark.parametrize("codes", [x for x in _enums() if x not in WITHOUT_LABELS])
def test_every_code_of_the_domain_has_a_label_of_its_own(codes: type[enum.Enum]) -> None:
    said = [label(code) for code in codes]
    assert all(said)
    assert len(set(said)) == len(said)


def test_labels_are_for_codes_of_the_domain() -> None:
    assert {type(code) for code in LABELS} <= set(_enums())


def _written_labels() -> Iterator[tuple[str, set[str] | None]]:
    """Yield each label given to a unit of work, with the names of its values."""
    for path in SERVICES.glob("*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(call, ast.Call) or getattr(call.func, "attr", "") != "write":
                continue
            names = {str(keyword.arg) for keyword in call.keywords}
            if call.args and isinstance(call.args[0], ast.Constant):
                yield call.args[0].value, names


def _completed_later() -> set[str]:
    """Return the values that operations get while they run (``Recorder.relabel``)."""
    return {
        "amount" if keyword.arg == "cents" else str(keyword.arg)
        for path in SERVICES.glob("*.py")
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and getattr(call.func, "attr", "") == "relabel"
        for keyword in call.keywords
    }


def test_every_operation_has_a_name_and_the_values_of_that_name() -> None:
    labels = dict(_written_labels())
    assert {"donation.recorded", "import.applied", "receipt.issued"} <= set(labels)
    assert set(labels) <= set(OPERATION_TEXTS)
    later = _completed_later()
    for name, values in labels.items():
        given = values | {"amount" if value == "cents" else value for value in values}
        wanted = {x for _text, x, _spec, _how in Formatter().parse(OPERATION_TEXTS[name]) if x}
        assert wanted <= given | later, name


@pytest.mark.parametrize("state", PaymentState)
def test_every_decision_on_a_payment_has_a_name(state: PaymentState) -> None:
    assert f"payment.{state.value}" in OPERATION_TEXTS


@pytest.mark.parametrize("kind", [OperationKind.UNDO, OperationKind.REDO])
def test_taking_back_and_doing_again_have_names(kind: OperationKind) -> None:
    assert f"operation.{kind.value}" in OPERATION_TEXTS


def test_an_operation_says_its_amount() -> None:
    said = operation_text(
        Operation(1, OperationKind.COMMAND, "donation.recorded", {"cents": "123456"})
    )
    assert said == "don de 1\u202f234,56\u00a0€ enregistré"


def test_names_that_look_like_formats_stay_text_in_the_journal() -> None:
    named = Operation(1, OperationKind.COMMAND, "contact.added", {"name": "{cents} {0}"})
    assert operation_text(named) == "contact ajouté\u00a0: {cents} {0}"


def test_every_field_that_receipts_need_has_a_name() -> None:
    bare = Association(name="", category="")
    rup = Association(name="", category="oig_rup")
    other = Association(name="", category="oig_other")
    for profile in (None, bare, rup, other):
        assert set(missing_for_receipts(profile)) <= set(PROFILE_FIELDS)
    wanted = set().union(*(missing_for_receipts(x) for x in (None, bare, rup, other)))
    assert wanted | {"company_category"} == set(PROFILE_FIELDS)
    assert profile_fields_text(("purpose", "rna")) == "objet, numéro SIREN ou RNA"


def test_a_reason_of_an_import_is_said_with_its_values() -> None:
    said = import_reason_text("row.too_many_cells", {"count": 9, "expected": 8})
    assert "9\u00a0cases pour 8\u00a0colonnes" in said
    assert import_reason_text("") == ""


def test_every_reason_of_an_import_is_said_when_its_values_are_no_longer_known() -> None:
    said = kept_reason_text("date.impossible")
    assert said == "«\u00a0…\u00a0» n’est pas une date possible."
    for reason in IMPORT_REASON_TEXTS:
        assert bool(kept_reason_text(reason)) is bool(reason)
