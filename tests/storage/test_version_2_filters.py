"""Filters of a file of the second schema find whom they found, and go on after an undo."""

from __future__ import annotations

import pytest

from coopdesk.domain.condition_language import parse_condition
from coopdesk.domain.contact_criteria import Criteria
from coopdesk.domain.contacts import ContactFilter
from coopdesk.domain.custom_fields import CustomField, FieldKind, NewCustomField
from coopdesk.services.contacts import ContactService
from coopdesk.services.operations import OperationService
from tests.building import today
from tests.reliability.anything import wrong_sums
from tests.storage.old_files import brought_forward, opened

ELODIE, ZOLA, ROUX = 1, 4, 6
# Answers, gifts, an own field, a note that was changed and a remark that was removed.
MORE = """
INSERT INTO consent VALUES (1, 1, 'newsletter', 1, '2025-01-01', '');
INSERT INTO consent VALUES (2, 1, 'newsletter', 0, '2026-01-01', '');
INSERT INTO consent VALUES (3, 6, 'newsletter', 1, '2026-01-01', '');
INSERT INTO campaign VALUES (1, 'Serre', 'serre');
INSERT INTO payment VALUES
    (91, 'in', '2025-05-05', 15000, 'cheque', 'received', 'manual', 4, '', 1, NULL, NULL, '',
    '', NULL, '');
INSERT INTO payment_line (id, payment_id, kind, amount_cents, label, label_key)
    VALUES (91, 91, 'gift', 15000, '', '');
INSERT INTO donation VALUES
    (91, 91, 4, '2025-05-05', 15000, 'cheque', 'money', 'manual_gift', 1, NULL, '', '', 0);
INSERT INTO custom_field VALUES (91, 'Surnom', 'surnom', 'text', '', '', 0, 0, 0);
INSERT INTO custom_value VALUES (91, 6, 91, 'L’Écureuil');
INSERT INTO operation VALUES
    (31, 'command', 'contact.changed', '{"name": "Ana"}', 'Camille', 'window',
    '2026-11-22 09:30:00.000000', 'done', 0, NULL),
    (32, 'command', 'contact.note_removed', '{"name": "Ana"}', 'Camille', 'window',
    '2026-11-22 09:30:00.000000', 'done', 0, NULL);
UPDATE contact SET note = 'Aime l’hiver' WHERE id = 6;
INSERT INTO operation_change VALUES
    (91, 31, 'contact', 6, 'update', '{"note": "Aime l’été"}', '{"note": "Aime l’hiver"}'),
    (92, 32, 'contact_note', 1, 'delete', '{"id": 1, "contact_id": 6, "noted_on":'
    || ' "2026-01-01", "text": "Rappelée à Noël", "author": ""}', NULL);
"""


@pytest.fixture
def units(tmp_path):
    with opened(brought_forward(tmp_path, 2, MORE)) as units:
        yield units
        assert wrong_sums(units) == []


def who(units, text):
    own = CustomField(91, NewCustomField("Surnom", FieldKind.TEXT))
    condition = parse_condition(text, Criteria([own]))
    return ContactService(units, today).ids(ContactFilter(condition=condition))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("newsletter = refused", [ELODIE]),
        ("newsletter = given", [ROUX]),
        ("gifts(2025) > 100", [ZOLA]),
        ("campaign = serre", [ZOLA]),
        ("gave_in = 2024", []),
        ("note ~ hiver", [ROUX]),
        ("field(surnom) ~ ecureuil", [ROUX]),
    ],
)
def test_filter_finds_whom_it_found_before(units, text, found):
    assert who(units, text) == found


def test_last_membership_is_known_of_everybody(units):
    with units.database.reading() as connection:
        names = connection.exec_driver_sql("SELECT name FROM membership_type").scalars().all()
    held = {key for name in names for key in who(units, f'membership_type = "{name}"')}
    assert held == set(who(units, "membership_type is not empty"))
    assert ELODIE in held


def test_texts_that_come_back_are_found_again(units):
    operations = OperationService(units)
    operations.undo_one(32)
    assert who(units, "note ~ noel") == [ROUX]
    operations.undo_one(31)
    assert who(units, "note ~ ete") == [ROUX]
    assert who(units, "note ~ hiver") == []
