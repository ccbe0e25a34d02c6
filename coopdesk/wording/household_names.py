"""The name proposed for a household, as it heads one letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.contacts import Civility
from coopdesk.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.contacts import NewContact

_COUPLE = 2
# Papers speak French whatever the window speaks.
_SHORT = {Civility.MADAM: "Mme", Civility.SIR: "M."}
_BOTH = {Civility.MADAM: "Mmes", Civility.SIR: "MM."}


def household_name(people: Sequence[NewContact]) -> str:
    """Return « Mme et M. Lefèvre » for two, « Famille Lefèvre » for more or unknown civilities.

    Two with names of their own are named one after the other.
    """
    names = _last_names(people)
    if len(people) == _COUPLE and all(person.civility.value for person in people):
        return _couple(people, one_name=len(names) == 1)
    listed = names[0] if len(names) == 1 else _joined(names)
    return f"Famille {listed}"


def _couple(people: Sequence[NewContact], *, one_name: bool) -> str:
    # The custom of letters: Mme before M.
    first, second = sorted(people, key=lambda person: person.civility is Civility.SIR)
    if not one_name:
        return _joined([f"{_SHORT[x.civility]} {_last_name(x)}" for x in (first, second)])
    if first.civility is second.civility:
        return f"{_BOTH[first.civility]} {_last_name(first)}"
    return f"Mme et M. {_last_name(first)}"


def _last_name(person: NewContact) -> str:
    return person.last_name or person.first_name


def _last_names(people: Sequence[NewContact]) -> list[str]:
    """Return the last names, each once."""
    return list({fold(_last_name(x)): _last_name(x) for x in reversed(people)}.values())[::-1]


def _joined(names: Sequence[str]) -> str:
    return " et ".join(filter(None, (", ".join(names[:-1]), names[-1])))
