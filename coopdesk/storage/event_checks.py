"""Check events and groups: what belongs together lies so, and nobody waits for nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.checks import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

# More registered than places is no fault: whoever has a place keeps it when they get fewer.
_WAITING_FOR_NOTHING = """
SELECT e.id, e.title AS label, w.waiting AS count FROM event e
JOIN (SELECT event_id, count(*) AS waiting FROM event_registration
WHERE state = 'waiting' GROUP BY event_id) w ON w.event_id = e.id
WHERE e.state <> 'cancelled' AND (e.capacity IS NULL OR e.capacity >
(SELECT count(*) FROM event_registration r
WHERE r.event_id = e.id AND r.state = 'registered'))
"""
_PARTY_ASTRAY = """
SELECT e.id, e.title AS label, count(*) AS count FROM event_registration r
JOIN event_party p ON p.id = r.party_id JOIN event e ON e.id = r.event_id
WHERE p.event_id <> r.event_id GROUP BY e.id
"""
_ATTENDANCE_ASTRAY = """
SELECT e.id, e.title AS label, count(*) AS count FROM attendance a
JOIN event_registration r ON r.id = a.registration_id
JOIN event_session s ON s.id = a.session_id JOIN event e ON e.id = r.event_id
WHERE s.event_id <> r.event_id GROUP BY e.id
"""
_TARIFF_ASTRAY = """
SELECT id, label, count(*) AS count FROM (
SELECT e.id, e.title AS label FROM event_registration r
JOIN event_tariff t ON t.id = r.tariff_id JOIN event e ON e.id = r.event_id
WHERE t.event_id <> r.event_id OR t.kind <> 'fee'
UNION ALL SELECT e.id, e.title FROM registration_option o
JOIN event_registration r ON r.id = o.registration_id
JOIN event_tariff t ON t.id = o.tariff_id JOIN event e ON e.id = r.event_id
WHERE t.event_id <> r.event_id OR t.kind <> 'option') GROUP BY id
"""
_ROLE_ASTRAY = """
SELECT e.id, e.title AS label, count(*) AS count FROM event_role r
JOIN event_session s ON s.id = r.session_id JOIN event e ON e.id = r.event_id
WHERE s.event_id <> r.event_id GROUP BY e.id
"""
# That it is counted for something else is what somebody said of it.
_MONEY_ASTRAY = """
SELECT e.id, e.title AS label, count(*) AS count FROM payment_line l
JOIN event_party p ON p.id = l.party_id JOIN event e ON e.id = p.event_id
WHERE l.activity_id IS NULL AND e.activity_id IS NOT NULL GROUP BY e.id
"""
_BOX_ASTRAY = """
SELECT e.id, e.title AS label, count(DISTINCT m.id) AS count FROM payment m
JOIN cash_box b ON b.id = m.cash_box_id JOIN event e ON e.id = b.event_id
LEFT JOIN payment_line l ON l.payment_id = m.id LEFT JOIN event_party p ON p.id = l.party_id
WHERE m.mode <> 'cash' OR p.event_id <> b.event_id GROUP BY e.id
"""
_ANSWER_ASTRAY = """
SELECT e.id, e.title AS label, count(*) AS count FROM event_report_item i
JOIN event_report r ON r.id = i.report_id JOIN event e ON e.id = r.event_id
LEFT JOIN event_report_item q ON q.id = i.parent_id
WHERE i.kind = 'answer' AND (q.kind IS NOT 'question' OR q.report_id <> i.report_id)
GROUP BY e.id
"""
_CHANTIER_ASTRAY = """
SELECT g.id, g.name AS label, 1 AS count FROM working_group g
LEFT JOIN working_group p ON p.id = g.parent_id
WHERE (g.kind = 'chantier' AND (p.kind IS NOT 'programme' OR g.number IS NULL))
OR (g.parent_id IS NOT NULL AND p.kind <> 'programme') OR g.parent_id = g.id
"""
_LOOKS = (
    ("check.event_waiting", _WAITING_FOR_NOTHING),
    ("check.event_party", _PARTY_ASTRAY),
    ("check.event_attendance", _ATTENDANCE_ASTRAY),
    ("check.event_tariff", _TARIFF_ASTRAY),
    ("check.event_role", _ROLE_ASTRAY),
    ("check.event_money", _MONEY_ASTRAY),
    ("check.cash_box", _BOX_ASTRAY),
    ("check.report_answer", _ANSWER_ASTRAY),
    ("check.chantier", _CHANTIER_ASTRAY),
)


def check_events(connection: Connection) -> Iterator[Finding]:
    """Find what lies with another event, and chantiers without their place in a programme."""
    for code, query in _LOOKS:
        for row in connection.exec_driver_sql(query):
            yield Finding(code, {"id": row.id, "label": row.label, "count": row.count})
