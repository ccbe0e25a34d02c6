"""Read the French wording of letters, certificates and lists from the shipped texts."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from coopdesk.documents.receipt_texts import hard_spaced
from coopdesk.domain.donor_letters import DONOR_BLANKS
from coopdesk.domain.errors import ExternalError
from coopdesk.domain.letter_templates import LetterTemplate, checked_template
from coopdesk.domain.partner_texts import BLANKS_OF
from coopdesk.system.paths import resources

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coopdesk.domain.donor_letters import DonorTextKind
    from coopdesk.domain.partner_texts import PartnerTextKind

PaperFile = Literal[
    "annual_report",
    "books",
    "donor_statement",
    "event_money",
    "event_papers",
    "expense_sheet",
    "grant_papers",
    "group_papers",
    "member_papers",
    "partner_papers",
    "receipt_closing",
]


def paper_texts(file: PaperFile, part: str | None = None) -> Mapping[str, str]:
    """Return the texts of one paper by their names; ``part`` names one of a file of several.

    Raises:
        ExternalError: ``texts.missing``; the installation is damaged.
    """
    texts: Mapping[str, str] = _file(file) if part is None else _file(file)[part]
    return texts


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


def partner_templates(kind: PartnerTextKind) -> tuple[LetterTemplate, ...]:
    """Return the conventions or the letters to partners that are proposed.

    Raises:
        ExternalError: ``texts.missing``; the installation is damaged.
    """
    entries: list[dict[str, str]] = _file("partner_papers")["texts"][kind.value]
    return tuple(
        checked_template(LetterTemplate(**entry), BLANKS_OF[kind]) for entry in entries
    )


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
