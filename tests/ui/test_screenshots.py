"""Pictures of the pages."""

from dataclasses import replace
from types import SimpleNamespace

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QTabBar

from coopdesk.ui.screenshots import take
from tests.ui.pages import NotePage


class TabbedPage(NotePage):
    """A page with a view under each of three tabs."""

    VIEWS = ("list", "network", "bank rules")

    def __init__(self, desk):
        super().__init__(desk, "Partenaires")
        self.views = SimpleNamespace(tabs=QTabBar())
        for view in self.VIEWS:
            self.views.tabs.addTab(view)
        self.body.insertWidget(0, self.views.tabs)

    @property
    def shown_view(self):
        return self.VIEWS[self.views.tabs.currentIndex()]


def test_every_page_is_drawn_light_and_dark(frame, tmp_path):
    files = take(frame, tmp_path / "pictures")
    names = {path.name for path in files}
    assert names == {
        f"{key}-{theme}.png" for key in frame.stack.specs for theme in ("light", "dark")
    }
    pictures = {path.name: QImage(str(path)) for path in files}
    assert len({picture.constBits().tobytes() for picture in pictures.values()}) == len(files)
    light, dark = pictures["home-light.png"], pictures["home-dark.png"]
    assert light.size() == dark.size() == frame.size()
    assert light.pixelColor(3, 3).lightness() > 200
    assert dark.pixelColor(3, 3).lightness() < 60


def test_every_view_of_a_page_is_drawn_and_the_first_is_shown_again(frame, tmp_path):
    made = []

    def build(desk):
        made.append(TabbedPage(desk))
        return made[-1]

    frame.stack.specs["contacts"] = replace(frame.stack.specs["contacts"], build=build)
    files = take(frame, tmp_path, ("light",))
    assert [path.name for path in files if path.name.startswith("contacts")] == [
        "contacts-light.png",
        "contacts-network-light.png",
        "contacts-bank-rules-light.png",
    ]
    assert made[0].shown_view == "list"
