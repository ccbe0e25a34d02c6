"""Triggers that keep what filters of contacts read: answers of consents, gifts by year.

Like the sums of ``storage/sums.py`` they are counted from the facts, and no part of the
journal.
"""

from __future__ import annotations

PURPOSES = ("newsletter", "public_thanks", "photo")

_NEWEST = (
    "consent_{purpose} = (SELECT given FROM consent x WHERE x.contact_id = contact.id"
    " AND x.purpose = '{purpose}' ORDER BY x.decided_on DESC, x.id DESC LIMIT 1)"
)
COUNT_CONSENTS = (
    f"UPDATE contact SET {', '.join(_NEWEST.format(purpose=x) for x in PURPOSES)}"  # noqa: S608 (our own text)
    " WHERE id IN ({ids});"
)
# One row for each giver, year and campaign (0: none), from which those of a contact are added.
COUNT_GIFTS = (
    "DELETE FROM gift_sum WHERE contact_id IN ({ids});"
    " INSERT INTO gift_sum (contact_id, year, campaign_id, cents, last_on)"
    " SELECT d.donor_id, CAST(substr(d.received_on, 1, 4) AS INTEGER),"
    " coalesce(d.campaign_id, 0), sum(d.amount_cents), max(d.received_on)"
    " FROM donation d LEFT JOIN payment_line l ON l.id = d.payment_line_id"
    " LEFT JOIN payment p ON p.id = l.payment_id"
    " WHERE d.donor_id IN ({ids}) AND d.is_fee = 0"
    " AND coalesce(p.state, 'received') = 'received'"
    " AND NOT EXISTS (SELECT 1 FROM donation_return x WHERE x.donation_id = d.id)"
    " GROUP BY 1, 2, 3;"
    " UPDATE contact SET gift_cents ="
    " coalesce((SELECT sum(s.cents) FROM gift_sum s WHERE s.contact_id = contact.id), 0),"
    " last_gift_on = (SELECT max(s.last_on) FROM gift_sum s WHERE s.contact_id = contact.id)"
    " WHERE id IN ({ids});"
)
