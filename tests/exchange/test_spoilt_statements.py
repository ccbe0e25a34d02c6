"""Spoilt bank files are read or refused in words; the long search is in benchmarks/."""

from __future__ import annotations

import pytest

from benchmarks.fuzz_readers import spoilt
from coopdesk.domain.errors import RuleError
from coopdesk.exchange.statement_files import read_statements
from tests.exchange.test_statement_files import TEXTS


@pytest.mark.parametrize("file_format", TEXTS)
def test_a_spoilt_statement_is_read_or_refused_in_words(tmp_path, file_format):
    path = tmp_path / "releve"
    seeds = [TEXTS[file_format].encode(), TEXTS[file_format].encode("utf-16")]
    for number in range(120):
        path.write_bytes(spoilt(number, seeds))
        try:
            read = read_statements(path)
        except RuleError:
            continue
        for line in (line for one in read.statements for line in one.lines):
            assert line.amount.cents != 0, number
        # Whoever is asked to correct an operation sees what it says.
        refused = {one.line for one in read.problems}
        assert refused <= set(read.refused), number
