"""The books: accounts, fiscal years, entries, activities, budgets, and what they rest on."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables of the books and the columns that lead to them."""
    _add_books()
    _add_activities()
    _add_inventory()
    _rebuild_payment_line()
    _rebuild_attachment()
    op.add_column(
        "payment", sa.Column("fee_cents", sa.Integer(), server_default="0", nullable=False)
    )


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


def _rebuild_payment_line() -> None:
    """Let money say which grant it pays."""
    op.create_table(
        "new_payment_line",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("payment_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("amount_cents", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("label_key", sa.String(), nullable=False),
        sa.Column("membership_id", sa.Integer(), nullable=True),
        sa.Column("tier_id", sa.Integer(), nullable=True),
        sa.Column("grant_award_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('gift', 'fee', 'registration', 'sale', 'grant', 'expense', 'other')",
            name=op.f("ck_payment_line_kind_known"),
        ),
        sa.CheckConstraint(
            _cents("amount_cents"), name=op.f("ck_payment_line_amount_cents_is_cents")
        ),
        sa.ForeignKeyConstraint(
            ["grant_award_id"],
            ["grant_award.id"],
            name=op.f("fk_payment_line_grant_award_id_grant_award"),
        ),
        sa.ForeignKeyConstraint(
            ["membership_id"],
            ["membership.id"],
            name=op.f("fk_payment_line_membership_id_membership"),
        ),
        sa.ForeignKeyConstraint(
            ["payment_id"], ["payment.id"], name=op.f("fk_payment_line_payment_id_payment")
        ),
        sa.ForeignKeyConstraint(
            ["tier_id"],
            ["campaign_tier.id"],
            name=op.f("fk_payment_line_tier_id_campaign_tier"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payment_line")),
    )
    _copied("payment_line")
    op.create_index(
        op.f("ix_payment_line_grant_award_id"), "payment_line", ["grant_award_id"], unique=False
    )
    op.create_index(
        "ix_payment_line_kind", "payment_line", ["kind", "membership_id"], unique=False
    )
    op.create_index(
        op.f("ix_payment_line_membership_id"), "payment_line", ["membership_id"], unique=False
    )
    op.create_index(
        op.f("ix_payment_line_payment_id"), "payment_line", ["payment_id"], unique=False
    )
    op.create_index(op.f("ix_payment_line_tier_id"), "payment_line", ["tier_id"], unique=False)


def _rebuild_attachment() -> None:
    """Let a file stand behind an entry."""
    op.create_table(
        "new_attachment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("file_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("added_on", sa.Date(), nullable=False),
        sa.Column("expense_sheet_id", sa.Integer(), nullable=True),
        sa.Column("expense_line_id", sa.Integer(), nullable=True),
        sa.Column("donation_id", sa.Integer(), nullable=True),
        sa.Column("entry_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('voucher', 'waiver', 'deed', 'other')",
            name=op.f("ck_attachment_kind_known"),
        ),
        sa.ForeignKeyConstraint(
            ["donation_id"], ["donation.id"], name=op.f("fk_attachment_donation_id_donation")
        ),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["entry.id"], name=op.f("fk_attachment_entry_id_entry")
        ),
        sa.ForeignKeyConstraint(
            ["expense_line_id"],
            ["expense_line.id"],
            name=op.f("fk_attachment_expense_line_id_expense_line"),
        ),
        sa.ForeignKeyConstraint(
            ["expense_sheet_id"],
            ["expense_sheet.id"],
            name=op.f("fk_attachment_expense_sheet_id_expense_sheet"),
        ),
        sa.ForeignKeyConstraint(
            ["file_id"], ["stored_file.id"], name=op.f("fk_attachment_file_id_stored_file")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment")),
    )
    _copied("attachment")
    op.create_index(
        op.f("ix_attachment_donation_id"), "attachment", ["donation_id"], unique=False
    )
    op.create_index(op.f("ix_attachment_entry_id"), "attachment", ["entry_id"], unique=False)
    op.create_index(
        op.f("ix_attachment_expense_line_id"), "attachment", ["expense_line_id"], unique=False
    )
    op.create_index(
        op.f("ix_attachment_expense_sheet_id"), "attachment", ["expense_sheet_id"], unique=False
    )
    op.create_index(op.f("ix_attachment_file_id"), "attachment", ["file_id"], unique=False)


def _add_books() -> None:
    """Create chart, journals, fiscal years and entries."""
    op.create_table(
        "account",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("label_key", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("is_open", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("note", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.CheckConstraint(
            "kind IN ('liability', 'asset', 'either', 'expense', 'income', "
            "'volunteering_expense', 'volunteering_income', 'special')",
            name=op.f("ck_account_kind_known"),
        ),
        sa.CheckConstraint(
            "status IN ('official', 'usual', 'optional', 'uncertain', 'own')",
            name=op.f("ck_account_status_known"),
        ),
        sa.CheckConstraint(
            "substr(number, 1, 1) BETWEEN '1' AND '8'",
            name=op.f("ck_account_number_of_a_class"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account")),
        sa.UniqueConstraint("number", name=op.f("uq_account_number")),
    )
    op.create_table(
        "journal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("is_open", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('purchases', 'sales', 'bank', 'cash', 'misc', 'gifts', 'opening', "
            "'volunteering')",
            name=op.f("ck_journal_kind_known"),
        ),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_journal_account_id_account")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal")),
        sa.UniqueConstraint("code", name=op.f("uq_journal_code")),
    )
    op.create_index(op.f("ix_journal_account_id"), "journal", ["account_id"], unique=False)
    op.create_table(
        "fiscal_year",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.CheckConstraint(
            "state IN ('open', 'closed')", name=op.f("ck_fiscal_year_state_known")
        ),
        sa.CheckConstraint("starts_on <= ends_on", name=op.f("ck_fiscal_year_days_in_order")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fiscal_year")),
        sa.UniqueConstraint("ends_on", name=op.f("uq_fiscal_year_ends_on")),
        sa.UniqueConstraint("starts_on", name=op.f("uq_fiscal_year_starts_on")),
    )
    op.create_table(
        "entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fiscal_year_id", sa.Integer(), nullable=False),
        sa.Column("journal_id", sa.Integer(), nullable=False),
        sa.Column("entry_on", sa.Date(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("label_key", sa.String(), nullable=False),
        sa.Column("voucher_ref", sa.String(), nullable=False),
        sa.Column("voucher_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("validated_at", sa.DateTime(), nullable=True),
        sa.Column("amount_cents", sa.Integer(), nullable=False),
        sa.Column("reverses_id", sa.Integer(), nullable=True),
        sa.Column("reverses_next", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("note", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("payment_id", sa.Integer(), nullable=True),
        sa.Column("donation_id", sa.Integer(), nullable=True),
        sa.Column("expense_sheet_id", sa.Integer(), nullable=True),
        sa.Column("fixed_asset_id", sa.Integer(), nullable=True),
        sa.Column("grant_award_id", sa.Integer(), nullable=True),
        sa.Column("dedicated_fund_id", sa.Integer(), nullable=True),
        sa.Column("outside_ref", sa.String(), nullable=True),
        sa.Column("source_digest", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("previous_hash", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("hash", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("salt", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.CheckConstraint(
            "(state = 'validated') = (number IS NOT NULL AND validated_at IS NOT NULL "
            "AND hash <> '' AND salt <> '')",
            name=op.f("ck_entry_validated_whole"),
        ),
        sa.CheckConstraint(
            "form IN ('', 'income', 'expense', 'transfer', 'cheque_deposit', "
            "'expense_sheet', 'grid', 'automatic', 'import')",
            name=op.f("ck_entry_form_known"),
        ),
        sa.CheckConstraint(
            "kind IN ('standard', 'opening', 'inventory', 'allocation', 'volunteering', "
            "'reversal')",
            name=op.f("ck_entry_kind_known"),
        ),
        sa.CheckConstraint(
            "state IN ('draft', 'validated')", name=op.f("ck_entry_state_known")
        ),
        sa.CheckConstraint(_cents("amount_cents"), name=op.f("ck_entry_amount_cents_is_cents")),
        sa.ForeignKeyConstraint(
            ["dedicated_fund_id"],
            ["dedicated_fund.id"],
            name=op.f("fk_entry_dedicated_fund_id_dedicated_fund"),
        ),
        sa.ForeignKeyConstraint(
            ["fiscal_year_id"],
            ["fiscal_year.id"],
            name=op.f("fk_entry_fiscal_year_id_fiscal_year"),
        ),
        sa.ForeignKeyConstraint(
            ["fixed_asset_id"],
            ["fixed_asset.id"],
            name=op.f("fk_entry_fixed_asset_id_fixed_asset"),
        ),
        sa.ForeignKeyConstraint(
            ["grant_award_id"],
            ["grant_award.id"],
            name=op.f("fk_entry_grant_award_id_grant_award"),
        ),
        sa.ForeignKeyConstraint(
            ["journal_id"], ["journal.id"], name=op.f("fk_entry_journal_id_journal")
        ),
        sa.ForeignKeyConstraint(
            ["reverses_id"], ["entry.id"], name=op.f("fk_entry_reverses_id_entry")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entry")),
        sa.UniqueConstraint("reverses_id", name=op.f("uq_entry_reverses_id")),
    )
    op.create_index(
        op.f("ix_entry_dedicated_fund_id"), "entry", ["dedicated_fund_id"], unique=False
    )
    op.create_index(op.f("ix_entry_donation_id"), "entry", ["donation_id"], unique=False)
    op.create_index(
        "ix_entry_entry_on", "entry", ["fiscal_year_id", "entry_on", "id"], unique=False
    )
    op.create_index(
        op.f("ix_entry_expense_sheet_id"), "entry", ["expense_sheet_id"], unique=False
    )
    op.create_index(op.f("ix_entry_fixed_asset_id"), "entry", ["fixed_asset_id"], unique=False)
    op.create_index(op.f("ix_entry_grant_award_id"), "entry", ["grant_award_id"], unique=False)
    op.create_index(op.f("ix_entry_journal_id"), "entry", ["journal_id"], unique=False)
    op.create_index("ix_entry_kind", "entry", ["fiscal_year_id", "kind"], unique=False)
    op.create_index(op.f("ix_entry_payment_id"), "entry", ["payment_id"], unique=False)
    op.create_index("ix_entry_state", "entry", ["fiscal_year_id", "state"], unique=False)
    op.create_index("uq_entry_number", "entry", ["fiscal_year_id", "number"], unique=True)
    op.create_index(
        "uq_entry_outside_ref", "entry", ["fiscal_year_id", "outside_ref"], unique=True
    )
    op.create_table(
        "account_sum",
        sa.Column("fiscal_year_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("month_on", sa.Date(), nullable=False),
        sa.Column("is_validated", sa.Boolean(), nullable=False),
        sa.Column("debit_cents", sa.Integer(), nullable=False),
        sa.Column("credit_cents", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint(
            "fiscal_year_id",
            "account_id",
            "month_on",
            "is_validated",
            name=op.f("pk_account_sum"),
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "entry_line",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=True),
        sa.Column("activity_id", sa.Integer(), nullable=True),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("debit_cents", sa.Integer(), nullable=False),
        sa.Column("credit_cents", sa.Integer(), nullable=False),
        sa.Column("matching", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("matched_on", sa.Date(), nullable=True),
        sa.Column("reconciled_on", sa.Date(), nullable=True),
        sa.Column("fiscal_year_id", sa.Integer(), nullable=False),
        sa.Column("entry_on", sa.Date(), nullable=False),
        sa.Column("is_validated", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.CheckConstraint(
            "(debit_cents = 0) <> (credit_cents = 0)", name=op.f("ck_entry_line_one_side")
        ),
        sa.CheckConstraint(
            _cents("credit_cents"), name=op.f("ck_entry_line_credit_cents_is_cents")
        ),
        sa.CheckConstraint(
            _cents("debit_cents"), name=op.f("ck_entry_line_debit_cents_is_cents")
        ),
        sa.CheckConstraint(
            "debit_cents >= 0 AND credit_cents >= 0", name=op.f("ck_entry_line_not_negative")
        ),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_entry_line_account_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activity.id"], name=op.f("fk_entry_line_activity_id_activity")
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_entry_line_contact_id_contact")
        ),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["entry.id"], name=op.f("fk_entry_line_entry_id_entry")
        ),
        sa.ForeignKeyConstraint(
            ["fiscal_year_id"],
            ["fiscal_year.id"],
            name=op.f("fk_entry_line_fiscal_year_id_fiscal_year"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entry_line")),
    )
    op.create_index(
        "ix_entry_line_account_id", "entry_line", ["account_id", "matching"], unique=False
    )
    op.create_index(
        "ix_entry_line_activity_id", "entry_line", ["activity_id", "account_id"], unique=False
    )
    op.create_index(
        "ix_entry_line_balance",
        "entry_line",
        [
            "fiscal_year_id",
            "account_id",
            "entry_on",
            "is_validated",
            "activity_id",
            "debit_cents",
            "credit_cents",
        ],
        unique=False,
    )
    op.create_index(
        "ix_entry_line_contact_id", "entry_line", ["contact_id", "account_id"], unique=False
    )
    op.create_index(op.f("ix_entry_line_entry_id"), "entry_line", ["entry_id"], unique=False)
    op.create_table(
        "fiscal_year_event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fiscal_year_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("entry_count", sa.Integer(), nullable=False),
        sa.Column("head_hash", sa.String(), nullable=False),
        sa.Column("totals", sa.String(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('closed', 'reopened', 'allocated')",
            name=op.f("ck_fiscal_year_event_kind_known"),
        ),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["entry.id"], name=op.f("fk_fiscal_year_event_entry_id_entry")
        ),
        sa.ForeignKeyConstraint(
            ["fiscal_year_id"],
            ["fiscal_year.id"],
            name=op.f("fk_fiscal_year_event_fiscal_year_id_fiscal_year"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fiscal_year_event")),
    )
    op.create_index(
        op.f("ix_fiscal_year_event_entry_id"), "fiscal_year_event", ["entry_id"], unique=False
    )
    op.create_index(
        op.f("ix_fiscal_year_event_fiscal_year_id"),
        "fiscal_year_event",
        ["fiscal_year_id"],
        unique=False,
    )
    op.create_table(
        "entry_template",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entry_template")),
        sa.UniqueConstraint("name_key", name=op.f("uq_entry_template_name_key")),
    )
    op.create_table(
        "booking_rule",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_booking_rule_account_id_account")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_booking_rule")),
        sa.UniqueConstraint("key", name=op.f("uq_booking_rule_key")),
    )
    op.create_index(
        op.f("ix_booking_rule_account_id"), "booking_rule", ["account_id"], unique=False
    )


def _add_activities() -> None:
    """Create activities and budgets."""
    op.create_table(
        "activity",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("working_group_id", sa.Integer(), nullable=True),
        sa.Column("campaign_id", sa.Integer(), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("is_open", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("note", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.CheckConstraint(
            "kind IN ('event', 'group', 'grant', 'project')",
            name=op.f("ck_activity_kind_known"),
        ),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaign.id"], name=op.f("fk_activity_campaign_id_campaign")
        ),
        sa.ForeignKeyConstraint(
            ["working_group_id"],
            ["working_group.id"],
            name=op.f("fk_activity_working_group_id_working_group"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activity")),
        sa.UniqueConstraint("campaign_id", name=op.f("uq_activity_campaign_id")),
        sa.UniqueConstraint("name_key", name=op.f("uq_activity_name_key")),
        sa.UniqueConstraint("working_group_id", name=op.f("uq_activity_working_group_id")),
    )
    op.create_table(
        "budget_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fiscal_year_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("adopted_on", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.CheckConstraint(
            "state IN ('draft', 'adopted')", name=op.f("ck_budget_version_state_known")
        ),
        sa.ForeignKeyConstraint(
            ["fiscal_year_id"],
            ["fiscal_year.id"],
            name=op.f("fk_budget_version_fiscal_year_id_fiscal_year"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_budget_version")),
        sa.UniqueConstraint(
            "fiscal_year_id", "name_key", name=op.f("uq_budget_version_fiscal_year_id_name_key")
        ),
    )
    op.create_table(
        "budget_line",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("activity_id", sa.Integer(), nullable=True),
        sa.Column("month_on", sa.Date(), nullable=True),
        sa.Column("amount_cents", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.CheckConstraint(
            _cents("amount_cents"), name=op.f("ck_budget_line_amount_cents_is_cents")
        ),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_budget_line_account_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activity.id"], name=op.f("fk_budget_line_activity_id_activity")
        ),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["budget_version.id"],
            name=op.f("fk_budget_line_version_id_budget_version"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_budget_line")),
    )
    op.create_index(
        op.f("ix_budget_line_account_id"), "budget_line", ["account_id"], unique=False
    )
    op.create_index(
        op.f("ix_budget_line_activity_id"), "budget_line", ["activity_id"], unique=False
    )
    op.create_index(
        "ix_budget_line_version_id",
        "budget_line",
        ["version_id", "account_id", "activity_id"],
        unique=False,
    )


def _add_inventory() -> None:
    """Create what the books rest on."""
    op.create_table(
        "grant_award",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("title_key", sa.String(), nullable=False),
        sa.Column("funder_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("receivable_account_id", sa.Integer(), nullable=False),
        sa.Column("notified_on", sa.Date(), nullable=False),
        sa.Column("amount_cents", sa.Integer(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("expected_on", sa.Date(), nullable=True),
        sa.Column("activity_id", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.CheckConstraint(
            "kind IN ('operating', 'investment')", name=op.f("ck_grant_award_kind_known")
        ),
        sa.CheckConstraint(
            _cents("amount_cents"), name=op.f("ck_grant_award_amount_cents_is_cents")
        ),
        sa.CheckConstraint("amount_cents > 0", name=op.f("ck_grant_award_amount_positive")),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_grant_award_account_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activity.id"], name=op.f("fk_grant_award_activity_id_activity")
        ),
        sa.ForeignKeyConstraint(
            ["funder_id"], ["contact.id"], name=op.f("fk_grant_award_funder_id_contact")
        ),
        sa.ForeignKeyConstraint(
            ["receivable_account_id"],
            ["account.id"],
            name=op.f("fk_grant_award_receivable_account_id_account"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_grant_award")),
    )
    op.create_index(
        op.f("ix_grant_award_account_id"), "grant_award", ["account_id"], unique=False
    )
    op.create_index(
        op.f("ix_grant_award_activity_id"), "grant_award", ["activity_id"], unique=False
    )
    op.create_index(
        op.f("ix_grant_award_funder_id"), "grant_award", ["funder_id"], unique=False
    )
    op.create_index(
        op.f("ix_grant_award_receivable_account_id"),
        "grant_award",
        ["receivable_account_id"],
        unique=False,
    )
    op.create_table(
        "dedicated_fund",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("grant_award_id", sa.Integer(), nullable=True),
        sa.Column("funder_id", sa.Integer(), nullable=True),
        sa.Column("activity_id", sa.Integer(), nullable=True),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("amount_cents", sa.Integer(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.CheckConstraint(
            "kind IN ('grant', 'contribution', 'generosity')",
            name=op.f("ck_dedicated_fund_kind_known"),
        ),
        sa.CheckConstraint(
            _cents("amount_cents"), name=op.f("ck_dedicated_fund_amount_cents_is_cents")
        ),
        sa.ForeignKeyConstraint(
            ["activity_id"],
            ["activity.id"],
            name=op.f("fk_dedicated_fund_activity_id_activity"),
        ),
        sa.ForeignKeyConstraint(
            ["funder_id"], ["contact.id"], name=op.f("fk_dedicated_fund_funder_id_contact")
        ),
        sa.ForeignKeyConstraint(
            ["grant_award_id"],
            ["grant_award.id"],
            name=op.f("fk_dedicated_fund_grant_award_id_grant_award"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dedicated_fund")),
        sa.UniqueConstraint("name_key", name=op.f("uq_dedicated_fund_name_key")),
    )
    op.create_index(
        op.f("ix_dedicated_fund_activity_id"), "dedicated_fund", ["activity_id"], unique=False
    )
    op.create_index(
        op.f("ix_dedicated_fund_funder_id"), "dedicated_fund", ["funder_id"], unique=False
    )
    op.create_index(
        op.f("ix_dedicated_fund_grant_award_id"),
        "dedicated_fund",
        ["grant_award_id"],
        unique=False,
    )
    op.create_table(
        "fund_movement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fund_id", sa.Integer(), nullable=False),
        sa.Column("fiscal_year_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("moved_on", sa.Date(), nullable=False),
        sa.Column("amount_cents", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=True),
        sa.Column("other_fund_id", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.CheckConstraint(
            "(kind = 'transfer') = (other_fund_id IS NOT NULL)",
            name=op.f("ck_fund_movement_other_fund_known"),
        ),
        sa.CheckConstraint(
            "kind IN ('opening', 'report', 'use', 'transfer')",
            name=op.f("ck_fund_movement_kind_known"),
        ),
        sa.CheckConstraint(
            _cents("amount_cents"), name=op.f("ck_fund_movement_amount_cents_is_cents")
        ),
        sa.CheckConstraint("amount_cents > 0", name=op.f("ck_fund_movement_amount_positive")),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["entry.id"], name=op.f("fk_fund_movement_entry_id_entry")
        ),
        sa.ForeignKeyConstraint(
            ["fiscal_year_id"],
            ["fiscal_year.id"],
            name=op.f("fk_fund_movement_fiscal_year_id_fiscal_year"),
        ),
        sa.ForeignKeyConstraint(
            ["fund_id"],
            ["dedicated_fund.id"],
            name=op.f("fk_fund_movement_fund_id_dedicated_fund"),
        ),
        sa.ForeignKeyConstraint(
            ["other_fund_id"],
            ["dedicated_fund.id"],
            name=op.f("fk_fund_movement_other_fund_id_dedicated_fund"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fund_movement")),
    )
    op.create_index(
        op.f("ix_fund_movement_entry_id"), "fund_movement", ["entry_id"], unique=False
    )
    op.create_index(
        op.f("ix_fund_movement_fiscal_year_id"),
        "fund_movement",
        ["fiscal_year_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_fund_movement_fund_id"), "fund_movement", ["fund_id"], unique=False
    )
    op.create_index(
        op.f("ix_fund_movement_other_fund_id"), "fund_movement", ["other_fund_id"], unique=False
    )
    op.create_table(
        "fixed_asset",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("label_key", sa.String(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("depreciation_account_id", sa.Integer(), nullable=True),
        sa.Column("allowance_account_id", sa.Integer(), nullable=True),
        sa.Column("bought_on", sa.Date(), nullable=False),
        sa.Column("in_service_on", sa.Date(), nullable=False),
        sa.Column("cost_cents", sa.Integer(), nullable=False),
        sa.Column("residual_cents", sa.Integer(), server_default="0", nullable=False),
        sa.Column("prior_cents", sa.Integer(), server_default="0", nullable=False),
        sa.Column("months", sa.Integer(), nullable=False),
        sa.Column("disposed_on", sa.Date(), nullable=True),
        sa.Column("disposal_cents", sa.Integer(), nullable=True),
        sa.Column("activity_id", sa.Integer(), nullable=True),
        sa.Column("grant_award_id", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.CheckConstraint(
            _cents("cost_cents"), name=op.f("ck_fixed_asset_cost_cents_is_cents")
        ),
        sa.CheckConstraint(
            _cents("disposal_cents"), name=op.f("ck_fixed_asset_disposal_cents_is_cents")
        ),
        sa.CheckConstraint(
            _cents("prior_cents"), name=op.f("ck_fixed_asset_prior_cents_is_cents")
        ),
        sa.CheckConstraint(
            _cents("residual_cents"), name=op.f("ck_fixed_asset_residual_cents_is_cents")
        ),
        sa.CheckConstraint("cost_cents > 0", name=op.f("ck_fixed_asset_cost_positive")),
        sa.CheckConstraint("months >= 0", name=op.f("ck_fixed_asset_months_not_negative")),
        sa.CheckConstraint(
            "residual_cents >= 0 AND prior_cents >= 0 AND residual_cents + prior_cents "
            "<= cost_cents",
            name=op.f("ck_fixed_asset_plan_within_cost"),
        ),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_fixed_asset_account_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activity.id"], name=op.f("fk_fixed_asset_activity_id_activity")
        ),
        sa.ForeignKeyConstraint(
            ["allowance_account_id"],
            ["account.id"],
            name=op.f("fk_fixed_asset_allowance_account_id_account"),
        ),
        sa.ForeignKeyConstraint(
            ["depreciation_account_id"],
            ["account.id"],
            name=op.f("fk_fixed_asset_depreciation_account_id_account"),
        ),
        sa.ForeignKeyConstraint(
            ["grant_award_id"],
            ["grant_award.id"],
            name=op.f("fk_fixed_asset_grant_award_id_grant_award"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fixed_asset")),
    )
    op.create_index(
        op.f("ix_fixed_asset_account_id"), "fixed_asset", ["account_id"], unique=False
    )
    op.create_index(
        op.f("ix_fixed_asset_activity_id"), "fixed_asset", ["activity_id"], unique=False
    )
    op.create_index(
        op.f("ix_fixed_asset_allowance_account_id"),
        "fixed_asset",
        ["allowance_account_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_fixed_asset_depreciation_account_id"),
        "fixed_asset",
        ["depreciation_account_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_fixed_asset_grant_award_id"), "fixed_asset", ["grant_award_id"], unique=False
    )
    op.create_table(
        "volunteer_rate",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("hourly_cents", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.CheckConstraint(
            _cents("hourly_cents"), name=op.f("ck_volunteer_rate_hourly_cents_is_cents")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_volunteer_rate")),
        sa.UniqueConstraint("name_key", "since", name=op.f("uq_volunteer_rate_name_key_since")),
    )
    op.create_table(
        "volunteer_time",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=True),
        sa.Column("activity_id", sa.Integer(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("task", sa.String(), nullable=False),
        sa.Column("rate_id", sa.Integer(), nullable=True),
        sa.Column("entry_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("minutes > 0", name=op.f("ck_volunteer_time_minutes_positive")),
        sa.ForeignKeyConstraint(
            ["activity_id"],
            ["activity.id"],
            name=op.f("fk_volunteer_time_activity_id_activity"),
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_volunteer_time_contact_id_contact")
        ),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["entry.id"], name=op.f("fk_volunteer_time_entry_id_entry")
        ),
        sa.ForeignKeyConstraint(
            ["rate_id"],
            ["volunteer_rate.id"],
            name=op.f("fk_volunteer_time_rate_id_volunteer_rate"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_volunteer_time")),
    )
    op.create_index(
        op.f("ix_volunteer_time_activity_id"), "volunteer_time", ["activity_id"], unique=False
    )
    op.create_index(
        op.f("ix_volunteer_time_contact_id"), "volunteer_time", ["contact_id"], unique=False
    )
    op.create_index(
        op.f("ix_volunteer_time_done_on"), "volunteer_time", ["done_on"], unique=False
    )
    op.create_index(
        op.f("ix_volunteer_time_entry_id"), "volunteer_time", ["entry_id"], unique=False
    )
    op.create_index(
        op.f("ix_volunteer_time_rate_id"), "volunteer_time", ["rate_id"], unique=False
    )
    op.create_table(
        "kind_contribution",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=True),
        sa.Column("activity_id", sa.Integer(), nullable=True),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.Column("amount_cents", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("value_basis", sa.String(), nullable=False),
        sa.Column("donation_id", sa.Integer(), nullable=True),
        sa.Column("entry_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('goods', 'premises', 'services')",
            name=op.f("ck_kind_contribution_kind_known"),
        ),
        sa.CheckConstraint(
            _cents("amount_cents"), name=op.f("ck_kind_contribution_amount_cents_is_cents")
        ),
        sa.CheckConstraint(
            "amount_cents > 0", name=op.f("ck_kind_contribution_amount_positive")
        ),
        sa.ForeignKeyConstraint(
            ["activity_id"],
            ["activity.id"],
            name=op.f("fk_kind_contribution_activity_id_activity"),
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_kind_contribution_contact_id_contact")
        ),
        sa.ForeignKeyConstraint(
            ["donation_id"],
            ["donation.id"],
            name=op.f("fk_kind_contribution_donation_id_donation"),
        ),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["entry.id"], name=op.f("fk_kind_contribution_entry_id_entry")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kind_contribution")),
        sa.UniqueConstraint("donation_id", name=op.f("uq_kind_contribution_donation_id")),
    )
    op.create_index(
        op.f("ix_kind_contribution_activity_id"),
        "kind_contribution",
        ["activity_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_kind_contribution_contact_id"),
        "kind_contribution",
        ["contact_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_kind_contribution_entry_id"), "kind_contribution", ["entry_id"], unique=False
    )
    op.create_index(
        op.f("ix_kind_contribution_given_on"), "kind_contribution", ["given_on"], unique=False
    )
