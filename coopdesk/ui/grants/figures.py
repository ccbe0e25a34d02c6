"""The key figures over the views of grants, each the sum of the grants that it lists."""

from __future__ import annotations

import enum
from functools import partial
from typing import TYPE_CHECKING

from coopdesk.domain.money import total
from coopdesk.ui.grants.reading import GrantsShown, keeps
from coopdesk.wording.formats import money_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from coopdesk.domain.grant_states import GrantState
    from coopdesk.domain.money import Money
    from coopdesk.services.registry import Services
    from coopdesk.ui.page import Page
    from coopdesk.ui.widgets.key_figure import KeyFigure


class GrantFigure(enum.Enum):
    """What is added up, and the grants that are: those which the figure opens."""

    # Two of them open the same list: the names keep them apart.
    ASKED = GrantsShown.ASKED, "asked"
    DUE = GrantsShown.DUE, "due"
    LEFT = GrantsShown.REPORT, "left"
    REPORT = GrantsShown.REPORT, "granted"

    @property
    def shown(self) -> GrantsShown:
        """The list that it opens."""
        return self.value[0]

    def of(self, state: GrantState) -> Money:
        """Return what a grant adds to it."""
        amounts = {
            GrantFigure.ASKED: state.asked,
            GrantFigure.DUE: state.due,
            GrantFigure.LEFT: state.left,
            GrantFigure.REPORT: state.granted,
        }
        return amounts[self]


def read_sums(services: Services) -> dict[GrantFigure, Money]:
    """Add the grants up by the rules of the lists that the figures open; on the worker."""
    states = services.grant_requests.states()
    return {one: grant_sum(one, states) for one in GrantFigure}


def grant_sum(figure: GrantFigure, states: Iterable[GrantState]) -> Money:
    """Return what the grants of a figure add up to; others are left out."""
    return total(figure.of(one) for one in states if keeps(one, figure.shown))


class GrantFigures:
    """Stand in place of the figures of partners while grants, projects or calls are shown."""

    def __init__(self, page: Page, opens: Callable[[object], object]) -> None:
        self._page = page
        names = {
            GrantFigure.ASKED: _("Asked, no answer yet"),
            GrantFigure.DUE: _("Grants to receive"),
            GrantFigure.LEFT: _("Grants left to spend"),
            GrantFigure.REPORT: _("Grants to account for"),
        }
        self.figures: dict[GrantFigure, KeyFigure] = {
            one: page.add_figure(name, partial(_open, opens, one.shown))
            for one, name in names.items()
        }

    def show_for(self, others: Iterable[KeyFigure], *, is_shown: bool) -> None:
        """Show these figures, or the others."""
        own, theirs = tuple(self.figures.values()), tuple(others)
        coming, leaving = (own, theirs) if is_shown else (theirs, own)
        # A window that had to hold all of them for a moment would stay as wide.
        for figure in leaving:
            figure.hide()
        for figure in coming:
            figure.show()

    def reload(self) -> None:
        """Add up again."""
        desk = self._page.desk
        call = partial(read_sums, desk.services)
        desk.tasks.query(self._page, call, self._on_read, replaces="grant_figures")

    def _on_read(self, sums: dict[GrantFigure, Money]) -> None:
        for one, figure in self.figures.items():
            figure.set_value(money_text(sums[one]))


def _open(
    opens: Callable[[object], object], shown: GrantsShown, _checked: object = None
) -> None:
    opens(("grants", shown))
