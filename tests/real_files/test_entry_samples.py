"""Real layouts of files of entries, when the samples stand beside the project."""

from __future__ import annotations

from pathlib import Path

import pytest

from coopdesk.services.entry_imports import EntryImportService
from tests.building import new_units

SAMPLES = Path(__file__).parents[3] / "shared" / "samples"

pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="no samples beside the project")


def test_the_sample_of_a_fec_is_imported(tmp_path):
    (path,) = (SAMPLES / "fec").iterdir()
    with new_units(tmp_path / "books.coopdesk") as units:
        done = EntryImportService(units).apply(path).value
    assert (done.entries, done.amount.cents) == (1, 300_000)
    assert done.preview.errors == ()


def test_the_three_samples_of_paheko_are_the_same_entry(tmp_path):
    paths = sorted((SAMPLES / "paheko").glob("ecritures*"))
    assert len(paths) == 3
    with new_units(tmp_path / "books.coopdesk") as units:
        imports = EntryImportService(units)
        counts = [imports.apply(path).value for path in paths]
    assert [(one.entries, one.preview.same) for one in counts] == [(1, 0), (0, 1), (0, 1)]
    assert counts[0].amount.cents == 5_000
