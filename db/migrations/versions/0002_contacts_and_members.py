"""Contacts in full, memberships and shares; triggers keep the sums of contacts."""

import json

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

# What the journal's images of contacts that were deleted lack.
_NEW_COLUMNS = {
    "number": "",
    "number_key": "",
    "birth_on": None,
    "language": "",
    "sector": "",
    "discipline": "",
    "photo_id": None,
    "acronym": "",
    "organisation_kind": "",
    "siret": "",
    "rna": "",
    "website": "",
    "parent_id": None,
    "household_id": None,
    "city_key": "",
    "match_keys": "",
    "merged_into_id": None,
}


def upgrade() -> None:
    """Add the new tables, then build five again with their new columns."""
    _add_tables()
    _rebuild_contact()
    _rebuild_payment_line()
    _rebuild_imported_row()
    _rebuild_association()
    _rebuild_donation()
    _index_deleted()
    _change_images()
    _fill_sums()


def _cents(column: str) -> str:
    return f"CAST({column} AS INTEGER) = {column} AND abs({column}) <= 1000000000000"


def _copied(table: str, values: dict[str, str] | None = None) -> None:
    """Move the rows of a table into its new form, which stands beside it as ``new_…``.

    ``values`` gives SQL for columns that the table did not have; a column without a place in
    the new form is left behind.
    """
    inspector = sa.inspect(op.get_bind())
    old = {column["name"] for column in inspector.get_columns(table)}
    new = {column["name"] for column in inspector.get_columns(f"new_{table}")}
    taken = {name: name for name in sorted(old & new)} | (values or {})
    names, sources = ", ".join(taken), ", ".join(taken.values())
    op.execute(f"INSERT INTO new_{table} ({names}) SELECT {sources} FROM {table}")  # noqa: S608 (our own names)
    op.drop_table(table)
    op.rename_table(f"new_{table}", table)


