"""A plain recount of what memberships keep of their holders, and contacts of memberships."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coopdesk.storage.unit_of_work import Units

_HOLDER = (
    "sort_key AS name_key, number_key, search_text, member_since AS holder_since,"
    " member_until AS holder_until, member_left_on AS holder_left_on"
)


def wrong_lists(units: Units) -> list[str]:
    """Return what lists and statistics of members read and a recount sees otherwise."""
    with units.database.reading() as connection:

        def rows(sql: str) -> list[dict]:
            return [dict(row) for row in connection.exec_driver_sql(sql).mappings()]

        memberships = rows("SELECT * FROM membership")
        holders = {x.pop("id"): x for x in rows(f"SELECT id, state, {_HOLDER} FROM contact")}
        histories = rows("SELECT id, member_history FROM contact")
        covered = rows("SELECT contact_id, membership_id FROM membership_person")
    found = []
    for one in memberships:
        wanted = {**holders[one["contact_id"]], **_counted(one, memberships, holders)}
        wanted.pop("state")
        kept = {name: one[name] for name in wanted}
        if kept != wanted:
            found.append(f"membership {one['id']}: {kept} instead of {wanted}")
    by_id = {x["id"]: x for x in memberships}
    for contact in histories:
        own = [x["membership_id"] for x in covered if x["contact_id"] == contact["id"]]
        history = {_years(by_id[key]) for key in own if _counts(by_id[key])}
        if set(contact["member_history"].split()) != history:
            found.append(f"history of {contact['id']}: {contact['member_history']!r}")
    return found


def _counted(one: dict, memberships: list[dict], holders: dict[int, dict]) -> dict:
    due = one["fee_cents"] + one["joining_fee_cents"]
    shown = one["cancelled_on"] is None and holders[one["contact_id"]]["state"] == "active"
    siblings = [
        (x["ended_on"], x["id"])
        for x in memberships
        if x["contact_id"] == one["contact_id"] and x["cancelled_on"] is None
    ]
    is_last = shown and (one["ended_on"], one["id"]) == max(siblings)
    rest = max(due - one["paid_cents"], 0)
    return {"due_cents": due, "remainder_cents": rest, "listed": shown + is_last}


def _counts(one: dict) -> bool:
    due = one["fee_cents"] + one["joining_fee_cents"]
    begun = one["instalment_count"] > 1 and one["paid_cents"] > 0
    return one["cancelled_on"] is None and (begun or one["paid_cents"] >= due)


def _years(one: dict) -> str:
    return f"{one['type_id']}:{one['start_year']}-{int(one['ended_on'][:4])}"
