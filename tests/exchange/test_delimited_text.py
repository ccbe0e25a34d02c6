"""Encodings, delimiters and damaged quoting of delimited text."""

from __future__ import annotations

import pytest

from coopdesk.domain.errors import RuleError
from coopdesk.exchange.delimited_text import decodings, delimiters, text_rows

TEXT = "Prénom;Nom\r\nZoé;Lefèvre\r\n"


def rows(data, delimiter=";"):
    return list(text_rows(data, decodings(data)[0], delimiter))


@pytest.mark.parametrize(
    ("encoding", "decided"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("cp1252", "cp1252"),
        ("latin-1", "cp1252"),
        ("ascii", "utf-8"),
    ],
)
def test_the_encoding_is_decided_in_a_fixed_order(encoding, decided):
    data = TEXT.encode(encoding, "replace")
    assert decodings(data)[0].encoding == decided
    assert rows(data)[1] == (2, data.decode(decided).splitlines()[1].split(";"))


def test_utf_16_is_read_in_both_byte_orders():
    big = b"\xfe\xff" + TEXT.encode("utf-16-be")
    assert rows(big) == rows(TEXT.encode("utf-8"))


def test_the_lone_currency_sign_is_the_euro_of_iso_8859_15():
    assert rows(b"Montant;D\xe9bit\n10,00 \xa4;x\n")[1] == (2, ["10,00 €", "x"])


def test_an_oe_in_a_word_is_that_of_iso_8859_15():
    assert decodings("Sœur;Œuvre\n".encode("iso8859-15"))[0].encoding == "iso8859-15"
    assert decodings("Œuvre;1½h\n".encode("cp1252"))[0].encoding == "cp1252"
    assert decodings("1½h é\n".encode("cp1252"))[0].encoding == "cp1252"


def test_windows_1252_keeps_its_own_euro():
    assert rows(b"Montant;D\xe9bit\n10,00 \x80;\xa4\n")[1] == (2, ["10,00 €", "¤"])


def test_text_that_is_not_what_its_mark_announces_is_refused():
    with pytest.raises(RuleError, match=r"^file\.broken_encoding$"):
        decodings(b"\xef\xbb\xbfPr\xe9nom;Nom\n")


def test_characters_broken_before_are_counted():
    found = decodings("Pr\ufffdnom;Nom\n\ufffd;x\n".encode())[0]
    assert found.broken_characters == 2


def test_null_characters_are_left_out_and_counted():
    data = b"Nom;Montant\nLe\0blanc;5,00\n"
    assert decodings(data)[0].null_characters == 1
    assert rows(data)[1] == (2, ["Leblanc", "5,00"])


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ('a;b;c\n"1,2,3,4";x;y\n', ";"),
        ('a,b\n"5,00","6;7;8"\n', ","),
        ("a\tb\n1,2\t3,4\tx\n", "\t"),
        ("a|b|c\n1|2|3\n", "|"),
        ("\n\na,b;c;d\n", ";"),
        ("seule colonne\n", ";"),
    ],
)
def test_delimiters_inside_quotes_do_not_count(text, first):
    data = text.encode()
    assert delimiters(data, decodings(data)[0])[0] == first


def test_lines_are_counted_as_an_editor_shows_them():
    data = b'a;b\n\n"x\ny";1\r\n\r\n"z";2\r3;4\n'
    assert rows(data) == [(1, ["a", "b"]), (3, ["x\ny", "1"]), (6, ["z", "2"]), (7, ["3", "4"])]


def test_a_stray_quote_inside_a_cell_is_text():
    assert rows(b'a;b\nrue 5";x\n6";y\n') == [
        (1, ["a", "b"]),
        (2, ['rue 5"', "x"]),
        (3, ['6"', "y"]),
    ]


@pytest.mark.parametrize("end", ["", "\n", "\r\nb;c\r\n", "\nb;c"])
def test_a_quote_that_is_never_closed_is_refused_with_its_line(end):
    with pytest.raises(RuleError, match=r"^file\.unclosed_quote$") as caught:
        rows(f'a;b\n1;2\n3;"4{end}'.encode())
    assert caught.value.values["line"] == 3


def test_a_cell_of_two_hundred_kilobytes_is_refused_with_its_line():
    with pytest.raises(RuleError, match=r"^file\.cell_too_long$") as caught:
        rows(b"a;b\n1;" + b"x" * 200_000 + b"\n")
    assert caught.value.values["line"] == 2


def test_a_row_of_a_million_characters_is_refused_with_its_line():
    with pytest.raises(RuleError, match=r"^file\.cell_too_long$") as caught:
        rows(b"a;b\n" + b'"\n";' * 400_000)
    assert caught.value.values["line"] == 2


def test_endless_blank_lines_are_not_searched_for_a_delimiter():
    data = b"\n" * 5_000 + b"a|b\n"
    assert delimiters(data, decodings(data)[0]) == [";"]
