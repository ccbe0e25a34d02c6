"""Gifts of every kind, campaigns, pledges, expenses, and the whole life of receipts."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_GIFT_DAY = (
    "coalesce((SELECT {}(d.received_on) FROM tax_receipt_gift g JOIN donation d"
    " ON d.id = g.donation_id WHERE g.receipt_id = tax_receipt.id), issued_on)"
)

_NATURE_KNOWN = (
    "nature IN ('money', 'listed_shares', 'waived_income', 'waived_expenses', 'in_kind',"
    " 'skills', 'other')"
)


def upgrade() -> None:
    """Add the new tables, then build six again with their new columns."""
    _add_tables()
    _rebuild_campaign()
    _rebuild_payment_line()
    _rebuild_tax_receipt()
    _rebuild_tax_receipt_gift()
    _rebuild_donation()
    _rebuild_letter()
    _add_columns()


def _cents(column: str) -> str:
    return f"CAST({column} AS INTEGER) = {column} AND abs({column}) <= 1000000000000"


def _copied(table: str, values: dict[str, str] | None = None) -> None:
    """Move the rows of a table into its new form, which stands beside it as ``new_…``.

    ``values`` gives SQL for columns that the table did not have.
    """
    inspector = sa.inspect(op.get_bind())
    old = {column["name"] for column in inspector.get_columns(table)}
    new = {column["name"] for column in inspector.get_columns(f"new_{table}")}
    taken = {name: name for name in sorted(old & new)} | (values or {})
    names, sources = ", ".join(taken), ", ".join(taken.values())
    op.execute(f"INSERT INTO new_{table} ({names}) SELECT {sources} FROM {table}")  # noqa: S608 (our own names)
    op.drop_table(table)
    op.rename_table(f"new_{table}", table)


def _add_columns() -> None:
    """Say more of the association and of companies."""
    empty = sa.text("''")
    op.add_column(
        "association",
        sa.Column("company_category", sa.String(), server_default=empty, nullable=False),
    )
    op.add_column(
        "association",
        sa.Column("is_ifi_eligible", sa.Boolean(), server_default=sa.false(), nullable=False),
    )
    op.add_column(
        "contact",
        sa.Column("fiscal_year_end", sa.String(), server_default=empty, nullable=False),
    )


def _add_tables() -> None:
    """Create what is new."""
    op.create_table(
        "campaign_tier",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.Column("description", sa.String(), nullable=False),
        sa.Column("goal_cents", sa.Integer(), nullable=True),
        sa.Column("minimum_cents", sa.Integer(), nullable=True),
        sa.Column("suggested_cents", sa.Integer(), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("is_gift", sa.Boolean(), nullable=False),
        sa.Column("ineligibility", sa.String(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            _cents("goal_cents"), name=op.f("ck_campaign_tier_goal_cents_is_cents")
        ),
        sa.CheckConstraint(
            _cents("minimum_cents"), name=op.f("ck_campaign_tier_minimum_cents_is_cents")
        ),
        sa.CheckConstraint(
            _cents("suggested_cents"), name=op.f("ck_campaign_tier_suggested_cents_is_cents")
        ),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaign.id"], name=op.f("fk_campaign_tier_campaign_id_campaign")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_campaign_tier")),
        sa.UniqueConstraint(
            "campaign_id", "name_key", name=op.f("uq_campaign_tier_campaign_id_name_key")
        ),
    )
    op.create_table(
        "campaign_person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["campaign_id"],
            ["campaign.id"],
            name=op.f("fk_campaign_person_campaign_id_campaign"),
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_campaign_person_contact_id_contact")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_campaign_person")),
        sa.UniqueConstraint(
            "campaign_id", "contact_id", name=op.f("uq_campaign_person_campaign_id_contact_id")
        ),
    )
    op.create_index(
        op.f("ix_campaign_person_contact_id"), "campaign_person", ["contact_id"], unique=False
    )
    op.create_table(
        "pledge",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("donor_id", sa.Integer(), nullable=False),
        sa.Column("campaign_id", sa.Integer(), nullable=True),
        sa.Column("tier_id", sa.Integer(), nullable=True),
        sa.Column("amount_cents", sa.Integer(), nullable=False),
        sa.Column("frequency", sa.String(), nullable=False),
        sa.Column("mode", sa.String(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("state_on", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.CheckConstraint(
            "frequency IN ('once', 'monthly', 'quarterly', 'yearly')",
            name=op.f("ck_pledge_frequency_known"),
        ),
        sa.CheckConstraint(
            "mode IN ('cash', 'cheque', 'transfer', 'card', 'direct_debit', 'other')",
            name=op.f("ck_pledge_mode_known"),
        ),
        sa.CheckConstraint(
            "state IN ('active', 'paused', 'ended')", name=op.f("ck_pledge_state_known")
        ),
        sa.CheckConstraint(
            _cents("amount_cents"), name=op.f("ck_pledge_amount_cents_is_cents")
        ),
        sa.CheckConstraint("amount_cents > 0", name=op.f("ck_pledge_amount_positive")),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaign.id"], name=op.f("fk_pledge_campaign_id_campaign")
        ),
        sa.ForeignKeyConstraint(
            ["donor_id"], ["contact.id"], name=op.f("fk_pledge_donor_id_contact")
        ),
        sa.ForeignKeyConstraint(
            ["tier_id"], ["campaign_tier.id"], name=op.f("fk_pledge_tier_id_campaign_tier")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pledge")),
    )
    op.create_index(op.f("ix_pledge_campaign_id"), "pledge", ["campaign_id"], unique=False)
    op.create_index(op.f("ix_pledge_donor_id"), "pledge", ["donor_id"], unique=False)
    op.create_index(op.f("ix_pledge_tier_id"), "pledge", ["tier_id"], unique=False)
    op.create_table(
        "pledge_pause",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("pledge_id", sa.Integer(), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=False),
        sa.CheckConstraint("ended_on > started_on", name=op.f("ck_pledge_pause_ends_later")),
        sa.ForeignKeyConstraint(
            ["pledge_id"], ["pledge.id"], name=op.f("fk_pledge_pause_pledge_id_pledge")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pledge_pause")),
        sa.UniqueConstraint(
            "pledge_id", "started_on", name=op.f("uq_pledge_pause_pledge_id_started_on")
        ),
    )
    op.create_table(
        "vehicle",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("power", sa.Integer(), nullable=False),
        sa.Column("is_electric", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('car', 'motorcycle', 'moped')", name=op.f("ck_vehicle_kind_known")
        ),
        sa.ForeignKeyConstraint(
            ["owner_id"], ["contact.id"], name=op.f("fk_vehicle_owner_id_contact")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vehicle")),
    )
    op.create_index(op.f("ix_vehicle_owner_id"), "vehicle", ["owner_id"], unique=False)
    op.create_table(
        "expense_sheet",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("volunteer_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("title_key", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("settled_on", sa.Date(), nullable=True),
        sa.Column("amount_cents", sa.Integer(), nullable=True),
        sa.Column("payment_id", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.CheckConstraint(
            "(state = 'draft') = (settled_on IS NULL)",
            name=op.f("ck_expense_sheet_settled_known"),
        ),
        sa.CheckConstraint(
            "state IN ('draft', 'waived', 'reimbursed')",
            name=op.f("ck_expense_sheet_state_known"),
        ),
        sa.CheckConstraint(
            _cents("amount_cents"), name=op.f("ck_expense_sheet_amount_cents_is_cents")
        ),
        sa.ForeignKeyConstraint(
            ["payment_id"], ["payment.id"], name=op.f("fk_expense_sheet_payment_id_payment")
        ),
        sa.ForeignKeyConstraint(
            ["volunteer_id"], ["contact.id"], name=op.f("fk_expense_sheet_volunteer_id_contact")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_expense_sheet")),
    )
    op.create_index(
        op.f("ix_expense_sheet_payment_id"), "expense_sheet", ["payment_id"], unique=False
    )
    op.create_index(
        op.f("ix_expense_sheet_volunteer_id"), "expense_sheet", ["volunteer_id"], unique=False
    )
    op.create_table(
        "expense_line",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sheet_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("spent_on", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("amount_cents", sa.Integer(), nullable=False),
        sa.Column("vehicle_id", sa.Integer(), nullable=True),
        sa.Column("metres", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(kind = 'mileage') = (vehicle_id IS NOT NULL)",
            name=op.f("ck_expense_line_vehicle_known"),
        ),
        sa.CheckConstraint(
            "kind IN ('mileage', 'transport', 'toll', 'lodging', 'meal', 'supplies', 'post',"
            " 'other')",
            name=op.f("ck_expense_line_kind_known"),
        ),
        sa.CheckConstraint(
            _cents("amount_cents"), name=op.f("ck_expense_line_amount_cents_is_cents")
        ),
        sa.ForeignKeyConstraint(
            ["sheet_id"],
            ["expense_sheet.id"],
            name=op.f("fk_expense_line_sheet_id_expense_sheet"),
        ),
        sa.ForeignKeyConstraint(
            ["vehicle_id"], ["vehicle.id"], name=op.f("fk_expense_line_vehicle_id_vehicle")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_expense_line")),
    )
    op.create_index(
        op.f("ix_expense_line_sheet_id"), "expense_line", ["sheet_id"], unique=False
    )
    op.create_index(
        "ix_expense_line_vehicle_id", "expense_line", ["vehicle_id", "spent_on"], unique=False
    )
    op.create_table(
        "donation_return",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("donation_id", sa.Integer(), nullable=False),
        sa.Column("returned_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("payment_id", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.CheckConstraint(
            "reason IN ('bounced', 'refunded', 'given_back', 'mistake')",
            name=op.f("ck_donation_return_reason_known"),
        ),
        sa.ForeignKeyConstraint(
            ["donation_id"],
            ["donation.id"],
            name=op.f("fk_donation_return_donation_id_donation"),
        ),
        sa.ForeignKeyConstraint(
            ["payment_id"], ["payment.id"], name=op.f("fk_donation_return_payment_id_payment")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_donation_return")),
        sa.UniqueConstraint("donation_id", name=op.f("uq_donation_return_donation_id")),
    )
    op.create_index(
        op.f("ix_donation_return_payment_id"), "donation_return", ["payment_id"], unique=False
    )
    op.create_table(
        "attachment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("file_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("added_on", sa.Date(), nullable=False),
        sa.Column("expense_sheet_id", sa.Integer(), nullable=True),
        sa.Column("expense_line_id", sa.Integer(), nullable=True),
        sa.Column("donation_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('voucher', 'waiver', 'deed', 'other')",
            name=op.f("ck_attachment_kind_known"),
        ),
        sa.ForeignKeyConstraint(
            ["donation_id"], ["donation.id"], name=op.f("fk_attachment_donation_id_donation")
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
    op.create_index(
        op.f("ix_attachment_donation_id"), "attachment", ["donation_id"], unique=False
    )
    op.create_index(
        op.f("ix_attachment_expense_line_id"), "attachment", ["expense_line_id"], unique=False
    )
    op.create_index(
        op.f("ix_attachment_expense_sheet_id"), "attachment", ["expense_sheet_id"], unique=False
    )
    op.create_index(op.f("ix_attachment_file_id"), "attachment", ["file_id"], unique=False)
    op.create_table(
        "receipt_series",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("prefix", sa.String(), nullable=False),
        sa.Column("digits", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_receipt_series")),
        sa.UniqueConstraint("year", name=op.f("uq_receipt_series_year")),
    )
    op.create_table(
        "tax_receipt_void",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("receipt_id", sa.Integer(), nullable=False),
        sa.Column("voided_on", sa.Date(), nullable=False),
        sa.Column("voided_at", sa.DateTime(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("salt", sa.String(), nullable=False),
        sa.Column("previous_hash", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.CheckConstraint("number > 0", name=op.f("ck_tax_receipt_void_number_positive")),
        sa.ForeignKeyConstraint(
            ["receipt_id"],
            ["tax_receipt.id"],
            name=op.f("fk_tax_receipt_void_receipt_id_tax_receipt"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tax_receipt_void")),
        sa.UniqueConstraint("hash", name=op.f("uq_tax_receipt_void_hash")),
        sa.UniqueConstraint("number", name=op.f("uq_tax_receipt_void_number")),
        sa.UniqueConstraint("receipt_id", name=op.f("uq_tax_receipt_void_receipt_id")),
    )
    op.create_table(
        "receipt_delivery",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("receipt_id", sa.Integer(), nullable=False),
        sa.Column("way", sa.String(), nullable=False),
        sa.Column("delivered_on", sa.Date(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.CheckConstraint(
            "way IN ('printed', 'emailed', 'posted', 'handed')",
            name=op.f("ck_receipt_delivery_way_known"),
        ),
        sa.ForeignKeyConstraint(
            ["receipt_id"],
            ["tax_receipt.id"],
            name=op.f("fk_receipt_delivery_receipt_id_tax_receipt"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_receipt_delivery")),
    )
    op.create_index(
        op.f("ix_receipt_delivery_receipt_id"), "receipt_delivery", ["receipt_id"], unique=False
    )
    op.create_table(
        "receipt_loss",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("first_number", sa.Integer(), nullable=True),
        sa.Column("last_number", sa.Integer(), nullable=True),
        sa.Column("noted_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.CheckConstraint(
            "last_number >= first_number", name=op.f("ck_receipt_loss_in_order")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_receipt_loss")),
    )
    op.create_index(
        "ix_receipt_loss_year", "receipt_loss", ["year", "last_number"], unique=False
    )
    op.create_table(
        "gift_declaration",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fiscal_year", sa.Integer(), nullable=False),
        sa.Column("filed_on", sa.Date(), nullable=False),
        sa.Column("receipt_count", sa.Integer(), nullable=False),
        sa.Column("total_cents", sa.Integer(), nullable=False),
        sa.Column("proof_id", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.CheckConstraint(
            _cents("total_cents"), name=op.f("ck_gift_declaration_total_cents_is_cents")
        ),
        sa.ForeignKeyConstraint(
            ["proof_id"],
            ["stored_file.id"],
            name=op.f("fk_gift_declaration_proof_id_stored_file"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gift_declaration")),
        sa.UniqueConstraint("fiscal_year", name=op.f("uq_gift_declaration_fiscal_year")),
    )
    op.create_table(
        "legal_parameter",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_legal_parameter")),
        sa.UniqueConstraint("code", "since", name=op.f("uq_legal_parameter_code_since")),
    )


def _rebuild_campaign() -> None:
    """Let a campaign have a goal, a minimum, days and an end."""
    op.create_table(
        "new_campaign",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("description", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("goal_cents", sa.Integer(), nullable=True),
        sa.Column("minimum_cents", sa.Integer(), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("is_closed", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.CheckConstraint(_cents("goal_cents"), name=op.f("ck_campaign_goal_cents_is_cents")),
        sa.CheckConstraint(
            _cents("minimum_cents"), name=op.f("ck_campaign_minimum_cents_is_cents")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_campaign")),
        sa.UniqueConstraint("sort_key", name=op.f("uq_campaign_sort_key")),
    )
    _copied("campaign")


def _rebuild_payment_line() -> None:
    """Let a payment be for a tier of a campaign."""
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
        sa.CheckConstraint(
            "kind IN ('gift', 'fee', 'registration', 'sale', 'grant', 'expense', 'other')",
            name=op.f("ck_payment_line_kind_known"),
        ),
        sa.CheckConstraint(
            _cents("amount_cents"), name=op.f("ck_payment_line_amount_cents_is_cents")
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
        "ix_payment_line_kind", "payment_line", ["kind", "membership_id"], unique=False
    )
    op.create_index(
        op.f("ix_payment_line_membership_id"), "payment_line", ["membership_id"], unique=False
    )
    op.create_index(
        op.f("ix_payment_line_payment_id"), "payment_line", ["payment_id"], unique=False
    )
    op.create_index(op.f("ix_payment_line_tier_id"), "payment_line", ["tier_id"], unique=False)


def _rebuild_donation() -> None:
    """Let a gift be of any nature, also without money, and say what came back for it."""
    op.create_table(
        "new_donation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("payment_line_id", sa.Integer(), nullable=True),
        sa.Column("donor_id", sa.Integer(), nullable=True),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("amount_cents", sa.Integer(), nullable=False),
        sa.Column("mode", sa.String(), nullable=False),
        sa.Column("nature", sa.String(), nullable=False),
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("campaign_id", sa.Integer(), nullable=True),
        sa.Column("ineligibility", sa.String(), nullable=True),
        sa.Column("outside_receipt", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("is_fee", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("description", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("value_basis", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("counterpart_cents", sa.Integer(), server_default="0", nullable=False),
        sa.Column("counterpart", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("is_for_ifi", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("tier_id", sa.Integer(), nullable=True),
        sa.Column("pledge_id", sa.Integer(), nullable=True),
        sa.Column("pledge_due_on", sa.Date(), nullable=True),
        sa.Column("expense_sheet_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "form IN ('authentic_deed', 'private_deed', 'manual_gift', 'other')",
            name=op.f("ck_donation_form_known"),
        ),
        sa.CheckConstraint(
            "mode IN ('cash', 'cheque', 'transfer', 'card', 'direct_debit', 'other')",
            name=op.f("ck_donation_mode_known"),
        ),
        sa.CheckConstraint(
            _NATURE_KNOWN,
            name=op.f("ck_donation_nature_known"),
        ),
        sa.CheckConstraint(
            "payment_line_id IS NOT NULL OR nature <> 'money'",
            name=op.f("ck_donation_money_moved"),
        ),
        sa.CheckConstraint(
            _cents("amount_cents"), name=op.f("ck_donation_amount_cents_is_cents")
        ),
        sa.CheckConstraint(
            _cents("counterpart_cents"), name=op.f("ck_donation_counterpart_cents_is_cents")
        ),
        sa.CheckConstraint("amount_cents > 0", name=op.f("ck_donation_amount_positive")),
        sa.CheckConstraint(
            "counterpart_cents >= 0", name=op.f("ck_donation_counterpart_not_negative")
        ),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaign.id"], name=op.f("fk_donation_campaign_id_campaign")
        ),
        sa.ForeignKeyConstraint(
            ["donor_id"], ["contact.id"], name=op.f("fk_donation_donor_id_contact")
        ),
        sa.ForeignKeyConstraint(
            ["expense_sheet_id"],
            ["expense_sheet.id"],
            name=op.f("fk_donation_expense_sheet_id_expense_sheet"),
        ),
        sa.ForeignKeyConstraint(
            ["payment_line_id"],
            ["payment_line.id"],
            name=op.f("fk_donation_payment_line_id_payment_line"),
        ),
        sa.ForeignKeyConstraint(
            ["pledge_id"], ["pledge.id"], name=op.f("fk_donation_pledge_id_pledge")
        ),
        sa.ForeignKeyConstraint(
            ["tier_id"], ["campaign_tier.id"], name=op.f("fk_donation_tier_id_campaign_tier")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_donation")),
        sa.UniqueConstraint("expense_sheet_id", name=op.f("uq_donation_expense_sheet_id")),
        sa.UniqueConstraint("payment_line_id", name=op.f("uq_donation_payment_line_id")),
    )
    _copied("donation")
    op.create_index(op.f("ix_donation_campaign_id"), "donation", ["campaign_id"], unique=False)
    op.create_index(op.f("ix_donation_donor_id"), "donation", ["donor_id"], unique=False)
    op.create_index(
        "ix_donation_received_on", "donation", ["received_on", "id", "is_fee"], unique=False
    )
    op.create_index(op.f("ix_donation_tier_id"), "donation", ["tier_id"], unique=False)
    op.create_index(
        "uq_donation_pledge_due_on", "donation", ["pledge_id", "pledge_due_on"], unique=True
    )


def _rebuild_tax_receipt() -> None:
    """Let a receipt have its number written out, its article and what it replaces."""
    op.create_table(
        "new_tax_receipt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("number_text", sa.String(), nullable=False),
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("form_version", sa.String(), nullable=False),
        sa.Column("article", sa.String(), nullable=False),
        sa.Column("nature", sa.String(), nullable=False),
        sa.Column("scope", sa.String(), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("issued_at", sa.DateTime(), nullable=False),
        sa.Column("donor_id", sa.Integer(), nullable=False),
        sa.Column("donor_name", sa.String(), nullable=False),
        sa.Column("donor_sort_key", sa.String(), nullable=False),
        sa.Column(
            "donor_postal_code", sa.String(), server_default=sa.text("''"), nullable=False
        ),
        sa.Column("amount_cents", sa.Integer(), nullable=False),
        sa.Column("gift_count", sa.Integer(), nullable=False),
        sa.Column("first_gift_on", sa.Date(), nullable=False),
        sa.Column("last_gift_on", sa.Date(), nullable=False),
        sa.Column("replaces_id", sa.Integer(), nullable=True),
        sa.Column("snapshot", sa.String(), nullable=False),
        sa.Column("salt", sa.String(), nullable=False),
        sa.Column("pdf_base_id", sa.Integer(), nullable=True),
        sa.Column("pdf", sa.LargeBinary(), nullable=False),
        sa.Column("pdf_sha256", sa.String(), nullable=False),
        sa.Column("previous_hash", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.CheckConstraint(
            "article IN ('200', '978', '238 bis')", name=op.f("ck_tax_receipt_article_known")
        ),
        sa.CheckConstraint(
            _NATURE_KNOWN,
            name=op.f("ck_tax_receipt_nature_known"),
        ),
        sa.CheckConstraint(
            "scope IN ('donor', 'gift', 'period')", name=op.f("ck_tax_receipt_scope_known")
        ),
        sa.CheckConstraint(
            _cents("amount_cents"), name=op.f("ck_tax_receipt_amount_cents_is_cents")
        ),
        sa.CheckConstraint("amount_cents > 0", name=op.f("ck_tax_receipt_amount_positive")),
        sa.CheckConstraint("number > 0", name=op.f("ck_tax_receipt_number_positive")),
        sa.ForeignKeyConstraint(
            ["donor_id"], ["contact.id"], name=op.f("fk_tax_receipt_donor_id_contact")
        ),
        sa.ForeignKeyConstraint(
            ["pdf_base_id"],
            ["stored_file.id"],
            name=op.f("fk_tax_receipt_pdf_base_id_stored_file"),
        ),
        sa.ForeignKeyConstraint(
            ["replaces_id"],
            ["tax_receipt.id"],
            name=op.f("fk_tax_receipt_replaces_id_tax_receipt"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tax_receipt")),
        sa.UniqueConstraint("hash", name=op.f("uq_tax_receipt_hash")),
        sa.UniqueConstraint("number_text", name=op.f("uq_tax_receipt_number_text")),
        sa.UniqueConstraint("replaces_id", name=op.f("uq_tax_receipt_replaces_id")),
        sa.UniqueConstraint("year", "number", name=op.f("uq_tax_receipt_year_number")),
    )
    _copied(
        "tax_receipt",
        {
            "number_text": "printf('%d-%04d', year, number)",
            "article": "'200'",
            "nature": "json_extract(snapshot, '$.nature')",
            "donor_postal_code": "coalesce(json_extract(snapshot, '$.donor_postal_code'), '')",
            "first_gift_on": _GIFT_DAY.format("min"),
            "last_gift_on": _GIFT_DAY.format("max"),
        },
    )
    op.create_index(op.f("ix_tax_receipt_donor_id"), "tax_receipt", ["donor_id"], unique=False)
    op.create_index(
        op.f("ix_tax_receipt_pdf_base_id"), "tax_receipt", ["pdf_base_id"], unique=False
    )
    op.create_index(
        "ix_tax_receipt_year_donor_id", "tax_receipt", ["year", "donor_id"], unique=False
    )


def _rebuild_tax_receipt_gift() -> None:
    """Let a gift be on a receipt again after the first one was voided."""
    op.create_table(
        "new_tax_receipt_gift",
        sa.Column("receipt_id", sa.Integer(), nullable=False),
        sa.Column("donation_id", sa.Integer(), nullable=False),
        sa.Column("amount_cents", sa.Integer(), nullable=False),
        sa.Column("is_living", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            _cents("amount_cents"), name=op.f("ck_tax_receipt_gift_amount_cents_is_cents")
        ),
        sa.ForeignKeyConstraint(
            ["donation_id"],
            ["donation.id"],
            name=op.f("fk_tax_receipt_gift_donation_id_donation"),
        ),
        sa.ForeignKeyConstraint(
            ["receipt_id"],
            ["tax_receipt.id"],
            name=op.f("fk_tax_receipt_gift_receipt_id_tax_receipt"),
        ),
        sa.PrimaryKeyConstraint("receipt_id", "donation_id", name=op.f("pk_tax_receipt_gift")),
    )
    _copied("tax_receipt_gift", {"is_living": "1"})
    op.create_index(
        "ix_tax_receipt_gift_donation_id",
        "tax_receipt_gift",
        ["donation_id", "receipt_id"],
        unique=False,
    )
    op.create_index(
        "uq_tax_receipt_gift_living",
        "tax_receipt_gift",
        ["donation_id"],
        unique=True,
        sqlite_where=sa.text("is_living = 1"),
        postgresql_where=sa.text("is_living = 1"),
    )


def _rebuild_letter() -> None:
    """Let a letter tell which gift or receipt it goes with."""
    op.create_table(
        "new_letter",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("membership_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("donation_id", sa.Integer(), nullable=True),
        sa.Column("receipt_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "channel IN ('post', 'email')", name=op.f("ck_letter_channel_known")
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_letter_contact_id_contact")
        ),
        sa.ForeignKeyConstraint(
            ["donation_id"], ["donation.id"], name=op.f("fk_letter_donation_id_donation")
        ),
        sa.ForeignKeyConstraint(
            ["membership_id"],
            ["membership.id"],
            name=op.f("fk_letter_membership_id_membership"),
        ),
        sa.ForeignKeyConstraint(
            ["receipt_id"], ["tax_receipt.id"], name=op.f("fk_letter_receipt_id_tax_receipt")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter")),
    )
    _copied("letter")
    op.create_index(op.f("ix_letter_contact_id"), "letter", ["contact_id"], unique=False)
    op.create_index(op.f("ix_letter_donation_id"), "letter", ["donation_id"], unique=False)
    op.create_index(op.f("ix_letter_membership_id"), "letter", ["membership_id"], unique=False)
    op.create_index(op.f("ix_letter_receipt_id"), "letter", ["receipt_id"], unique=False)
