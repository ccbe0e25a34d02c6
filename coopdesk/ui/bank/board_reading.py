"""What the board reads on the worker: the lines that wait, and what they may be."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coopdesk.domain.bank_lists import StatementFilter, StatementRow
    from coopdesk.domain.bank_matching import Proposal
    from coopdesk.services.bank import BankService
    from coopdesk.services.registry import Services

_PAGE = 200


@dataclass(frozen=True, slots=True)
class Board:
    """The lines that wait, the first of them read whole."""

    ids: list[int]
    rows: list[StatementRow]


@dataclass(frozen=True, slots=True)
class Proposed:
    """What the lines may be, by line, the best first.

    ``labels`` are those of accounts by number, ``lines`` those that proposals take along.
    """

    by_line: Mapping[int, tuple[Proposal, ...]] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    lines: Mapping[int, StatementRow] = field(default_factory=dict)
    is_read: bool = False

    def of(self, line_id: int | None) -> tuple[Proposal, ...]:
        """Return the proposals of a line."""
        return () if line_id is None else self.by_line.get(line_id, ())

    def without(self, accepted: Proposal) -> Proposed:
        """Return what is left to propose once one was accepted: each target is used once."""
        used = {(target.kind, target.id) for target in accepted.targets}
        by_line = {}
        for line_id, found in self.by_line.items():
            left = tuple(
                each
                for each in found
                if used.isdisjoint((target.kind, target.id) for target in each.targets)
            )
            if left and line_id not in accepted.line_ids:
                by_line[line_id] = left
        return replace(self, by_line=by_line)

    @property
    def sure_count(self) -> int:
        """How many lines have a proposal that needs no person."""
        return sum(found[0].is_sure for found in self.by_line.values())


def read_board(bank: BankService, wanted: StatementFilter) -> Board:
    """Read the lines that wait."""
    ids = bank.ids(wanted)
    return Board(ids, bank.lines(ids[:_PAGE]))


def read_rows(bank: BankService, ids: Sequence[int]) -> list[StatementRow]:
    """Read any number of lines, page by page."""
    pages = (ids[start : start + _PAGE] for start in range(0, len(ids), _PAGE))
    return [row for page in pages for row in bank.lines(page)]


def read_proposals(services: Services, account_id: int) -> Proposed:
    """Read what the open lines of an account may be."""
    by_line: dict[int, list[Proposal]] = {}
    others: set[int] = set()
    for proposal in services.reconciliation.proposals(account_id):
        by_line.setdefault(proposal.line_id, []).append(proposal)
        others.update(proposal.others)
    return Proposed(
        by_line={key: tuple(found) for key, found in by_line.items()},
        labels={each.number: each.label for each in services.chart.accounts()},
        lines={row.id: row for row in read_rows(services.bank, sorted(others))},
        is_read=True,
    )
