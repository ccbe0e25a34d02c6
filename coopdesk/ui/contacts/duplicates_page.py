"""Doubles: the pairs of contacts that may be one; nothing is merged by itself."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Slot
from typing_extensions import override

from coopdesk.domain.duplicates import SURE
from coopdesk.domain.text import fold
from coopdesk.services.outcome import Subject
from coopdesk.ui.columns import Column, Tone
from coopdesk.ui.contacts.merging import ContactMerger
from coopdesk.ui.page import Page
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.widgets.chips import RemovableChip
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.ui.widgets.search_field import SearchField
from coopdesk.wording.duplicates import reasons_text
from coopdesk.wording.formats import number_text
from coopdesk.wording.language import _, ngettext
from coopdesk.wording.merging import score_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.merging import DuplicateProposal, PairSide
    from coopdesk.services.progress import Progress
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.tasks import Job

    Pairs = list[DuplicateProposal]


class PairLine(NamedTuple):
    """One row of the list."""

    id: int
    pair: DuplicateProposal


class DuplicatesPage(Page):
    """The pairs found by the last search, as the contacts are now.

    Opened with ``("import", run)`` it shows the pairs of what an import brought.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("Doubles"), frozenset({Subject.CONTACTS}), parent)
        self._service = desk.services.duplicates
        self._run_id: int | None = None
        self._found: Pairs | None = None
        self._job: Job | None = None
        self._searches = 0
        # By the place in what was found: a pair keeps its number while it is dealt with.
        self._shown: dict[int, DuplicateProposal] = {}
        self.merger = ContactMerger(desk, self)
        self._make_actions()
        self._lay_out_body()

    def _make_actions(self) -> None:
        make = self.make_action
        self.compare_action = make(_("Compare…"), "columns", self._on_compare)
        self.apart_action = make(
            _("They are two"), "arrows-out-line-horizontal", self._on_apart, keys="Del"
        )
        self.search_action = make(
            _("Search again"), "arrow-clockwise", self._on_search_again, keys="F5"
        )
        self.set_primary(self.compare_action)
        self.add_tool(self.search_action)
        self.add_tool(self.apart_action)

    def _lay_out_body(self) -> None:
        self.search = SearchField(_("Search a name or an e-mail"))
        self.run_chip = RemovableChip()
        self.add_search(self.search, self.run_chip)
        self.list = RecordList(self.desk, "duplicates", _columns(), self._lines)
        self.list.set_accessible_name(_("List of doubles"))
        self.empty = EmptyState("users", "")
        self.empty.offer(self.search_action, primary=True)
        self.list.set_empty(self.empty)
        self.body.addWidget(self.list, 1)
        self.search.leads_to(self.list)
        self.search.searched.connect(self._show)
        self.run_chip.clicked.connect(self._on_all)
        self.list.record_activated.connect(self._on_compare)
        self.list.selection_changed.connect(self._refresh_actions)
        self.list.clear_requested.connect(self._on_clear)
        self._refresh_actions()

    # what is found

    @override
    @Slot()
    def reload(self) -> None:
        """Search once; afterwards look at the same pairs again, which takes no time."""
        if self._found is None:
            self._search()
        elif self._job is None:
            again = partial(self._service.recheck, self._found)
            self.desk.tasks.query(self, again, self._on_rechecked, replaces="recheck")

    @override
    def show_target(self, target: object) -> None:
        if isinstance(target, tuple):
            _word, run_id = target
            self._run_id = int(run_id)
            self.run_chip.show_filter(_("of the last import"))
            self._search()

    def _search(self) -> None:
        """Search from the start; a search that is under way gives way."""
        if self._job is not None:
            self._job.cancel()
        self._found = []
        self._searches += 1
        self.empty.say(_("Looking for doubles"))
        run_id, service = self._run_id, self._service
        call: Callable[[Progress], Pairs] = (
            service.proposals if run_id is None else partial(service.of_import, run_id)
        )
        number = self._searches
        self._job = self.desk.tasks.job(
            self,
            _("Looking for doubles"),
            call,
            partial(self._on_found, number),
            ended=partial(self._on_ended, number),
        )

    def _on_found(self, number: int, found: Pairs) -> None:
        if number != self._searches:
            return
        self._found = found
        sentence = _(
            "Contacts that resemble each other by name, e-mail, phone or address stand here, "
            "with the reason. Nothing is merged without you."
        )
        self.empty.say(_("No probable double"), sentence)
        self._on_rechecked(found)

    def _on_ended(self, number: int) -> None:
        if number != self._searches:
            return
        if self._job is not None and self._job.is_cancelled:
            self.empty.say(_("The search was stopped"))
        self._job = None

    def _on_rechecked(self, pairs: Pairs) -> None:
        numbers = {_key(pair): number for number, pair in enumerate(self._found or [])}
        known = {numbers[_key(pair)]: pair for pair in pairs if _key(pair) in numbers}
        self._shown = {number: known[number] for number in sorted(known)}
        count = len(known)
        said = ngettext(
            "{count} pair of contacts may be one and the same.",
            "{count} pairs of contacts may be one and the same.",
            count,
        )
        self.set_sentence(said.format(count=number_text(count)) if count else "")
        self._show()

    @Slot()
    def _show(self) -> None:
        words = fold(self.search.text()).split()
        ids = [
            number
            for number, pair in self._shown.items()
            if all(word in _searched(pair) for word in words)
        ]
        row = max(self.list.table.currentIndex().row(), 0)
        self.list.set_ids(ids, self.search.text().strip())
        if ids:
            # The next pair takes the place of the one that was dealt with.
            self.list.table.select_id(ids[min(row, len(ids) - 1)])
        self._refresh_actions()

    def _lines(self, numbers: Sequence[int]) -> list[PairLine]:
        """Return the rows of a page of the list; runs on the worker."""
        shown = self._shown
        return [PairLine(number, shown[number]) for number in numbers if number in shown]

    # what is done

    @property
    def _chosen(self) -> list[tuple[int, int]]:
        numbers = [number for number in self.list.selected_ids if number in self._shown]
        pairs = [self._shown[number] for number in numbers]
        return [(pair.first.contact_id, pair.second.contact_id) for pair in pairs]

    @Slot()
    def _refresh_actions(self) -> None:
        count = len(self.list.selected_ids)
        self.compare_action.setEnabled(count == 1)
        self.apart_action.setEnabled(count > 0)

    @Slot()
    def _on_compare(self) -> None:
        chosen = self._chosen
        if len(chosen) == 1:
            self.merger.compare(*chosen[0])

    @Slot()
    def _on_apart(self) -> None:
        self.merger.tell_apart(self._chosen)

    @Slot()
    def _on_search_again(self) -> None:
        self._search()

    @Slot()
    def _on_clear(self) -> None:
        self.search.clear()
        self._show()

    @Slot()
    def _on_all(self) -> None:
        self._run_id = None
        self.run_chip.show_filter("")
        self._search()


def _columns() -> tuple[Column, ...]:
    return (
        Column(
            "first", _("Contact"), lambda line: _named(line.pair.first), width=24, stretch=True
        ),
        Column(
            "second",
            _("Resembles"),
            lambda line: _named(line.pair.second),
            width=20,
            stretch=True,
        ),
        Column(
            "score",
            _("How sure"),
            lambda line: score_text(line.pair.score),
            tone=lambda line: Tone.GOOD if line.pair.score >= SURE else Tone.NEUTRAL,
            width=11,
        ),
        Column(
            "reasons",
            _("Why"),
            lambda line: reasons_text(line.pair.reasons),
            width=16,
            stretch=True,
        ),
    )


def _named(side: PairSide) -> str:
    return " · ".join(part for part in (side.name, side.town or side.email) if part)


def _key(pair: DuplicateProposal) -> frozenset[int]:
    return frozenset({pair.first.contact_id, pair.second.contact_id})


def _searched(pair: DuplicateProposal) -> str:
    sides = (pair.first, pair.second)
    return fold(" ".join(f"{side.name} {side.email} {side.town}" for side in sides))
