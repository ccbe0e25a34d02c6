"""Triggers that keep what is derived: sums that order lists, keys that find double contacts.

They are no part of the journal: undoing a command changes the facts, and the triggers count
again. Each counts from the facts, never by adding a difference, so nothing can drift.
"""

from __future__ import annotations

from coopdesk.storage.holders import (
    ADD_UP,
    DAYS,
    MARK_LISTED,
    NAMES,
    TEXTS,
    copied,
    differing,
)
from coopdesk.storage.marks import COUNT_CONSENTS, COUNT_GIFTS

_COUNT_PAID = (
    "UPDATE membership SET paid_cents = (SELECT coalesce(sum(CASE p.direction WHEN 'in'"
    " THEN l.amount_cents ELSE -l.amount_cents END), 0) FROM payment_line l"
    " JOIN payment p ON p.id = l.payment_id"
    " WHERE l.membership_id = membership.id AND p.state = 'received') WHERE id IN ({ids});"
)
_OWN = (
    "FROM membership_person mp JOIN membership m ON m.id = mp.membership_id"
    " WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL"
)
# A membership counts once it is paid for, or once its first instalment is.
_SETTLED = (
    "(m.paid_cents >= m.fee_cents + m.joining_fee_cents"
    " OR m.instalment_count > 1 AND m.paid_cents > 0)"
)
_END_YEAR = "CAST(substr(m.ended_on, 1, 4) AS INTEGER)"
# The first and last calendar year of each paid membership, and the first one again with a plus
# when there are years between: what a filter reads, ``storage/condition_ties.py``.
_YEARS = (
    f"SELECT m.start_year AS y {_OWN} AND {_SETTLED} UNION SELECT {_END_YEAR} {_OWN}"
    f" AND {_SETTLED} UNION SELECT m.start_year || '+' {_OWN} AND {_SETTLED}"
    f" AND {_END_YEAR} > m.start_year + 1"
)
# The types of what ends last: often one, two when a fee was paid for each of two.
_TYPES = (
    f"SELECT DISTINCT m.type_id AS t {_OWN}"
    f" AND m.ended_on = (SELECT max(m.ended_on) {_OWN}) ORDER BY 1"
)
# Each paid membership as type:first-last year: what statistics count, see
# ``domain/member_statistics.py``.
_HISTORY = (
    f"SELECT DISTINCT m.type_id || ':' || m.start_year || '-' || {_END_YEAR} AS h {_OWN}"
    f" AND {_SETTLED} ORDER BY 1"
)
_COUNT_DAYS = (
    f"UPDATE contact SET member_since = (SELECT min(m.started_on) {_OWN}),"  # noqa: S608 (our own text)
    f" member_until = (SELECT max(m.ended_on) {_OWN} AND {_SETTLED}),"
    " member_left_on = (SELECT max(x.left_on) FROM departure x WHERE x.contact_id = contact.id"
    f" AND x.left_on >= coalesce((SELECT max(m.started_on) {_OWN}), x.left_on)),"
    f" member_years = coalesce((SELECT group_concat(y, ' ') FROM ({_YEARS})), ''),"
    f" member_history = coalesce((SELECT group_concat(h, ' ') FROM ({_HISTORY})), ''),"
    f" member_types = coalesce((SELECT ' ' || group_concat(t, ' ') || ' ' FROM ({_TYPES})), '')"
    " WHERE id IN ({ids});"
)
_GIVERS = (
    "SELECT d.donor_id FROM donation d JOIN payment_line l ON l.id = d.payment_line_id"
    " WHERE l.payment_id = NEW.id"
)
_RETURNING = "SELECT donor_id FROM donation WHERE id = {}.donation_id"
_SETTLED_BY = "SELECT membership_id FROM payment_line WHERE payment_id = NEW.id"
_COVERED = "SELECT contact_id FROM membership_person WHERE membership_id = NEW.id"


def _counted(name: str, event: str, table: str, *steps: str, when: str = "") -> tuple[str, str]:
    body, condition = " ".join(steps), f" WHEN {when}" if when else ""
    return name, f"CREATE TRIGGER {name} AFTER {event} ON {table}{condition} BEGIN {body} END"


def _of_rows(table: str, columns: str, key: str, count: str) -> list[tuple[str, str]]:
    """Return the three triggers that count again for what a row points to by ``key``."""
    old, new = f"OLD.{key}", f"NEW.{key}"
    changed = f"UPDATE OF {columns}"
    return [
        _counted(f"{table}_counted_in", "INSERT", table, count.format(ids=new)),
        _counted(f"{table}_counted_out", "DELETE", table, count.format(ids=old)),
        _counted(f"{table}_counted_again", changed, table, count.format(ids=f"{old}, {new}")),
    ]


