"""What the lists of the page say when there is nothing in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from coopdesk.ui.imports.lines import Rows


def no_import(first_step: QAction) -> EmptyState:
    """Say what an import is for, and offer the first one."""
    state = EmptyState(
        "download-simple",
        _("Nothing imported yet"),
        _(
            "Drop files anywhere in the window, several at once: exports of HelloAsso or Open "
            "Collective, bank statements, contacts, entries, polls, calendars. You see what "
            "they would do before anything is written."
        ),
    )
    state.offer(first_step, primary=True)
    return state


def no_line() -> EmptyState:
    """Make what stands in place of lines; ``say_no_line`` says why there are none."""
    return EmptyState("file", "")


def say_no_line(state: EmptyState, rows: Rows[Any]) -> None:
    """Say that a file has no line at all, or none of those that are wanted."""
    title = _("No such line in this file") if rows else _("This file has no line")
    state.say(title)


def nothing_to_check() -> EmptyState:
    """Say what would wait here."""
    return EmptyState(
        "check-circle",
        _("Nothing to check"),
        _("Payments that an import could not judge wait here for your decision."),
    )


def no_poll(first_step: QAction) -> EmptyState:
    """Say where polls come from."""
    state = EmptyState(
        "list-bullets",
        _("No poll yet"),
        _(
            "Import the answers of Framadate or Framaforms: they are counted here, and given "
            "to your contacts."
        ),
    )
    state.offer(first_step)
    return state


def no_date(first_step: QAction) -> EmptyState:
    """Say where dates come from."""
    state = EmptyState(
        "calendar-check",
        _("No date yet"),
        _("Import a calendar (.ics): its dates wait here for your events."),
    )
    state.offer(first_step)
    return state
