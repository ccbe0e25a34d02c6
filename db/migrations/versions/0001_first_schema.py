"""The first schema: contacts, payments, gifts, receipts, imports and the journal."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_CENTS = "CAST(amount_cents AS INTEGER) = amount_cents AND abs(amount_cents) <= 1000000000000"


def upgrade() -> None:
    """Create every table."""
    op.create_table(
        "campaign",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_campaign")),
        sa.UniqueConstraint("sort_key", name=op.f("uq_campaign_sort_key")),
    )
    op.create_table(
        "contact",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("civility", sa.String(), nullable=False),
        sa.Column("last_name", sa.String(), nullable=False),
        sa.Column("first_name", sa.String(), nullable=False),
        sa.Column("organisation_name", sa.String(), nullable=False),
        sa.Column("legal_form", sa.String(), nullable=False),
        sa.Column("siren", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("email_key", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("street", sa.String(), nullable=False),
        sa.Column("complement", sa.String(), nullable=False),
        sa.Column("postal_code", sa.String(), nullable=False),
        sa.Column("city", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("search_text", sa.String(), nullable=False),
        sa.Column("archived_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('person', 'organisation')", name=op.f("ck_contact_kind_known")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact")),
    )
    op.create_index(op.f("ix_contact_email_key"), "contact", ["email_key"], unique=False)
    op.create_index(
        "ix_contact_list",
        "contact",
        ["archived_on", "sort_key", "id", "kind", "search_text"],
        unique=False,
    )
    op.create_index(op.f("ix_contact_sort_key"), "contact", ["sort_key"], unique=False)
    op.create_table(
        "file_info",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_file_info")),
    )
    op.create_table(
        "import_run",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("file_format", sa.String(), nullable=False),
        sa.Column("imported_at", sa.DateTime(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("new_count", sa.Integer(), nullable=False),
        sa.Column("changed_count", sa.Integer(), nullable=False),
        sa.Column("same_count", sa.Integer(), nullable=False),
        sa.Column("doubtful_count", sa.Integer(), nullable=False),
        sa.Column("refused_count", sa.Integer(), nullable=False),
        sa.Column("amount_cents", sa.Integer(), nullable=False),
        sa.CheckConstraint(_CENTS, name=op.f("ck_import_run_amount_cents_is_cents")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_run")),
    )
    op.create_index(op.f("ix_import_run_sha256"), "import_run", ["sha256"], unique=False)
    op.create_table(
        "operation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("label_values", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("frozen", sa.Boolean(), nullable=False),
        sa.Column("target_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('command', 'undo', 'redo')", name=op.f("ck_operation_kind_known")
        ),
        sa.CheckConstraint(
            "origin IN ('window', 'command_line')", name=op.f("ck_operation_origin_known")
        ),
        sa.CheckConstraint(
            "state IN ('done', 'undone')", name=op.f("ck_operation_state_known")
        ),
        sa.ForeignKeyConstraint(
            ["target_id"], ["operation.id"], name=op.f("fk_operation_target_id_operation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_operation")),
    )
    op.create_index(op.f("ix_operation_target_id"), "operation", ["target_id"], unique=False)
    op.create_table(
        "stored_file",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stored_file")),
        sa.UniqueConstraint("sha256", name=op.f("uq_stored_file_sha256")),
    )
    op.create_table(
        "association",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("rna", sa.String(), nullable=False),
        sa.Column("siren", sa.String(), nullable=False),
        sa.Column("register_entry", sa.String(), nullable=False),
        sa.Column("street", sa.String(), nullable=False),
        sa.Column("complement", sa.String(), nullable=False),
        sa.Column("postal_code", sa.String(), nullable=False),
        sa.Column("city", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("website", sa.String(), nullable=False),
        sa.Column("iban", sa.String(), nullable=False),
        sa.Column("category", sa.String(), nullable=False),
        sa.Column("category_detail", sa.String(), nullable=False),
        sa.Column("decree_on", sa.Date(), nullable=True),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.Column("signatory_name", sa.String(), nullable=False),
        sa.Column("signatory_role", sa.String(), nullable=False),
        sa.Column("fiscal_year_start", sa.Integer(), nullable=False),
        sa.Column("words_1990", sa.Boolean(), nullable=False),
        sa.Column("logo_id", sa.Integer(), nullable=True),
        sa.Column("signature_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("id = 1", name=op.f("ck_association_only_one")),
        sa.ForeignKeyConstraint(
            ["logo_id"], ["stored_file.id"], name=op.f("fk_association_logo_id_stored_file")
        ),
        sa.ForeignKeyConstraint(
            ["signature_id"],
            ["stored_file.id"],
            name=op.f("fk_association_signature_id_stored_file"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_association")),
    )
    op.create_table(
        "operation_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("operation_id", sa.Integer(), nullable=False),
        sa.Column("table_name", sa.String(), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("before", sa.String(), nullable=True),
        sa.Column("after", sa.String(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('insert', 'update', 'delete')",
            name=op.f("ck_operation_change_kind_known"),
        ),
        sa.ForeignKeyConstraint(
            ["operation_id"],
            ["operation.id"],
            name=op.f("fk_operation_change_operation_id_operation"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_operation_change")),
    )
    op.create_index(
        op.f("ix_operation_change_operation_id"),
        "operation_change",
        ["operation_id"],
        unique=False,
    )
    op.create_index(
        "ix_operation_change_row",
        "operation_change",
        ["table_name", "row_id", "id"],
        unique=False,
    )
    op.create_table(
        "payment",
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
        sa.CheckConstraint(
            "direction IN ('in', 'out')", name=op.f("ck_payment_direction_known")
        ),
        sa.CheckConstraint(
            "mode IN ('cash', 'cheque', 'transfer', 'card', 'direct_debit', 'other')",
            name=op.f("ck_payment_mode_known"),
        ),
        sa.CheckConstraint(
            "source IN ('manual', 'helloasso')", name=op.f("ck_payment_source_known")
        ),
        sa.CheckConstraint(
            "state IN ('received', 'to_check', 'dismissed')",
            name=op.f("ck_payment_state_known"),
        ),
        sa.CheckConstraint(_CENTS, name=op.f("ck_payment_amount_cents_is_cents")),
        sa.CheckConstraint("amount_cents >= 0", name=op.f("ck_payment_amount_not_negative")),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaign.id"], name=op.f("fk_payment_campaign_id_campaign")
        ),
        sa.ForeignKeyConstraint(
            ["payer_id"], ["contact.id"], name=op.f("fk_payment_payer_id_contact")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payment")),
    )
    op.create_index(op.f("ix_payment_campaign_id"), "payment", ["campaign_id"], unique=False)
    op.create_index(op.f("ix_payment_order_ref"), "payment", ["order_ref"], unique=False)
    op.create_index("ix_payment_paid_on", "payment", ["paid_on", "id"], unique=False)
    op.create_index(op.f("ix_payment_payer_id"), "payment", ["payer_id"], unique=False)
    op.create_index("uq_payment_outside_ref", "payment", ["source", "outside_ref"], unique=True)
    op.create_table(
        "tax_receipt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("form_version", sa.String(), nullable=False),
        sa.Column("scope", sa.String(), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("issued_at", sa.DateTime(), nullable=False),
        sa.Column("donor_id", sa.Integer(), nullable=False),
        sa.Column("donor_name", sa.String(), nullable=False),
        sa.Column("donor_sort_key", sa.String(), nullable=False),
        sa.Column("amount_cents", sa.Integer(), nullable=False),
        sa.Column("gift_count", sa.Integer(), nullable=False),
        sa.Column("snapshot", sa.String(), nullable=False),
        sa.Column("salt", sa.String(), nullable=False),
        sa.Column("pdf", sa.LargeBinary(), nullable=False),
        sa.Column("pdf_sha256", sa.String(), nullable=False),
        sa.Column("previous_hash", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.CheckConstraint(
            "scope IN ('donor', 'gift')", name=op.f("ck_tax_receipt_scope_known")
        ),
        sa.CheckConstraint(_CENTS, name=op.f("ck_tax_receipt_amount_cents_is_cents")),
        sa.CheckConstraint("amount_cents > 0", name=op.f("ck_tax_receipt_amount_positive")),
        sa.CheckConstraint("number > 0", name=op.f("ck_tax_receipt_number_positive")),
        sa.ForeignKeyConstraint(
            ["donor_id"], ["contact.id"], name=op.f("fk_tax_receipt_donor_id_contact")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tax_receipt")),
        sa.UniqueConstraint("hash", name=op.f("uq_tax_receipt_hash")),
        sa.UniqueConstraint("year", "number", name=op.f("uq_tax_receipt_year_number")),
    )
    op.create_index(op.f("ix_tax_receipt_donor_id"), "tax_receipt", ["donor_id"], unique=False)
    op.create_table(
        "payment_line",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("payment_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("amount_cents", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("label_key", sa.String(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('gift', 'fee', 'registration', 'sale', 'grant', 'expense', 'other')",
            name=op.f("ck_payment_line_kind_known"),
        ),
        sa.CheckConstraint(_CENTS, name=op.f("ck_payment_line_amount_cents_is_cents")),
        sa.ForeignKeyConstraint(
            ["payment_id"], ["payment.id"], name=op.f("fk_payment_line_payment_id_payment")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payment_line")),
    )
    op.create_index(
        op.f("ix_payment_line_payment_id"), "payment_line", ["payment_id"], unique=False
    )
    op.create_table(
        "registration",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("outside_key", sa.String(), nullable=False),
        sa.Column("order_ref", sa.String(), nullable=False),
        sa.Column("registered_on", sa.Date(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("tariff", sa.String(), nullable=False),
        sa.Column("amount_cents", sa.Integer(), nullable=False),
        sa.Column("participant_last_name", sa.String(), nullable=False),
        sa.Column("participant_first_name", sa.String(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=True),
        sa.Column("payer_id", sa.Integer(), nullable=True),
        sa.Column("payment_id", sa.Integer(), nullable=True),
        sa.Column("answers", sa.String(), nullable=False),
        sa.Column("outside_content", sa.String(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('registration', 'fee')", name=op.f("ck_registration_kind_known")
        ),
        sa.CheckConstraint(_CENTS, name=op.f("ck_registration_amount_cents_is_cents")),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_registration_contact_id_contact")
        ),
        sa.ForeignKeyConstraint(
            ["payer_id"], ["contact.id"], name=op.f("fk_registration_payer_id_contact")
        ),
        sa.ForeignKeyConstraint(
            ["payment_id"], ["payment.id"], name=op.f("fk_registration_payment_id_payment")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_registration")),
    )
    op.create_index(
        op.f("ix_registration_contact_id"), "registration", ["contact_id"], unique=False
    )
    op.create_index(
        op.f("ix_registration_order_ref"), "registration", ["order_ref"], unique=False
    )
    op.create_index(
        op.f("ix_registration_payer_id"), "registration", ["payer_id"], unique=False
    )
    op.create_index(
        op.f("ix_registration_payment_id"), "registration", ["payment_id"], unique=False
    )
    op.create_index(
        "uq_registration_key", "registration", ["source", "outside_key"], unique=True
    )
    op.create_table(
        "donation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("payment_line_id", sa.Integer(), nullable=False),
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
        sa.CheckConstraint(
            "form IN ('authentic_deed', 'private_deed', 'manual_gift', 'other')",
            name=op.f("ck_donation_form_known"),
        ),
        sa.CheckConstraint(
            "mode IN ('cash', 'cheque', 'transfer', 'card', 'direct_debit', 'other')",
            name=op.f("ck_donation_mode_known"),
        ),
        sa.CheckConstraint(
            "nature IN ('money', 'listed_shares', 'waived_income', 'waived_expenses', 'other')",
            name=op.f("ck_donation_nature_known"),
        ),
        sa.CheckConstraint(_CENTS, name=op.f("ck_donation_amount_cents_is_cents")),
        sa.CheckConstraint("amount_cents > 0", name=op.f("ck_donation_amount_positive")),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaign.id"], name=op.f("fk_donation_campaign_id_campaign")
        ),
        sa.ForeignKeyConstraint(
            ["donor_id"], ["contact.id"], name=op.f("fk_donation_donor_id_contact")
        ),
        sa.ForeignKeyConstraint(
            ["payment_line_id"],
            ["payment_line.id"],
            name=op.f("fk_donation_payment_line_id_payment_line"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_donation")),
        sa.UniqueConstraint("payment_line_id", name=op.f("uq_donation_payment_line_id")),
    )
    op.create_index(op.f("ix_donation_campaign_id"), "donation", ["campaign_id"], unique=False)
    op.create_index(op.f("ix_donation_donor_id"), "donation", ["donor_id"], unique=False)
    op.create_index("ix_donation_received_on", "donation", ["received_on", "id"], unique=False)
    op.create_table(
        "imported_row",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("payment_id", sa.Integer(), nullable=True),
        sa.Column("registration_id", sa.Integer(), nullable=True),
        sa.Column("raw", sa.String(), nullable=False),
        sa.CheckConstraint(
            "verdict IN ('new', 'changed', 'doubtful', 'refused')",
            name=op.f("ck_imported_row_verdict_known"),
        ),
        sa.ForeignKeyConstraint(
            ["payment_id"], ["payment.id"], name=op.f("fk_imported_row_payment_id_payment")
        ),
        sa.ForeignKeyConstraint(
            ["registration_id"],
            ["registration.id"],
            name=op.f("fk_imported_row_registration_id_registration"),
        ),
        sa.ForeignKeyConstraint(
            ["run_id"], ["import_run.id"], name=op.f("fk_imported_row_run_id_import_run")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_imported_row")),
    )
    op.create_index(
        op.f("ix_imported_row_payment_id"), "imported_row", ["payment_id"], unique=False
    )
    op.create_index(
        op.f("ix_imported_row_registration_id"),
        "imported_row",
        ["registration_id"],
        unique=False,
    )
    op.create_index(op.f("ix_imported_row_run_id"), "imported_row", ["run_id"], unique=False)
    op.create_table(
        "tax_receipt_gift",
        sa.Column("donation_id", sa.Integer(), nullable=False),
        sa.Column("receipt_id", sa.Integer(), nullable=False),
        sa.Column("amount_cents", sa.Integer(), nullable=False),
        sa.CheckConstraint(_CENTS, name=op.f("ck_tax_receipt_gift_amount_cents_is_cents")),
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
        sa.PrimaryKeyConstraint("donation_id", name=op.f("pk_tax_receipt_gift")),
    )
    op.create_index(
        op.f("ix_tax_receipt_gift_receipt_id"), "tax_receipt_gift", ["receipt_id"], unique=False
    )
