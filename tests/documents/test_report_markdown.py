"""The report in Markdown keeps what people typed as text, as another reader shows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from coopdesk.documents.markdown import bullet, escaped, heading, numbered, paragraphs
from coopdesk.documents.report_markdown import write_report
from coopdesk.domain.event_reports import ItemKind, NewItem
from tests.documents.event_people import WHOLE, items, minutes

if TYPE_CHECKING:
    from markdown_it.token import Token

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
TRICKY = (
    "# pas un titre",
    "* pas une puce",
    "- ni celle-ci",
    "+ ni celle-là",
    "1. pas une liste",
    "12) non plus",
    "a | b | c",
    "|---|---|",
    "> pas une citation",
    "```",
    "~~~",
    "===",
    "---",
    "<b>gras</b> &amp; &copy;",
    "[lien](http://x.example) ![image](y)",
    "_souligné_ **gras** ~~barré~~ `code`",
    "C:\\dossier\\*.txt",
    "\\",
    "  retrait de deux",
    "        retrait de huit",
    "prix : 5 $ et 6 $, note^1, @cle",
)


def plain(text: str) -> str:
    """Return what a reader shows of a text, line by line."""
    return "\n".join(_shown(token) for token in READER.parse(text) if token.type == "inline")


def _shown(token: Token) -> str:
    return "".join(
        "\n" if child.type in {"hardbreak", "softbreak"} else child.content
        for child in token.children or ()
    )


def kinds(text: str) -> set[str]:
    return {token.type for token in READER.parse(text)}


@pytest.mark.parametrize("text", TRICKY)
def test_signs_that_people_type_stay_text(text: str) -> None:
    assert plain(escaped(text)) == text.strip()
    assert kinds(escaped(text)) == {"paragraph_open", "inline", "paragraph_close"}
    assert plain(heading(text, 2)) == text.strip()
    for written in (bullet(text), numbered(3, text)):
        assert plain(written) == text.strip()
        assert not {"heading_open", "fence", "code_block", "table_open"} & kinds(written)


WORDS = st.text(alphabet="ab1 #*|-_`~\\<>&[]()!.+=:\n$^", max_size=40)


@given(WORDS)
def test_no_text_means_anything_to_a_reader(text: str) -> None:
    lines = [re.sub(r" +", " ", line).strip() for line in text.split("\n")]
    wanted = [line for line in lines if line]
    shown = [re.sub(r" +", " ", x) for x in plain(paragraphs(text)).split("\n") if x.strip()]
    assert shown == wanted
    assert kinds(paragraphs(text)) <= {"paragraph_open", "inline", "paragraph_close"}


@given(WORDS)
def test_text_of_an_item_stays_in_its_item(text: str) -> None:
    tokens = READER.parse(f"{bullet(f'x{text}')}\n{bullet('fin')}")
    assert sum(token.type == "list_item_open" for token in tokens) == 2
    assert not {"heading_open", "fence", "code_block", "table_open"} & {x.type for x in tokens}


def test_line_breaks_and_blank_lines_are_kept() -> None:
    text = "Un\nDeux\n\n\nTrois"
    assert plain(paragraphs(text)) == "Un\nDeux\nTrois"
    assert sum(x.type == "paragraph_open" for x in READER.parse(paragraphs(text))) == 2
    assert plain(numbered(12, text)) == "Un\nDeux\nTrois"
    assert sum(x.type == "list_item_open" for x in READER.parse(numbered(12, text))) == 1


def test_report_has_its_headings_lists_and_order() -> None:
    text = write_report(WHOLE)
    tokens = READER.parse(text)
    titles = [
        _shown(tokens[at + 1])
        for at, token in enumerate(tokens)
        if token.type == "heading_open"
    ]
    assert titles == [
        "3e atelier — Coopérer au quartier",
        "Tour de table",
        "Questions de travail",
        "Qu’est-ce qui nous manque ?",
        "Thèmes",
        "DÉCOUVRIR",
        "Décisions",
        "Prochain rendez-vous",
    ]
    shown = plain(text).replace("\u00a0", " ")
    for one in (
        "Mardi 8 mars 2016, 18 h – 20 h 30",
        "Animation : Aurèle, Solène",
        "J’ai envie de faire avec mes voisins.",
        "Un lieu ouvert le soir.",
        "Avec et pour : Les habitant·es",
        "Écrire à la mairie.\nPar Nour Benali, pour le 1er avril 2016",
        "4e atelier, dans la semaine du 11 avril",
        "Rédigé par Anouk Rive · Ajouté le 11/03/2016",
    ):
        assert one in shown


def test_sixteen_statements_are_numbered_in_order() -> None:
    told = [f"{number}. dit ceci" for number in range(16, 0, -1)]
    text = write_report(minutes(*items(*(NewItem(ItemKind.STATEMENT, x) for x in told))))
    tokens = READER.parse(text)
    assert sum(token.type == "ordered_list_open" for token in tokens) == 1
    assert [x for x in plain(text).split("\n") if x.endswith("dit ceci")] == told
