"""Small pages to put into a window, where a test is about the frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from coopdesk.ui.desk import Command, Hit, PageSpec
from coopdesk.ui.page import Page, Role
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from coopdesk.ui.desk import Desk

HOSTILE = '<img src="x"> & <b>Jean</b>'


class NotePage(Page):
    """A page with everything a page may have; remembers what it was asked."""

    def __init__(self, desk: Desk, title: str) -> None:
        super().__init__(desk, title)
        self.reloads = 0
        self.targets: list[object] = []
        self.done: list[str] = []
        self.set_sentence(HOSTILE)
        self.new_action = self.make_action(f"Nouveau : {title}", "plus", self._on_new, Role.NEW)
        self.rare_action = self.make_action("Rare", "archive", self._on_rare, keys="Del")
        self.set_primary(self.new_action)
        self.add_more(self.rare_action)
        self.add_figure(HOSTILE, self._on_rare).set_value("12", HOSTILE)
        self.add_search(SearchField("Rechercher"))
        self.body.addWidget(plain_label(HOSTILE), 1)

    def reload(self) -> None:
        self.reloads += 1

    def show_target(self, target: object) -> None:
        self.targets.append(target)

    @Slot()
    def _on_new(self) -> None:
        self.done.append("new")

    @Slot()
    def _on_rare(self) -> None:
        self.done.append("rare")


def find_people(_desk: Desk, text: str) -> list[Hit]:
    return [Hit(f"{text} <b>Dupont</b>", "Nantes", "user", "contacts", 7)]


def note_specs() -> tuple[PageSpec, ...]:
    return (
        PageSpec("home", "Accueil", "house", lambda desk: NotePage(desk, "Accueil")),
        PageSpec(
            "contacts",
            "Contacts",
            "users",
            lambda desk: NotePage(desk, "Contacts"),
            find=find_people,
            commands=(Command("Ajouter quelqu’un", "plus", "new_action", "Élu"),),
        ),
        PageSpec(
            "imports", "Imports", "download-simple", lambda desk: NotePage(desk, "Imports")
        ),
        PageSpec(
            "settings",
            "Réglages",
            "gear-six",
            lambda desk: NotePage(desk, "Réglages"),
            at_foot=True,
        ),
    )
