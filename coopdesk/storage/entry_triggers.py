"""Triggers that keep the books: balanced, numbered without gap, and for ever once validated."""

from __future__ import annotations

from coopdesk.storage.refusing import refused

_FOR_EVER = "a validated entry never changes"
_CLOSED = "a closed fiscal year takes nothing"
_ONCE = "an entry is recorded once"
# C. com. L123-22: vouchers are kept ten years.
_KEPT = "a voucher of a validated entry stays"

_YEAR_CLOSED = "'closed' = (SELECT state FROM fiscal_year WHERE id = {}.fiscal_year_id)"
_NOT_A_DRAFT = "NEW.state <> 'draft' OR NEW.number IS NOT NULL OR NEW.hash <> ''"
_ENTRY_TWICE = (
    "EXISTS (SELECT 1 FROM entry WHERE id = NEW.id OR reverses_id = NEW.reverses_id"
    " OR (fiscal_year_id = NEW.fiscal_year_id"
    " AND (number = NEW.number OR outside_ref = NEW.outside_ref)))"
)
_OTHER_ENTRY = (
    "EXISTS (SELECT 1 FROM entry WHERE id <> OLD.id AND (reverses_id = NEW.reverses_id"
    " OR (fiscal_year_id = NEW.fiscal_year_id AND outside_ref = NEW.outside_ref)))"
)
_OUTSIDE_YEAR = (
    "NOT EXISTS (SELECT 1 FROM fiscal_year y WHERE y.id = NEW.fiscal_year_id"
    " AND NEW.entry_on BETWEEN y.starts_on AND y.ends_on)"
)
_LAST = (
    "(SELECT {} FROM entry WHERE fiscal_year_id = NEW.fiscal_year_id"
    " AND number IS NOT NULL ORDER BY number DESC LIMIT 1)"
)
_WRONG_LINK = (
    f"NEW.number <> 1 + coalesce({_LAST.format('number')}, 0)"
    f" OR NEW.previous_hash <> coalesce({_LAST.format('hash')}, '')"
)
_WRONG_SUM = (
    "(SELECT count(*) < 2 OR sum(debit_cents) <> sum(credit_cents)"
    " OR sum(debit_cents) <> NEW.amount_cents FROM entry_line WHERE entry_id = NEW.id)"
)
_BECOMES_VALID = "OLD.state = 'draft' AND NEW.state = 'validated'"
_OF_ENTRY = "(SELECT {} FROM entry WHERE id = {}.entry_id)"
_VALIDATED = "'validated' = " + _OF_ENTRY.format("state", "{}")
_STRANGE_COPY = (
    "NEW.fiscal_year_id <> (SELECT fiscal_year_id FROM entry WHERE id = NEW.entry_id)"
    " OR NEW.entry_on <> (SELECT entry_on FROM entry WHERE id = NEW.entry_id)"
    " OR NEW.is_validated <> (SELECT state = 'validated' FROM entry WHERE id = NEW.entry_id)"
)
_YEARS_MEET = (
    "EXISTS (SELECT 1 FROM fiscal_year WHERE id <> NEW.id"
    " AND starts_on <= NEW.ends_on AND ends_on >= NEW.starts_on)"
)
_LEAVES_ENTRIES = (
    "EXISTS (SELECT 1 FROM entry WHERE fiscal_year_id = OLD.id"
    " AND entry_on NOT BETWEEN NEW.starts_on AND NEW.ends_on)"
)
# Each link of the chain names the first day of its year.
_STARTS_OTHERWISE = (
    "NEW.starts_on <> OLD.starts_on AND EXISTS"
    " (SELECT 1 FROM entry WHERE fiscal_year_id = OLD.id AND state = 'validated')"
)
_LAST_EVENT = (
    "coalesce((SELECT kind FROM fiscal_year_event WHERE fiscal_year_id = NEW.id"
    " AND kind <> 'allocated' ORDER BY id DESC LIMIT 1), '')"
)
_UNSAID = (
    f"NEW.state <> OLD.state AND {_LAST_EVENT} <> "
    "CASE NEW.state WHEN 'closed' THEN 'closed' ELSE 'reopened' END"
)
_DRAFTS_LEFT = (
    "NEW.state = 'closed' AND OLD.state = 'open' AND EXISTS"
    " (SELECT 1 FROM entry WHERE fiscal_year_id = NEW.id AND state = 'draft')"
)
_USED = "EXISTS (SELECT 1 FROM entry_line WHERE account_id = OLD.id AND is_validated = 1)"
_JOURNAL_USED = "EXISTS (SELECT 1 FROM entry WHERE journal_id = OLD.id AND state = 'validated')"

