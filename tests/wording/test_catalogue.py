"""The French catalogue is whole, fits the sources, and is set as French is printed."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING, TypeGuard

import pytest
from babel.messages.extract import extract_from_file
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

import coopdesk
from coopdesk.system.paths import resources
from coopdesk.wording.language import LANGUAGES, _, language, ngettext, set_language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from babel.messages.catalog import Catalog, Message

PACKAGE = Path(coopdesk.__file__).parent
FOLDER = resources() / "locale" / "fr" / "LC_MESSAGES"
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}
MARKS = {"_", "N_", "ngettext"}
HARD = "[\u00a0\u202f]"
BLANK = re.compile(r"\{[^{}]*\}")


@cache
def _catalogue() -> Catalog:
    with (FOLDER / "coopdesk.po").open("rb") as file:
        return read_po(file, locale="fr")


@cache
def _marking_modules() -> tuple[Path, ...]:
    """Return the modules that call something with the name of a mark; no other holds one."""
    calls = re.compile(rf"\b({'|'.join(MARKS)})\(")
    paths = sorted(PACKAGE.rglob("*.py"))
    return tuple(path for path in paths if calls.search(path.read_text(encoding="utf-8")))


@cache
def _sources() -> frozenset[str | tuple[str, ...]]:
    """Return every string that the program marks for translation."""
    return frozenset(
        message
        for path in _marking_modules()
        for _line, message, _comments, _context in extract_from_file(
            "python", path, keywords=KEYWORDS
        )
    )


def _messages() -> list[Message]:
    return [message for message in _catalogue() if message.id]


def _forms(text: str | tuple[str, ...]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def _french() -> Iterator[str]:
    for message in _messages():
        yield from _forms(message.string)


def _names(text: str) -> set[str]:
    return {
        str(name) for _text, name, _spec, _how in Formatter().parse(text) if name is not None
    }


def _offending(pattern: str) -> list[str]:
    """Return the French texts in which a pattern occurs, whatever values they will hold."""
    wanted = re.compile(pattern)
    return [text for text in _french() if wanted.search(BLANK.sub("x", text))]


@pytest.fixture(autouse=True)
def french_again() -> Iterator[None]:
    before = language()
    yield
    set_language(before)


def test_every_marked_string_is_in_the_catalogue() -> None:
    known = {message.id for message in _messages()}
    assert sorted(map(str, _sources() - known)) == []


def test_the_catalogue_holds_no_string_that_the_program_lost() -> None:
    known = {message.id for message in _messages()}
    assert sorted(map(str, known - _sources())) == []
    assert not _catalogue().obsolete


def test_every_string_is_translated_and_none_is_fuzzy() -> None:
    assert [m.id for m in _messages() if not all(_forms(m.string))] == []
    assert [m.id for m in _messages() if m.fuzzy] == []


def test_strings_that_count_have_each_form_of_french() -> None:
    plurals = [m for m in _messages() if not isinstance(m.id, str)]
    assert plurals
    assert {len(m.string) for m in plurals} == {_catalogue().num_plurals}


def test_a_translation_names_the_values_of_its_source() -> None:
    for message in _messages():
        sources, forms = _forms(message.id), _forms(message.string)
        assert _names(forms[-1]) == _names(sources[-1]), message.id
        allowed = [_names(source) for source in sources]
        assert all(_names(form) in allowed for form in forms), message.id


@pytest.mark.parametrize("end", ["…", ".", "?"])
def test_a_translation_ends_like_its_source(end: str) -> None:
    differing = [
        message.id
        for message in _messages()
        if _forms(message.id)[-1].endswith(end) != _forms(message.string)[-1].endswith(end)
    ]
    assert [text for text in differing if text not in {"Mr", "No."}] == []  # M., N°


def test_a_key_of_a_menu_stays_a_key() -> None:
    for message in _messages():
        for source, form in zip(_forms(message.id), _forms(message.string), strict=False):
            assert form.count("&") == source.count("&"), message.id


def test_the_compiled_catalogue_is_the_one_that_is_read() -> None:
    with (FOLDER / "coopdesk.mo").open("rb") as file:
        compiled = {_forms(m.id): _forms(m.string) for m in read_mo(file) if m.id}
    assert compiled == {_forms(m.id): _forms(m.string) for m in _messages()}


@cache
def _marks_in_format_strings() -> tuple[list[str], list[str]]:
    """Return where format strings are marked, and where marks stand inside format strings."""
    marked, hidden = [], []
    for path in _marking_modules():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr):
                hidden += [f"{path.name}:{x.lineno}" for x in ast.walk(node) if _marks(x)]
            elif _marks(node) and any(isinstance(x, ast.JoinedStr) for x in node.args[:2]):
                marked.append(f"{path.name}:{node.lineno}")
    return marked, hidden


def _marks(node: ast.AST) -> TypeGuard[ast.Call]:
    return isinstance(node, ast.Call) and getattr(node.func, "id", "") in MARKS


def test_nothing_is_marked_that_cannot_be_extracted() -> None:
    """A format string is known only when the program runs: no catalogue can hold it."""
    marked, _hidden = _marks_in_format_strings()
    assert marked == []


def test_no_string_is_marked_inside_a_format_string() -> None:
    """Extraction sees it from Python 3.12 on only, and would miss it before."""
    _marked, hidden = _marks_in_format_strings()
    assert hidden == []


def test_french_is_the_default_and_english_can_be_chosen() -> None:
    assert LANGUAGES[0] == "fr"
    set_language("fr")
    assert _("Gifts") == "Dons"
    assert ngettext("{count} gift", "{count} gifts", 0) == "{count} don"
    set_language("en")
    assert language() == "en"
    assert _("Gifts") == "Gifts"
    assert ngettext("{count} gift", "{count} gifts", 0) == "{count} gifts"
    set_language("xx")
    assert language() == "fr"


@pytest.mark.parametrize("mark", [":", ";", "!", r"\?", "»", "€", "%"])
def test_no_line_can_break_before(mark: str) -> None:
    """Except where French does not space it: inside an address or a file name."""
    assert _offending(rf"(?<!{HARD})(?<![(/]){mark}(?!//)") == []


def test_no_line_can_break_after_an_opening_quote_or_a_number_sign() -> None:
    assert _offending(rf"«(?!{HARD})") == []
    assert _offending(rf"\b[nN]°(?!{HARD}|$)") == []


def test_apostrophes_quotes_and_ellipses_are_those_of_print() -> None:
    assert _offending(r"'") == []
    assert _offending(r'"|“|”') == []
    assert _offending(r"\.\.\.") == []


def test_capitals_keep_their_accents() -> None:
    assert _offending(r"\b(A|Etat|Etape|Etiquette|Emettre|Ecrire|Ecarter|Edition)\b ") == []


def test_spaces_are_single_and_inside() -> None:
    assert _offending(r"\s\s|^\s|\s$") == []


def test_people_are_addressed_as_vous() -> None:
    assert _offending(r"(?i)\b(tu|toi|ton|ta|tes)\b") == []


def test_words_are_those_of_the_glossary() -> None:
    """One thing has one name: règlement, don, reçu, contact, structure, e-mail."""
    others = r"(?i)(?<!e-)\b(donation|organisation|courriel|mél|mail|cotisation)s?\b"
    assert _offending(others) == []
