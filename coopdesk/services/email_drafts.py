"""Drafts of e-mails in a folder: how they are signed, named and written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.text import fold
from coopdesk.exchange.eml import EmailDraft, Mailbox, draft_file
from coopdesk.services.addressing import usable_email
from coopdesk.services.saving import save

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable
    from pathlib import Path

    from coopdesk.domain.association import Association
    from coopdesk.domain.letter_templates import FilledText
    from coopdesk.exchange.eml import Attachment
    from coopdesk.services.progress import Progress

_NOT_SLUG = re.compile(r"[^0-9a-z]+")


class DraftMaker:
    """Makes drafts from the association; ``now`` knows its time zone."""

    def __init__(self, house: Association, now: dt.datetime) -> None:
        """Take the house that sends.

        Raises:
            RuleError: ``email.no_sender``; its profile has no usable address.
        """
        if not usable_email(house.email):
            raise RuleError("email.no_sender")
        self._sender = Mailbox(house.name, house.email)
        parts = (house.signatory_name, house.signatory_role, house.name)
        self._signature = "\n".join(part for part in parts if part)
        self._now = now

    def draft(
        self, to: Mailbox, text: FilledText, attachments: tuple[Attachment, ...] = ()
    ) -> bytes:
        """Return a draft to one person.

        Raises:
            RuleError: ``email.wrong``.
        """
        body = f"{text.body}\n\n{self._signature}"
        draft = EmailDraft(self._sender, (to,), text.subject, body, attachments)
        return draft_file(draft, self._now)


def draft_name(number: int, name: str) -> str:
    """Return a file name that tells whose draft it is; ``number`` is no other draft's."""
    slug = _NOT_SLUG.sub("-", fold(name)).strip("-")[:40]
    return f"{number:06d}-{slug or 'contact'}.eml"


def save_drafts(
    folder: Path, drafts: Iterable[tuple[str, bytes]], count: int, progress: Progress
) -> tuple[Path, ...]:
    """Write drafts by their names as they are made, whole files each.

    Raises:
        ExternalError: the disk or the folder is in the way.
    """
    paths = []
    for done, (name, content) in enumerate(drafts):
        progress.advance(done, count)
        paths.append(save(folder / name, content))
    return tuple(paths)