_ENTRIES = [
    refused("entry_once", "INSERT", "entry", _ONCE, _ENTRY_TWICE),
    refused("entry_stays", "UPDATE OF reverses_id, outside_ref", "entry", _ONCE, _OTHER_ENTRY),
    refused("entry_keeps_id", "UPDATE", "entry", _ONCE, "NEW.id <> OLD.id"),
    refused("entry_born_draft", "INSERT", "entry", "an entry begins as a draft", _NOT_A_DRAFT),
    refused(
        "entry_in_its_year",
        "INSERT",
        "entry",
        "an entry lies within its fiscal year",
        _OUTSIDE_YEAR,
    ),
    refused(
        "entry_stays_in_its_year",
        "UPDATE OF fiscal_year_id, entry_on",
        "entry",
        "an entry lies within its fiscal year",
        _OUTSIDE_YEAR,
    ),
    refused("entry_not_in_closed", "INSERT", "entry", _CLOSED, _YEAR_CLOSED.format("NEW")),
    refused(
        "entry_closed_no_update",
        "UPDATE",
        "entry",
        _CLOSED,
        f"{_YEAR_CLOSED.format('OLD')} OR {_YEAR_CLOSED.format('NEW')}",
    ),
    refused("entry_no_update", "UPDATE", "entry", _FOR_EVER, "OLD.state = 'validated'"),
    refused("entry_no_delete", "DELETE", "entry", _FOR_EVER, "OLD.state = 'validated'"),
    refused("entry_closed_no_delete", "DELETE", "entry", _CLOSED, _YEAR_CLOSED.format("OLD")),
    refused(
        "entry_dense",
        "UPDATE",
        "entry",
        "numbers of entries follow without gap",
        f"{_BECOMES_VALID} AND ({_WRONG_LINK})",
    ),
    refused(
        "entry_balanced",
        "UPDATE",
        "entry",
        "a validated entry is balanced",
        f"{_BECOMES_VALID} AND {_WRONG_SUM}",
    ),
    (
        "entry_told",
        (
            "CREATE TRIGGER entry_told AFTER UPDATE OF fiscal_year_id, entry_on, state ON entry"
            " WHEN NEW.fiscal_year_id <> OLD.fiscal_year_id OR NEW.entry_on <> OLD.entry_on"
            " OR NEW.state <> OLD.state"
            " BEGIN UPDATE entry_line SET fiscal_year_id = NEW.fiscal_year_id,"
            " entry_on = NEW.entry_on, is_validated = (NEW.state = 'validated')"
            " WHERE entry_id = NEW.id; END"
        ),
    ),
]

_LINES = [
    refused(
        "entry_line_once",
        "INSERT",
        "entry_line",
        _ONCE,
        "EXISTS (SELECT 1 FROM entry_line WHERE id = NEW.id)",
    ),
    refused("entry_line_keeps_id", "UPDATE", "entry_line", _ONCE, "NEW.id <> OLD.id"),
    refused(
        "entry_line_no_insert", "INSERT", "entry_line", _FOR_EVER, _VALIDATED.format("NEW")
    ),
    refused(
        "entry_line_closed_no_insert",
        "INSERT",
        "entry_line",
        _CLOSED,
        _YEAR_CLOSED.format("NEW"),
    ),
    refused(
        "entry_line_no_update",
        "UPDATE OF entry_id, position, account_id, label, reference, debit_cents, credit_cents",
        "entry_line",
        _FOR_EVER,
        f"{_VALIDATED.format('OLD')} OR {_VALIDATED.format('NEW')}",
    ),
    refused(
        "entry_line_keeps_activity",
        "UPDATE OF activity_id",
        "entry_line",
        _CLOSED,
        f"{_YEAR_CLOSED.format('OLD')} AND NEW.activity_id IS NOT OLD.activity_id",
    ),
    refused(
        "entry_line_no_delete", "DELETE", "entry_line", _FOR_EVER, _VALIDATED.format("OLD")
    ),
    refused(
        "entry_line_copies",
        "INSERT",
        "entry_line",
        "a line lies where its entry does",
        _STRANGE_COPY,
    ),
    refused(
        "entry_line_keeps_copies",
        "UPDATE OF fiscal_year_id, entry_on, is_validated",
        "entry_line",
        "a line lies where its entry does",
        _STRANGE_COPY,
    ),
]

