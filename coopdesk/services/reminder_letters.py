"""Makes letters out of reminders: one for each household or e-mail address, blanks filled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.documents.receipt_texts import hard_spaced
from coopdesk.domain.contacts import Civility, ContactKind
from coopdesk.domain.letter_templates import LetterTemplate, LetterValues, filled
from coopdesk.domain.money import total
from coopdesk.wording.formats import day_long, french_euros
from coopdesk.wording.household_names import household_name

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

    from coopdesk.domain.association import Association
    from coopdesk.domain.contacts import Contact
    from coopdesk.domain.members import Period
    from coopdesk.domain.reminders import ReminderLine

# Letters are in French, whatever the language of the window.
_FRENCH = "fr"


@dataclass(frozen=True, slots=True)
class ReminderText:
    """One letter or e-mail, ready to be read, with the reminders that it stands for."""

    name: str
    lines: tuple[ReminderLine, ...]
    subject: str
    body: str

    @property
    def contact_ids(self) -> tuple[int, ...]:
        """Whom it is for, each once."""
        return tuple(dict.fromkeys(line.contact_id for line in self.lines))

    @property
    def email(self) -> str:
        """Where an e-mail goes, empty if nowhere."""
        return self.lines[0].email


def by_household(line: ReminderLine) -> Hashable:
    """Return what letters by post are made for: a household, or who lives in none."""
    return line.contact_id if line.household_id is None else f"home {line.household_id}"


def by_email(line: ReminderLine) -> Hashable:
    """Return what e-mails are made for: an address, which two people may share."""
    return line.email.casefold() or line.contact_id


def texts_of(
    lines: Iterable[ReminderLine],
    key: Callable[[ReminderLine], Hashable],
    write: Callable[[Sequence[ReminderLine]], ReminderText],
) -> list[ReminderText]:
    """Return one text for all lines of the same key, where the first of them stood."""
    groups: dict[Hashable, list[ReminderLine]] = {}
    for line in lines:
        groups.setdefault(key(line), []).append(line)
    return [write(group) for group in groups.values()]


class ReminderWriter:
    """Fills a text for people; ``homes`` are the names of households by their ids."""

    def __init__(
        self,
        house: Association,
        template: LetterTemplate,
        contacts: Mapping[int, Contact],
        homes: Mapping[int, str],
    ) -> None:
        self._house = house
        self._template = template
        self._contacts = contacts
        self._homes = homes

    def write(self, lines: Sequence[ReminderLine]) -> ReminderText:
        """Return the text for lines that go together."""
        people = [self._contacts[key] for key in dict.fromkeys(x.contact_id for x in lines)]
        first_name, last_name = self._names(people)
        values = LetterValues(
            civility=people[0].profile.civility if len(people) == 1 else Civility.NONE,
            first_name=first_name,
            last_name=last_name,
            number=joined(line.number for line in lines),
            association=self._house.name,
            type_name=joined(line.type_name for line in lines),
            period=joined(period_text(line.period) for line in lines),
            amount=french_euros(total(line.amount for line in lines)),
            due_on=day_long(min(line.due_on for line in lines), _FRENCH),
            signatory=self._house.signatory_name,
            role=self._house.signatory_role,
        )
        text = filled(self._template, values)
        name = f"{first_name} {last_name}".strip()
        subject, body = hard_spaced(text.subject), hard_spaced(text.body)
        return ReminderText(name, tuple(lines), subject, body)

    def _names(self, people: Sequence[Contact]) -> tuple[str, str]:
        """Return first and last name; several people share the name of their household."""
        profile = people[0].profile
        if len(people) == 1 and profile.kind is ContactKind.PERSON:
            return profile.first_name, profile.last_name
        if len(people) == 1:
            return "", people[0].display_name
        home = self._homes.get(people[0].household_id or 0, "")
        is_one = len({person.household_id for person in people}) == 1
        if home and is_one:
            return "", home
        if all(person.profile.kind is ContactKind.PERSON for person in people):
            return "", household_name([person.profile for person in people])
        return "", joined(person.display_name for person in people)


def period_text(period: Period) -> str:
    """Return the days of a period as a French letter says them."""
    start = day_long(period.start, _FRENCH)
    if period.is_for_life:
        return f"depuis le {start}"
    return f"du {start} au {day_long(period.end, _FRENCH)}"


def joined(words: Iterable[str]) -> str:
    """Return words as a French sentence lists them, each once, empty ones left out."""
    known = list(dict.fromkeys(word for word in words if word))
    return " et ".join(part for part in (", ".join(known[:-1]), *known[-1:]) if part)
