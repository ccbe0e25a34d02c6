"""Partners and what is agreed with them, grants from request to report, yearly duties."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add partners, requests of grants and duties; files are kept with them."""
    _add_partners()
    _add_grants()
    _add_commitments()
    _add_home()
    _rebuild_payment_line()
    _rebuild_attachment()
    _index_sums()
    _request_known_grants()


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


def _add_partners() -> None:
    """Add partners, agreements and the fees of networks."""
    op.create_table(
        "partner",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("level", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("referent_id", sa.Integer(), nullable=True),
        sa.Column("purpose", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("note", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.CheckConstraint(
            "kind IN ('research', 'institution', 'funder', 'network', 'field', 'company', "
            "'media', 'other')",
            name=op.f("ck_partner_kind_known"),
        ),
        sa.CheckConstraint(
            "level IN ('', 'neighbourhood', 'town', 'intermunicipal', 'department', "
            "'region', 'national', 'european', 'international')",
            name=op.f("ck_partner_level_known"),
        ),
        sa.CheckConstraint("ended_on >= started_on", name=op.f("ck_partner_days_in_order")),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_partner_contact_id_contact")
        ),
        sa.ForeignKeyConstraint(
            ["referent_id"], ["contact.id"], name=op.f("fk_partner_referent_id_contact")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_partner")),
        sa.UniqueConstraint("contact_id", name=op.f("uq_partner_contact_id")),
    )
    op.create_index(op.f("ix_partner_referent_id"), "partner", ["referent_id"], unique=False)
    op.create_table(
        "agreement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("search_key", sa.String(), nullable=False),
        sa.Column("reference", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=True),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("renewal", sa.String(), nullable=False),
        sa.Column("renewal_months", sa.Integer(), nullable=True),
        sa.Column("notice_months", sa.Integer(), server_default="0", nullable=False),
        sa.Column("notice_days", sa.Integer(), server_default="0", nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("end_reason", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("follows_id", sa.Integer(), nullable=True),
        sa.Column("activity_id", sa.Integer(), nullable=True),
        sa.Column("purpose", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("terms", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("note", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.CheckConstraint(
            "(state = 'ended') = (ended_on IS NOT NULL)", name=op.f("ck_agreement_end_known")
        ),
        sa.CheckConstraint(
            "kind IN ('partnership', 'grant', 'premises', 'equipment', 'service', "
            "'network', 'charter', 'other')",
            name=op.f("ck_agreement_kind_known"),
        ),
        sa.CheckConstraint(
            "renewal IN ('none', 'tacit', 'express')", name=op.f("ck_agreement_renewal_known")
        ),
        sa.CheckConstraint(
            "state IN ('draft', 'sent', 'signed', 'ended')",
            name=op.f("ck_agreement_state_known"),
        ),
        sa.CheckConstraint("ends_on >= starts_on", name=op.f("ck_agreement_days_in_order")),
        sa.CheckConstraint(
            "notice_months >= 0 AND notice_days >= 0",
            name=op.f("ck_agreement_notice_not_negative"),
        ),
        sa.CheckConstraint("renewal_months > 0", name=op.f("ck_agreement_renewal_positive")),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activity.id"], name=op.f("fk_agreement_activity_id_activity")
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_agreement_contact_id_contact")
        ),
        sa.ForeignKeyConstraint(
            ["follows_id"], ["agreement.id"], name=op.f("fk_agreement_follows_id_agreement")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement")),
    )
    op.create_index(
        op.f("ix_agreement_activity_id"), "agreement", ["activity_id"], unique=False
    )
    op.create_index(op.f("ix_agreement_contact_id"), "agreement", ["contact_id"], unique=False)
    op.create_index(op.f("ix_agreement_follows_id"), "agreement", ["follows_id"], unique=False)
    op.create_table(
        "agreement_signatory",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("agreement_id", sa.Integer(), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("role", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "side IN ('ours', 'theirs')", name=op.f("ck_agreement_signatory_side_known")
        ),
        sa.ForeignKeyConstraint(
            ["agreement_id"],
            ["agreement.id"],
            name=op.f("fk_agreement_signatory_agreement_id_agreement"),
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"],
            ["contact.id"],
            name=op.f("fk_agreement_signatory_contact_id_contact"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement_signatory")),
    )
    op.create_index(
        op.f("ix_agreement_signatory_agreement_id"),
        "agreement_signatory",
        ["agreement_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_agreement_signatory_contact_id"),
        "agreement_signatory",
        ["contact_id"],
        unique=False,
    )
    op.create_table(
        "network_fee",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("amount_cents", sa.Integer(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("payment_id", sa.Integer(), nullable=True),
        sa.Column("activity_id", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.CheckConstraint(
            _cents("amount_cents"), name=op.f("ck_network_fee_amount_cents_is_cents")
        ),
        sa.CheckConstraint(
            "amount_cents >= 0", name=op.f("ck_network_fee_amount_not_negative")
        ),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activity.id"], name=op.f("fk_network_fee_activity_id_activity")
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_network_fee_contact_id_contact")
        ),
        sa.ForeignKeyConstraint(
            ["payment_id"], ["payment.id"], name=op.f("fk_network_fee_payment_id_payment")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_network_fee")),
        sa.UniqueConstraint("payment_id", name=op.f("uq_network_fee_payment_id")),
    )
    op.create_index(
        op.f("ix_network_fee_activity_id"), "network_fee", ["activity_id"], unique=False
    )
    op.create_index(
        "uq_network_fee_year", "network_fee", ["contact_id", "year", "label"], unique=True
    )


def _add_grants() -> None:
    """Add calls, projects, requests and reports of grants."""
    op.create_table(
        "grant_call",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("search_key", sa.String(), nullable=False),
        sa.Column("funder_id", sa.Integer(), nullable=True),
        sa.Column("opens_on", sa.Date(), nullable=True),
        sa.Column("closes_on", sa.Date(), nullable=True),
        sa.Column("rate", sa.Integer(), nullable=True),
        sa.Column("floor_cents", sa.Integer(), nullable=True),
        sa.Column("ceiling_cents", sa.Integer(), nullable=True),
        sa.Column("eligible", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("url", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("is_open", sa.Boolean(), server_default=sa.text("1"), nullable=False),
        sa.Column("note", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.CheckConstraint(
            _cents("ceiling_cents"), name=op.f("ck_grant_call_ceiling_cents_is_cents")
        ),
        sa.CheckConstraint(
            _cents("floor_cents"), name=op.f("ck_grant_call_floor_cents_is_cents")
        ),
        sa.CheckConstraint(
            "rate BETWEEN 1 AND 10000", name=op.f("ck_grant_call_rate_within_whole")
        ),
        sa.ForeignKeyConstraint(
            ["funder_id"], ["contact.id"], name=op.f("fk_grant_call_funder_id_contact")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_grant_call")),
    )
    op.create_index(op.f("ix_grant_call_funder_id"), "grant_call", ["funder_id"], unique=False)
    op.create_table(
        "grant_project",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("title_key", sa.String(), nullable=False),
        sa.Column("activity_id", sa.Integer(), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("aims", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("description", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("audience", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("territory", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("means", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("indicators", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("allocation_rule", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("note", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.CheckConstraint("ends_on >= starts_on", name=op.f("ck_grant_project_days_in_order")),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activity.id"], name=op.f("fk_grant_project_activity_id_activity")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_grant_project")),
        sa.UniqueConstraint("activity_id", name=op.f("uq_grant_project_activity_id")),
        sa.UniqueConstraint("title_key", name=op.f("uq_grant_project_title_key")),
    )
    op.create_table(
        "grant_request",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("search_key", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("funder_id", sa.Integer(), nullable=True),
        sa.Column("funder_service", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("budget_line", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("call_id", sa.Integer(), nullable=True),
        sa.Column("project_id", sa.Integer(), nullable=True),
        sa.Column("budget_version_id", sa.Integer(), nullable=True),
        sa.Column("agreement_id", sa.Integer(), nullable=True),
        sa.Column("award_id", sa.Integer(), nullable=True),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("frequency", sa.String(), nullable=False),
        sa.Column("span", sa.String(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("asked_cents", sa.Integer(), nullable=True),
        sa.Column("rate", sa.Integer(), nullable=True),
        sa.Column("asked_on", sa.Date(), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("reference", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("report_due_on", sa.Date(), nullable=True),
        sa.Column("report_sent_on", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.CheckConstraint(
            "award_id IS NULL OR state = 'granted'", name=op.f("ck_grant_request_award_granted")
        ),
        sa.CheckConstraint(
            "form IN ('money', 'kind')", name=op.f("ck_grant_request_form_known")
        ),
        sa.CheckConstraint(
            "frequency IN ('first', 'renewal')", name=op.f("ck_grant_request_frequency_known")
        ),
        sa.CheckConstraint(
            "purpose IN ('operating', 'project', 'investment')",
            name=op.f("ck_grant_request_purpose_known"),
        ),
        sa.CheckConstraint(
            "span IN ('year', 'several')", name=op.f("ck_grant_request_span_known")
        ),
        sa.CheckConstraint(
            "state IN ('draft', 'sent', 'granted', 'refused', 'withdrawn')",
            name=op.f("ck_grant_request_state_known"),
        ),
        sa.CheckConstraint(
            _cents("asked_cents"), name=op.f("ck_grant_request_asked_cents_is_cents")
        ),
        sa.CheckConstraint(
            "asked_cents >= 0", name=op.f("ck_grant_request_asked_not_negative")
        ),
        sa.CheckConstraint("ends_on >= starts_on", name=op.f("ck_grant_request_days_in_order")),
        sa.CheckConstraint(
            "rate BETWEEN 1 AND 10000", name=op.f("ck_grant_request_rate_within_whole")
        ),
        sa.ForeignKeyConstraint(
            ["agreement_id"],
            ["agreement.id"],
            name=op.f("fk_grant_request_agreement_id_agreement"),
        ),
        sa.ForeignKeyConstraint(
            ["award_id"], ["grant_award.id"], name=op.f("fk_grant_request_award_id_grant_award")
        ),
        sa.ForeignKeyConstraint(
            ["budget_version_id"],
            ["budget_version.id"],
            name=op.f("fk_grant_request_budget_version_id_budget_version"),
        ),
        sa.ForeignKeyConstraint(
            ["call_id"], ["grant_call.id"], name=op.f("fk_grant_request_call_id_grant_call")
        ),
        sa.ForeignKeyConstraint(
            ["funder_id"], ["contact.id"], name=op.f("fk_grant_request_funder_id_contact")
        ),
        sa.ForeignKeyConstraint(
            ["project_id"],
            ["grant_project.id"],
            name=op.f("fk_grant_request_project_id_grant_project"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_grant_request")),
        sa.UniqueConstraint("award_id", name=op.f("uq_grant_request_award_id")),
    )
    op.create_index(
        op.f("ix_grant_request_agreement_id"), "grant_request", ["agreement_id"], unique=False
    )
    op.create_index(
        op.f("ix_grant_request_budget_version_id"),
        "grant_request",
        ["budget_version_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_grant_request_call_id"), "grant_request", ["call_id"], unique=False
    )
    op.create_index(
        op.f("ix_grant_request_funder_id"), "grant_request", ["funder_id"], unique=False
    )
    op.create_index(
        op.f("ix_grant_request_project_id"), "grant_request", ["project_id"], unique=False
    )
    op.create_table(
        "grant_project_line",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("line", sa.String(), nullable=False),
        sa.Column("label", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("amount_cents", sa.Integer(), nullable=False),
        sa.Column("grant_request_id", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            _cents("amount_cents"), name=op.f("ck_grant_project_line_amount_cents_is_cents")
        ),
        sa.CheckConstraint(
            "amount_cents >= 0", name=op.f("ck_grant_project_line_amount_not_negative")
        ),
        sa.ForeignKeyConstraint(
            ["grant_request_id"],
            ["grant_request.id"],
            name=op.f("fk_grant_project_line_grant_request_id_grant_request"),
        ),
        sa.ForeignKeyConstraint(
            ["project_id"],
            ["grant_project.id"],
            name=op.f("fk_grant_project_line_project_id_grant_project"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_grant_project_line")),
    )
    op.create_index(
        op.f("ix_grant_project_line_grant_request_id"),
        "grant_project_line",
        ["grant_request_id"],
        unique=False,
    )
    op.create_index(
        "ix_grant_project_line_project_id",
        "grant_project_line",
        ["project_id", "line", "position"],
        unique=False,
    )
    op.create_table(
        "grant_eligible_cost",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("grant_request_id", sa.Integer(), nullable=False),
        sa.Column("line", sa.String(), nullable=False),
        sa.Column("rate", sa.Integer(), nullable=True),
        sa.Column("ceiling_cents", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            _cents("ceiling_cents"), name=op.f("ck_grant_eligible_cost_ceiling_cents_is_cents")
        ),
        sa.CheckConstraint(
            "rate BETWEEN 1 AND 10000", name=op.f("ck_grant_eligible_cost_rate_within_whole")
        ),
        sa.ForeignKeyConstraint(
            ["grant_request_id"],
            ["grant_request.id"],
            name=op.f("fk_grant_eligible_cost_grant_request_id_grant_request"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_grant_eligible_cost")),
        sa.UniqueConstraint(
            "grant_request_id",
            "line",
            name=op.f("uq_grant_eligible_cost_grant_request_id_line"),
        ),
    )
    op.create_table(
        "grant_instalment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("grant_request_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("amount_cents", sa.Integer(), nullable=False),
        sa.Column("expected_on", sa.Date(), nullable=True),
        sa.Column("needs", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.CheckConstraint(
            _cents("amount_cents"), name=op.f("ck_grant_instalment_amount_cents_is_cents")
        ),
        sa.CheckConstraint(
            "amount_cents > 0", name=op.f("ck_grant_instalment_amount_positive")
        ),
        sa.ForeignKeyConstraint(
            ["grant_request_id"],
            ["grant_request.id"],
            name=op.f("fk_grant_instalment_grant_request_id_grant_request"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_grant_instalment")),
    )
    op.create_index(
        "ix_grant_instalment_grant_request_id",
        "grant_instalment",
        ["grant_request_id", "position"],
        unique=False,
    )
    op.create_table(
        "grant_report",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("grant_request_id", sa.Integer(), nullable=False),
        sa.Column("carried_out", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("beneficiaries", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("places", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("outcomes", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("allocation_rule", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("variances", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("volunteering", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("observations", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.Column("signed_at", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("signatory_name", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("signatory_role", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.ForeignKeyConstraint(
            ["grant_request_id"],
            ["grant_request.id"],
            name=op.f("fk_grant_report_grant_request_id_grant_request"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_grant_report")),
        sa.UniqueConstraint("grant_request_id", name=op.f("uq_grant_report_grant_request_id")),
    )
    op.create_table(
        "grant_profile",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("siret", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("short_name", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("approvals", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("networks", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("legal_entities", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("representative", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column(
            "representative_role", sa.String(), server_default=sa.text("''"), nullable=False
        ),
        sa.Column(
            "representative_phone", sa.String(), server_default=sa.text("''"), nullable=False
        ),
        sa.Column(
            "representative_email", sa.String(), server_default=sa.text("''"), nullable=False
        ),
        sa.Column("correspondent", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column(
            "correspondent_role", sa.String(), server_default=sa.text("''"), nullable=False
        ),
        sa.Column(
            "correspondent_phone", sa.String(), server_default=sa.text("''"), nullable=False
        ),
        sa.Column(
            "correspondent_email", sa.String(), server_default=sa.text("''"), nullable=False
        ),
        sa.Column(
            "has_commercial_taxes", sa.Boolean(), server_default=sa.text("0"), nullable=False
        ),
        sa.Column("has_vat", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("volunteers", sa.Integer(), nullable=True),
        sa.Column("civic_volunteers", sa.Integer(), server_default="0", nullable=False),
        sa.Column("employees", sa.Integer(), server_default="0", nullable=False),
        sa.Column("aided_employees", sa.Integer(), server_default="0", nullable=False),
        sa.Column("full_time_hundredths", sa.Integer(), server_default="0", nullable=False),
        sa.Column("seconded", sa.Integer(), server_default="0", nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_grant_profile_only_one")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_grant_profile")),
    )


def _add_commitments() -> None:
    """Add what partners and we owe each other."""
    op.create_table(
        "commitment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("agreement_id", sa.Integer(), nullable=True),
        sa.Column("grant_request_id", sa.Integer(), nullable=True),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("text_key", sa.String(), nullable=False),
        sa.Column("amount_cents", sa.Integer(), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("repeat_months", sa.Integer(), nullable=True),
        sa.Column("follows_id", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("kept_on", sa.Date(), nullable=True),
        sa.Column("payment_id", sa.Integer(), nullable=True),
        sa.Column("contribution_id", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.CheckConstraint(
            "(state = 'kept') = (kept_on IS NOT NULL)", name=op.f("ck_commitment_kept_known")
        ),
        sa.CheckConstraint(
            "kind IN ('money', 'room', 'goods', 'hours', 'visibility', 'report', 'other')",
            name=op.f("ck_commitment_kind_known"),
        ),
        sa.CheckConstraint("side IN ('ours', 'theirs')", name=op.f("ck_commitment_side_known")),
        sa.CheckConstraint(
            "state IN ('open', 'kept', 'dropped')", name=op.f("ck_commitment_state_known")
        ),
        sa.CheckConstraint(
            _cents("amount_cents"), name=op.f("ck_commitment_amount_cents_is_cents")
        ),
        sa.CheckConstraint("amount_cents > 0", name=op.f("ck_commitment_amount_positive")),
        sa.CheckConstraint("minutes > 0", name=op.f("ck_commitment_minutes_positive")),
        sa.CheckConstraint("repeat_months > 0", name=op.f("ck_commitment_repeat_positive")),
        sa.ForeignKeyConstraint(
            ["agreement_id"],
            ["agreement.id"],
            name=op.f("fk_commitment_agreement_id_agreement"),
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_commitment_contact_id_contact")
        ),
        sa.ForeignKeyConstraint(
            ["contribution_id"],
            ["kind_contribution.id"],
            name=op.f("fk_commitment_contribution_id_kind_contribution"),
        ),
        sa.ForeignKeyConstraint(
            ["follows_id"], ["commitment.id"], name=op.f("fk_commitment_follows_id_commitment")
        ),
        sa.ForeignKeyConstraint(
            ["grant_request_id"],
            ["grant_request.id"],
            name=op.f("fk_commitment_grant_request_id_grant_request"),
        ),
        sa.ForeignKeyConstraint(
            ["payment_id"], ["payment.id"], name=op.f("fk_commitment_payment_id_payment")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_commitment")),
    )
    op.create_index(
        op.f("ix_commitment_agreement_id"), "commitment", ["agreement_id"], unique=False
    )
    op.create_index(
        op.f("ix_commitment_contact_id"), "commitment", ["contact_id"], unique=False
    )
    op.create_index(
        op.f("ix_commitment_contribution_id"), "commitment", ["contribution_id"], unique=False
    )
    op.create_index("ix_commitment_due_on", "commitment", ["state", "due_on"], unique=False)
    op.create_index(
        op.f("ix_commitment_follows_id"), "commitment", ["follows_id"], unique=False
    )
    op.create_index(
        op.f("ix_commitment_grant_request_id"), "commitment", ["grant_request_id"], unique=False
    )
    op.create_index(
        op.f("ix_commitment_payment_id"), "commitment", ["payment_id"], unique=False
    )


def _add_home() -> None:
    """Add duties that were done and yearly reports."""
    op.create_table(
        "duty_mark",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("period", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("marked_on", sa.Date(), nullable=False),
        sa.Column("note", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.CheckConstraint(
            "state IN ('done', 'not_ours')", name=op.f("ck_duty_mark_state_known")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duty_mark")),
        sa.UniqueConstraint("code", "period", name=op.f("uq_duty_mark_code_period")),
    )
    op.create_table(
        "own_duty",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("repeat_months", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.CheckConstraint("repeat_months > 0", name=op.f("ck_own_duty_repeat_positive")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_duty")),
    )
    op.create_table(
        "annual_report",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("foreword", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("outlook", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("blocks", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_annual_report")),
        sa.UniqueConstraint("year", name=op.f("uq_annual_report_year")),
    )


def _rebuild_payment_line() -> None:
    """Take fees of networks."""
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
        sa.Column("party_id", sa.Integer(), nullable=True),
        sa.Column("activity_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('gift', 'fee', 'registration', 'sale', 'grant', 'expense', "
            "'network_fee', 'other')",
            name=op.f("ck_payment_line_kind_known"),
        ),
        sa.CheckConstraint(
            _cents("amount_cents"), name=op.f("ck_payment_line_amount_cents_is_cents")
        ),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activity.id"], name=op.f("fk_payment_line_activity_id_activity")
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
            ["party_id"], ["event_party.id"], name=op.f("fk_payment_line_party_id_event_party")
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
        op.f("ix_payment_line_activity_id"), "payment_line", ["activity_id"], unique=False
    )
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
        op.f("ix_payment_line_party_id"), "payment_line", ["party_id"], unique=False
    )
    op.create_index(
        "ix_payment_line_payment_id",
        "payment_line",
        ["payment_id", "amount_cents"],
        unique=False,
    )
    op.create_index(op.f("ix_payment_line_tier_id"), "payment_line", ["tier_id"], unique=False)


def _rebuild_attachment() -> None:
    """Keep files with agreements, commitments and grants."""
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
        sa.Column("event_id", sa.Integer(), nullable=True),
        sa.Column("working_group_id", sa.Integer(), nullable=True),
        sa.Column("agreement_id", sa.Integer(), nullable=True),
        sa.Column("commitment_id", sa.Integer(), nullable=True),
        sa.Column("grant_request_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('voucher', 'waiver', 'deed', 'other')",
            name=op.f("ck_attachment_kind_known"),
        ),
        sa.ForeignKeyConstraint(
            ["agreement_id"],
            ["agreement.id"],
            name=op.f("fk_attachment_agreement_id_agreement"),
        ),
        sa.ForeignKeyConstraint(
            ["commitment_id"],
            ["commitment.id"],
            name=op.f("fk_attachment_commitment_id_commitment"),
        ),
        sa.ForeignKeyConstraint(
            ["donation_id"], ["donation.id"], name=op.f("fk_attachment_donation_id_donation")
        ),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["entry.id"], name=op.f("fk_attachment_entry_id_entry")
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_attachment_event_id_event")
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
        sa.ForeignKeyConstraint(
            ["grant_request_id"],
            ["grant_request.id"],
            name=op.f("fk_attachment_grant_request_id_grant_request"),
        ),
        sa.ForeignKeyConstraint(
            ["working_group_id"],
            ["working_group.id"],
            name=op.f("fk_attachment_working_group_id_working_group"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment")),
    )
    _copied("attachment")
    op.create_index(
        op.f("ix_attachment_agreement_id"), "attachment", ["agreement_id"], unique=False
    )
    op.create_index(
        op.f("ix_attachment_commitment_id"), "attachment", ["commitment_id"], unique=False
    )
    op.create_index(
        op.f("ix_attachment_donation_id"), "attachment", ["donation_id"], unique=False
    )
    op.create_index(op.f("ix_attachment_entry_id"), "attachment", ["entry_id"], unique=False)
    op.create_index(op.f("ix_attachment_event_id"), "attachment", ["event_id"], unique=False)
    op.create_index(
        op.f("ix_attachment_expense_line_id"), "attachment", ["expense_line_id"], unique=False
    )
    op.create_index(
        op.f("ix_attachment_expense_sheet_id"), "attachment", ["expense_sheet_id"], unique=False
    )
    op.create_index(op.f("ix_attachment_file_id"), "attachment", ["file_id"], unique=False)
    op.create_index(
        op.f("ix_attachment_grant_request_id"), "attachment", ["grant_request_id"], unique=False
    )
    op.create_index(
        op.f("ix_attachment_working_group_id"), "attachment", ["working_group_id"], unique=False
    )


def _index_sums() -> None:
    """Let money and gifts be added up without reading their rows."""
    uncommon = sa.text("direction = 'out' OR state <> 'received'")
    op.create_index(
        "ix_payment_uncommon",
        "payment",
        ["direction", "state", "id"],
        unique=False,
        sqlite_where=uncommon,
        postgresql_where=uncommon,
    )
    op.drop_index("ix_donation_campaign_id", table_name="donation")
    op.create_index(
        "ix_donation_campaign_id",
        "donation",
        ["campaign_id", "tier_id", "is_fee", "amount_cents"],
        unique=False,
    )
    op.drop_index("ix_donation_received_on", table_name="donation")
    op.create_index(
        "ix_donation_received_on",
        "donation",
        ["received_on", "id", "is_fee", "nature", "amount_cents"],
        unique=False,
    )


def _request_known_grants() -> None:
    """Give each grant that was notified its file: granted, nobody knows what was asked."""
    op.execute(
        "INSERT INTO grant_request (title, search_key, state, funder_id, award_id, "
        "purpose, form,"
        " frequency, span, starts_on, ends_on, decided_on, note)"
        " SELECT title, title_key, 'granted', funder_id, id, kind, 'money',"
        " 'first', 'year', starts_on, ends_on, notified_on, note FROM grant_award ORDER BY id"
    )
