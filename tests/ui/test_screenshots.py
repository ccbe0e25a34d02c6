"""Pictures of the pages."""

from PySide6.QtGui import QImage

from coopdesk.ui.screenshots import take


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
