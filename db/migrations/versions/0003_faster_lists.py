"""What lists of contacts and memberships are narrowed and ordered by, kept ready."""

import json

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Prepare what lists read."""
    _add_contact_columns()
    _add_gift_sums()
    _index_for_filters()
    _fold_texts()
    _fill_contacts()
    _add_member_history()
    _add_membership_columns()
    _index_memberships()


def _add_contact_columns() -> None:
    """Let a contact keep what filters ask for, and long texts be searched folded."""
    op.add_column("contact", _text("member_types"))
    for purpose in ("newsletter", "public_thanks", "photo"):
        op.add_column("contact", sa.Column(f"consent_{purpose}", sa.Boolean(), nullable=True))
    op.add_column("contact", _text("note_key"))
    op.add_column("contact_note", _text("text_key"))
    op.add_column("custom_value", _text("text_key"))


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), server_default=sa.text("''"), nullable=False)


def _add_gift_sums() -> None:
    op.create_table(
        "gift_sum",
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        sa.Column("cents", sa.Integer(), nullable=False),
        sa.Column("last_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("contact_id", "year", "campaign_id", name=op.f("pk_gift_sum")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_gift_sum_year", "gift_sum", ["year", "contact_id", "cents"])
    op.create_index("ix_gift_sum_campaign_id", "gift_sum", ["campaign_id", "contact_id"])
    op.execute(
        "INSERT INTO gift_sum (contact_id, year, campaign_id, cents, last_on)"
        " SELECT d.donor_id, CAST(substr(d.received_on, 1, 4) AS INTEGER),"
        " coalesce(d.campaign_id, 0), sum(d.amount_cents), max(d.received_on)"
        " FROM donation d JOIN payment_line l ON l.id = d.payment_line_id"
        " JOIN payment p ON p.id = l.payment_id WHERE d.donor_id IS NOT NULL"
        " AND l.kind = 'gift' AND p.state = 'received' GROUP BY 1, 2, 3"
    )


def _index_for_filters() -> None:
    """Put all that a filter asks of a contact into the index that is in the order of names."""
    _replace_index(
        "ix_contact_filters",
        "contact",
        "state sort_key id kind member_since member_until member_left_on member_years"
        " gift_cents last_gift_on birth_on postal_code country city_key email_key household_id"
        " consent_newsletter consent_public_thanks consent_photo member_types civility language"
        " sector discipline organisation_kind number phone street",
    )
    _replace_index("ix_contact_point_value_key", "contact_point", "kind value_key contact_id")
    _replace_index("ix_custom_value_field_id", "custom_value", "field_id contact_id text")
    _replace_index(
        "ix_imported_row_run_id",
        "imported_row",
        "run_id contact_id",
    )
    op.create_index(
        "ix_custom_value_text_key", "custom_value", ["field_id", "contact_id", "text_key"]
    )
    op.create_index("ix_contact_point_kind", "contact_point", ["kind", "contact_id"])
    op.create_index("ix_tax_receipt_year_donor_id", "tax_receipt", ["year", "donor_id"])
    for name, table, columns, kept in (
        ("ix_contact_note_key", "contact", "note_key", "note_key <> ''"),
        (
            "ix_membership_unpaid",
            "membership",
            "contact_id",
            "cancelled_on IS NULL AND paid_cents < fee_cents + joining_fee_cents",
        ),
        *(
            (f"ix_imported_row_run_id_{x}", "imported_row", f"run_id {x}", f"{x} IS NOT NULL")
            for x in ("payment_id", "registration_id")
        ),
    ):
        where = sa.text(kept)
        op.create_index(
            name, table, columns.split(), sqlite_where=where, postgresql_where=where
        )


def _replace_index(name: str, table: str, columns: str) -> None:
    op.drop_index(name, table_name=table)
    op.create_index(name, table, columns.split())


def _fold_texts() -> None:
    """Give the journal's images what long texts are searched by.

    The rows themselves are folded after all steps, like names.
    """
    connection = op.get_bind()
    for table, column, key in (
        ("contact", "note", "note_key"),
        ("contact_note", "text", "text_key"),
        ("custom_value", "text", "text_key"),
    ):
        for image in ("before", "after"):
            # The engine of the program brings ``folded``.
            query = sa.text(
                f"SELECT id, {image}, folded(json_extract({image}, :path)) FROM"  # noqa: S608 (our own names)
                f" operation_change WHERE table_name = :table AND {image} LIKE :named"
            )
            said = {"table": table, "path": f"$.{column}", "named": f'%"{column}": "%'}
            for change_id, known, folded in connection.execute(query, said).all():
                whole = json.dumps({**json.loads(known), key: folded}, ensure_ascii=False)
                connection.execute(
                    sa.text(f"UPDATE operation_change SET {image} = :image WHERE id = :id"),  # noqa: S608 (our own names)
                    {"image": whole, "id": change_id},
                )


def _fill_contacts() -> None:
    """Give every contact what triggers keep from now on."""
    answers = ", ".join(
        f"consent_{purpose} = (SELECT given FROM consent x WHERE x.contact_id = contact.id"  # noqa: S608 (our own names)
        f" AND x.purpose = '{purpose}' ORDER BY x.decided_on DESC, x.id DESC LIMIT 1)"
        for purpose in ("newsletter", "public_thanks", "photo")
    )
    op.execute(f"UPDATE contact SET {answers} WHERE id IN (SELECT contact_id FROM consent)")  # noqa: S608 (our own names)
    own = (
        "FROM membership_person mp JOIN membership m ON m.id = mp.membership_id"
        " WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL"
    )
    op.execute(
        f"UPDATE contact SET member_types = coalesce((SELECT ' ' || group_concat(t, ' ') || ' '"  # noqa: S608 (our own text)
        f" FROM (SELECT DISTINCT m.type_id AS t {own} AND m.ended_on ="
        f" (SELECT max(m.ended_on) {own}) ORDER BY 1)), '')"
        " WHERE id IN (SELECT contact_id FROM membership_person)"
    )


def _add_member_history() -> None:
    """Let a contact keep what statistics of members count."""
    op.add_column("contact", _text("member_history"))
    paid = (
        "(m.paid_cents >= m.fee_cents + m.joining_fee_cents"
        " OR m.instalment_count > 1 AND m.paid_cents > 0)"
    )
    op.execute(
        "UPDATE contact SET member_history = coalesce((SELECT group_concat(h, ' ') FROM ("  # noqa: S608 (our own text)
        "SELECT DISTINCT m.type_id || ':' || m.start_year || '-'"
        " || CAST(substr(m.ended_on, 1, 4) AS INTEGER) AS h"
        " FROM membership_person mp JOIN membership m ON m.id = mp.membership_id"
        f" WHERE mp.contact_id = contact.id AND m.cancelled_on IS NULL AND {paid}"
        " ORDER BY 1)), '') WHERE id IN (SELECT contact_id FROM membership_person)"
    )
    was_member = sa.text("member_history <> ''")
    op.create_index(
        "ix_contact_member_history",
        "contact",
        [
            "member_history",
            "state",
            "sort_key",
            "kind",
            "civility",
            "birth_on",
            "country",
            "postal_code",
        ],
        sqlite_where=was_member,
        postgresql_where=was_member,
    )


def _add_membership_columns() -> None:
    """Let a membership keep what its list is narrowed and ordered by."""
    for name in ("number_key", "search_text"):
        op.add_column("membership", _text(name))
    for name in ("holder_since", "holder_until", "holder_left_on"):
        op.add_column("membership", sa.Column(name, sa.Date(), nullable=True))
    for name in ("due_cents", "remainder_cents", "listed"):
        op.add_column(
            "membership", sa.Column(name, sa.Integer(), server_default="0", nullable=False)
        )
    _replace_index(
        "ix_membership_contact_id", "membership", "contact_id cancelled_on ended_on id"
    )
    op.execute(
        "UPDATE membership SET due_cents = fee_cents + joining_fee_cents,"
        " remainder_cents = max(fee_cents + joining_fee_cents - paid_cents, 0),"
        " (number_key, search_text, holder_since, holder_until, holder_left_on, listed) ="
        " (SELECT number_key, search_text, member_since, member_until, member_left_on,"
        " state = 'active' AND membership.cancelled_on IS NULL"
        " FROM contact WHERE contact.id = membership.contact_id)"
    )
    op.execute(
        "UPDATE membership SET listed = 2 WHERE listed = 1 AND id = (SELECT x.id"
        " FROM membership x WHERE x.contact_id = membership.contact_id"
        " AND x.cancelled_on IS NULL ORDER BY x.ended_on DESC, x.id DESC LIMIT 1)"
    )


def _index_memberships() -> None:
    """Keep each order of the list of memberships ready, and all that narrows it beside."""
    op.create_index("ix_membership_type_position", "membership_type", ["position"])
    for name in ("list", "name_key", "type_id", "started_on"):
        op.drop_index(f"ix_membership_{name}", table_name="membership")
    read = (
        "listed type_id holder_since holder_until holder_left_on due_cents paid_cents"
        " remainder_cents started_on ended_on number_key contact_id search_text"
    )
    for name, columns, kept in (
        ("list", f"start_year name_key id {read}", "listed > 0"),
        ("last", f"name_key id {read}", "listed = 2"),
        ("all", f"name_key id {read}", "listed > 0"),
        ("name_key", "name_key id listed", "listed > 0"),
        *(
            (name, f"{name} name_key id listed", "listed > 0")
            for name in ("number_key", "paid_cents", "remainder_cents")
        ),
        ("due_cents", "due_cents name_key id listed paid_cents remainder_cents", "listed > 0"),
        ("by_end", "ended_on name_key id listed", "listed > 0"),
        ("cancelled", "name_key id", "cancelled_on IS NOT NULL"),
    ):
        where = sa.text(kept)
        op.create_index(
            f"ix_membership_{name}",
            "membership",
            columns.split(),
            sqlite_where=where,
            postgresql_where=where,
        )
    for name in ("type_id", "started_on"):
        columns = [name, "name_key", "id", "listed"]
        op.create_index(f"ix_membership_{name}", "membership", columns)
