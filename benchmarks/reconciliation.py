"""How often proposals for bank lines are right: precision and recall, and how long they take.

``python -m benchmarks.reconciliation [FIRST_SEED COUNT]``. The lines of a year are invented
from the books of the demonstration, noise included, so that the truth is known. The points of
the program were tuned on seeds 1 to 5; those printed by default were never used for that.
"""

from __future__ import annotations

import datetime as dt
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.bank_lines import Bank
from benchmarks.measuring import cpu_seconds
from coopdesk.domain.bank_creations import AccountCreation, TransferCreation
from coopdesk.domain.bank_matching import Target, TargetKind
from coopdesk.domain.bank_matching_plan import Question, propose
from coopdesk.domain.bank_matching_rules import Known, OwnAccount
from coopdesk.domain.entries import EntryFilter, EntryForm, EntryKind
from coopdesk.domain.money import Money
from coopdesk.domain.operations import Origin
from coopdesk.domain.payments import PaymentMode
from coopdesk.services.opening import open_database, signature
from tests.made_once import new_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from benchmarks.bank_lines import Statement
    from coopdesk.domain.bank_matching import Proposal
    from coopdesk.domain.entries import Entry

CONTACTS = 2_400
FIRST, COUNT = 101, 10
_SWEEPS = {EntryForm.TRANSFER, EntryForm.CHEQUE_DEPOSIT}
_MODES = {"5112": PaymentMode.CHEQUE, "517": PaymentMode.CARD}


def read_books(folder: Path) -> tuple[list[Target], list[Target]]:
    """Return what moved the bank of the demonstration, and what waited before it."""
    path = new_file(folder / "books.coopdesk")
    services = open_database(path, signature("Mesure", Origin.COMMAND_LINE))
    services.demo.build(CONTACTS, 1)
    entries = services.entries
    every = entries.get_many(entries.ids(EntryFilter(account="5121", descending=False)))
    direct = [
        _target(one, "5121", "")
        for one in every
        if one.content.form not in _SWEEPS and one.content.kind is EntryKind.STANDARD
    ]
    waiting = [
        _target(one, account, account)
        for account in ("5112", "517")
        for one in entries.get_many(entries.ids(EntryFilter(account=account, descending=False)))
        if one.content.source.payment_id is not None
    ]
    services.database.close()
    return direct, waiting


def _target(one: Entry, account: str, through: str) -> Target:
    signed = sum(x.signed.cents for x in one.content.lines if x.account == account)
    party = next((x for x in one.lines if x.contact_name), None)
    is_paid = one.content.source.payment_id is not None
    mode = _MODES.get(account, PaymentMode.TRANSFER if is_paid else None)
    return Target(
        TargetKind.ENTRY,
        one.id,
        Money(signed),
        one.content.entry_on,
        one.content.label,
        contact_id=party.content.contact_id if party else None,
        contact_name=party.contact_name if party else "",
        mode=mode,
        references=() if is_paid else (one.content.voucher_ref,),
        through=through,
    )


@dataclass(slots=True)
class Score:
    """How many lines of a sort were proposed right, as best and as sure."""

    lines: int = 0
    proposed: int = 0
    right: int = 0
    sure: int = 0
    sure_right: int = 0

    def add(self, other: Score) -> None:
        """Add another one up."""
        for name in self.__slots__:
            setattr(self, name, getattr(self, name) + getattr(other, name))

    def text(self) -> str:
        """Return precision and recall, of the best and of the sure."""
        return (
            f"{self.lines:6} lines | best: precision {_share(self.right, self.proposed)},"
            f" recall {_share(self.right, self.lines)}"
            f" | sure: precision {_share(self.sure_right, self.sure)},"
            f" recall {_share(self.sure_right, self.lines)}"
        )


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:5.1f} %" if whole else "    –  "


