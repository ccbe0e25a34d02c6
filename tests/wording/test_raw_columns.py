"""Cells of bank files are named in words, with the name that the file gives them."""

from __future__ import annotations

import pytest

from coopdesk.domain.import_formats import FileFormat
from coopdesk.exchange.statement_files import read_statements
from coopdesk.wording.raw_columns import raw_column_text
from tests.exchange.test_statement_files import TEXTS


@pytest.mark.parametrize("file_format", TEXTS)
def test_every_cell_that_a_reader_tells_has_a_name_in_words(tmp_path, file_format):
    path = tmp_path / "releve"
    path.write_bytes(TEXTS[file_format].encode())
    read = read_statements(path)
    names = {name for one in read.statements for line in one.lines for name in line.raw}
    nameless = [name for name in names if raw_column_text(file_format, name) == name]
    assert (bool(names), nameless) == (True, [])


def test_numbered_parts_are_named_and_the_columns_of_tables_name_themselves():
    assert raw_column_text(FileFormat.QIF, "$12") == "Montant d’une partie ($12)"
    assert raw_column_text(FileFormat.OFX, "DTPOSTED") == "Date (DTPOSTED)"
    assert raw_column_text(FileFormat.BPCE, "Libelle operation") == "Libelle operation"
