"""Help beside the work: the page of the guide about what is shown, all pages, the keys."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from coopdesk.ui.guide import PageBrowser, guide_pages
from coopdesk.ui.guide_search import search_guide
from coopdesk.ui.help_contents import GuideContents
from coopdesk.ui.help_keys import KeysList
from coopdesk.ui.icons import icon
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.search_field import SearchField
from coopdesk.ui.widgets.view_tabs import view_tabs
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from coopdesk.ui.guide_search import GuideHit
    from coopdesk.ui.tasks import TaskRunner
    from coopdesk.ui.window_actions import WindowActions

_PAGE, _CONTENTS, _KEYS = range(3)


class HelpPanel(QWidget):
    """A search over the whole guide on top; Escape leaves."""

    left = Signal()

    def __init__(self, tasks: TaskRunner, actions: WindowActions) -> None:
        super().__init__()
        self._tasks = tasks
        self._pages = guide_pages()
        self._asked = ""
        self.setAccessibleName(_("Help"))
        self.search = SearchField(_("Search the guide…"))
        self.search.searched.connect(self._on_searched)
        self.tabs = view_tabs(_("Help"), (_("Page"), _("Contents"), _("Keys")))
        # The guide is ours, not anybody's text: here markup is obeyed.
        self.browser = PageBrowser()
        self.contents = GuideContents(self._pages)
        self.keys = KeysList(actions)
        self.nothing = plain_label("", "muted", wrap=True)
        self.nothing.hide()
        self.back_button = _flat("arrow-left", _("Page read before"))
        self.back_button.setEnabled(False)
        self._stack = QStackedWidget()
        self._lay_out()
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
        self.back_button.clicked.connect(self.browser.backward)
        self.browser.backwardAvailable.connect(self.back_button.setEnabled)
        self.browser.sourceChanged.connect(self._on_source_changed)
        self.contents.chosen.connect(self.show_place)
        self.search.leads_to(self.contents)

    def _lay_out(self) -> None:
        listed = QWidget()
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.nothing)
        column.addWidget(self.contents, 1)
        for widget in (self.browser, listed, self.keys):
            self._stack.addWidget(widget)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.tabs)
        row.addStretch()
        row.addWidget(self.back_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self.search)
        layout.addLayout(row)
        layout.addWidget(self._stack, 1)

    @property
    def shown_page(self) -> str:
        """The file of the guide that is read."""
        return self.browser.source().fileName()

    def show_page(self, name: str) -> None:
        """Show a page of the guide by its file, perhaps with #heading; else the contents."""
        if self._turn_to(name):
            self._take_keys()

    def follow(self, name: str) -> None:
        """Go with the window to another page, unless the person reads something else here.

        The keys stay with the work.
        """
        is_idle = self.shown_page == self._asked and self.tabs.currentIndex() == _PAGE
        if is_idle and name != self._asked:
            self._turn_to(name)

    @Slot(QUrl)
    def show_place(self, place: QUrl) -> None:
        """Show a page, or one of its headings."""
        self._load(place)
        self._take_keys()

    def _turn_to(self, name: str) -> bool:
        """Turn to a page by its name and tell whether there is one."""
        name, _sign, heading = name.partition("#")
        self._asked = name
        page = next((page for page in self._pages if page.name == name), None)
        if page is None:
            self.tabs.setCurrentIndex(_CONTENTS if self._pages else _KEYS)
            return False
        place = QUrl.fromLocalFile(str(page))
        if heading:
            place.setFragment(heading)
        self._load(place)
        return True

    def _load(self, place: QUrl) -> None:
        self.tabs.setCurrentIndex(_PAGE)
        if place != self.browser.source():
            self.browser.setSource(place)

    def _take_keys(self) -> None:
        self.browser.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_searched(self, typed: str) -> None:
        if not typed:
            self.nothing.hide()
            self.contents.show_pages()
            return
        self.tabs.setCurrentIndex(_CONTENTS)
        call = partial(search_guide, self._pages, typed)
        self._tasks.query(self, call, partial(self._on_hits, typed), replaces="guide")

    def _on_hits(self, typed: str, hits: list[GuideHit]) -> None:
        self.contents.show_hits(hits)
        self.nothing.setText(_("No result for “{text}”.").format(text=typed))
        self.nothing.setVisible(not hits)

    @Slot(QUrl)
    def _on_source_changed(self, source: QUrl) -> None:
        if not self.search.text():
            self.contents.mark(source.fileName())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _flat(icon_name: str, text: str) -> QToolButton:
    button = QToolButton()
    button.setProperty("kind", "flat")
    button.setIcon(icon(icon_name))
    button.setAccessibleName(text)
    button.setToolTip(text)
    return button