_YEARS = [
    refused(
        "fiscal_year_once",
        "INSERT",
        "fiscal_year",
        "fiscal years follow each other",
        "EXISTS (SELECT 1 FROM fiscal_year WHERE id = NEW.id"
        " OR (starts_on <= NEW.ends_on AND ends_on >= NEW.starts_on))",
    ),
    refused(
        "fiscal_year_born_open",
        "INSERT",
        "fiscal_year",
        "a fiscal year begins open",
        "NEW.state <> 'open'",
    ),
    refused("fiscal_year_keeps_id", "UPDATE", "fiscal_year", _CLOSED, "NEW.id <> OLD.id"),
    refused(
        "fiscal_year_keeps_days",
        "UPDATE OF starts_on, ends_on",
        "fiscal_year",
        "fiscal years follow each other",
        f"OLD.state = 'closed' OR {_YEARS_MEET} OR {_LEAVES_ENTRIES}",
    ),
    refused(
        "fiscal_year_keeps_start",
        "UPDATE OF starts_on",
        "fiscal_year",
        _FOR_EVER,
        _STARTS_OTHERWISE,
    ),
    refused(
        "fiscal_year_closes_in_words",
        "UPDATE OF state",
        "fiscal_year",
        "closing and reopening leave a trace",
        _UNSAID,
    ),
    refused(
        "fiscal_year_closes_without_drafts",
        "UPDATE OF state",
        "fiscal_year",
        "a fiscal year closes without drafts",
        _DRAFTS_LEFT,
    ),
    refused(
        "fiscal_year_closed_kept",
        "DELETE",
        "fiscal_year",
        _CLOSED,
        "OLD.state = 'closed'",
    ),
    refused(
        "fiscal_year_event_once",
        "INSERT",
        "fiscal_year_event",
        "what was decided about a year stays",
        "EXISTS (SELECT 1 FROM fiscal_year_event WHERE id = NEW.id)",
    ),
    refused(
        "fiscal_year_event_no_update",
        "UPDATE",
        "fiscal_year_event",
        "what was decided about a year stays",
    ),
    refused(
        "fiscal_year_event_no_delete",
        "DELETE",
        "fiscal_year_event",
        "what was decided about a year stays",
    ),
]

_NAMES = [
    # Whatever its id: under that of a used one it would take its lines (UPDATE OR REPLACE).
    refused("account_keeps_id", "UPDATE", "account", _FOR_EVER, "NEW.id <> OLD.id"),
    refused(
        "account_keeps_number",
        "UPDATE OF number, kind",
        "account",
        _FOR_EVER,
        f"(NEW.number <> OLD.number OR NEW.kind <> OLD.kind) AND {_USED}",
    ),
    refused(
        "account_once",
        "INSERT",
        "account",
        "an account exists once",
        "EXISTS (SELECT 1 FROM account WHERE id = NEW.id OR number = NEW.number)",
    ),
    refused("journal_keeps_id", "UPDATE", "journal", _FOR_EVER, "NEW.id <> OLD.id"),
    refused(
        "journal_keeps_code",
        "UPDATE OF code",
        "journal",
        _FOR_EVER,
        f"NEW.code <> OLD.code AND {_JOURNAL_USED}",
    ),
    refused(
        "journal_once",
        "INSERT",
        "journal",
        "a journal exists once",
        "EXISTS (SELECT 1 FROM journal WHERE id = NEW.id OR code = NEW.code)",
    ),
]

_VOUCHERS = [
    refused("voucher_no_delete", "DELETE", "attachment", _KEPT, _VALIDATED.format("OLD")),
    refused(
        "voucher_no_update",
        "UPDATE",
        "attachment",
        _KEPT,
        f"{_VALIDATED.format('OLD')} AND (NEW.id <> OLD.id OR NEW.file_id <> OLD.file_id"
        " OR NEW.entry_id IS NOT OLD.entry_id)",
    ),
]

ENTRY_TRIGGERS: dict[str, str] = dict([*_ENTRIES, *_LINES, *_YEARS, *_NAMES, *_VOUCHERS])