# ``match_keys`` is a JSON list of numbers, or empty.
_KEYS_IN = (
    "INSERT OR IGNORE INTO contact_key (key, contact_id)"
    " SELECT value, NEW.id FROM json_each(nullif(NEW.match_keys, ''));"
)
_KEYS_OUT = (
    "DELETE FROM contact_key WHERE contact_id = OLD.id"
    " AND key IN (SELECT value FROM json_each(nullif(OLD.match_keys, '')));"
)


SUM_TRIGGERS: dict[str, str] = dict(
    [
        *_of_rows(
            "donation",
            "donor_id, amount_cents, received_on, payment_line_id, campaign_id, is_fee",
            "donor_id",
            COUNT_GIFTS,
        ),
        _counted(
            "donation_return_counted_in",
            "INSERT",
            "donation_return",
            COUNT_GIFTS.format(ids=_RETURNING.format("NEW")),
        ),
        _counted(
            "donation_return_counted_out",
            "DELETE",
            "donation_return",
            COUNT_GIFTS.format(ids=_RETURNING.format("OLD")),
        ),
        _counted(
            "donation_return_counted_again",
            "UPDATE OF donation_id",
            "donation_return",
            COUNT_GIFTS.format(ids=_RETURNING.format("OLD")),
            COUNT_GIFTS.format(ids=_RETURNING.format("NEW")),
        ),
        *_of_rows("payment_line", "membership_id, amount_cents", "membership_id", _COUNT_PAID),
        *_of_rows("membership_person", "contact_id, membership_id", "contact_id", _COUNT_DAYS),
        *_of_rows(
            "consent", "contact_id, purpose, given, decided_on", "contact_id", COUNT_CONSENTS
        ),
        *_of_rows("departure", "contact_id, left_on", "contact_id", _COUNT_DAYS),
        _counted(
            "payment_counted_again",
            "UPDATE OF state, direction",
            "payment",
            COUNT_GIFTS.format(ids=_GIVERS),
            _COUNT_PAID.format(ids=_SETTLED_BY),
        ),
        _counted(
            "membership_counted_again",
            "UPDATE OF type_id, started_on, ended_on, fee_cents, joining_fee_cents,"
            " instalment_count, cancelled_on, paid_cents",
            "membership",
            ADD_UP,
            _COUNT_DAYS.format(ids=_COVERED),
        ),
        _counted(
            "membership_kept_in",
            "INSERT",
            "membership",
            copied({**NAMES, **TEXTS, **DAYS}, "id = NEW.id"),
            ADD_UP,
            MARK_LISTED.format(ids="NEW.contact_id"),
        ),
        _counted(
            "membership_kept_out",
            "DELETE",
            "membership",
            MARK_LISTED.format(ids="OLD.contact_id"),
        ),
        _counted(
            "membership_changes_hands",
            "UPDATE OF contact_id",
            "membership",
            copied({**NAMES, **TEXTS, **DAYS}, "id = NEW.id"),
            when="OLD.contact_id <> NEW.contact_id",
        ),
        _counted(
            "membership_listed_again",
            "UPDATE OF contact_id, ended_on, cancelled_on",
            "membership",
            MARK_LISTED.format(ids="OLD.contact_id, NEW.contact_id"),
        ),
        # Apart, since each touches the indexes that hold one of its columns.
        *(
            _counted(
                f"membership_follows_{what}",
                f"UPDATE OF {', '.join(columns.values())}",
                "contact",
                copied(columns, "contact_id = NEW.id"),
                when=differing(columns),
            )
            for what, columns in (("name", NAMES), ("texts", TEXTS), ("days", DAYS))
        ),
        _counted(
            "membership_follows_state",
            "UPDATE OF state",
            "contact",
            MARK_LISTED.format(ids="NEW.id"),
            when="OLD.state <> NEW.state",
        ),
        _counted("contact_keyed_in", "INSERT", "contact", _KEYS_IN),
        _counted("contact_keyed_out", "DELETE", "contact", _KEYS_OUT),
        _counted(
            "contact_keyed_again",
            "UPDATE OF match_keys",
            "contact",
            _KEYS_OUT,
            _KEYS_IN,
        ),
    ]
)
