"""Compares the receipts of a file with what this computer noted of them (decision 0025)."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from coopdesk.domain.checks import Finding
from coopdesk.domain.errors import ExternalError, RuleError
from coopdesk.domain.receipt_anchors import ChainState, furthest, lost_ranges, state_of
from coopdesk.storage.chain_state import ChainStore
from coopdesk.system.anchors import add_anchor, read_anchors

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coopdesk.domain.receipt_anchors import LostRange
    from coopdesk.storage.unit_of_work import Units, Work

_NOTED = "noted"  # of a line: a person said that what is missing is lost for good


class Anchors:
    """What this computer noted of a file, beside what the file holds."""

    def __init__(self, chain: ChainStore) -> None:
        self._chain = chain
        self.identity = chain.identity()
        self._entries = read_anchors(self.identity) if self.identity else []

    def known(self) -> ChainState | None:
        """Return the furthest state noted since a person last decided, None for none."""
        starts = [n for n, entry in enumerate(self._entries) if _NOTED in entry]
        return furthest(self._states(starts[-1] if starts else 0))

    def _states(self, start: int) -> list[ChainState]:
        found = (state_of(entry) for entry in self._entries[start:])
        return [state for state in found if state is not None]

    def lost(self) -> list[LostRange]:
        """Return the numbers that were issued and are not in the file."""
        known = self.known()
        return [] if known is None else lost_ranges(known, self._chain.state())

    def findings(self) -> Iterator[Finding]:
        """Yield what the file should hold and does not, with the numbers concerned."""
        known = self.known()
        if known is None:
            return
        held = self._chain.state()
        lost = lost_ranges(known, held)
        if lost or held.receipts < known.receipts:
            # Without the last ones, those before may be missing too; the gaps name them.
            numbers = _text(lost or self._chain.absent(known))
            yield Finding("check.receipts_lost", {"numbers": numbers, "path": self._path()})
        elif not self._chain.holds(known):
            yield Finding("check.receipts_rewritten", {"numbers": self._since(held)})
        if held.voids < known.voids:
            voided = ", ".join(self._voided_since(held.voids))
            yield Finding("check.voids_lost", {"numbers": voided, "path": self._path()})
        elif not self._chain.holds_voids(known):
            yield Finding("check.voids_rewritten", {"number": known.last_voided})

    def refuse_when_behind(self) -> None:
        """Refuse to number anything while more is known elsewhere.

        Raises:
            RuleError: ``receipt.behind`` or ``receipt.rewritten``.
        """
        for finding in self.findings():
            is_lost = finding.code.endswith("_lost")
            numbers = finding.values.get("numbers") or finding.values.get("number")
            code = "receipt.behind" if is_lost else "receipt.rewritten"
            raise RuleError(code, numbers=numbers, path=self._path())

    def _path(self) -> str:
        """Return which file was open when most was known."""
        named = [str(entry["file"]) for entry in self._entries if "file" in entry]
        return named[-1] if named else ""

    def _since(self, held: ChainState) -> str:
        """Return the numbers after the last state that the file still holds."""
        agreed = [state for state in self._states(0) if self._chain.holds(state)]
        before = furthest(agreed) or ChainState()
        return _text(lost_ranges(held, before))

    def _voided_since(self, count: int) -> list[str]:
        later = (state for state in self._states(0) if state.voids > count)
        return list(dict.fromkeys(state.last_voided for state in later))


class Note(NamedTuple):
    """A state of a file, to be noted once it is committed."""

    identity: str
    entry: dict[str, object]

    def keep(self) -> None:
        """Note it: a program killed before catches up when the file is opened again."""
        if self.identity:
            add_anchor(self.identity, self.entry)


def state_to_note(work: Work, units: Units, noted: str = "") -> Note:
    """Return the state of a file at the end of a transaction.

    ``noted`` is why a person says that what is missing is lost.
    """
    entry: dict[str, object] = {
        "at": units.now().isoformat(),
        "file": str(units.database.path.absolute()),
        **work.chain.state().as_document(),
    }
    return Note(work.chain.identity(), {**entry, _NOTED: noted} if noted else entry)


def catch_up(units: Units) -> None:
    """Tell a file who it is, and note its state unless more is known of it than it holds.

    Every copy made later is then known as this file, even one made before its first receipt;
    only a sealed backup stays as it is. A file that cannot be read or written now is looked at
    another time.
    """
    with suppress(ExternalError):
        with units.read() as work:
            anchors, held = Anchors(work.chain), work.chain.state()
            is_noted = anchors.known() == held or any(anchors.findings())
            may_be_named = not work.chain.is_sealed()
        if not anchors.identity and (held.receipts or may_be_named):
            give_identity(units)
        if held.receipts and not is_noted:
            with units.read() as work:
                note = state_to_note(work, units)
            note.keep()


def give_identity(units: Units) -> None:
    """Tell a file who it is, if nothing did before.

    Raises:
        ExternalError: it cannot be written.
    """
    with units.database.writing() as connection:
        ChainStore(connection).give_identity()
        connection.commit()


def _text(ranges: list[LostRange]) -> str:
    return ", ".join(one.text for one in ranges)