@dataclass(slots=True)
class Table:
    """Scores by sort of line, and how surely wrong some strangers were explained."""

    kinds: dict[str, Score] = field(default_factory=dict)
    strangers: Counter[str] = field(default_factory=Counter)

    def count(
        self, made: Statement, proposals: list[Proposal], keys: Iterable[int] | None = None
    ) -> None:
        """Compare what is proposed with what is true, of all lines or of some."""
        best: dict[int, Proposal] = {}
        for one in proposals:
            best.setdefault(one.line_id, one)
        for key in made.kinds if keys is None else keys:
            kind = made.kinds[key]
            one = best.get(key)
            if kind == "stranger":
                matched = one is not None and bool(one.targets)
                self.strangers["lines"] += 1
                self.strangers["matched"] += matched
                self.strangers["sure"] += one is not None and one.is_sure
                continue
            right = one is not None and _is_right(made, key, one)
            sure = one is not None and one.is_sure
            score = Score(1, one is not None, right, sure, sure and right)
            self.kinds.setdefault(kind, Score()).add(score)

    def print(self) -> None:
        """Print the scores by sort and all together."""
        whole = Score()
        for kind, score in sorted(self.kinds.items()):
            whole.add(score)
            print(f"{kind:9} {score.text()}")
        print(f"{'all':9} {whole.text()}")
        print("strangers to the books:", dict(self.strangers))


def _is_right(made: Statement, key: int, one: Proposal) -> bool:
    if key in made.accounts:
        creation = one.creation
        is_made = isinstance(creation, (AccountCreation, TransferCreation))
        return is_made and creation.account == made.accounts[key]
    return frozenset((x.kind, x.id) for x in one.targets) == made.truth[key]


def known(made: Statement) -> Known:
    """Return two accounts of ours and the rules that were taught."""
    return Known(
        OwnAccount(1, "Compte courant", "5121"),
        rules=made.rules,
        accounts=[OwnAccount(2, "Livret A", "5122")],
    )


def months(made: Statement) -> Iterator[tuple[Question, list[int]]]:
    """Yield the lines month by month, as if a person had put all before them right."""
    known_targets = {(x.kind, x.id): x for x in made.targets}
    for month in sorted({line.booked_on.replace(day=1) for line in made.lines}):
        lines = [x for x in made.lines if x.booked_on.replace(day=1) == month]
        end = lines[-1].booked_on + dt.timedelta(days=10)  # what is entered a little late
        targets = [x for x in known_targets.values() if x.day <= end and x.amount]
        keys = [line.id for line in lines]
        yield Question(lines, targets, known(made), made.others), keys
        for line in lines:
            for target in made.truth.get(line.id, ()):
                one = known_targets[target]
                is_part = made.kinds[line.id] == "split"
                left = one.amount - line.amount if is_part else Money(0)
                known_targets[target] = replace(one, amount=left)


def main(first: int, count: int) -> None:
    """Print what the proposals for some years of lines are worth."""
    with tempfile.TemporaryDirectory() as folder:
        direct, waiting = read_books(Path(folder))
    whole, monthly, seconds, lines = Table(), Table(), 0.0, 0
    for seed in range(first, first + count):
        made = Bank(seed).shows(direct, waiting)
        question = Question(made.lines, made.targets, known(made), made.others)
        found: list[Proposal] = []
        seconds += cpu_seconds(lambda asked=question, into=found: into.extend(propose(asked)))
        lines += len(made.lines)
        whole.count(made, found)
        for asked, keys in months(made):
            monthly.count(made, propose(asked), keys)
    print(f"seeds {first} to {first + count - 1}: {lines // count} lines a year, ", end="")
    print(f"{len(direct) + len(waiting)} targets, {seconds / count:.2f} s of CPU a year")
    print("a year in one go")
    whole.print()
    print("month by month, each put right before the next")
    monthly.print()


if __name__ == "__main__":
    main(*(map(int, sys.argv[1:3]) if len(sys.argv) > 2 else (FIRST, COUNT)))
