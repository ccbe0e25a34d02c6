"""Write e-mail drafts that a mail program opens ready to send, and lists of addresses.

RFC 5322 with X-Unsent, which Outlook and others take for a draft. Every header goes through the
library's own objects on one cleaned line: nothing that people typed can start another header.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
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

# Rare letters that the norm allows within quotes; in a list they would part addresses.
_PARTS_ADDRESSES = re.compile(r"[\s,;:<>()\[\]\"\\]")


@dataclass(frozen=True, slots=True)
class Mailbox:
    """A name and its e-mail address."""

    name: str
    email: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A PDF that goes with a message; ``name`` is its file name."""

    name: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class EmailDraft:
    """A plain text message to one or several people."""

    sender: Mailbox
    to: tuple[Mailbox, ...]
    subject: str
    body: str
    attachments: tuple[Attachment, ...] = ()


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
    for attachment in draft.attachments:
        message.add_attachment(
            attachment.content,
            maintype="application",
            subtype="pdf",
            filename=clean_line(attachment.name),
        )
    return message.as_bytes()


def _address(mailbox: Mailbox) -> Address:
    user, _at, domain = _checked(mailbox.email).rpartition("@")
    try:
        if not domain.isascii():
            domain = domain.encode("idna").decode("ascii")
        return Address(clean_line(mailbox.name), user, domain)
    except ValueError as error:
        raise RuleError("email.wrong", field="email", text=mailbox.email[:80]) from error


def _checked(text: str) -> str:
    """Return an address that a header may hold beside others."""
    email = check_email(clean_line(text))
    if not email or _PARTS_ADDRESSES.search(email):
        raise RuleError("email.wrong", field="email", text=text[:80])
    return email


def bcc_list(addresses: Iterable[str]) -> str:
    """Return addresses for the field of blind copies, each once, in order, empty ones left out.

    Two spellings that differ by capitals are one address; the first one stays.

    Raises:
        RuleError: ``email.wrong``; nothing that is not an address gets into the list.
    """
    kept: dict[str, str] = {}
    for text in addresses:
        if text.strip():
            address = _checked(text)
            kept.setdefault(address.casefold(), address)
    return ", ".join(kept.values())
