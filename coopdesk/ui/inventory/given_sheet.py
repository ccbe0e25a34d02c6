"""What the record of volunteers' time or of a gift in kind reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.volunteering import (
    CONTRIBUTION_ACCOUNTS,
    TIME_ACCOUNTS,
    Contribution,
    VolunteerTime,
)
from coopdesk.ui.inventory.links import ACTIVITY_LINK, CONTACT_LINK, entry_parts, linked
from coopdesk.ui.inventory.times import minutes_text
from coopdesk.ui.widgets.record_parts import Facts, Paragraph, Title
from coopdesk.wording.formats import day_long, money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.entries import EntryRow
    from coopdesk.ui.widgets.record_parts import Part, Said


@dataclass(frozen=True, slots=True)
class GivenSheet:
    """What was given, and the entry that has it."""

    given: VolunteerTime | Contribution
    entry: EntryRow | None


def given_parts(sheet: GivenSheet) -> list[Part]:
    """Return the parts of the record."""
    given = sheet.given
    if isinstance(given, VolunteerTime):
        title, amount = minutes_text(given.content.minutes), given.value
        day = given.content.done_on
    else:
        title, amount = given.content.label, given.content.amount
        day = given.content.given_on
    who, what = given.content.contact_id, given.content.activity_id
    rows: list[tuple[str, Said]] = [
        (_("Who"), linked(CONTACT_LINK, who, given.contact_name) or _("Not named")),
        *_own(given),
        (_("Worth"), money_text(amount)),
        (_("Activity"), linked(ACTIVITY_LINK, what, given.activity_name)),
    ]
    hint = _("Not in the books yet: “Put into the books” takes a whole period at once.")
    rows_of_books = [sheet.entry] if sheet.entry is not None else []
    return [
        Title(title, (day_long(day),)),
        Facts(tuple((name, said) for name, said in rows if said)),
        *entry_parts(rows_of_books, hint),
        Paragraph((_accounts(given),), is_muted=True),
    ]


def _own(given: VolunteerTime | Contribution) -> list[tuple[str, Said]]:
    if isinstance(given, VolunteerTime):
        hourly = _("{amount} an hour").format(amount=money_text(given.hourly))
        rate = f"{given.content.rate} · {hourly}" if given.content.rate else hourly
        return [(_("Task"), given.content.task), (_("Hourly rate"), rate)]
    return [
        (_("Kind"), label(given.content.kind)),
        (_("How it was valued"), given.content.value_basis),
    ]


def _accounts(given: VolunteerTime | Contribution) -> str:
    accounts = (
        TIME_ACCOUNTS
        if isinstance(given, VolunteerTime)
        else CONTRIBUTION_ACCOUNTS[given.content.kind]
    )
    text = _("Use {use} = resource {resource}: the result stays as it is.")
    return text.format(use=accounts[0], resource=accounts[1])
