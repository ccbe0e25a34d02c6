"""Write e-mail drafts that a mail program opens ready to send, and lists of addresses.

RFC 5322 with X-Unsent, which Outlook and others take for a draft. Every header goes through the
library's own objects on one cleaned line: nothing that people typed can start another header.
"""

from __future__ import annotations

from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from email.utils import format_datetime
from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.identifiers import check_email
from coopdesk.domain.text import clean_line, clean_text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Mailbox:
    """A name and its e-mail address."""

    name: str
    email: str


@dataclass(frozen=True, slots=True)
class EmailDraft:
    """A plain text message to one or several people."""

    sender: Mailbox
    to: tuple[Mailbox, ...]
    subject: str
    body: str


def draft_file(draft: EmailDraft, written_at: dt.datetime) -> bytes:
    """Return a draft as the content of an ``.eml`` file; ``written_at`` knows its time zone.

    Raises:
        RuleError: ``email.wrong`` or ``email.nobody``.
    """
    if not draft.to:
        raise RuleError("email.nobody", field="to")
    mailboxes = [_address(each) for each in (draft.sender, *draft.to)]
    # A letter outside ASCII before the @ has no older spelling.
    is_plain = all(each.username.isascii() for each in mailboxes)
    message = EmailMessage(policy=SMTP if is_plain else SMTPUTF8)
    message["From"], *to = mailboxes
    message["To"] = to
    message["Subject"] = clean_line(draft.subject)
    message["Date"] = format_datetime(written_at)
    message["X-Unsent"] = "1"
    message.set_content(clean_text(draft.body) + "\n", cte="quoted-printable")
    return message.as_bytes()


def _address(mailbox: Mailbox) -> Address:
    email = check_email(clean_line(mailbox.email))
    if not email:
        raise RuleError("email.wrong", field="email", text=mailbox.email[:80])
    user, _at, domain = email.rpartition("@")
    if not domain.isascii():
        domain = domain.encode("idna").decode("ascii")
    return Address(clean_line(mailbox.name), user, domain)


def bcc_list(addresses: Iterable[str]) -> str:
    """Return addresses for the field of blind copies, each once, in order, empty ones left out.

    Two spellings that differ by capitals are one address; the first one stays.

    Raises:
        RuleError: ``email.wrong``; nothing that is not an address gets into the list.
    """
    checked = (check_email(clean_line(address)) for address in addresses)
    kept: dict[str, str] = {}
    for address in checked:
        if address:
            kept.setdefault(address.casefold(), address)
    return ", ".join(kept.values())
