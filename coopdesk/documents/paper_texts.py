"""Read the French wording of letters, certificates and lists from the shipped texts."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING, Any

from coopdesk.documents.receipt_texts import hard_spaced
from coopdesk.domain.donor_letters import DONOR_BLANKS
from coopdesk.domain.errors import ExternalError
from coopdesk.domain.letter_templates import LetterTemplate, checked_template
from coopdesk.system.paths import resources

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coopdesk.domain.donor_letters import DonorTextKind


def paper_texts(paper: str) -> Mapping[str, str]:
    """Return the texts of one paper such as ``share_certificate``, by their names.

    Raises:
        ExternalError: ``texts.missing``; the installation is damaged.
    """
    texts: dict[str, str] = _file("member_papers")[paper]
    return texts


def expense_texts() -> Mapping[str, str]:
    """Return the texts of a volunteer's expense sheet, by their names.

    Raises:
        ExternalError: ``texts.missing``; the installation is damaged.
    """
    return _file("expense_sheet")


def closing_texts() -> Mapping[str, str]:
    """Return the texts of the sheet that closes a year of receipts, by their names.

    Raises:
        ExternalError: ``texts.missing``; the installation is damaged.
    """
    return _file("receipt_closing")


def book_texts(part: str) -> Mapping[str, str]:
    """Return the texts of a book or a statement, such as ``ledger``, by their names.

    Raises:
        ExternalError: ``texts.missing``; the installation is damaged.
    """
    texts: dict[str, str] = _file("books")[part]
    return texts


def event_texts(part: str) -> Mapping[str, str]:
    """Return the texts of a paper of events, such as ``report``, by their names.

    Raises:
        ExternalError: ``texts.missing``; the installation is damaged.
    """
    texts: dict[str, str] = _file("event_papers")[part]
    return texts


def event_money_texts() -> Mapping[str, str]:
    """Return the texts of the page on an event and its money, by their names.

    Raises:
        ExternalError: ``texts.missing``; the installation is damaged.
    """
    return _file("event_money")


def group_texts(part: str) -> Mapping[str, str]:
    """Return the texts of a paper of groups, such as ``sheet``, by their names.

    Raises:
        ExternalError: ``texts.missing``; the installation is damaged.
    """
    texts: dict[str, str] = _file("group_papers")[part]
    return texts


def statement_texts() -> Mapping[str, str]:
    """Return the texts of what a donor gave over the years, by their names.

    Raises:
        ExternalError: ``texts.missing``; the installation is damaged.
    """
    return _file("donor_statement")


def reminder_templates() -> tuple[LetterTemplate, ...]:
    """Return the default texts: before the end, then from the kindest to the firmest.

    Raises:
        ExternalError: ``texts.missing``; the installation is damaged.
    """
    entries: list[dict[str, str]] = _file("reminders")["reminder"]
    return tuple(checked_template(LetterTemplate(**entry)) for entry in entries)


def donor_templates(kind: DonorTextKind) -> tuple[LetterTemplate, ...]:
    """Return the texts to donors that are proposed for a kind.

    Raises:
        ExternalError: ``texts.missing``; the installation is damaged.
    """
    entries: list[dict[str, str]] = _file("donor_letters")[kind.value]
    return tuple(checked_template(LetterTemplate(**entry), DONOR_BLANKS) for entry in entries)


@cache
def _file(name: str) -> dict[str, Any]:
    path = resources() / "texts" / f"{name}.toml"
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise ExternalError("texts.missing", name=path.name) from error
    # French spacing is the same everywhere; no key or code holds such a sign after a space.
    content: dict[str, Any] = tomllib.loads(hard_spaced(text))
    return content
