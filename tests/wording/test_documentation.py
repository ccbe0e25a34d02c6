"""Pages that people read: their links lead somewhere, their French is set as it is printed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"\]\((?!https?://)([^)#]+)")
CODE = re.compile(r"```.*?```|`[^`\n]*`|\]\([^)]*\)|^\*[A-Z].*?\*$", re.DOTALL | re.MULTILINE)


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
