"""Choosing an image of the profile: what is taken, what is refused."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from coopdesk.services.demo_images import draw_logo
from coopdesk.ui.association.image_edit import ImageEdit

PNG = draw_logo()


@pytest.fixture
def edit(tasks, window, qtbot):
    edit = ImageEdit(tasks, "logo", window)
    edit.problems = []
    edit.refused.connect(lambda error: edit.problems.append((error.code, error.field)))
    window.show()
    return edit


@pytest.fixture
def logo(tmp_path):
    path = tmp_path / "logo.png"
    path.write_bytes(PNG)
    return path


def test_image_is_read_and_shown(edit, logo, tasks, idle, qtbot):
    with qtbot.waitSignal(edit.edited):
        edit.take_file(logo)
    idle(tasks)
    image = edit.image()
    assert image is not None
    assert (image.name, image.content) == ("logo.png", PNG)
    assert edit.remove_action.isVisible()
    middle = edit.paper.grab().toImage().pixelColor(edit.paper.rect().center())
    assert middle.name() != "#ffffff"


def test_removed_image_leaves_a_blank_sheet(edit, logo, tasks, idle):
    edit.take_file(logo)
    idle(tasks)
    edit.remove_action.trigger()
    assert edit.image() is None
    assert not edit.remove_action.isVisible()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"%PDF-1.7", "image.not_an_image"),
        (PNG[:60], "image.unreadable"),
        (PNG + bytes(2_000_000), "image.too_large"),
    ],
)
def test_what_is_no_image_is_refused_and_the_old_one_kept(
    edit, logo, tasks, idle, tmp_path, content, code
):
    edit.take_file(logo)
    idle(tasks)
    kept = edit.image()
    wrong = tmp_path / "wrong.png"
    wrong.write_bytes(content)
    edit.take_file(wrong)
    idle(tasks)
    assert edit.problems == [(code, "logo")]
    assert edit.image() == kept


def test_dropped_file_is_taken(edit, logo, tasks, idle):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(logo))])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    edit.dropEvent(event)
    idle(tasks)
    assert edit.image() is not None
