"""The document that shows a record."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QBuffer, QIODevice, Qt, QUrl
from PySide6.QtGui import QColor, QImage, QTextCursor, QTextDocument

from coopdesk.ui.columns import Tone
from coopdesk.ui.widgets.portrait import PORTRAIT_SIZE, Portrait, initials_of, paint_portrait
from coopdesk.ui.widgets.record_parts import Facts, Heading, Lines, Paragraph, Title, Words
from coopdesk.ui.widgets.record_reader import RecordReader

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


@pytest.mark.parametrize("amount", ["-174,10\u00a0€", "+1\u00a0234\u00a0567,89\u00a0€"])
def test_amount_beside_words_stands_on_one_line_in_a_narrow_panel(reader, amount):
    reader.resize(340, 400)
    words = "Électricité et chauffage du local, novembre 2026"
    reader.show_parts((Lines(((words, amount, ("19/11/2026 · brouillon",)),)),))
    block = reader.document().lastBlock().previous()
    assert (block.text(), block.layout().lineCount()) == (amount, 1)


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


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Élodie Lefèvre", "ÉL"),
        ("Jean-Marie de la Tour", "JT"),
        ("Biocoop", "B"),
        ("« Les Amis »", "LA"),
        ("", ""),
    ],
)
def test_initials_are_of_the_first_and_the_last_word(name, expected):
    assert initials_of(name) == expected


def test_portrait_stands_before_the_title_and_takes_the_colours_in_force(reader, theme):
    portrait = Portrait("ÉL")
    reader.show_parts((Title("Élodie", portrait=portrait), *PARTS[1:]))
    assert "Élodie" in reader.toPlainText()
    kind = QTextDocument.ResourceType.ImageResource
    light = reader.document().resource(kind, QUrl("portrait"))
    theme.choose("dark")
    dark = reader.document().resource(kind, QUrl("portrait"))
    assert light.deviceIndependentSize().width() == PORTRAIT_SIZE
    assert light.pixel(10, 28) != dark.pixel(10, 28)


@pytest.mark.parametrize("image", [b"", b"no image at all"])
def test_photo_that_cannot_be_shown_leaves_the_initials(reader, image):
    initials = paint_portrait(Portrait("ÉL"), reader)
    assert paint_portrait(Portrait("ÉL", image), reader) == initials


def test_photo_fills_the_round_whatever_its_shape(reader):
    photo = QImage(300, 100, QImage.Format.Format_RGB32)
    photo.fill(QColor("#208040"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    photo.save(buffer, "PNG")
    painted = paint_portrait(Portrait("ÉL", bytes(buffer.data().data())), reader)
    assert painted.pixelColor(PORTRAIT_SIZE // 2, 4) == QColor("#208040")
    assert painted.pixelColor(0, 0).alpha() == 0


def test_lines_with_icons_keep_words_and_amounts(reader):
    rows = ((Words("Don", link="gift:3"), "12,00 €", ("14 mars",)), ("Note", "", ()))
    reader.show_parts((Lines(rows, ("gift", "note")),))
    text = reader.toPlainText()
    assert "Don\n14 mars" in text
    assert "12,00 €" in text
    assert reader.horizontalScrollBar().maximum() == 0


def test_link_beside_a_heading_tells_where_it_leads(reader):
    reader.show_parts((Heading("Groupes", Words("Ajouter…", link="do:group:")),))
    cursor = reader.document().find("Ajouter")
    assert cursor.charFormat().anchorHref() == "do:group:"


def test_place_and_the_link_with_the_keys_are_found_again(reader, qtbot):
    rows = tuple((Words(f"Membre {x}", link=f"part:{x}"), "", ("rôle",)) for x in range(40))
    reader.resize(300, 200)
    reader.show()
    reader.setFocus()
    reader.show_parts((Lines(rows),))
    for _number in range(30):
        qtbot.keyClick(reader, Qt.Key.Key_Tab)
    down, link = place = reader.place
    assert (down > 0, link) == (True, "part:29")
    reader.show_parts((Lines(rows[:35]),))
    assert reader.place == (0, "")
    reader.return_to(place)
    assert reader.place == (down, "part:29")
    with qtbot.waitSignal(reader.link_activated) as followed:
        qtbot.keyClick(reader, Qt.Key.Key_Return)
    assert followed.args == ["part:29"]


def test_two_things_to_do_stay_together_on_one_line(reader):
    links = (Words("Modifier…", link="a:1"), Words("Supprimer", link="b:1", stays=True))
    details = ("Référente de la démarche depuis mars", *links)
    for width in range(300, 420, 5):
        reader.resize(width, 400)
        reader.show_parts((Lines((("Zoé Abadie", "", details),)),))
        text = reader.toPlainText()
        cursor = QTextCursor(reader.document())
        tops = []
        for word in ("Modifier…", "Supprimer"):
            cursor.setPosition(text.index(word) + 1)
            tops.append(reader.cursorRect(cursor).top())
        assert tops[0] == tops[1]


def test_wide_record_leaves_its_width_to_what_is_said(qtbot, reader):
    facts = (Facts((("Lieu", "à décider"),)), Facts((("Ouverture au public", "oui"),)))
    reader.resize(1000, 400)
    reader.show_parts(facts)
    wide = lefts_of(reader, "à décider", "oui")
    assert wide[0] == wide[1] < 250
    reader.resize(360, 400)
    qtbot.waitUntil(lambda: lefts_of(reader, "à décider", "oui") != wide)
    narrow = lefts_of(reader, "à décider", "oui")
    assert narrow[0] != narrow[1]


def lefts_of(reader, *words):
    text, cursor, lefts = reader.toPlainText(), QTextCursor(reader.document()), []
    for word in words:
        cursor.setPosition(text.index(word))
        lefts.append(reader.cursorRect(cursor).left())
    return lefts
