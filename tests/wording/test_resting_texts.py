"""What is called by name where it keeps something from going."""

from __future__ import annotations

from sqlmodel import SQLModel

from coopdesk.storage import tables
from coopdesk.wording.resting import RESTING_TEXTS

# These go with what they hang on, or are no record that anybody knows.
OWN_PARTS = {
    "consent",
    "contact_address",
    "contact_note",
    "contact_point",
    "contact_reference",
    "contact_tag",
    "custom_value",
    "not_duplicate",
    "operation",
    "operation_change",
}


def test_every_table_that_rests_on_another_has_words():
    assert tables.EventRow.__tablename__ == "event"
    pointing = {table.name for table in SQLModel.metadata.sorted_tables if table.foreign_keys}
    assert pointing - OWN_PARTS - set(RESTING_TEXTS) == set()
