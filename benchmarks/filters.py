"""Ask every criterion of contacts, and its opposite, of 100 000 contacts; then combinations.

Each rule is asked as the list of contacts asks it (every id that fits, in order, and the first
page of lines), against the plain statement somebody would type about the facts. Both must find
the same. Bars: p95 at most 50 ms, each at most 1.7 times the plain statement.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.contacts import BareSql, build, first_page, report
from benchmarks.filters_seed import fill
from benchmarks.measuring import Ratio, in_turn, median_ratio
from coopdesk.domain.contacts import ContactFilter
from coopdesk.domain.operations import Origin
from coopdesk.services.opening import open_database, signature

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coopdesk.services.registry import Services

ROUNDS = 3
_SLOW_MS = 50
_GAVE = (
    "SELECT donor_id FROM donation d JOIN payment_line l ON l.id = d.payment_line_id"
    " JOIN payment p ON p.id = l.payment_id WHERE donor_id IS NOT NULL AND l.kind = 'gift'"
    " AND p.state = 'received'"
)
_GAVE_2025 = f"{_GAVE} AND received_on BETWEEN '2025-01-01' AND '2025-12-31'"
_ROOF = "(SELECT id FROM campaign WHERE sort_key = 'une toiture pour l atelier')"
_REGISTERED = (
    "SELECT r.contact_id FROM registration r JOIN payment p ON p.id = r.payment_id"
    " WHERE r.contact_id NOT NULL AND r.kind = 'registration'"
)
_MEMBER = (
    "ifnull(member_since <= date('now') AND (member_left_on IS NULL"
    " OR member_left_on > date('now')) AND coalesce(member_until, member_since) {}, 0)"
)
_SETTLED = (
    "(paid_cents >= fee_cents + joining_fee_cents OR instalment_count > 1 AND paid_cents > 0)"
)
_COVERED = (
    "id IN (SELECT mp.contact_id FROM membership_person mp JOIN membership m"
    " ON m.id = mp.membership_id WHERE m.cancelled_on IS NULL{})"
)
_LAST_TYPE = _COVERED.format(
    " AND m.ended_on = (SELECT max(o.ended_on) FROM membership_person q JOIN membership o"
    " ON o.id = q.membership_id WHERE q.contact_id = mp.contact_id AND o.cancelled_on IS NULL)"
    " AND m.type_id IN (SELECT id FROM membership_type WHERE {})"
)
_DECIDED = (
    "id IN (SELECT contact_id FROM consent c WHERE purpose = '{}' AND {} AND id ="
    " (SELECT id FROM consent o WHERE o.contact_id = c.contact_id AND o.purpose = c.purpose"
    " ORDER BY decided_on DESC, id DESC LIMIT 1))"
)
_ASKED = "id IN (SELECT contact_id FROM consent WHERE purpose = '{}')"
_TAGS = "id IN (SELECT contact_id FROM contact_tag{})"
_GROUPS = (
    "id IN (SELECT contact_id FROM group_member WHERE (ended_on IS NULL"
    " OR ended_on >= date('now')){})"
)
_TIED = (
    "id IN (SELECT person_id FROM affiliation WHERE (ended_on IS NULL"
    " OR ended_on >= date('now')){})"
)
_ROLE = f"({_TIED.format(' AND role {0}')} OR {_GROUPS.format(' AND role {0}')})"
_FIELD = "id IN (SELECT contact_id FROM custom_value WHERE field_id = {} AND {})"
_POINT = "id IN (SELECT contact_id FROM contact_point WHERE kind = '{}' AND {})"
_IN_FRANCE = "country = 'FR' AND length(postal_code) = 5"
_IMPORTED = (
    "id IN (SELECT contact_id FROM imported_row WHERE run_id = {run} AND contact_id NOT NULL"
    " UNION SELECT payer_id FROM payment p JOIN imported_row i ON i.payment_id = p.id"
    " WHERE run_id = {run} AND payer_id NOT NULL UNION SELECT r.contact_id FROM registration r"
    " JOIN imported_row i ON i.registration_id = r.id"
    " WHERE run_id = {run} AND r.contact_id NOT NULL)"
)
_LEFT = "ifnull(member_left_on <= date('now'), 0)"
# What is asked, and the plain statement about the facts; each is asked the other way round too.
RULES = {
    "member_status = up_to_date": _MEMBER.format(">= date('now', '30 days')"),
    "member_status = to_renew": _MEMBER.format(
        "BETWEEN date('now', '-60 days') AND date('now', '29 days')"
    ),
    "member_status = late": _MEMBER.format("< date('now', '-60 days')"),
    "member_status = left": _LEFT,
    "member_status = never": f"member_since IS NULL AND NOT {_LEFT}",
    "up_to_date_in = 2025": _COVERED.format(
        f" AND {_SETTLED} AND started_on <= '2025-12-31' AND ended_on >= '2025-01-01'"
    ),
    "up_to_date_in = 2018": _COVERED.format(
        f" AND {_SETTLED} AND started_on <= '2018-12-31' AND ended_on >= '2018-01-01'"
    ),
    'membership_type = "Adhésion individuelle"': _LAST_TYPE.format(
        "name = 'Adhésion individuelle'"
    ),
    'membership_type = "Adhésion de soutien"': _LAST_TYPE.format(
        "name = 'Adhésion de soutien'"
    ),
    "membership_type is not empty": _COVERED.format(""),
    'college = "Usagères et usagers"': _LAST_TYPE.format("college = 'Usagères et usagers'"),
    'college = "Structures"': _LAST_TYPE.format("college = 'Structures'"),
    "college is not empty": _LAST_TYPE.format("college <> ''"),
    "member_until >= 2026-12-31": "ifnull(member_until >= '2026-12-31', 0)",
    "member_since < 2018-01-01": "ifnull(member_since < '2018-01-01', 0)",
    "joined_in = 2019": "ifnull(member_since BETWEEN '2019-01-01' AND '2019-12-31', 0)",
    "left_in = 2025": (
        "id IN (SELECT contact_id FROM departure"
        " WHERE left_on BETWEEN '2025-01-01' AND '2025-12-31')"
    ),
    "left_because = resigned": (
        "id IN (SELECT contact_id FROM departure WHERE reason = 'resigned')"
    ),
    "fee_unpaid": (
        "id IN (SELECT contact_id FROM membership WHERE cancelled_on IS NULL"
        " AND paid_cents < fee_cents + joining_fee_cents)"
    ),
    "gifts > 100": "gift_cents > 10000",
    "gifts = 0": "gift_cents = 0",
    "gifts(2025) > 100": (
        f"id IN ({_GAVE_2025} GROUP BY donor_id HAVING sum(d.amount_cents) > 10000)"
    ),
    "gifts(2025) < 20": (
        f"id NOT IN ({_GAVE_2025} GROUP BY donor_id HAVING sum(d.amount_cents) >= 2000)"
    ),
    "gifts(2025) between 10 and 100": (
        f"id IN ({_GAVE_2025} GROUP BY donor_id"
        " HAVING sum(d.amount_cents) BETWEEN 1000 AND 10000)"
    ),
    "gave_in = this_year": (
        f"id IN ({_GAVE} AND received_on BETWEEN strftime('%Y-01-01', 'now')"
        " AND strftime('%Y-12-31', 'now'))"
    ),
    "gave_in = 2025": f"id IN ({_GAVE_2025})",
    "last_gift > today-300": "ifnull(last_gift_on > date('now', '-300 days'), 0)",
    "last_gift is not empty": "last_gift_on IS NOT NULL",
    'campaign = "Une toiture pour l’atelier"': (f"id IN ({_GAVE} AND d.campaign_id = {_ROOF})"),
    "receipt_in = 2025": "id IN (SELECT donor_id FROM tax_receipt WHERE year = 2025)",
    "tag = bénévole": _TAGS.format(
        " WHERE tag_id = (SELECT id FROM tag WHERE sort_key = 'benevole')"
    ),
    "tag is not empty": _TAGS.format(""),
    'group = "Four partagé"': _GROUPS.format(
        " AND group_id = (SELECT id FROM working_group WHERE name = 'Four partagé')"
    ),
    "group is not empty": _GROUPS.format(""),
    "organisation ~ coop": _TIED.format(
        " AND organisation_id IN (SELECT id FROM contact WHERE kind = 'organisation'"
        " AND sort_key LIKE '%coop%')"
    ),
    "organisation is not empty": _TIED.format(""),
    "role ~ present": _ROLE.format("LIKE '%present%'"),
    "role is not empty": _ROLE.format("> ''"),
    'registered_to = "Une toiture pour l’atelier"': (
        f"id IN ({_REGISTERED} AND p.campaign_id = {_ROOF})"
    ),
    "household": "household_id IS NOT NULL",
    **{
        f"{purpose} = {code}": where
        for purpose in ("newsletter", "public_thanks", "photo")
        for code, where in (
            ("given", _DECIDED.format(purpose, "given")),
            ("refused", _DECIDED.format(purpose, "NOT given")),
            ("never_asked", f"NOT {_ASKED.format(purpose)}"),
        )
    },
    "department = 44": f"{_IN_FRANCE} AND postal_code >= '44' AND postal_code < '45'",
    "department = 2A": f"{_IN_FRANCE} AND postal_code >= '200' AND postal_code < '202'",
    "department is not empty": (
        f"{_IN_FRANCE} AND (postal_code >= '01' AND postal_code < '96'"
        " OR postal_code >= '971' AND postal_code < '979' OR postal_code >= '986'"
        " AND postal_code < '989')"
    ),
    "postcode ^= 440": "postal_code LIKE '440%'",
    "postcode is not empty": "postal_code <> ''",
    "town = nantes": "city_key = 'nantes'",
    "town ~ ant": "city_key LIKE '%ant%'",
    "town is not empty": "city_key <> ''",
    "country = BE": "country = 'BE'",
    "country = FR": "country = 'FR'",
    "has_address": (
        "street <> '' AND city <> '' AND (postal_code <> '' OR country NOT IN ('', 'FR'))"
    ),
    "email ~ example": f"(email_key LIKE '%example%' OR {_POINT.format('email', 1)})",
    "email ~ autre12": (
        f"(email LIKE '%autre12%' OR {_POINT.format('email', 'value LIKE {0}')})"
    ).format("'%autre12%'"),
    "email is not empty": f"(email <> '' OR {_POINT.format('email', 1)})",
    "has_email": f"(email <> '' OR {_POINT.format('email', 1)})",
    "phone ~ 0612": (
        "(replace(replace(phone, ' ', ''), '+', '') LIKE '%0612%'"
        f" OR {_POINT.format('phone', 'value LIKE {0}')})"
    ).format("'%0612%'"),
    "phone is not empty": f"(phone <> '' OR {_POINT.format('phone', 1)})",
    "has_phone": f"(phone <> '' OR {_POINT.format('phone', 1)})",
    "name ~ mar": "sort_key LIKE '%mar%'",
    "name ^= le": "sort_key LIKE 'le%'",
    "kind = organisation": "kind = 'organisation'",
    "kind = person": "kind = 'person'",
    "number ^= 1": "number LIKE '1%'",
    "number is not empty": "number <> ''",
    "civility = madam": "civility = 'madam'",
    "civility is not empty": "civility <> ''",
    "birth < 1960-01-01": "ifnull(birth_on < '1960-01-01', 0)",
    "birth is not empty": "birth_on IS NOT NULL",
    "age >= 60": "ifnull(birth_on <= date('now', '-60 years'), 0)",
    "birth_month = 3": "ifnull(substr(birth_on, 6, 2) = '03', 0)",
    "language = fr": "language = 'fr'",
    "language is not empty": "language <> ''",
    "sector = artisanat": "sector = 'Artisanat'",
    "sector ~ tat": "sector LIKE '%tat%'",
    "sector is not empty": "sector <> ''",
    "discipline = économie": "discipline = 'Économie'",
    "discipline is not empty": "discipline <> ''",
    "organisation_kind = cooperative": "organisation_kind = 'cooperative'",
    "organisation_kind is not empty": "organisation_kind <> ''",
    "note ~ remorque": (
        "(note LIKE '%remorque%' OR id IN (SELECT contact_id FROM contact_note"
        " WHERE text LIKE '%remorque%'))"
    ),
    "note is not empty": (
        "(note <> '' OR id IN (SELECT contact_id FROM contact_note WHERE text <> ''))"
    ),
    "import_run = 1": _IMPORTED.format(run=1),
    "import_run = 2": _IMPORTED.format(run=2),
    "import_run = 3": _IMPORTED.format(run=3),
    "field(Taille) = M": _FIELD.format(1, "text = 'M'"),
    "field(Taille) is not empty": _FIELD.format(1, 1),
    "field(Surnom) ~ remorque": _FIELD.format(2, "text LIKE '%remorque%'"),
    "field(Parcours) ~ remorque": _FIELD.format(3, "text LIKE '%remorque%'"),
    "field(Trajet) > 45": _FIELD.format(4, "CAST(text AS REAL) > 45"),
    "field(Avance) > 2500": _FIELD.format(5, "CAST(text AS INTEGER) > 250000"),
    "field(Permis) < 1990-01-01": _FIELD.format(6, "text < '1990-01-01'"),
    "field(Vélo)": _FIELD.format(7, "text = '1'"),
    "field(Jours) = mercredi": _FIELD.format(8, "text LIKE '%mercredi%'"),
}
_COMBINED = (
    (
        "member_status = up_to_date",
        "department = 44",
        "not tag = bénévole",
    ),
    ("gifts(2025) > 100", "newsletter = given", "has_address"),
    ("up_to_date_in = 2025", "not up_to_date_in = 2018", "has_email"),
    ("sector is not empty", "not newsletter = refused", "has_phone"),
    ('membership_type = "Adhésion individuelle"', "gifts > 100", "not group is not empty"),
    ("note ~ remorque", "kind = person", "gave_in = 2025"),
    ("country = FR", "not tag = bénévole", "not photo = refused"),
    ("not newsletter = refused", "not public_thanks = refused", "not photo = refused"),
    ("has_address", "has_email", "has_phone"),
    ("field(Taille) = M", "field(Vélo)", "town is not empty"),
)
# A search of few letters finds most contacts, and the order stands in another index.
_LETTERS = ("a", "e", "le", "ma", "12", "xz")
_ORDERS = {
    "town": "city_key, ",
    "gifts": "gift_cents, ",
    "email": "email_key, ",
    "member_until": "member_until, ",
    "number": "number_key, ",
}


def questions() -> Iterator[tuple[str, str]]:
    """Yield each filter with its plain statement: rules, their opposites, three together."""
    for text, where in RULES.items():
        yield text, where
        yield f"not ({text})", f"NOT ({where})"
    for parts in _COMBINED:
        wheres = [_plain(part) for part in parts]
        yield " and ".join(parts), " AND ".join(wheres)
        yield f"{parts[0]} or {parts[1]} or {parts[2]}", f"({' OR '.join(wheres)})"


def _plain(text: str) -> str:
    if text.startswith("not "):
        return f"NOT ({RULES[text.removeprefix('not ')]})"
    return f"({RULES[text]})"


def measure(bare: BareSql, services: Services, chosen: str) -> list[Ratio]:
    """Print what each filter costs that holds the chosen text."""
    ratios = []
    for text, where in questions():
        if chosen in text:
            wanted = ContactFilter(condition=services.filters.parse(text))
            one = partial(bare.first_page, f" AND ({where})")
            ratios.append(_measured(text, one, partial(first_page, services.contacts, wanted)))
    return ratios


def measure_letters(bare: BareSql, services: Services) -> list[Ratio]:
    """Print what a search of one or two letters costs in another order than that of names."""
    ratios = []
    for letters in _LETTERS:
        for sort, column in _ORDERS.items():
            word = f" AND search_text LIKE '%{letters}%'"
            one = partial(bare.first_page, word, f"{column}sort_key, id")
            wanted = ContactFilter(letters, sort=sort)
            two = partial(first_page, services.contacts, wanted)
            ratios.append(_measured(f"{letters!r} by {sort}", one, two))
    return ratios


def _measured(name: str, one: partial[list[list[int]]], two: partial[list[list[int]]]) -> Ratio:
    found = two()[0]
    if one()[0] != found:
        sys.exit(f"{name}: {len(found)} found, {len(one()[0])} by the plain statement")
    ratio = median_ratio(in_turn(one, two, ROUNDS))
    ours = 1000 * ratio.ours
    print(
        f"  {'SLOW' if ours > _SLOW_MS else '    '} {ours:6.1f} ms, bare"
        f" {1000 * ratio.bare:6.1f} ms, ratio {ratio.quotient:.2f}:"
        f" {name} ({len(found)})",
        flush=True,
    )
    return ratio


def main() -> None:
    """Build the office, or take one that exists, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--contacts", type=int, default=100_000)
    parser.add_argument("--database", type=Path, help="an office that was built before")
    parser.add_argument("--only", default="", help="filters that hold this text")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = chosen.database or Path(folder) / "office.coopdesk"
        if not path.exists():
            build(path, chosen.contacts)
            fill(path)
        services = open_database(path, signature("", Origin.COMMAND_LINE))
        bare = BareSql(path)
        with closing(bare.connection):
            ratios = measure(bare, services, chosen.only)
            report("filters", ratios)
            if not chosen.only:
                letters = measure_letters(bare, services)
                report("searches of few letters in another order", letters)
                report("all together", ratios + letters)
        services.database.close()


if __name__ == "__main__":
    main()
