"""Lines of cards: folding, encodings, damage."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdesk.exchange.vcard_lines import packed_bytes, read_cards
from coopdesk.exchange.vcard_writer import escaped, folded


def _card(*lines):
    text = "\r\n".join(("BEGIN:VCARD", "VERSION:3.0", *lines, "END:VCARD", ""))
    return text.encode()


def _only(data):
    (card,), problems = read_cards(data)
    return card, problems


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=200))
def test_what_is_written_folded_and_escaped_is_read_back(text):
    line = folded(f"NOTE:{escaped(text)}")
    assert all(len(part) <= 75 for part in line.split(b"\r\n"))
    card, problems = _only(b"BEGIN:VCARD\r\nVERSION:4.0\r\n" + line + b"END:VCARD\r\n")
    assert problems == []
    assert [one.text for one in card.properties if one.name == "NOTE"] == [text]


@pytest.mark.parametrize("ending", [b"\r\n", b"\n", b"\r"])
def test_every_line_ending_is_understood(ending):
    card, problems = _only(_card("FN:Zoé", "NOTE:a", "  b").replace(b"\r\n", ending))
    assert problems == []
    assert [one.text for one in card.properties] == ["3.0", "Zoé", "a b"]


def test_parameters_may_be_quoted_and_repeated():
    card, _problems = _only(_card('TEL;TYPE="work,voice";TYPE=pref:1', "EMAIL;HOME:x"))
    told = {one.name: one for one in card.properties}
    assert told["TEL"].types == ["work", "voice", "pref"]
    assert told["TEL"].preference == 1
    assert told["EMAIL"].types == ["home"]


def test_structured_values_part_only_where_they_are_not_escaped():
    card, _problems = _only(_card(r"N:Le\; Goff;Jean\, Noël;;;", r"CATEGORIES:a\,b,c"))
    assert card.properties[1].parts()[:2] == ["Le; Goff", "Jean, Noël"]
    assert card.properties[2].items() == ["a,b", "c"]


def test_a_photograph_is_joined_whether_it_is_folded_or_not():
    packed = base64.b64encode(bytes(range(256)) * 4).decode()
    pieces = [packed[at : at + 60] for at in range(0, len(packed), 60)]
    for blank in (" ", ""):
        lines = [f"PHOTO;ENCODING=b;TYPE=JPEG:{pieces[0]}", *(blank + x for x in pieces[1:])]
        card, problems = _only(_card(*lines))
        assert problems == []
        assert packed_bytes(card.properties[1]) == bytes(range(256)) * 4


def test_broken_lines_and_text_outside_are_said_with_their_line():
    data = b"bonjour\r\n" + _card("FN:Zoe", "=)", "NOTE:x") + b"fin\r\n"
    card, problems = _only(data)
    assert [one.name for one in card.properties] == ["VERSION", "FN", "NOTE"]
    assert [(x.line, x.code) for x in problems] == [
        (1, "vcard.broken_line"),
        (5, "vcard.broken_line"),
        (8, "vcard.broken_line"),
    ]


def test_a_card_without_end_does_not_swallow_the_next():
    data = b"BEGIN:VCARD\r\nFN:A\r\nBEGIN:VCARD\r\nFN:B\r\nEND:VCARD\r\n"
    cards, _problems = read_cards(data)
    assert [(card.line, card.is_closed) for card in cards] == [(1, False), (3, True)]


@given(st.binary(max_size=400))
def test_no_bytes_make_the_reader_fail(data):
    read_cards(data)
    cards, _problems = read_cards(b"BEGIN:VCARD\r\n" + data + b"\r\nEND:VCARD\r\n")
    for card in cards:
        for one in card.properties:
            assert isinstance(one.text, str)
            one.parts()
            packed_bytes(one)
