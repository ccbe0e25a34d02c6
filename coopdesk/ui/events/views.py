"""The views of the page of events, and the tabs that lead to them.

A view is added with one line in ``view_specs``; it is imported when it is first looked at.
"""

from __future__ import annotations

import enum
from functools import partial
from typing import TYPE_CHECKING

from coopdesk.ui.events.targets import (
    CALENDAR_WORDS,
    EVENT_WORDS,
    INDICATOR_WORDS,
    VENUE_WORDS,
)
from coopdesk.ui.page_views import PageViews, ViewSpec
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.ui.events.page import EventPage
    from coopdesk.ui.page_views import HeadedView


class View(enum.Enum):
    """What the page can show, in the order of the tabs."""

    EVENTS = "events"
    CALENDAR = "calendar"
    VENUES = "venues"
    INDICATORS = "indicators"


def view_specs(page: EventPage) -> tuple[ViewSpec[View], ...]:
    """Return the views there are, in the order of their tabs."""
    return (
        ViewSpec(View.EVENTS, _("Events"), EVENT_WORDS, partial(_events, page)),
        ViewSpec(View.CALENDAR, _("The calendar"), CALENDAR_WORDS, partial(_calendar, page)),
        ViewSpec(View.VENUES, _("Places and cycles"), VENUE_WORDS, partial(_venues, page)),
        ViewSpec(View.INDICATORS, _("Indicators"), INDICATOR_WORDS, partial(_indicators, page)),
    )


def _events(page: EventPage) -> HeadedView:
    from coopdesk.ui.events.view import EventsView

    view = EventsView(page)
    view.papers.writing.tell_in(page.bar)
    view.detail.covered.connect(page.on_covered)
    view.head_changed.connect(page.show_head)
    return view


def _calendar(page: EventPage) -> HeadedView:
    from coopdesk.ui.events.calendar_view import CalendarView

    return CalendarView(page)


def _venues(page: EventPage) -> HeadedView:
    from coopdesk.ui.events.venues_view import VenuesView

    return VenuesView(page)


def _indicators(page: EventPage) -> HeadedView:
    from coopdesk.ui.events.indicators_view import IndicatorsView

    return IndicatorsView(page)


class EventViews(PageViews[View]):
    """The views of events."""

    def __init__(self, page: EventPage) -> None:
        super().__init__(page, _("Views of the events"), view_specs(page))
