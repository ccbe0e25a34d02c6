"""The seed of communes is made from the published files, nothing added."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "packaging" / "make_communes.py"


@pytest.fixture
def make_communes():
    spec = importlib.util.spec_from_file_location("make_communes", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def package(tmp_path):
    """The published package, with four communes."""
    actual = {"type": "commune-actuelle"}
    communes = [
        {"code": "01001", "nom": "Petit (Canton)", "codesPostaux": ["01400"], **actual},
        {"code": "69381", "nom": "Lyon 1er", "codesPostaux": ["69001"], "population": 29_000}
        | {"type": "arrondissement-municipal", "commune": "69123"},
        {"code": "69123", "nom": "Lyon", "codesPostaux": ["69002", "69001"], **actual}
        | {"population": 522_000},
        {"code": "44109", "nom": "Nantes", "codesPostaux": ["44000"], **actual}
        | {"population": 327_000},
        {"code": "01002", "nom": "Ancienne", "type": "commune-deleguee"},
    ]
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "communes.json").write_text(json.dumps(communes), encoding="utf-8")
    (tmp_path / "package.json").write_text('{"version": "6.0.0"}', encoding="utf-8")
    return tmp_path


def test_towns_are_written_by_population_with_their_parts_after_them(make_communes, package):
    lines = make_communes.seed_text(package, "2026-11-22").splitlines()
    assert [line for line in lines if not line.startswith("#")] == [
        "Lyon;69001 69002;",
        "Lyon 1er;69001;Lyon",
        "Nantes;44000;",
        "Petit;01400;",
    ]


def test_head_of_the_seed_says_which_year_was_read_and_when(make_communes, package):
    head = make_communes.seed_text(package, "2026-11-22")
    assert "6.0.0" in head
    assert "Millésime 2026, lu le 2026-11-22" in head
