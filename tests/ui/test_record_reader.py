"""The document that shows a record."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextCursor

from coopdesk.ui.columns import Tone
from coopdesk.ui.widgets.record_reader import (
    Facts,
    Heading,
    Lines,
    Paragraph,
    RecordReader,
    Title,
    Words,
)

HOSTILE = '<img src="x"> & <b>Jean</b>'
PARTS = (
    Title(HOSTILE, ("Personne", Words("archivé", Tone.ATTENTION))),
    Facts((("E-mail", Words("a@example.org", link="mailto:a@example.org")), ("Nom", HOSTILE))),
    Heading("Dons", "12,00 €"),
    Lines(((Words("1er mars", link="gift:3"), "12,00 €", ("Chèque", HOSTILE)),)),
    Paragraph((HOSTILE,), is_muted=True),
)


@pytest.fixture
def reader(qtbot, theme):
    reader = RecordReader()
    qtbot.addWidget(reader)
    reader.resize(360, 400)
    reader.show()
    return reader


def test_text_from_people_is_shown_as_it_is(reader):
    reader.show_parts(PARTS)
    assert reader.toPlainText().count(HOSTILE) == 4
    assert '<img src="x">' not in reader.document().toHtml()


def test_word_without_end_is_wrapped_and_widens_nothing(reader):
    endless = "W" * 400
    reader.show_parts(
        (Title(endless), Facts((("Nom", endless),)), Lines(((endless, "1", ()),)))
    )
    assert reader.horizontalScrollBar().maximum() == 0
    assert reader.document().idealWidth() <= reader.viewport().width()


def test_link_tells_where_it_leads_and_opens_nothing_itself(qtbot, reader):
    reader.show_parts(PARTS)
    with qtbot.waitSignal(reader.link_activated) as followed:
        reader.anchorClicked.emit(QUrl("gift:3"))
    assert followed.args == ["gift:3"]
    assert "Dons" in reader.toPlainText()


def test_change_of_theme_recolours_what_is_shown(reader, theme):
    reader.show_parts(PARTS)
    light = colour_of_title(reader)
    theme.choose("dark")
    assert colour_of_title(reader).lightness() > 150 > light.lightness()
    assert reader.toPlainText().count(HOSTILE) == 4


def colour_of_title(reader):
    cursor = QTextCursor(reader.document())
    cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
    return cursor.charFormat().foreground().color()
