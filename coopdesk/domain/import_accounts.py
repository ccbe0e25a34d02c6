"""Where the accounts of a file go: into the chart, the catalogue, or sub-accounts of ours."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coopdesk.domain.chart import AccountStatus, parents
from coopdesk.domain.chart_rules import LABEL_LIMIT, NUMBER_LIMIT
from coopdesk.domain.entry_imports import MappedAccount
from coopdesk.domain.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from coopdesk.domain.chart import Account, CatalogueAccount

# Takes what no account of a French chart can be, for a person to look at (PCG art. 944-47).
SUSPENSE = "471"

_UNFIT = re.compile(r"[^0-9A-Z]")
_FIT = re.compile(r"[1-8][0-9]+[0-9A-Z]*")
_MONEY = ("51", "53")


def map_accounts(
    written: Iterable[tuple[str, str]],
    chart: Mapping[str, Account],
    catalogue: Mapping[str, CatalogueAccount],
) -> dict[str, MappedAccount]:
    """Return where each account of a file goes, by the number that is written there.

    An account of the chart or of the catalogue is taken; zeros behind a number may pad it
    (606400 is 6064). Any other becomes a sub-account of ours with the label of the file. What
    stands above others takes no lines: a money account goes to the only one below it, another
    to one of ours with a zero behind.
    """
    labels: dict[str, str] = {}
    for number, label in written:
        if not labels.get(number):
            labels[number] = clean_line(label)[:LABEL_LIMIT]
    targets = {number: _target(number, chart, catalogue) for number in labels}
    mapper = _Mapper(chart, catalogue, frozenset(targets.values()))
    return {
        number: mapper.mapped(number, labels[number], targets[number])
        for number in sorted(labels)
    }


def _target(
    written: str, chart: Mapping[str, Account], catalogue: Mapping[str, CatalogueAccount]
) -> str:
    """Return the account meant, were all accounts to take lines."""
    number = _UNFIT.sub("", written.upper())
    if not _FIT.fullmatch(number) or len(number) > NUMBER_LIMIT:
        return SUSPENSE
    shortest = len(number.rstrip("0")) if number.isdigit() else len(number)
    for length in range(len(number), max(shortest, 2) - 1, -1):
        if number[:length] in chart or number[:length] in catalogue:
            return number[:length]
    return number


class _Mapper:
    """Gives every account of a file one that takes lines."""

    def __init__(
        self,
        chart: Mapping[str, Account],
        catalogue: Mapping[str, CatalogueAccount],
        targets: Collection[str],
    ) -> None:
        self._chart = chart
        self._catalogue = catalogue
        self._targets = targets
        self._all = frozenset(chart) | frozenset(targets)
        self._above = parents(self._all)
        self._given: dict[str, str] = {}

    def mapped(self, written: str, label: str, target: str) -> MappedAccount:
        number = self._taking_lines(target)
        known = self._chart.get(number)
        if known is not None:
            return MappedAccount(written, label, number, known.label)
        listed = self._catalogue.get(number)
        if listed is not None:
            return MappedAccount(written, label, number, listed.label, is_new=True)
        label = label or self._label_above(number)
        return MappedAccount(written, label, number, label or number, is_new=True, is_own=True)

    def _label_above(self, number: str) -> str:
        """Return what the nearest account above is called, for a file without labels."""
        for length in range(len(number) - 1, 1, -1):
            above = self._chart.get(number[:length]) or self._catalogue.get(number[:length])
            if above is not None:
                return above.label
        return ""

    def _taking_lines(self, target: str) -> str:
        if target not in self._above:
            return target
        if target.startswith(_MONEY):
            below = [x for x in self._all if x.startswith(target) and x != target]
            if len(below) == 1 and below[0] not in self._targets:
                return below[0]
        for number, owner in self._given.items():
            if owner == target:
                return number
        number = target + "0"
        while not self._is_ours_to_take(number) and len(number) < NUMBER_LIMIT:
            number += "0"
        self._given[number] = target
        return number

    def _is_ours_to_take(self, number: str) -> bool:
        """Tell whether a sub-account with zeros behind is free, or was made so before."""
        is_above = any(x.startswith(number) and x != number for x in self._all)
        if is_above or number in self._targets or number in self._given:
            return False
        known = self._chart.get(number)
        if known is not None:
            return known.status is AccountStatus.OWN
        return number not in self._catalogue


def divided(
    mapped: Iterable[MappedAccount], chart: Mapping[str, Account]
) -> dict[str, tuple[str, ...]]:
    """Return the accounts of the chart that take no more lines once the new ones stand below.

    They come with the new ones, by number.
    """
    found: dict[str, list[str]] = {}
    for number in sorted({one.number for one in mapped if one.is_new}):
        for length in range(2, len(number)):
            above = chart.get(number[:length])
            if above is not None and above.is_postable:
                found.setdefault(above.number, []).append(number)
    return {number: tuple(below) for number, below in found.items()}
