"""Bank accounts, statements and what their lines are matched with; polls and calendars."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what banks, polls and calendars say, and let payments come from more platforms."""
    _rebuild_payment()
    _add_bank()
    _add_matches()
    _add_polls()
    _rebuild_imported_row()


def _cents(column: str) -> str:
    return f"CAST({column} AS INTEGER) = {column} AND abs({column}) <= 1000000000000"


def _copied(table: str) -> None:
    """Move the rows of a table into its new form, which stands beside it as ``new_…``."""
    inspector = sa.inspect(op.get_bind())
    columns = {column["name"] for column in inspector.get_columns(table)}
    names = ", ".join(sorted(columns))
    op.execute(f"INSERT INTO new_{table} ({names}) SELECT {names} FROM {table}")  # noqa: S608 (our own names)
    op.drop_table(table)
    op.rename_table(f"new_{table}", table)


def _rebuild_payment() -> None:
    """Let payments come from Open Collective, and name the transfer that paid them out."""
    op.create_table(
        "new_payment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("direction", sa.String(), nullable=False),
        sa.Column("paid_on", sa.Date(), nullable=False),
        sa.Column("amount_cents", sa.Integer(), nullable=False),
        sa.Column("mode", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("payer_id", sa.Integer(), nullable=True),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("campaign_id", sa.Integer(), nullable=True),
        sa.Column("outside_ref", sa.String(), nullable=True),
        sa.Column("order_ref", sa.String(), nullable=True),
        sa.Column("check_reason", sa.String(), nullable=False),
        sa.Column("outside_content", sa.String(), nullable=False),
        sa.Column("paid_out_on", sa.Date(), nullable=True),
        sa.Column("comment", sa.String(), nullable=False),
        sa.Column("fee_cents", sa.Integer(), server_default="0", nullable=False),
        sa.Column("payout_ref", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.CheckConstraint(
            "direction IN ('in', 'out')", name=op.f("ck_payment_direction_known")
        ),
        sa.CheckConstraint(
            "mode IN ('cash', 'cheque', 'transfer', 'card', 'direct_debit', 'other')",
            name=op.f("ck_payment_mode_known"),
        ),
        sa.CheckConstraint(
            "source IN ('manual', 'helloasso', 'open_collective')",
            name=op.f("ck_payment_source_known"),
        ),
        sa.CheckConstraint(
            "state IN ('received', 'to_check', 'dismissed')",
            name=op.f("ck_payment_state_known"),
        ),
        sa.CheckConstraint(
            _cents("amount_cents"), name=op.f("ck_payment_amount_cents_is_cents")
        ),
        sa.CheckConstraint("amount_cents >= 0", name=op.f("ck_payment_amount_not_negative")),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaign.id"], name=op.f("fk_payment_campaign_id_campaign")
        ),
        sa.ForeignKeyConstraint(
            ["payer_id"], ["contact.id"], name=op.f("fk_payment_payer_id_contact")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payment")),
    )
    _copied("payment")
    op.create_index(op.f("ix_payment_campaign_id"), "payment", ["campaign_id"], unique=False)
    op.create_index(op.f("ix_payment_order_ref"), "payment", ["order_ref"], unique=False)
    op.create_index("ix_payment_paid_on", "payment", ["paid_on", "id"], unique=False)
    op.create_index(op.f("ix_payment_payer_id"), "payment", ["payer_id"], unique=False)
    op.create_index("ix_payment_payout_ref", "payment", ["payout_ref", "id"], unique=False)
    op.create_index("uq_payment_outside_ref", "payment", ["source", "outside_ref"], unique=True)


def _add_bank() -> None:
    """Add bank accounts and their statements."""
    op.create_table(
        "bank_account",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("iban", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("note", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("is_open", sa.Boolean(), server_default=sa.text("1"), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_bank_account_account_id_account")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bank_account")),
        sa.UniqueConstraint("account_id", name=op.f("uq_bank_account_account_id")),
        sa.UniqueConstraint("name_key", name=op.f("uq_bank_account_name_key")),
    )
    op.create_table(
        "bank_identity",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("bank_account_id", sa.Integer(), nullable=False),
        sa.Column("identity", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["bank_account_id"],
            ["bank_account.id"],
            name=op.f("fk_bank_identity_bank_account_id_bank_account"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bank_identity")),
        sa.UniqueConstraint("identity", name=op.f("uq_bank_identity_identity")),
    )
    op.create_index(
        op.f("ix_bank_identity_bank_account_id"),
        "bank_identity",
        ["bank_account_id"],
        unique=False,
    )
    op.create_table(
        "bank_layout",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("header_key", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("columns", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("day_order", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("bank_account_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["bank_account_id"],
            ["bank_account.id"],
            name=op.f("fk_bank_layout_bank_account_id_bank_account"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bank_layout")),
        sa.UniqueConstraint("header_key", name=op.f("uq_bank_layout_header_key")),
    )
    op.create_index(
        op.f("ix_bank_layout_bank_account_id"), "bank_layout", ["bank_account_id"], unique=False
    )
    op.create_table(
        "bank_statement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("bank_account_id", sa.Integer(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("first_on", sa.Date(), nullable=True),
        sa.Column("last_on", sa.Date(), nullable=True),
        sa.Column("opening_cents", sa.Integer(), nullable=True),
        sa.Column("opening_on", sa.Date(), nullable=True),
        sa.Column("closing_cents", sa.Integer(), nullable=True),
        sa.Column("closing_on", sa.Date(), nullable=True),
        sa.Column("moved_cents", sa.Integer(), server_default="0", nullable=False),
        sa.Column("line_count", sa.Integer(), server_default="0", nullable=False),
        sa.CheckConstraint(
            _cents("moved_cents"), name=op.f("ck_bank_statement_moved_cents_is_cents")
        ),
        sa.ForeignKeyConstraint(
            ["bank_account_id"],
            ["bank_account.id"],
            name=op.f("fk_bank_statement_bank_account_id_bank_account"),
        ),
        sa.ForeignKeyConstraint(
            ["run_id"], ["import_run.id"], name=op.f("fk_bank_statement_run_id_import_run")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bank_statement")),
    )
    op.create_index(
        "ix_bank_statement_closing_on",
        "bank_statement",
        ["bank_account_id", "closing_on"],
        unique=False,
    )
    op.create_index(
        op.f("ix_bank_statement_run_id"), "bank_statement", ["run_id"], unique=False
    )
    op.create_table(
        "statement_line",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("bank_account_id", sa.Integer(), nullable=False),
        sa.Column("statement_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("booked_on", sa.Date(), nullable=False),
        sa.Column("value_on", sa.Date(), nullable=True),
        sa.Column("amount_cents", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("label_key", sa.String(), nullable=False),
        sa.Column("nature", sa.String(), nullable=False),
        sa.Column("counterparty", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("bank_ref", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("payment_ref", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("cheque", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("balance_cents", sa.Integer(), nullable=True),
        sa.Column("content_key", sa.String(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=True),
        sa.Column("set_aside", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("note", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.CheckConstraint(
            "nature IN ('transfer', 'direct_debit', 'card', 'cheque', 'deposit', 'cash', 'fee',"
            " 'interest', 'other')",
            name=op.f("ck_statement_line_nature_known"),
        ),
        sa.CheckConstraint(
            _cents("amount_cents"), name=op.f("ck_statement_line_amount_cents_is_cents")
        ),
        sa.CheckConstraint("amount_cents <> 0", name=op.f("ck_statement_line_amount_not_zero")),
        sa.ForeignKeyConstraint(
            ["bank_account_id"],
            ["bank_account.id"],
            name=op.f("fk_statement_line_bank_account_id_bank_account"),
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_statement_line_contact_id_contact")
        ),
        sa.ForeignKeyConstraint(
            ["statement_id"],
            ["bank_statement.id"],
            name=op.f("fk_statement_line_statement_id_bank_statement"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statement_line")),
    )
    op.create_index(
        "ix_statement_line_amount_cents",
        "statement_line",
        ["bank_account_id", "amount_cents"],
        unique=False,
    )
    op.create_index(
        "ix_statement_line_booked_on",
        "statement_line",
        ["bank_account_id", "booked_on", "id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_statement_line_contact_id"), "statement_line", ["contact_id"], unique=False
    )
    op.create_index(
        op.f("ix_statement_line_statement_id"), "statement_line", ["statement_id"], unique=False
    )
    op.create_index(
        "uq_statement_line_content_key",
        "statement_line",
        ["bank_account_id", "content_key", "rank"],
        unique=True,
    )


def _add_matches() -> None:
    """Add what lines were matched with, and the rules learnt."""
    op.create_table(
        "statement_match",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("statement_line_id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=True),
        sa.Column("payment_id", sa.Integer(), nullable=True),
        sa.Column("amount_cents", sa.Integer(), nullable=False),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.Column("score", sa.Integer(), server_default="0", nullable=False),
        sa.Column("reasons", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.CheckConstraint(
            "made_by IN ('person', 'rule', 'proposal')",
            name=op.f("ck_statement_match_made_by_known"),
        ),
        sa.CheckConstraint(
            "(entry_id IS NULL) <> (payment_id IS NULL)",
            name=op.f("ck_statement_match_one_target"),
        ),
        sa.CheckConstraint(
            _cents("amount_cents"), name=op.f("ck_statement_match_amount_cents_is_cents")
        ),
        sa.CheckConstraint(
            "amount_cents <> 0", name=op.f("ck_statement_match_amount_not_zero")
        ),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["entry.id"], name=op.f("fk_statement_match_entry_id_entry")
        ),
        sa.ForeignKeyConstraint(
            ["payment_id"], ["payment.id"], name=op.f("fk_statement_match_payment_id_payment")
        ),
        sa.ForeignKeyConstraint(
            ["statement_line_id"],
            ["statement_line.id"],
            name=op.f("fk_statement_match_statement_line_id_statement_line"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statement_match")),
    )
    op.create_index(
        op.f("ix_statement_match_entry_id"), "statement_match", ["entry_id"], unique=False
    )
    op.create_index(
        op.f("ix_statement_match_payment_id"), "statement_match", ["payment_id"], unique=False
    )
    op.create_index(
        "uq_statement_match_entry_id",
        "statement_match",
        ["statement_line_id", "entry_id"],
        unique=True,
    )
    op.create_index(
        "uq_statement_match_payment_id",
        "statement_match",
        ["statement_line_id", "payment_id"],
        unique=True,
    )
    op.create_table(
        "bank_rule",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("bank_account_id", sa.Integer(), nullable=True),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("direction", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("least_cents", sa.Integer(), nullable=True),
        sa.Column("most_cents", sa.Integer(), nullable=True),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("contact_id", sa.Integer(), nullable=True),
        sa.Column("activity_id", sa.Integer(), nullable=True),
        sa.Column("label", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("is_learnt", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("is_on", sa.Boolean(), server_default=sa.text("1"), nullable=False),
        sa.Column("uses", sa.Integer(), server_default="0", nullable=False),
        sa.CheckConstraint(
            "action IN ('entry', 'set_aside')", name=op.f("ck_bank_rule_action_known")
        ),
        sa.CheckConstraint(
            "direction IN ('', 'in', 'out')", name=op.f("ck_bank_rule_direction_known")
        ),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_bank_rule_account_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activity.id"], name=op.f("fk_bank_rule_activity_id_activity")
        ),
        sa.ForeignKeyConstraint(
            ["bank_account_id"],
            ["bank_account.id"],
            name=op.f("fk_bank_rule_bank_account_id_bank_account"),
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_bank_rule_contact_id_contact")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bank_rule")),
    )
    op.create_index(op.f("ix_bank_rule_account_id"), "bank_rule", ["account_id"], unique=False)
    op.create_index(
        op.f("ix_bank_rule_activity_id"), "bank_rule", ["activity_id"], unique=False
    )
    op.create_index(
        op.f("ix_bank_rule_bank_account_id"), "bank_rule", ["bank_account_id"], unique=False
    )
    op.create_index(op.f("ix_bank_rule_contact_id"), "bank_rule", ["contact_id"], unique=False)
    op.create_index(
        "uq_bank_rule_words",
        "bank_rule",
        ["words", "direction", "bank_account_id"],
        unique=True,
    )


def _add_polls() -> None:
    """Add polls, forms and calendars of other programs."""
    op.create_table(
        "poll",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("content_key", sa.String(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('days', 'choices', 'form')", name=op.f("ck_poll_kind_known")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_poll")),
        sa.UniqueConstraint("content_key", name=op.f("uq_poll_content_key")),
    )
    op.create_table(
        "poll_option",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("poll_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("group_label", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=True),
        sa.Column("moment", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.ForeignKeyConstraint(
            ["poll_id"], ["poll.id"], name=op.f("fk_poll_option_poll_id_poll")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_poll_option")),
    )
    op.create_index(
        "uq_poll_option_position", "poll_option", ["poll_id", "position"], unique=True
    )
    op.create_table(
        "poll_reply",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("poll_id", sa.Integer(), nullable=False),
        sa.Column("outside_key", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=True),
        sa.Column("replied_at", sa.DateTime(), nullable=True),
        sa.Column("answers", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_poll_reply_contact_id_contact")
        ),
        sa.ForeignKeyConstraint(
            ["poll_id"], ["poll.id"], name=op.f("fk_poll_reply_poll_id_poll")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_poll_reply")),
    )
    op.create_index(
        op.f("ix_poll_reply_contact_id"), "poll_reply", ["contact_id"], unique=False
    )
    op.create_index(
        "uq_poll_reply_outside_key", "poll_reply", ["poll_id", "outside_key"], unique=True
    )
    op.create_table(
        "calendar_item",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("recurrence", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("is_all_day", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("starts_at", sa.DateTime(), nullable=True),
        sa.Column("ends_at", sa.DateTime(), nullable=True),
        sa.Column("zone", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("place", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("description", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("organiser", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("url", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("status", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("rule", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("outside_content", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.CheckConstraint(
            "status IN ('', 'tentative', 'confirmed', 'cancelled')",
            name=op.f("ck_calendar_item_status_known"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_item")),
    )
    op.create_index(
        "ix_calendar_item_starts_on", "calendar_item", ["starts_on", "id"], unique=False
    )
    op.create_index("uq_calendar_item_uid", "calendar_item", ["uid", "recurrence"], unique=True)


def _rebuild_imported_row() -> None:
    """Let a row of a file lead to what it became, or to what it tells again."""
    op.create_table(
        "new_imported_row",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("payment_id", sa.Integer(), nullable=True),
        sa.Column("registration_id", sa.Integer(), nullable=True),
        sa.Column("contact_id", sa.Integer(), nullable=True),
        sa.Column("raw", sa.String(), nullable=False),
        sa.Column("statement_line_id", sa.Integer(), nullable=True),
        sa.Column("poll_reply_id", sa.Integer(), nullable=True),
        sa.Column("calendar_item_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "verdict IN ('new', 'changed', 'same', 'doubtful', 'refused')",
            name=op.f("ck_imported_row_verdict_known"),
        ),
        sa.ForeignKeyConstraint(
            ["calendar_item_id"],
            ["calendar_item.id"],
            name=op.f("fk_imported_row_calendar_item_id_calendar_item"),
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_imported_row_contact_id_contact")
        ),
        sa.ForeignKeyConstraint(
            ["payment_id"], ["payment.id"], name=op.f("fk_imported_row_payment_id_payment")
        ),
        sa.ForeignKeyConstraint(
            ["poll_reply_id"],
            ["poll_reply.id"],
            name=op.f("fk_imported_row_poll_reply_id_poll_reply"),
        ),
        sa.ForeignKeyConstraint(
            ["registration_id"],
            ["registration.id"],
            name=op.f("fk_imported_row_registration_id_registration"),
        ),
        sa.ForeignKeyConstraint(
            ["run_id"], ["import_run.id"], name=op.f("fk_imported_row_run_id_import_run")
        ),
        sa.ForeignKeyConstraint(
            ["statement_line_id"],
            ["statement_line.id"],
            name=op.f("fk_imported_row_statement_line_id_statement_line"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_imported_row")),
    )
    _copied("imported_row")
    op.create_index(
        "ix_imported_row_calendar_item_id",
        "imported_row",
        ["calendar_item_id"],
        unique=False,
        sqlite_where=sa.text("calendar_item_id IS NOT NULL"),
        postgresql_where=sa.text("calendar_item_id IS NOT NULL"),
    )
    op.create_index(
        op.f("ix_imported_row_contact_id"), "imported_row", ["contact_id"], unique=False
    )
    op.create_index(
        op.f("ix_imported_row_payment_id"), "imported_row", ["payment_id"], unique=False
    )
    op.create_index(
        "ix_imported_row_poll_reply_id",
        "imported_row",
        ["poll_reply_id"],
        unique=False,
        sqlite_where=sa.text("poll_reply_id IS NOT NULL"),
        postgresql_where=sa.text("poll_reply_id IS NOT NULL"),
    )
    op.create_index(
        op.f("ix_imported_row_registration_id"),
        "imported_row",
        ["registration_id"],
        unique=False,
    )
    op.create_index(
        "ix_imported_row_run_id", "imported_row", ["run_id", "contact_id"], unique=False
    )
    op.create_index(
        "ix_imported_row_run_id_payment_id",
        "imported_row",
        ["run_id", "payment_id"],
        unique=False,
        sqlite_where=sa.text("payment_id IS NOT NULL"),
        postgresql_where=sa.text("payment_id IS NOT NULL"),
    )
    op.create_index(
        "ix_imported_row_run_id_registration_id",
        "imported_row",
        ["run_id", "registration_id"],
        unique=False,
        sqlite_where=sa.text("registration_id IS NOT NULL"),
        postgresql_where=sa.text("registration_id IS NOT NULL"),
    )
    op.create_index(
        "ix_imported_row_statement_line_id",
        "imported_row",
        ["statement_line_id"],
        unique=False,
        sqlite_where=sa.text("statement_line_id IS NOT NULL"),
        postgresql_where=sa.text("statement_line_id IS NOT NULL"),
    )
