"""Triggers' text: what a membership keeps of its holder and of itself, so that lists are ready.

Names, search text and days are the holder's. ``listed`` is 0 for what no list shows (cancelled,
or the holder is put away), 2 for the last one of its holder, 1 for the others. Like the sums of
``storage/sums.py`` all are counted from the facts, and no part of the journal.
"""

from __future__ import annotations

NAMES = {"name_key": "sort_key"}
TEXTS = {"number_key": "number_key", "search_text": "search_text"}
DAYS = {
    "holder_since": "member_since",
    "holder_until": "member_until",
    "holder_left_on": "member_left_on",
}


def copied(columns: dict[str, str], of: str) -> str:
    """Return the step that copies columns of the holders of some memberships."""
    return (
        f"UPDATE membership SET ({', '.join(columns)}) = (SELECT {', '.join(columns.values())}"  # noqa: S608 (our own text)
        f" FROM contact WHERE contact.id = membership.contact_id) WHERE {of};"
    )


def differing(columns: dict[str, str]) -> str:
    """Return the condition that a change of a contact touches one of the columns."""
    return " OR ".join(f"OLD.{name} IS NOT NEW.{name}" for name in columns.values())


_LISTED = (
    "CASE WHEN cancelled_on IS NOT NULL OR 'active' <> (SELECT c.state FROM contact c"
    " WHERE c.id = membership.contact_id) THEN 0 WHEN id = (SELECT x.id FROM membership x"
    " WHERE x.contact_id = membership.contact_id AND x.cancelled_on IS NULL"
    " ORDER BY x.ended_on DESC, x.id DESC LIMIT 1) THEN 2 ELSE 1 END"
)
# For all memberships of the contacts {ids}; what stays as it is touches no index.
MARK_LISTED = (
    f"UPDATE membership SET listed = {_LISTED}"  # noqa: S608 (our own text)
    f" WHERE contact_id IN ({{ids}}) AND listed <> {_LISTED};"
)
ADD_UP = (
    "UPDATE membership SET due_cents = fee_cents + joining_fee_cents,"
    " remainder_cents = max(fee_cents + joining_fee_cents - paid_cents, 0) WHERE id = NEW.id;"
)
