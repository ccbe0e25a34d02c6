"""Duplicates among 100 000 invented contacts: keys, search, and what is found again.

Names follow the frequencies of real card indexes: some very usual, most rare. Doubles of
several kinds are planted and looked for. Bars: keys of all contacts within 2 s of CPU time, the
whole search within 20 s.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from dataclasses import replace
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.measuring import cpu_seconds, in_turn, median_ratio
from coopdesk.domain.contacts import ContactKind
from coopdesk.domain.duplicates import Identity, find_duplicates, match_keys
from coopdesk.domain.duplicates_usual_names import USUAL_FIRST_NAMES, USUAL_LAST_NAMES
from coopdesk.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable

    from coopdesk.domain.duplicates import Proposal

PLANTED = 200
RARE_NAMES = 30_000
TOWNS = 3_000
ONSETS = "b br c ch d f g gr l m n p pl r s t tr v".split()  # noqa: SIM905 (read at a glance)
VOWELS = "a e i o u ou au an on in eau".split()  # noqa: SIM905 (read at a glance)
ENDS = "r l t rd nd s u x n ville mont".split()  # noqa: SIM905 (read at a glance)
KINDS = ("Amicale", "Comité", "Club", "Maison", "Atelier", "Collectif", "Réseau", "Foyer")
OBJECTS = ("laïque", "des fêtes", "du vélo", "solidaire", "des arts", "du quartier")
MAILS = ("gmail.com", "orange.fr", "free.fr", "example.org")


class Crowd:
    """Invents contacts; the same seed gives the same ones."""

    def __init__(self) -> None:
        self.dice = random.Random(7)
        self.weights: dict[int, list[float]] = {}
        rare = [self._word() for _number in range(RARE_NAMES)]
        self.last_names = [name.title() for name in sorted(USUAL_LAST_NAMES)] + rare
        self.first_names = [name.title() for name in sorted(USUAL_FIRST_NAMES)]
        self.dice.shuffle(self.first_names)
        self.towns = [(f"{10 * n + 1000:05d}", self._word()) for n in range(TOWNS)]

    def people(self, count: int) -> list[Identity]:
        """Return contacts numbered from 1; one in ten is an organisation."""
        return [
            self._organisation(number) if number % 10 == 0 else self._person(number)
            for number in range(1, count + 1)
        ]

    def slip(self, word: str) -> str:
        """Return a word with a letter wrong, added or missing."""
        place = self.dice.randrange(1, len(word))
        return (
            word[:place] + self.dice.choice("aeimnr") + word[place + self.dice.choice((0, 1)) :]
        )

    def _word(self) -> str:
        syllables = (self.dice.choice(ONSETS) + self.dice.choice(VOWELS) for _n in range(2))
        return ("".join(syllables) + self.dice.choice(ENDS)).title()

    def _often(self, names: list[str]) -> str:
        weights = self.weights.setdefault(len(names), [])
        if not weights:
            weights.extend(accumulate(1 / (place + 25) for place in range(len(names))))
        return self.dice.choices(names, cum_weights=weights)[0]

    def _person(self, number: int) -> Identity:
        last, first = self._often(self.last_names), self._often(self.first_names)
        postal_code, city = self.dice.choice(self.towns)
        mail = f"{first}.{last}{number % 97}@{self.dice.choice(MAILS)}"
        return Identity(
            id=number,
            last_name=last,
            first_name=first,
            emails=(mail,) if self.dice.random() < 0.7 else (),
            phones=(f"06{self.dice.randrange(10**8):08d}",) if number % 3 else (),
            postal_code=postal_code,
            city=city,
            street=f"{number % 90} rue {self._often(self.last_names)}",
        )

    def _organisation(self, number: int) -> Identity:
        postal_code, city = self.dice.choice(self.towns)
        what = f"{self.dice.choice(KINDS)} {self.dice.choice(OBJECTS)} de {city}"
        return Identity(
            id=number,
            kind=ContactKind.ORGANISATION,
            organisation_name=what,
            postal_code=postal_code,
            city=city,
        )


def _doubles(crowd: Crowd) -> dict[str, Callable[[Identity], Identity]]:
    """Return the ways in which somebody is typed a second time, most without any detail."""
    bare = {"emails": (), "phones": (), "postal_code": "", "city": "", "street": ""}
    return {
        "capitals": lambda one: replace(one, last_name=one.last_name.upper(), **bare),
        "inverted": lambda one: replace(
            one, last_name=one.first_name, first_name=one.last_name, **bare
        ),
        "initial": lambda one: replace(one, first_name=one.first_name[0] + ".", **bare),
        "double name": lambda one: replace(one, last_name=one.last_name + "-Lantier", **bare),
        "one letter": lambda one: replace(one, last_name=crowd.slip(one.last_name), **bare),
        "moved, same phone": lambda one: replace(
            one, emails=(), postal_code="97400", street=""
        ),
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--contacts", type=int, default=100_000)
    count = parser.parse_args().contacts
    crowd = Crowd()
    known = crowd.people(count)
    persons = [one for one in known if one.last_name and one.phones and len(one.last_name) > 4]
    planted: dict[tuple[int, int], str] = {}
    for kind, change in _doubles(crowd).items():
        for one in crowd.dice.sample(persons, PLANTED):
            double = replace(change(one), id=len(known) + 1)
            planted[one.id or 0, double.id or 0] = kind
            known.append(double)
    _report_keys(known)
    found: list[Proposal] = []
    seconds = cpu_seconds(lambda: found.extend(find_duplicates(known)))
    print(f"search: {seconds:.1f} s, {len(found)} proposals")
    pairs = {(proposal.first_id, proposal.second_id) for proposal in found}
    again = Counter(kind for pair, kind in planted.items() if pair in pairs)
    for kind in dict.fromkeys(planted.values()):
        print(f"  {kind}: {again[kind] / PLANTED:.1%} of {PLANTED} found again")


def _report_keys(known: list[Identity]) -> None:
    def folded() -> list[str]:
        return [
            fold(f"{x.last_name}{x.first_name}{x.organisation_name} {x.city} {x.street}")
            for x in known
        ]

    ratio = median_ratio(in_turn(folded, lambda: [match_keys(x) for x in known]))
    print(f"keys: {ratio.ours:.2f} s, {ratio.quotient:.1f} times folding the same names once")


if __name__ == "__main__":
    main()
