"""Events, who takes part in them and what came out of them; groups and programmes."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add events and what groups aim at; money names what it is part of."""
    _rebuild_working_group()
    _add_events()
    _add_registrations()
    _add_reports()
    _add_groups()
    _rebuild_group_member()
    _rebuild_payment()
    _rebuild_payment_line()
    _rebuild_expense_sheet()
    _rebuild_attachment()
    _rebuild_poll()
    _rebuild_calendar_item()


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


def _add_events() -> None:
    """Add venues, cycles, events, their sessions, roles and tariffs."""
    op.create_table(
        "venue",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.Column("address", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("postal_code", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("town", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=True),
        sa.Column("access", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("note", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=True),
        sa.Column("is_open", sa.Boolean(), server_default=sa.text("1"), nullable=False),
        sa.CheckConstraint("capacity > 0", name=op.f("ck_venue_capacity_positive")),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_venue_contact_id_contact")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_venue")),
        sa.UniqueConstraint("name_key", name=op.f("uq_venue_name_key")),
    )
    op.create_index(op.f("ix_venue_contact_id"), "venue", ["contact_id"], unique=False)
    op.create_table(
        "event_cycle",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.Column("origin", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("since", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("note", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_cycle")),
        sa.UniqueConstraint("name_key", name=op.f("uq_event_cycle_name_key")),
    )
    op.create_table(
        "event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("search_key", sa.String(), nullable=False),
        sa.Column("cycle_id", sa.Integer(), nullable=True),
        sa.Column("edition", sa.Integer(), nullable=True),
        sa.Column("previous_id", sa.Integer(), nullable=True),
        sa.Column("when_kind", sa.String(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("begins_at", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("ends_at", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("venue_id", sa.Integer(), nullable=True),
        sa.Column("place_note", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("aim", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("theme", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("public_text", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("hashtag", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("url", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("note", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=True),
        sa.Column("expected", sa.Integer(), nullable=True),
        sa.Column(
            "has_waiting_list", sa.Boolean(), server_default=sa.text("1"), nullable=False
        ),
        sa.Column("is_open", sa.Boolean(), server_default=sa.text("1"), nullable=False),
        sa.Column("activity_id", sa.Integer(), nullable=True),
        sa.Column("ticketing", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("revision", sa.Integer(), server_default="0", nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.CheckConstraint(
            "(when_kind = 'undated') = (starts_on IS NULL) AND (starts_on IS NULL) = "
            "(ends_on IS NULL)",
            name=op.f("ck_event_days_whole"),
        ),
        sa.CheckConstraint(
            "kind IN ('workshop', 'assembly', 'training', 'festival', 'meeting', "
            "'conference', 'social', 'other')",
            name=op.f("ck_event_kind_known"),
        ),
        sa.CheckConstraint(
            "state IN ('planned', 'confirmed', 'cancelled')", name=op.f("ck_event_state_known")
        ),
        sa.CheckConstraint(
            "when_kind IN ('days', 'week', 'month', 'year', 'undated')",
            name=op.f("ck_event_when_kind_known"),
        ),
        sa.CheckConstraint("capacity > 0", name=op.f("ck_event_capacity_positive")),
        sa.CheckConstraint("edition > 0", name=op.f("ck_event_edition_positive")),
        sa.CheckConstraint("ends_on >= starts_on", name=op.f("ck_event_days_in_order")),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activity.id"], name=op.f("fk_event_activity_id_activity")
        ),
        sa.ForeignKeyConstraint(
            ["cycle_id"], ["event_cycle.id"], name=op.f("fk_event_cycle_id_event_cycle")
        ),
        sa.ForeignKeyConstraint(
            ["previous_id"], ["event.id"], name=op.f("fk_event_previous_id_event")
        ),
        sa.ForeignKeyConstraint(
            ["venue_id"], ["venue.id"], name=op.f("fk_event_venue_id_venue")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
        sa.UniqueConstraint("activity_id", name=op.f("uq_event_activity_id")),
        sa.UniqueConstraint("cycle_id", "edition", name=op.f("uq_event_cycle_id_edition")),
        sa.UniqueConstraint("uid", name=op.f("uq_event_uid")),
    )
    op.create_index(op.f("ix_event_previous_id"), "event", ["previous_id"], unique=False)
    op.create_index("ix_event_starts_on", "event", ["starts_on", "id"], unique=False)
    op.create_index(op.f("ix_event_venue_id"), "event", ["venue_id"], unique=False)
    op.create_table(
        "event_session",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=True),
        sa.Column("begins_at", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("ends_at", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("venue_id", sa.Integer(), nullable=True),
        sa.Column("room", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("theme", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("description", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_event_session_event_id_event")
        ),
        sa.ForeignKeyConstraint(
            ["venue_id"], ["venue.id"], name=op.f("fk_event_session_venue_id_venue")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_session")),
    )
    op.create_index(
        "ix_event_session_event_id", "event_session", ["event_id", "position"], unique=False
    )
    op.create_index(
        op.f("ix_event_session_venue_id"), "event_session", ["venue_id"], unique=False
    )
    op.create_table(
        "event_role",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=True),
        sa.Column("name", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("subject", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("theme", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "contact_id IS NOT NULL OR name <> ''", name=op.f("ck_event_role_somebody")
        ),
        sa.CheckConstraint(
            "role IN ('organiser', 'co_organiser', 'support', 'funder', 'facilitator', "
            "'speaker', 'reporter', 'volunteer')",
            name=op.f("ck_event_role_role_known"),
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_event_role_contact_id_contact")
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_event_role_event_id_event")
        ),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["event_session.id"],
            name=op.f("fk_event_role_session_id_event_session"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_role")),
    )
    op.create_index(
        op.f("ix_event_role_contact_id"), "event_role", ["contact_id"], unique=False
    )
    op.create_index(
        "ix_event_role_event_id", "event_role", ["event_id", "position"], unique=False
    )
    op.create_index(
        op.f("ix_event_role_session_id"), "event_role", ["session_id"], unique=False
    )
    op.create_table(
        "event_tariff",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("pricing", sa.String(), nullable=False),
        sa.Column("amount_cents", sa.Integer(), server_default="0", nullable=False),
        sa.Column("minimum_cents", sa.Integer(), server_default="0", nullable=False),
        sa.Column("quota", sa.Integer(), nullable=True),
        sa.Column("ticket_key", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("is_closed", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.CheckConstraint(
            "kind IN ('fee', 'option')", name=op.f("ck_event_tariff_kind_known")
        ),
        sa.CheckConstraint(
            "pricing IN ('fixed', 'free', 'open')", name=op.f("ck_event_tariff_pricing_known")
        ),
        sa.CheckConstraint(
            _cents("amount_cents"), name=op.f("ck_event_tariff_amount_cents_is_cents")
        ),
        sa.CheckConstraint(
            _cents("minimum_cents"), name=op.f("ck_event_tariff_minimum_cents_is_cents")
        ),
        sa.CheckConstraint(
            "amount_cents >= 0 AND minimum_cents >= 0",
            name=op.f("ck_event_tariff_not_negative"),
        ),
        sa.CheckConstraint("quota > 0", name=op.f("ck_event_tariff_quota_positive")),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_event_tariff_event_id_event")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_tariff")),
    )
    op.create_index(
        "ix_event_tariff_event_id", "event_tariff", ["event_id", "position"], unique=False
    )


def _add_registrations() -> None:
    """Add who takes part, paid by whom, present when, and the cash box."""
    op.create_table(
        "event_party",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("payer_id", sa.Integer(), nullable=True),
        sa.Column("label", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_event_party_event_id_event")
        ),
        sa.ForeignKeyConstraint(
            ["payer_id"], ["contact.id"], name=op.f("fk_event_party_payer_id_contact")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_party")),
    )
    op.create_index(op.f("ix_event_party_event_id"), "event_party", ["event_id"], unique=False)
    op.create_index(op.f("ix_event_party_payer_id"), "event_party", ["payer_id"], unique=False)
    op.create_table(
        "event_registration",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("party_id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=True),
        sa.Column("last_name", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("first_name", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("name_key", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("email", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("phone", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("registered_at", sa.DateTime(), nullable=False),
        sa.Column("cancelled_on", sa.Date(), nullable=True),
        sa.Column("tariff_id", sa.Integer(), nullable=True),
        sa.Column("price_cents", sa.Integer(), server_default="0", nullable=False),
        sa.Column("note", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("badge_code", sa.String(), nullable=False),
        sa.Column("ticket_id", sa.Integer(), nullable=True),
        sa.Column("poll_reply_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(state = 'cancelled') = (cancelled_on IS NOT NULL)",
            name=op.f("ck_event_registration_cancelled_known"),
        ),
        sa.CheckConstraint(
            "contact_id IS NOT NULL OR last_name <> '' OR first_name <> ''",
            name=op.f("ck_event_registration_somebody"),
        ),
        sa.CheckConstraint(
            "source IN ('manual', 'door', 'poll', 'ticket', 'file')",
            name=op.f("ck_event_registration_source_known"),
        ),
        sa.CheckConstraint(
            "state IN ('registered', 'waiting', 'cancelled')",
            name=op.f("ck_event_registration_state_known"),
        ),
        sa.CheckConstraint(
            _cents("price_cents"), name=op.f("ck_event_registration_price_cents_is_cents")
        ),
        sa.CheckConstraint(
            "price_cents >= 0", name=op.f("ck_event_registration_price_not_negative")
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"],
            ["contact.id"],
            name=op.f("fk_event_registration_contact_id_contact"),
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_event_registration_event_id_event")
        ),
        sa.ForeignKeyConstraint(
            ["party_id"],
            ["event_party.id"],
            name=op.f("fk_event_registration_party_id_event_party"),
        ),
        sa.ForeignKeyConstraint(
            ["poll_reply_id"],
            ["poll_reply.id"],
            name=op.f("fk_event_registration_poll_reply_id_poll_reply"),
        ),
        sa.ForeignKeyConstraint(
            ["tariff_id"],
            ["event_tariff.id"],
            name=op.f("fk_event_registration_tariff_id_event_tariff"),
        ),
        sa.ForeignKeyConstraint(
            ["ticket_id"],
            ["registration.id"],
            name=op.f("fk_event_registration_ticket_id_registration"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_registration")),
        sa.UniqueConstraint("badge_code", name=op.f("uq_event_registration_badge_code")),
        sa.UniqueConstraint(
            "event_id", "number", name=op.f("uq_event_registration_event_id_number")
        ),
        sa.UniqueConstraint("ticket_id", name=op.f("uq_event_registration_ticket_id")),
    )
    op.create_index(
        op.f("ix_event_registration_contact_id"),
        "event_registration",
        ["contact_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_event_registration_party_id"), "event_registration", ["party_id"], unique=False
    )
    op.create_index(
        op.f("ix_event_registration_poll_reply_id"),
        "event_registration",
        ["poll_reply_id"],
        unique=False,
    )
    op.create_index(
        "ix_event_registration_state",
        "event_registration",
        ["event_id", "state", "number"],
        unique=False,
    )
    op.create_index(
        op.f("ix_event_registration_tariff_id"),
        "event_registration",
        ["tariff_id"],
        unique=False,
    )
    op.create_table(
        "registration_option",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("registration_id", sa.Integer(), nullable=False),
        sa.Column("tariff_id", sa.Integer(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("price_cents", sa.Integer(), server_default="0", nullable=False),
        sa.CheckConstraint(
            _cents("price_cents"), name=op.f("ck_registration_option_price_cents_is_cents")
        ),
        sa.CheckConstraint(
            "quantity > 0 AND price_cents >= 0",
            name=op.f("ck_registration_option_not_negative"),
        ),
        sa.ForeignKeyConstraint(
            ["registration_id"],
            ["event_registration.id"],
            name=op.f("fk_registration_option_registration_id_event_registration"),
        ),
        sa.ForeignKeyConstraint(
            ["tariff_id"],
            ["event_tariff.id"],
            name=op.f("fk_registration_option_tariff_id_event_tariff"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_registration_option")),
        sa.UniqueConstraint(
            "registration_id",
            "tariff_id",
            name=op.f("uq_registration_option_registration_id_tariff_id"),
        ),
    )
    op.create_index(
        op.f("ix_registration_option_tariff_id"),
        "registration_option",
        ["tariff_id"],
        unique=False,
    )
    op.create_table(
        "registration_move",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("registration_id", sa.Integer(), nullable=False),
        sa.Column("moved_at", sa.DateTime(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("freed_by_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('registered', 'waiting', 'promoted', 'cancelled', 'restored')",
            name=op.f("ck_registration_move_kind_known"),
        ),
        sa.ForeignKeyConstraint(
            ["freed_by_id"],
            ["event_registration.id"],
            name=op.f("fk_registration_move_freed_by_id_event_registration"),
        ),
        sa.ForeignKeyConstraint(
            ["registration_id"],
            ["event_registration.id"],
            name=op.f("fk_registration_move_registration_id_event_registration"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_registration_move")),
    )
    op.create_index(
        op.f("ix_registration_move_freed_by_id"),
        "registration_move",
        ["freed_by_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_registration_move_registration_id"),
        "registration_move",
        ["registration_id"],
        unique=False,
    )
    op.create_table(
        "attendance",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("registration_id", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=True),
        sa.Column("present_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["registration_id"],
            ["event_registration.id"],
            name=op.f("fk_attendance_registration_id_event_registration"),
        ),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["event_session.id"],
            name=op.f("fk_attendance_session_id_event_session"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendance")),
        sa.UniqueConstraint(
            "registration_id",
            "session_id",
            name=op.f("uq_attendance_registration_id_session_id"),
        ),
    )
    op.create_index("ix_attendance_session_id", "attendance", ["session_id"], unique=False)
    op.create_index(
        "uq_attendance_whole_event",
        "attendance",
        ["registration_id"],
        unique=True,
        sqlite_where=sa.text("session_id IS NULL"),
        postgresql_where=sa.text("session_id IS NULL"),
    )
    op.create_table(
        "cash_box",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("opening_cents", sa.Integer(), server_default="0", nullable=False),
        sa.Column("counted_cents", sa.Integer(), nullable=True),
        sa.Column("closed_at", sa.DateTime(), nullable=True),
        sa.Column("note", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.CheckConstraint(
            "(counted_cents IS NULL) = (closed_at IS NULL)",
            name=op.f("ck_cash_box_closed_whole"),
        ),
        sa.CheckConstraint(
            _cents("counted_cents"), name=op.f("ck_cash_box_counted_cents_is_cents")
        ),
        sa.CheckConstraint(
            _cents("opening_cents"), name=op.f("ck_cash_box_opening_cents_is_cents")
        ),
        sa.CheckConstraint(
            "opening_cents >= 0 AND counted_cents >= 0", name=op.f("ck_cash_box_not_negative")
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_cash_box_event_id_event")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cash_box")),
        sa.UniqueConstraint("event_id", "held_on", name=op.f("uq_cash_box_event_id_held_on")),
    )


def _add_reports() -> None:
    """Add reports of events and indicators."""
    op.create_table(
        "event_report",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("category", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=True),
        sa.Column("author_name", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("written_on", sa.Date(), nullable=True),
        sa.Column("introduction", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("conclusion", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("next_text", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("is_final", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.ForeignKeyConstraint(
            ["author_id"], ["contact.id"], name=op.f("fk_event_report_author_id_contact")
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_event_report_event_id_event")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_report")),
        sa.UniqueConstraint("event_id", name=op.f("uq_event_report_event_id")),
    )
    op.create_index(
        op.f("ix_event_report_author_id"), "event_report", ["author_id"], unique=False
    )
    op.create_table(
        "event_report_item",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("detail", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("audience", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("contact_id", sa.Integer(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("group_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(kind = 'answer') = (parent_id IS NOT NULL)",
            name=op.f("ck_event_report_item_answer_of_question"),
        ),
        sa.CheckConstraint(
            "kind IN ('statement', 'question', 'answer', 'theme', 'decision')",
            name=op.f("ck_event_report_item_kind_known"),
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_event_report_item_contact_id_contact")
        ),
        sa.ForeignKeyConstraint(
            ["group_id"],
            ["working_group.id"],
            name=op.f("fk_event_report_item_group_id_working_group"),
        ),
        sa.ForeignKeyConstraint(
            ["parent_id"],
            ["event_report_item.id"],
            name=op.f("fk_event_report_item_parent_id_event_report_item"),
        ),
        sa.ForeignKeyConstraint(
            ["report_id"],
            ["event_report.id"],
            name=op.f("fk_event_report_item_report_id_event_report"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_report_item")),
    )
    op.create_index(
        op.f("ix_event_report_item_contact_id"),
        "event_report_item",
        ["contact_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_event_report_item_group_id"), "event_report_item", ["group_id"], unique=False
    )
    op.create_index(
        op.f("ix_event_report_item_parent_id"), "event_report_item", ["parent_id"], unique=False
    )
    op.create_index(
        "ix_event_report_item_report_id",
        "event_report_item",
        ["report_id", "kind", "position"],
        unique=False,
    )
    op.create_table(
        "indicator",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.Column("unit", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("source", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("note", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_indicator")),
        sa.UniqueConstraint("name_key", name=op.f("uq_indicator_name_key")),
    )
    op.create_table(
        "indicator_value",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("indicator_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("thousandths", sa.Integer(), nullable=False),
        sa.Column("note", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.ForeignKeyConstraint(
            ["indicator_id"],
            ["indicator.id"],
            name=op.f("fk_indicator_value_indicator_id_indicator"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_indicator_value")),
        sa.UniqueConstraint(
            "indicator_id", "year", name=op.f("uq_indicator_value_indicator_id_year")
        ),
    )


def _add_groups() -> None:
    """Add objectives, outputs and registers of groups."""
    op.create_table(
        "group_objective",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("deliverable", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("reached_on", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.CheckConstraint(
            "kind IN ('political', 'operational', 'other')",
            name=op.f("ck_group_objective_kind_known"),
        ),
        sa.CheckConstraint(
            "state IN ('to_do', 'under_way', 'reached', 'dropped')",
            name=op.f("ck_group_objective_state_known"),
        ),
        sa.ForeignKeyConstraint(
            ["group_id"],
            ["working_group.id"],
            name=op.f("fk_group_objective_group_id_working_group"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_group_objective")),
    )
    op.create_index(
        "ix_group_objective_group_id", "group_objective", ["group_id", "position"], unique=False
    )
    op.create_table(
        "group_output",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("licence", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=True),
        sa.Column("url", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("note", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.CheckConstraint(
            "kind IN ('note', 'seminar', 'research', 'event', 'report', 'tool', 'media', "
            "'other')",
            name=op.f("ck_group_output_kind_known"),
        ),
        sa.CheckConstraint(
            "state IN ('draft', 'debated', 'published')",
            name=op.f("ck_group_output_state_known"),
        ),
        sa.ForeignKeyConstraint(
            ["group_id"],
            ["working_group.id"],
            name=op.f("fk_group_output_group_id_working_group"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_group_output")),
    )
    op.create_index(
        op.f("ix_group_output_group_id"), "group_output", ["group_id"], unique=False
    )
    op.create_table(
        "group_event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('origin', 'host')", name=op.f("ck_group_event_kind_known")
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_group_event_event_id_event")
        ),
        sa.ForeignKeyConstraint(
            ["group_id"],
            ["working_group.id"],
            name=op.f("fk_group_event_group_id_working_group"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_group_event")),
        sa.UniqueConstraint(
            "group_id", "event_id", "kind", name=op.f("uq_group_event_group_id_event_id_kind")
        ),
    )
    op.create_index(op.f("ix_group_event_event_id"), "group_event", ["event_id"], unique=False)
    op.create_table(
        "action_register",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("description", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action_register")),
        sa.UniqueConstraint("name_key", name=op.f("uq_action_register_name_key")),
    )
    op.create_table(
        "action_register_use",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("register_id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=True),
        sa.Column("group_id", sa.Integer(), nullable=True),
        sa.Column("output_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "CASE WHEN event_id IS NULL THEN 0 ELSE 1 END + CASE WHEN group_id IS NULL "
            "THEN 0 ELSE 1 END + CASE WHEN output_id IS NULL THEN 0 ELSE 1 END = 1",
            name=op.f("ck_action_register_use_one_thing"),
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_action_register_use_event_id_event")
        ),
        sa.ForeignKeyConstraint(
            ["group_id"],
            ["working_group.id"],
            name=op.f("fk_action_register_use_group_id_working_group"),
        ),
        sa.ForeignKeyConstraint(
            ["output_id"],
            ["group_output.id"],
            name=op.f("fk_action_register_use_output_id_group_output"),
        ),
        sa.ForeignKeyConstraint(
            ["register_id"],
            ["action_register.id"],
            name=op.f("fk_action_register_use_register_id_action_register"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action_register_use")),
    )
    op.create_index(
        op.f("ix_action_register_use_event_id"),
        "action_register_use",
        ["event_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_action_register_use_group_id"),
        "action_register_use",
        ["group_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_action_register_use_output_id"),
        "action_register_use",
        ["output_id"],
        unique=False,
    )
    op.create_index(
        "ix_action_register_use_register_id",
        "action_register_use",
        ["register_id", "id"],
        unique=False,
    )


def _rebuild_working_group() -> None:
    """Let groups be chantiers of a programme, with what is known of them."""
    op.create_table(
        "new_working_group",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), server_default="group", nullable=False),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("purpose", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("description", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("audience", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("origin", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("url", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("is_ephemeral", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("summary", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("initiator_id", sa.Integer(), nullable=True),
        sa.Column("bearer_id", sa.Integer(), nullable=True),
        sa.Column("referent_id", sa.Integer(), nullable=True),
        sa.Column("referent_title", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("referent_organisation_id", sa.Integer(), nullable=True),
        sa.Column("referent_email", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("charter", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("charter_on", sa.Date(), nullable=True),
        sa.Column("ideas", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("people", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("funds", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("sharing", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.CheckConstraint(
            "kind IN ('group', 'chantier', 'programme')",
            name=op.f("ck_working_group_kind_known"),
        ),
        sa.CheckConstraint(
            "parent_id IS NULL OR kind <> 'programme'",
            name=op.f("ck_working_group_programmes_on_top"),
        ),
        sa.CheckConstraint(
            "purpose IN ('', 'meeting', 'network', 'production')",
            name=op.f("ck_working_group_purpose_known"),
        ),
        sa.CheckConstraint(
            "ended_on >= started_on", name=op.f("ck_working_group_days_in_order")
        ),
        sa.CheckConstraint("number > 0", name=op.f("ck_working_group_number_positive")),
        sa.ForeignKeyConstraint(
            ["bearer_id"], ["contact.id"], name=op.f("fk_working_group_bearer_id_contact")
        ),
        sa.ForeignKeyConstraint(
            ["initiator_id"], ["contact.id"], name=op.f("fk_working_group_initiator_id_contact")
        ),
        sa.ForeignKeyConstraint(
            ["parent_id"],
            ["working_group.id"],
            name=op.f("fk_working_group_parent_id_working_group"),
        ),
        sa.ForeignKeyConstraint(
            ["referent_id"], ["contact.id"], name=op.f("fk_working_group_referent_id_contact")
        ),
        sa.ForeignKeyConstraint(
            ["referent_organisation_id"],
            ["contact.id"],
            name=op.f("fk_working_group_referent_organisation_id_contact"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_working_group")),
        sa.UniqueConstraint(
            "parent_id", "number", name=op.f("uq_working_group_parent_id_number")
        ),
        sa.UniqueConstraint("sort_key", name=op.f("uq_working_group_sort_key")),
    )
    _copied("working_group")
    op.create_index(
        op.f("ix_working_group_bearer_id"), "working_group", ["bearer_id"], unique=False
    )
    op.create_index(
        op.f("ix_working_group_initiator_id"), "working_group", ["initiator_id"], unique=False
    )
    op.create_index(
        op.f("ix_working_group_referent_id"), "working_group", ["referent_id"], unique=False
    )
    op.create_index(
        op.f("ix_working_group_referent_organisation_id"),
        "working_group",
        ["referent_organisation_id"],
        unique=False,
    )


def _rebuild_group_member() -> None:
    """Say when a structure agreed to the charter."""
    op.create_table(
        "new_group_member",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("charter_signed_on", sa.Date(), nullable=True),
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
    _copied("group_member")
    op.create_index(
        op.f("ix_group_member_contact_id"), "group_member", ["contact_id"], unique=False
    )
    op.create_index(
        op.f("ix_group_member_group_id"), "group_member", ["group_id"], unique=False
    )


def _rebuild_payment() -> None:
    """Name the cash box that a payment went into."""
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
        sa.Column("cash_box_id", sa.Integer(), nullable=True),
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
            ["cash_box_id"], ["cash_box.id"], name=op.f("fk_payment_cash_box_id_cash_box")
        ),
        sa.ForeignKeyConstraint(
            ["payer_id"], ["contact.id"], name=op.f("fk_payment_payer_id_contact")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payment")),
    )
    _copied("payment")
    op.create_index(op.f("ix_payment_campaign_id"), "payment", ["campaign_id"], unique=False)
    op.create_index(op.f("ix_payment_cash_box_id"), "payment", ["cash_box_id"], unique=False)
    op.create_index(op.f("ix_payment_order_ref"), "payment", ["order_ref"], unique=False)
    op.create_index("ix_payment_paid_on", "payment", ["paid_on", "id"], unique=False)
    op.create_index(op.f("ix_payment_payer_id"), "payment", ["payer_id"], unique=False)
    op.create_index("ix_payment_payout_ref", "payment", ["payout_ref", "id"], unique=False)
    op.create_index("uq_payment_outside_ref", "payment", ["source", "outside_ref"], unique=True)


def _rebuild_payment_line() -> None:
    """Name the party and the activity that a line is for."""
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
            "kind IN ('gift', 'fee', 'registration', 'sale', 'grant', 'expense', 'other')",
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
        op.f("ix_payment_line_payment_id"), "payment_line", ["payment_id"], unique=False
    )
    op.create_index(op.f("ix_payment_line_tier_id"), "payment_line", ["tier_id"], unique=False)


def _rebuild_expense_sheet() -> None:
    """Name the activity that expenses were made for."""
    op.create_table(
        "new_expense_sheet",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("volunteer_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("title_key", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("settled_on", sa.Date(), nullable=True),
        sa.Column("amount_cents", sa.Integer(), nullable=True),
        sa.Column("payment_id", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("activity_id", sa.Integer(), nullable=True),
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
            ["activity_id"], ["activity.id"], name=op.f("fk_expense_sheet_activity_id_activity")
        ),
        sa.ForeignKeyConstraint(
            ["payment_id"], ["payment.id"], name=op.f("fk_expense_sheet_payment_id_payment")
        ),
        sa.ForeignKeyConstraint(
            ["volunteer_id"], ["contact.id"], name=op.f("fk_expense_sheet_volunteer_id_contact")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_expense_sheet")),
    )
    _copied("expense_sheet")
    op.create_index(
        op.f("ix_expense_sheet_activity_id"), "expense_sheet", ["activity_id"], unique=False
    )
    op.create_index(
        op.f("ix_expense_sheet_payment_id"), "expense_sheet", ["payment_id"], unique=False
    )
    op.create_index(
        op.f("ix_expense_sheet_volunteer_id"), "expense_sheet", ["volunteer_id"], unique=False
    )


def _rebuild_attachment() -> None:
    """Keep files with events and groups."""
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
            ["working_group_id"],
            ["working_group.id"],
            name=op.f("fk_attachment_working_group_id_working_group"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment")),
    )
    _copied("attachment")
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
        op.f("ix_attachment_working_group_id"), "attachment", ["working_group_id"], unique=False
    )


def _rebuild_poll() -> None:
    """Name the event that a poll prepares."""
    op.create_table(
        "new_poll",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("content_key", sa.String(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('days', 'choices', 'form')", name=op.f("ck_poll_kind_known")
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_poll_event_id_event")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_poll")),
        sa.UniqueConstraint("content_key", name=op.f("uq_poll_content_key")),
    )
    _copied("poll")
    op.create_index(op.f("ix_poll_event_id"), "poll", ["event_id"], unique=False)


def _rebuild_calendar_item() -> None:
    """Name the event that a calendar told of."""
    op.create_table(
        "new_calendar_item",
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
        sa.Column("event_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "status IN ('', 'tentative', 'confirmed', 'cancelled')",
            name=op.f("ck_calendar_item_status_known"),
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_calendar_item_event_id_event")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_item")),
    )
    _copied("calendar_item")
    op.create_index(
        op.f("ix_calendar_item_event_id"), "calendar_item", ["event_id"], unique=False
    )
    op.create_index(
        "ix_calendar_item_starts_on", "calendar_item", ["starts_on", "id"], unique=False
    )
    op.create_index("uq_calendar_item_uid", "calendar_item", ["uid", "recurrence"], unique=True)
