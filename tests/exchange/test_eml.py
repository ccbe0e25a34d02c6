"""E-mail drafts read back by the standard library, and lists of addresses."""

from __future__ import annotations

import datetime as dt
from email import message_from_bytes, policy
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdesk.domain.errors import RuleError
from coopdesk.exchange.eml import EmailDraft, Mailbox, bcc_list, draft_file

if TYPE_CHECKING:
    from email.message import EmailMessage

NOW = dt.datetime(2026, 11, 22, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=1)))
SENDER = Mailbox("La Coop des Rives", "bonjour@example.org")
ELODIE = Mailbox("Élodie Lefèvre, « Œuvre »", "elodie@example.org")
HEADERS = {
    "From",
    "To",
    "Subject",
    "Date",
    "X-Unsent",
    "MIME-Version",
    "Content-Type",
    "Content-Transfer-Encoding",
}


def read(content: bytes) -> EmailMessage:
    return message_from_bytes(content, policy=policy.default)


def draft(subject: str = "Adhésion", body: str = "Bonjour", *to: Mailbox) -> bytes:
    return draft_file(EmailDraft(SENDER, to or (ELODIE,), subject, body), NOW)


def test_a_draft_reads_back_as_it_was_written() -> None:
    body = "Bonjour Élodie,\n\nVotre cotisation : 25,00\u00a0€. " + "Très long. " * 40
    message = read(draft("Votre adhésion — dernier rappel", body))
    assert message["From"].addresses[0].addr_spec == "bonjour@example.org"
    [to] = message["To"].addresses
    assert (to.display_name, to.addr_spec) == (ELODIE.name, ELODIE.email)
    assert message["Subject"] == "Votre adhésion — dernier rappel"
    assert message["Date"].datetime == NOW
    assert message["X-Unsent"] == "1"
    assert message.get_content_type() == "text/plain"
    assert message.get_content().splitlines() == body.strip().splitlines()


def test_a_draft_is_plain_ascii_with_the_line_ends_of_mail() -> None:
    content = draft("Œ" * 200, "é" * 3_000)
    assert content.isascii()
    lines = content.split(b"\r\n")
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    assert max(map(len, lines)) <= 78


def test_several_people_may_be_written_to() -> None:
    message = read(draft("a", "b", ELODIE, Mailbox("", "marc@example.org")))
    assert [each.addr_spec for each in message["To"].addresses] == [
        "elodie@example.org",
        "marc@example.org",
    ]


@pytest.mark.parametrize(
    "text", ["x\r\nBcc: a@example.org", "x\nBcc: b", "x\rBcc: c", "x\u2028Bcc:"]
)
def test_nothing_typed_starts_another_header(text: str) -> None:
    message = read(draft(text, text, Mailbox(text, "elodie@example.org")))
    assert set(message.keys()) == HEADERS


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_subject_and_name_make_a_draft_with_the_same_headers(
    name: str, subject: str
) -> None:
    message = read(draft(subject, subject, Mailbox(name, "elodie@example.org")))
    assert set(message.keys()) == HEADERS
    assert [each.addr_spec for each in message["To"].addresses] == ["elodie@example.org"]


@pytest.mark.parametrize(
    "address",
    [
        "",
        "nobody",
        "a@b",
        "a@example.org\r\nBcc: x@example.org",
        "a@example.org, b@example.org",
    ],
)
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(RuleError, match=r"email\.wrong"):
        draft("a", "b", Mailbox("", address))


def test_an_address_with_accents_keeps_them() -> None:
    content = draft("a", "b", Mailbox("Zoé", "zoé@bücher.example.org"))
    assert "zoé@xn--bcher-kva.example.org" in content.decode()


def test_nobody_to_write_to_is_said() -> None:
    with pytest.raises(RuleError, match=r"email\.nobody"):
        draft_file(EmailDraft(SENDER, (), "a", "b"), NOW)


def test_a_list_holds_each_address_once_in_order() -> None:
    typed = [
        "b@example.org",
        " ",
        "A@example.org",
        "a@Example.org",
        "b@example.org",
        "c@example.org",
    ]
    assert bcc_list(typed) == "b@example.org, A@example.org, c@example.org"
    assert bcc_list([]) == ""


@pytest.mark.parametrize(
    "address",
    [
        "a@example.org,b@example.org",
        "a;b@coop.test",
        "<a>@coop.test",
        "a@b, c@coop.test",
        "a@x y.test",
    ],
)
def test_what_would_bring_in_another_address_is_refused(address: str) -> None:
    with pytest.raises(RuleError, match=r"email\.wrong"):
        bcc_list([address])
    with pytest.raises(RuleError, match=r"email\.wrong"):
        draft("a", "b", Mailbox("", address))


def test_an_address_of_a_small_network_may_be_written_to() -> None:
    assert bcc_list(["zoe@serveur.local"]) == "zoe@serveur.local"
