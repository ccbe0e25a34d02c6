"""The font of papers: its cut, its cache, and what it cannot print."""

from __future__ import annotations

import io
import shutil
from typing import TYPE_CHECKING

import pytest
from fontTools.ttLib import TTFont

from coopdesk.documents import fonts
from coopdesk.documents.fonts import BOLD, REGULAR, font_named, missing_glyphs
from coopdesk.system.paths import cache_folder

if TYPE_CHECKING:
    from pathlib import Path


def _kept(folder: Path, name: str) -> Path:
    [kept] = (folder / "fonts").glob(f"{name}-*.font")
    return kept


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give this test a cache of its own, filled by what was cut before."""
    font_named(REGULAR)
    shutil.copytree(cache_folder() / "fonts", tmp_path / "fonts")
    monkeypatch.setattr(fonts, "cache_folder", lambda: tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    "text",
    [
        "Élodie Lefèvre-d’Œuvre, « n° 12 » — 1\u202f234,56\u00a0€ …",
        "Łódź Şimşek Ștefan Nguyễn",
        "Ελένη Иван",
        "☐ ☒ → ✓",
        "control \x00 and \u202e marks are taken away before\nprinting",
    ],
)
def test_what_inter_knows_can_be_printed(text: str) -> None:
    assert missing_glyphs(text) == ""


def test_what_inter_lacks_is_named_once_in_order() -> None:
    assert missing_glyphs("中 Anna שלום 中") == "中שלום"


def test_both_weights_have_names_and_widths_of_their_own() -> None:
    regular, bold = font_named(REGULAR), font_named(BOLD)
    assert regular.face.name != bold.face.name
    assert regular.stringWidth("Reçu", 10) < bold.stringWidth("Reçu", 10)


@pytest.mark.parametrize("name", [REGULAR, BOLD])
def test_all_digits_are_equally_wide(name: str) -> None:
    assert len({font_named(name).face.charWidths[ord(digit)] for digit in "0123456789"}) == 1


def test_the_cut_is_static_and_small(cache: Path) -> None:
    cut = TTFont(io.BytesIO(fonts._cut(REGULAR)))
    assert "fvar" not in cut
    assert "GSUB" not in cut
    assert {0x2610, 0x2612} <= set(cut.getBestCmap())
    assert _kept(cache, REGULAR).stat().st_size < 250_000


def test_a_kept_cut_is_used_again(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = fonts._cut(REGULAR)
    monkeypatch.setattr("coopdesk.documents.font_cutting.cut_font", None)
    assert fonts._cut(REGULAR) == first


@pytest.mark.parametrize("damage", ["shortened", "altered", "emptied"])
def test_a_damaged_cut_is_made_again(cache: Path, damage: str) -> None:
    first = fonts._cut(REGULAR)
    kept = _kept(cache, REGULAR)
    good = kept.read_bytes()
    damaged = {
        "shortened": good[:-1000],
        "altered": good[:5000] + b"\x00" * 8 + good[5008:],
        "emptied": b"",
    }
    kept.write_bytes(damaged[damage])
    assert fonts._cut(REGULAR) == first
    assert kept.read_bytes() == good


def test_a_cache_that_cannot_be_written_costs_time_only(cache: Path) -> None:
    shutil.rmtree(cache / "fonts")
    (cache / "fonts").write_text("a file where the folder should be", encoding="utf-8")
    assert TTFont(io.BytesIO(fonts._cut(REGULAR)))["head"].unitsPerEm == 2048