def _add_tables() -> None:
    """Create what is new."""
    op.create_table(
        "column_mapping",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("header_key", sa.String(), nullable=False),
        sa.Column("columns", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_column_mapping")),
        sa.UniqueConstraint("header_key", name=op.f("uq_column_mapping_header_key")),
    )
    op.create_table(
        "custom_field",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("kind_of_contact", sa.String(), nullable=False),
        sa.Column("choices", sa.String(), nullable=False),
        sa.Column("is_listed", sa.Boolean(), nullable=False),
        sa.Column("is_searched", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('text', 'long_text', 'number', 'amount', 'date', 'yes_no', 'choice',"
            " 'choices')",
            name=op.f("ck_custom_field_kind_known"),
        ),
        sa.CheckConstraint(
            "kind_of_contact IN ('', 'person', 'organisation')",
            name=op.f("ck_custom_field_kind_of_contact_known"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_custom_field")),
        sa.UniqueConstraint("name_key", name=op.f("uq_custom_field_name_key")),
    )
    op.create_table(
        "household",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_household")),
    )
    op.create_table(
        "letter_template",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter_template")),
        sa.UniqueConstraint("kind", "name_key", name=op.f("uq_letter_template_kind_name_key")),
    )
    op.create_table(
        "member_rules",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("number_pattern", sa.String(), nullable=False),
        sa.Column("renewal_days", sa.Integer(), nullable=False),
        sa.Column("grace_days", sa.Integer(), nullable=False),
        sa.Column("has_shares", sa.Boolean(), nullable=False),
        sa.Column("share_nominal_cents", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "who IN ('anyone', 'persons', 'organisations')",
            name=op.f("ck_member_rules_who_known"),
        ),
        sa.CheckConstraint(
            _cents("share_nominal_cents"),
            name=op.f("ck_member_rules_share_nominal_cents_is_cents"),
        ),
        sa.CheckConstraint("id = 1", name=op.f("ck_member_rules_only_one")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_member_rules")),
    )
    op.create_table(
        "membership_type",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("amount_kind", sa.String(), nullable=False),
        sa.Column("amount_cents", sa.Integer(), nullable=False),
        sa.Column("holder", sa.String(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("college", sa.String(), nullable=False),
        sa.Column("has_vote", sa.Boolean(), nullable=False),
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("season_month", sa.Integer(), nullable=False),
        sa.Column("season_day", sa.Integer(), nullable=False),
        sa.Column("months", sa.Integer(), nullable=False),
        sa.Column("joining_fee_cents", sa.Integer(), nullable=False),
        sa.Column("prorata", sa.Boolean(), nullable=False),
        sa.Column("counterpart_cents", sa.Integer(), nullable=False),
        sa.Column("receipt_eligible", sa.Boolean(), nullable=False),
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("outside_names", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("archived_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "amount_kind IN ('free', 'fixed', 'minimum', 'suggested')",
            name=op.f("ck_membership_type_amount_kind_known"),
        ),
        sa.CheckConstraint(
            "holder IN ('contact', 'household')", name=op.f("ck_membership_type_holder_known")
        ),
        sa.CheckConstraint(
            "period IN ('calendar_year', 'fiscal_year', 'season', 'rolling', 'life')",
            name=op.f("ck_membership_type_period_known"),
        ),
        sa.CheckConstraint(
            "who IN ('anyone', 'persons', 'organisations')",
            name=op.f("ck_membership_type_who_known"),
        ),
        sa.CheckConstraint(
            _cents("amount_cents"), name=op.f("ck_membership_type_amount_cents_is_cents")
        ),
        sa.CheckConstraint(
            _cents("counterpart_cents"),
            name=op.f("ck_membership_type_counterpart_cents_is_cents"),
        ),
        sa.CheckConstraint(
            _cents("joining_fee_cents"),
            name=op.f("ck_membership_type_joining_fee_cents_is_cents"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_membership_type")),
        sa.UniqueConstraint("sort_key", name=op.f("uq_membership_type_sort_key")),
    )
    op.create_table(
        "saved_filter",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.Column("condition", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_filter")),
        sa.UniqueConstraint("name_key", name=op.f("uq_saved_filter_name_key")),
    )
    op.create_table(
        "tag",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tag")),
        sa.UniqueConstraint("sort_key", name=op.f("uq_tag_sort_key")),
    )
    op.create_table(
        "working_group",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_working_group")),
        sa.UniqueConstraint("sort_key", name=op.f("uq_working_group_sort_key")),
    )
    op.create_table(
        "affiliation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["contact.id"],
            name=op.f("fk_affiliation_organisation_id_contact"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["contact.id"], name=op.f("fk_affiliation_person_id_contact")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_affiliation")),
    )
    op.create_index(
        op.f("ix_affiliation_organisation_id"), "affiliation", ["organisation_id"], unique=False
    )
    op.create_index(
        op.f("ix_affiliation_person_id"), "affiliation", ["person_id"], unique=False
    )
    op.create_table(
        "contact_key",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("key", "contact_id", name=op.f("pk_contact_key")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "consent",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("given", sa.Boolean(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.CheckConstraint(
            "purpose IN ('newsletter', 'public_thanks', 'photo')",
            name=op.f("ck_consent_purpose_known"),
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_consent_contact_id_contact")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent")),
    )
    op.create_index(
        "ix_consent_in_force",
        "consent",
        ["contact_id", "purpose", "decided_on", "id"],
        unique=False,
    )
    op.create_table(
        "contact_address",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("street", sa.String(), nullable=False),
        sa.Column("complement", sa.String(), nullable=False),
        sa.Column("postal_code", sa.String(), nullable=False),
        sa.Column("city", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_contact_address_contact_id_contact")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_address")),
    )
    op.create_index(
        op.f("ix_contact_address_contact_id"), "contact_address", ["contact_id"], unique=False
    )
    op.create_table(
        "contact_note",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("noted_on", sa.Date(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_contact_note_contact_id_contact")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_note")),
    )
    op.create_index(
        op.f("ix_contact_note_contact_id"), "contact_note", ["contact_id"], unique=False
    )
    op.create_table(
        "contact_point",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("value_key", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('email', 'phone')", name=op.f("ck_contact_point_kind_known")
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_contact_point_contact_id_contact")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_point")),
    )
    op.create_index(
        op.f("ix_contact_point_contact_id"), "contact_point", ["contact_id"], unique=False
    )
    op.create_index(
        "ix_contact_point_value_key", "contact_point", ["kind", "value_key"], unique=False
    )
    op.create_table(
        "contact_reference",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_contact_reference_contact_id_contact")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_reference")),
        sa.UniqueConstraint(
            "source", "reference", name=op.f("uq_contact_reference_source_reference")
        ),
    )
    op.create_index(
        op.f("ix_contact_reference_contact_id"),
        "contact_reference",
        ["contact_id"],
        unique=False,
    )
    op.create_table(
        "contact_tag",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("tag_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_contact_tag_contact_id_contact")
        ),
        sa.ForeignKeyConstraint(["tag_id"], ["tag.id"], name=op.f("fk_contact_tag_tag_id_tag")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_tag")),
        sa.UniqueConstraint(
            "contact_id", "tag_id", name=op.f("uq_contact_tag_contact_id_tag_id")
        ),
    )
    op.create_index(op.f("ix_contact_tag_tag_id"), "contact_tag", ["tag_id"], unique=False)
    op.create_table(
        "custom_value",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("field_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_custom_value_contact_id_contact")
        ),
        sa.ForeignKeyConstraint(
            ["field_id"],
            ["custom_field.id"],
            name=op.f("fk_custom_value_field_id_custom_field"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_custom_value")),
        sa.UniqueConstraint(
            "contact_id", "field_id", name=op.f("uq_custom_value_contact_id_field_id")
        ),
    )
    op.create_index(
        "ix_custom_value_field_id", "custom_value", ["field_id", "text"], unique=False
    )
    op.create_table(
        "departure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("left_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.CheckConstraint(
            "reason IN ('resigned', 'struck_off', 'deceased')",
            name=op.f("ck_departure_reason_known"),
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_departure_contact_id_contact")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_departure")),
    )
    op.create_index(op.f("ix_departure_contact_id"), "departure", ["contact_id"], unique=False)
    op.create_table(
        "group_member",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_group_member_contact_id_contact")
        ),
        sa.ForeignKeyConstraint(
            ["group_id"],
            ["working_group.id"],
            name=op.f("fk_group_member_group_id_working_group"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_group_member")),
    )
    op.create_index(
        op.f("ix_group_member_contact_id"), "group_member", ["contact_id"], unique=False
    )
    op.create_index(
        op.f("ix_group_member_group_id"), "group_member", ["group_id"], unique=False
    )
    op.create_table(
        "not_duplicate",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("first_id", sa.Integer(), nullable=False),
        sa.Column("second_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("first_id < second_id", name=op.f("ck_not_duplicate_lower_first")),
        sa.ForeignKeyConstraint(
            ["first_id"], ["contact.id"], name=op.f("fk_not_duplicate_first_id_contact")
        ),
        sa.ForeignKeyConstraint(
            ["second_id"], ["contact.id"], name=op.f("fk_not_duplicate_second_id_contact")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_not_duplicate")),
        sa.UniqueConstraint(
            "first_id", "second_id", name=op.f("uq_not_duplicate_first_id_second_id")
        ),
    )
    op.create_index(
        op.f("ix_not_duplicate_second_id"), "not_duplicate", ["second_id"], unique=False
    )
    op.create_table(
        "share_movement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("moved_on", sa.Date(), nullable=False),
        sa.Column("shares", sa.Integer(), nullable=False),
        sa.Column("nominal_cents", sa.Integer(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('subscription', 'withdrawal')", name=op.f("ck_share_movement_kind_known")
        ),
        sa.CheckConstraint(
            _cents("nominal_cents"), name=op.f("ck_share_movement_nominal_cents_is_cents")
        ),
        sa.CheckConstraint(
            "nominal_cents > 0", name=op.f("ck_share_movement_nominal_positive")
        ),
        sa.CheckConstraint("shares > 0", name=op.f("ck_share_movement_shares_positive")),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_share_movement_contact_id_contact")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_share_movement")),
        sa.UniqueConstraint("number", name=op.f("uq_share_movement_number")),
    )
    op.create_index(
        op.f("ix_share_movement_contact_id"), "share_movement", ["contact_id"], unique=False
    )
    op.create_table(
        "membership",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("type_id", sa.Integer(), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=False),
        sa.Column("fee_cents", sa.Integer(), nullable=False),
        sa.Column("joining_fee_cents", sa.Integer(), nullable=False),
        sa.Column("instalment_count", sa.Integer(), nullable=False),
        sa.Column("previous_id", sa.Integer(), nullable=True),
        sa.Column("registration_id", sa.Integer(), nullable=True),
        sa.Column("cancelled_on", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("paid_cents", sa.Integer(), server_default="0", nullable=False),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.Column("start_year", sa.Integer(), nullable=False),
        sa.CheckConstraint(_cents("fee_cents"), name=op.f("ck_membership_fee_cents_is_cents")),
        sa.CheckConstraint(
            _cents("joining_fee_cents"), name=op.f("ck_membership_joining_fee_cents_is_cents")
        ),
        sa.CheckConstraint(
            "ended_on >= started_on", name=op.f("ck_membership_ends_after_start")
        ),
        sa.CheckConstraint(
            "fee_cents >= 0 AND joining_fee_cents >= 0",
            name=op.f("ck_membership_due_not_negative"),
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_membership_contact_id_contact")
        ),
        sa.ForeignKeyConstraint(
            ["previous_id"],
            ["membership.id"],
            name=op.f("fk_membership_previous_id_membership"),
        ),
        sa.ForeignKeyConstraint(
            ["registration_id"],
            ["registration.id"],
            name=op.f("fk_membership_registration_id_registration"),
        ),
        sa.ForeignKeyConstraint(
            ["type_id"],
            ["membership_type.id"],
            name=op.f("fk_membership_type_id_membership_type"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_membership")),
    )
    op.create_index(
        op.f("ix_membership_contact_id"), "membership", ["contact_id"], unique=False
    )
    op.create_index("ix_membership_ended_on", "membership", ["ended_on", "id"], unique=False)
    op.create_index(
        "ix_membership_list",
        "membership",
        [
            "start_year",
            "name_key",
            "id",
            "cancelled_on",
            "type_id",
            "contact_id",
            "started_on",
            "ended_on",
            "fee_cents",
            "joining_fee_cents",
            "paid_cents",
        ],
        unique=False,
    )
    op.create_index(
        "ix_membership_name_key",
        "membership",
        ["name_key", "id", "cancelled_on", "contact_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_membership_previous_id"), "membership", ["previous_id"], unique=False
    )
    op.create_index(
        op.f("ix_membership_registration_id"), "membership", ["registration_id"], unique=False
    )
    op.create_index(
        "ix_membership_started_on", "membership", ["started_on", "id"], unique=False
    )
    op.create_index(op.f("ix_membership_type_id"), "membership", ["type_id"], unique=False)
    op.create_table(
        "instalment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("membership_id", sa.Integer(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("amount_cents", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            _cents("amount_cents"), name=op.f("ck_instalment_amount_cents_is_cents")
        ),
        sa.ForeignKeyConstraint(
            ["membership_id"],
            ["membership.id"],
            name=op.f("fk_instalment_membership_id_membership"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_instalment")),
    )
    op.create_index(
        op.f("ix_instalment_membership_id"), "instalment", ["membership_id"], unique=False
    )
    op.create_table(
        "letter",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("membership_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.CheckConstraint(
            "channel IN ('post', 'email')", name=op.f("ck_letter_channel_known")
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_letter_contact_id_contact")
        ),
        sa.ForeignKeyConstraint(
            ["membership_id"],
            ["membership.id"],
            name=op.f("fk_letter_membership_id_membership"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter")),
    )
    op.create_index(op.f("ix_letter_contact_id"), "letter", ["contact_id"], unique=False)
    op.create_index(op.f("ix_letter_membership_id"), "letter", ["membership_id"], unique=False)
    op.create_table(
        "membership_person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("membership_id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_membership_person_contact_id_contact")
        ),
        sa.ForeignKeyConstraint(
            ["membership_id"],
            ["membership.id"],
            name=op.f("fk_membership_person_membership_id_membership"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_membership_person")),
        sa.UniqueConstraint(
            "contact_id",
            "membership_id",
            name=op.f("uq_membership_person_contact_id_membership_id"),
        ),
    )
    op.create_index(
        op.f("ix_membership_person_membership_id"),
        "membership_person",
        ["membership_id"],
        unique=False,
    )


def _rebuild_contact() -> None:
    """Give contacts their further columns; archived becomes a state."""
    op.create_table(
        "new_contact",
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
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("number_key", sa.String(), nullable=False),
        sa.Column("birth_on", sa.Date(), nullable=True),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("sector", sa.String(), nullable=False),
        sa.Column("discipline", sa.String(), nullable=False),
        sa.Column("photo_id", sa.Integer(), nullable=True),
        sa.Column("acronym", sa.String(), nullable=False),
        sa.Column("organisation_kind", sa.String(), nullable=False),
        sa.Column("siret", sa.String(), nullable=False),
        sa.Column("rna", sa.String(), nullable=False),
        sa.Column("website", sa.String(), nullable=False),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("household_id", sa.Integer(), nullable=True),
        sa.Column("city_key", sa.String(), nullable=False),
        sa.Column("match_keys", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("state_on", sa.Date(), nullable=True),
        sa.Column("merged_into_id", sa.Integer(), nullable=True),
        sa.Column("gift_cents", sa.Integer(), server_default="0", nullable=False),
        sa.Column("last_gift_on", sa.Date(), nullable=True),
        sa.Column("member_since", sa.Date(), nullable=True),
        sa.Column("member_until", sa.Date(), nullable=True),
        sa.Column("member_left_on", sa.Date(), nullable=True),
        sa.Column("member_years", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.CheckConstraint(
            "(state = 'merged') = (merged_into_id IS NOT NULL)",
            name=op.f("ck_contact_merged_into_known"),
        ),
        sa.CheckConstraint(
            "kind IN ('person', 'organisation')", name=op.f("ck_contact_kind_known")
        ),
        sa.CheckConstraint(
            "state IN ('active', 'archived', 'binned', 'merged')",
            name=op.f("ck_contact_state_known"),
        ),
        sa.ForeignKeyConstraint(
            ["household_id"], ["household.id"], name=op.f("fk_contact_household_id_household")
        ),
        sa.ForeignKeyConstraint(
            ["merged_into_id"], ["contact.id"], name=op.f("fk_contact_merged_into_id_contact")
        ),
        sa.ForeignKeyConstraint(
            ["parent_id"], ["contact.id"], name=op.f("fk_contact_parent_id_contact")
        ),
        sa.ForeignKeyConstraint(
            ["photo_id"], ["stored_file.id"], name=op.f("fk_contact_photo_id_stored_file")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact")),
    )

    state = "CASE WHEN archived_on IS NULL THEN 'active' ELSE 'archived' END"
    empty = {name: "''" for name, value in _NEW_COLUMNS.items() if value is not None}
    _copied("contact", {**empty, "state": state, "state_on": "archived_on"})
    op.create_index(
        "ix_contact_by_email",
        "contact",
        ["state", "email_key", "sort_key", "id", "kind"],
        unique=False,
    )
    op.create_index(
        "ix_contact_by_gifts",
        "contact",
        ["state", "gift_cents", "sort_key", "id", "kind"],
        unique=False,
    )
    op.create_index(
        "ix_contact_by_last_gift",
        "contact",
        ["state", "last_gift_on", "sort_key", "id", "kind"],
        unique=False,
    )
    op.create_index(
        "ix_contact_by_member_until",
        "contact",
        ["state", "member_until", "sort_key", "id", "kind"],
        unique=False,
    )
    op.create_index(
        "ix_contact_by_number",
        "contact",
        ["state", "number_key", "sort_key", "id", "kind"],
        unique=False,
    )
    op.create_index(
        "ix_contact_by_town",
        "contact",
        ["state", "city_key", "sort_key", "id", "kind"],
        unique=False,
    )
    op.create_index(op.f("ix_contact_email_key"), "contact", ["email_key"], unique=False)
    op.create_index(
        "ix_contact_filters",
        "contact",
        [
            "state",
            "sort_key",
            "id",
            "kind",
            "member_since",
            "member_until",
            "member_left_on",
            "member_years",
            "gift_cents",
            "last_gift_on",
            "birth_on",
            "postal_code",
            "country",
            "city_key",
            "email_key",
            "household_id",
        ],
        unique=False,
    )
    op.create_index(op.f("ix_contact_household_id"), "contact", ["household_id"], unique=False)
    op.create_index(
        "ix_contact_list",
        "contact",
        ["state", "sort_key", "id", "kind", "search_text"],
        unique=False,
    )
    op.create_index(
        op.f("ix_contact_merged_into_id"), "contact", ["merged_into_id"], unique=False
    )
    op.create_index(op.f("ix_contact_number_key"), "contact", ["number_key"], unique=False)
    op.create_index(op.f("ix_contact_parent_id"), "contact", ["parent_id"], unique=False)
    op.create_index(op.f("ix_contact_photo_id"), "contact", ["photo_id"], unique=False)
    op.create_index(op.f("ix_contact_sort_key"), "contact", ["sort_key"], unique=False)


def _rebuild_payment_line() -> None:
    """Let a line settle a membership."""
    op.create_table(
        "new_payment_line",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("payment_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("amount_cents", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("label_key", sa.String(), nullable=False),
        sa.Column("membership_id", sa.Integer(), nullable=True),
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


def _rebuild_imported_row() -> None:
    """Let a row name the contact it made."""
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
        sa.CheckConstraint(
            "verdict IN ('new', 'changed', 'doubtful', 'refused')",
            name=op.f("ck_imported_row_verdict_known"),
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_imported_row_contact_id_contact")
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

    _copied("imported_row")
    op.create_index(
        op.f("ix_imported_row_contact_id"), "imported_row", ["contact_id"], unique=False
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


def _rebuild_association() -> None:
    """Add the year of foundation."""
    op.create_table(
        "new_association",
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
        sa.Column("founded_year", sa.Integer(), nullable=True),
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
    _copied("association")


def _index_deleted() -> None:
    """Let a time-line find what a contact had and has no more."""
    op.create_index(
        "ix_operation_change_deleted",
        "operation_change",
        ["table_name", "id"],
        unique=False,
        sqlite_where=sa.text("kind = 'delete'"),
        postgresql_where=sa.text("kind = 'delete'"),
    )


def _change_images() -> None:
    """Bring the journal's images of contacts to the new columns, so that old commands undo."""
    connection = op.get_bind()
    rows = connection.execute(
        sa.text(
            "SELECT id, kind, before, after FROM operation_change"
            " WHERE table_name = 'contact' AND kind <> 'insert'"
        )
    ).all()
    for change_id, kind, before, after in rows:
        whole = kind == "delete"
        values = {
            "id": change_id,
            "before": _image(before, whole=whole),
            "after": _image(after, whole=whole),
        }
        connection.execute(
            sa.text(
                "UPDATE operation_change SET before = :before, after = :after WHERE id = :id"
            ),
            values,
        )


def _image(image: str | None, *, whole: bool) -> str | None:
    if image is None:
        return None
    values = json.loads(image)
    if "archived_on" in values:
        day = values.pop("archived_on")
        values |= {"state": "active" if day is None else "archived", "state_on": day}
    if whole:
        values = {**_NEW_COLUMNS, **values}
    return json.dumps(values, ensure_ascii=False)


def _rebuild_donation() -> None:
    """Let a fee that counts for tax be told from a gift; none does so far."""
    op.create_table(
        "new_donation",
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
        sa.Column("is_fee", sa.Boolean(), server_default=sa.false(), nullable=False),
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
        sa.CheckConstraint(
            _cents("amount_cents"), name=op.f("ck_donation_amount_cents_is_cents")
        ),
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
    _copied("donation")
    op.create_index(op.f("ix_donation_campaign_id"), "donation", ["campaign_id"], unique=False)
    op.create_index(op.f("ix_donation_donor_id"), "donation", ["donor_id"], unique=False)
    op.create_index(
        "ix_donation_received_on", "donation", ["received_on", "id", "is_fee"], unique=False
    )


def _fill_sums() -> None:
    """Give every contact the sums that triggers keep from now on."""
    gifts = (
        "FROM donation d JOIN payment_line l ON l.id = d.payment_line_id"
        " JOIN payment p ON p.id = l.payment_id"
        " WHERE d.donor_id = contact.id AND l.kind = 'gift' AND p.state = 'received'"
    )
    op.execute(
        f"UPDATE contact SET gift_cents = coalesce((SELECT sum(d.amount_cents) {gifts}), 0),"  # noqa: S608 (our own text)
        f" last_gift_on = (SELECT max(d.received_on) {gifts})"
    )
