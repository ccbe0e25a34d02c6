"""The money of an event: its result by the books, and what is not booked yet."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from typing_extensions import override

from coopdesk.ui.events.money_reading import ACCOUNT, result_parts
from coopdesk.ui.events.tab import ReaderTab
from coopdesk.ui.events.targets import Part
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.event_money import EventResult
    from coopdesk.ui.desk import Desk


class MoneyTab(ReaderTab):
    """Every figure opens the lines that make it."""

    part = Part.MONEY

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Money of the event"))
        self.result: EventResult | None = None
        self.book_action = self.make(_("Prepare the entries…"), "magic-wand", self._on_prepare)
        self.add_tool(self.book_action)
        open_page = self.open_page
        self.links.update(
            {
                "payment": partial(open_page, "accounts"),
                "gift": partial(open_page, "donations"),
                "entry": partial(self._open_book, "entry"),
                "grant": partial(self._open_book, "grant"),
            }
        )

    def _open_book(self, word: str, key: int) -> None:
        self.open_page("accounts", (word, key))

    @override
    @Slot(str)
    def follow(self, link: str) -> None:
        name, _colon, key = link.partition(":")
        if name == ACCOUNT and self.result is not None:
            target = (ACCOUNT, key, self.result.activity_id)
            self.open_page("accounts", target)
        else:
            super().follow(link)

    @override
    def reload(self) -> None:
        call = partial(self.desk.services.event_money.result, self.event_id)
        self.read(call, self._on_result, "result")

    def _on_result(self, result: EventResult) -> None:
        self.result = result
        self.book_action.setVisible(bool(result.unbooked))
        self.reader.show_parts(result_parts(result))

    @Slot()
    def _on_prepare(self) -> None:
        self.open_page("accounts", ("entries", "book"))
