"""Contributors and members of Open Collective as contacts: by handle, hidden ones never."""

from __future__ import annotations

import json

import pytest

from coopdesk.domain.contact_details import ReferenceSource
from coopdesk.domain.contacts import ContactKind
from coopdesk.domain.errors import RuleError
from coopdesk.domain.import_formats import FileFormat
from coopdesk.exchange.contact_files import read_contacts, recognise_contacts

PAGE = "https://opencollective.com"
CONTRIBUTORS = (
    "contributorUrl,contributorName,contributorEmail,contributorWebsite,contributorType,"
    "totalContributions,currency,address,country,contributorFirstContributionDate,"
    "contributorLatestContributionDate\n"
    f"{PAGE}/zoe,Zoé Tanguy,zoe@example.org,,INDIVIDUAL,250,EUR,"
    '"3 rue des Lilas\n44000 Nantes",FR,2024-01-02,2026-01-01\n'
    f"{PAGE}/energie,Énergie des Rives,,https://energie.example.org,ORGANIZATION,2000,EUR,,,,\n"
    f"{PAGE}/incognito-7,Incognito,,,INDIVIDUAL,20,EUR,,,2024-01-02,2026-01-01\n"
)


def member(
    number: int, name: str, handle: str, amount: float, **more: str
) -> dict[str, object]:
    return {
        "MemberId": number,
        "createdAt": "2020-01-01 10:00",
        "type": "USER",
        "role": "BACKER",
        "tier": "Ami",
        "isActive": True,
        "totalAmountDonated": amount,
        "currency": "EUR" if amount else None,
        "lastTransactionAt": "2026-11-01 10:00",
        "lastTransactionAmount": amount,
        "profile": f"{PAGE}/{handle}",
        "name": name,
        "email": None,
        **more,
    }


MEMBERS = [
    member(1, "Zoé Tanguy", "zoe", 250),
    member(2, "Nour Haddad", "nour", 0, role="FOLLOWER"),
    member(3, "Guest", "guest-3", 20),
]


def as_csv(members: list[dict[str, object]]) -> str:
    lines = [",".join(f'"{key}"' for key in members[0])]
    lines += [",".join(f'"{"" if x is None else x}"' for x in one.values()) for one in members]
    return "\n".join(lines) + "\n"


@pytest.fixture
def kept(tmp_path):
    def keep(text: str):
        path = tmp_path / "export"
        path.write_text(text, encoding="utf-8")
        return path

    return keep


def test_contributors_come_with_their_handle_and_whoever_hides_stays_away(kept):
    path = kept(CONTRIBUTORS)
    assert recognise_contacts(path).file_format is FileFormat.OPEN_COLLECTIVE_CONTRIBUTORS
    read = read_contacts(path)
    zoe, energy = read.rows
    assert (read.source, zoe.reference) == (ReferenceSource.OPEN_COLLECTIVE, "zoe")
    assert (zoe.profile.first_name, zoe.profile.address.city) == ("Zoé", "Nantes")
    assert (energy.profile.kind, energy.profile.organisation_name) == (
        ContactKind.ORGANISATION,
        "Énergie des Rives",
    )
    assert [(x.code, dict(x.values)) for x in read.warnings] == [
        ("collective.hidden_left_out", {"count": 1})
    ]
    assert read.problems == ()


@pytest.mark.parametrize("write", [as_csv, json.dumps])
def test_members_are_the_same_from_both_files(kept, write):
    path = kept(write(MEMBERS))
    assert recognise_contacts(path).file_format is FileFormat.OPEN_COLLECTIVE_MEMBERS
    rows = read_contacts(path).rows
    assert [(x.reference, x.profile.last_name, x.profile.tags) for x in rows] == [
        ("zoe", "Tanguy", ("BACKER",)),
        ("nour", "Haddad", ("FOLLOWER",)),
    ]


def test_last_transaction_of_a_member_who_never_gave_is_no_date_of_theirs(kept):
    giver, follower = read_contacts(kept(as_csv(MEMBERS))).rows
    assert "2026" not in follower.profile.note
    assert follower.member_since is None
    assert giver.profile.note == follower.profile.note, "gifts say when they were made"


def test_truncated_lists_and_other_json_are_refused(kept):
    tail = "Warning: totalCount is 812 and limit was 500"
    with pytest.raises(RuleError, match=r"collective\.truncated") as refused:
        read_contacts(kept(CONTRIBUTORS + tail))
    assert refused.value.values == {"count": 812, "limit": 500}
    with pytest.raises(RuleError, match=r"file\.unknown_format"):
        recognise_contacts(kept('[{"id": 1, "name": "Zoé"}]'))
    with pytest.raises(RuleError, match=r"file\.broken_json"):
        recognise_contacts(kept('[{"MemberId": 1,'))
