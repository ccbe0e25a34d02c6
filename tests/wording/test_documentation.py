"""Pages that people read: their links lead somewhere, their French is set as it is printed."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from babel.messages.mofile import read_mo

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"\]\((?!https?://)([^)#]+)")
CODE = re.compile(r"```.*?```|`[^`\n]*`|\]\([^)]*\)|^\*[A-Z].*?\*$", re.DOTALL | re.MULTILINE)
BUTTON = re.compile(r"(?<!\*)\*([A-ZÀÉ][^*|]+)\*(?!\*)")


def _names() -> list[str]:
    return [page.relative_to(ROOT).as_posix() for page in PAGES]


@pytest.mark.parametrize("name", _names())
def test_every_link_leads_to_a_file(name: str) -> None:
    page = ROOT / name
    links = LINK.findall(page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("name", _names())
def test_no_line_of_a_page_can_break_before_its_punctuation(name: str) -> None:
    """What stands in code, in addresses and in English is left alone."""
    text = CODE.sub("x", (ROOT / name).read_text(encoding="utf-8"))
    assert re.findall(r".{0,20}[^\s|:-] [;:!?»](?!-).{0,10}", text) == []
    assert re.findall(r"\w'\w.{0,10}", text) == []


def test_every_page_of_the_guide_is_in_its_contents() -> None:
    guide = ROOT / "docs" / "guide"
    contents = (guide / "index.md").read_text(encoding="utf-8")
    others = {page.name for page in guide.glob("*.md")} - {"index.md"}
    assert {name for name in others if f"({name})" not in contents} == set()


def test_every_decision_is_in_the_list_of_decisions() -> None:
    folder = ROOT / "docs" / "decisions"
    contents = (folder / "README.md").read_text(encoding="utf-8")
    others = {page.name for page in folder.glob("*.md")} - {"README.md"}
    assert {name for name in others if f"({name})" not in contents} == set()
    numbers = sorted(int(name[:4]) for name in others)
    assert numbers == list(range(1, len(numbers) + 1))


def test_buttons_that_the_guide_names_are_in_the_window() -> None:
    """Names in italics with a capital; what is counted stands as three dots on both sides."""
    with (ROOT / "resources/locale/fr/LC_MESSAGES/coopdesk.mo").open("rb") as file:
        told = [_plain(text) for m in read_mo(file) for text in _forms(m.string or "")]
    shown = "\n".join(["", *told])
    for page in (ROOT / "docs" / "guide").glob("*.md"):
        text = re.sub(r"`[^`]*`|\*\*.*?\*\*|^\|", "", page.read_text(encoding="utf-8"))
        named = {_plain(name) for name in BUTTON.findall(text)}
        assert {name for name in named if f"\n{name}" not in shown} == set(), page.name


def _forms(text: str | Sequence[str]) -> Sequence[str]:
    return (text,) if isinstance(text, str) else text


def _plain(text: str) -> str:
    counted = re.sub(r"\{\w+\}", "…", text.replace("&", ""))
    return " ".join(counted.rstrip("….").split())
