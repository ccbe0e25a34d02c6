"""The views of the page of banks and imports, and the tabs that lead to them.

A view is added with one line in ``view_specs``; it is imported when it is first looked at.
"""

from __future__ import annotations

import enum
from functools import partial
from typing import TYPE_CHECKING

from coopdesk.ui.bank.parts import TARGET_WORDS
from coopdesk.ui.page_views import PageViews, ViewSpec
from coopdesk.wording.formats import number_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.ui.imports.page import ImportPage
    from coopdesk.ui.page_views import HeadedView


class View(enum.Enum):
    """What the page can show, in the order of the tabs."""

    BANK = "bank"
    HISTORY = "history"
    CHECK = "check"
    POLLS = "polls"


def view_specs(page: ImportPage) -> tuple[ViewSpec[View], ...]:
    """Return the views there are, in the order of their tabs."""
    return (
        ViewSpec(View.BANK, _("Bank"), TARGET_WORDS, partial(_bank, page)),
        ViewSpec(View.HISTORY, _("Imports made"), frozenset({"run"}), partial(_history, page)),
        ViewSpec(View.CHECK, _("To check"), frozenset({"to_check"}), partial(_check, page)),
        ViewSpec(
            View.POLLS,
            _("Polls and calendars"),
            frozenset({"polls", "calendar"}),
            partial(_polls, page),
        ),
    )


def _bank(page: ImportPage) -> HeadedView:
    from coopdesk.ui.bank.view import BankView

    view = BankView(page)
    view.head_changed.connect(page.show_head)
    return view


def _history(page: ImportPage) -> HeadedView:
    from coopdesk.ui.imports.history_view import HistoryView

    view = HistoryView(page.desk, page.import_action)
    view.head_changed.connect(page.show_head)
    page.keep_compact(*view.figures.all)
    return view


def _check(page: ImportPage) -> HeadedView:
    from coopdesk.ui.imports.check_view import CheckView

    return CheckView(page.desk, page.import_action)


def _polls(page: ImportPage) -> HeadedView:
    from coopdesk.ui.imports.polls_view import PollsView

    return PollsView(page.desk, page.import_action)


class ImportViews(PageViews[View]):
    """The views of the page at home, when no file is being looked at."""

    def __init__(self, page: ImportPage) -> None:
        super().__init__(page, _("Views of banks and imports"), view_specs(page))

    @property
    def shown_view(self) -> str:
        """Which view is shown, and which part of it at the bank."""
        part = getattr(self.shown, "key", None)
        return " ".join([self.current.value, *([part.value] if part is not None else [])])

    def show_waiting(self, count: int) -> None:
        """Say in its tab how many payments wait for a decision."""
        text = _("To check ({count})").format(count=number_text(count))
        self.tabs.setTabText(self.tab_of(View.CHECK), text if count else _("To check"))
