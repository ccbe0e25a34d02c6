"""Every text can be read on what it stands on, in every set of colours."""

import pytest
from PySide6.QtGui import QColor, QPalette

from coopdesk.ui.columns import Tone
from coopdesk.ui.palettes import DARK, DARK_CONTRAST, LIGHT, LIGHT_CONTRAST, make_palette

Role = QPalette.ColorRole
SCHEMES = {
    "light": LIGHT,
    "dark": DARK,
    "light high": LIGHT_CONTRAST,
    "dark high": DARK_CONTRAST,
}
SURFACES = ("page", "sheet", "hover", "chosen")


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""

    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    parts = QColor(colour)
    red, green, blue = (linear(c) for c in (parts.redF(), parts.greenF(), parts.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_of_black_and_white_is_21():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("name", SCHEMES)
@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize("ink", ["text", "muted", "accent", "error"])
def test_words_reach_a_contrast_of_four_and_a_half(name, surface, ink):
    scheme = SCHEMES[name]
    assert contrast(getattr(scheme, ink), getattr(scheme, surface)) >= 4.5


@pytest.mark.parametrize("name", SCHEMES)
@pytest.mark.parametrize("tone", Tone)
def test_pills_reach_a_contrast_of_four_and_a_half(name, tone):
    assert contrast(*SCHEMES[name].tones[tone]) >= 4.5


@pytest.mark.parametrize("name", SCHEMES)
def test_filled_buttons_and_tooltips_reach_a_contrast_of_four_and_a_half(name):
    scheme = SCHEMES[name]
    assert contrast(scheme.button, "#ffffff") >= 4.5
    palette = make_palette(scheme)
    tip = [palette.color(role).name() for role in (Role.ToolTipBase, Role.ToolTipText)]
    assert contrast(*tip) >= 4.5


@pytest.mark.parametrize("name", SCHEMES)
@pytest.mark.parametrize("surface", ["page", "sheet"])
def test_focus_and_filled_buttons_stand_out_from_the_ground(name, surface):
    scheme = SCHEMES[name]
    assert contrast(scheme.accent, getattr(scheme, surface)) >= 3
    assert contrast(scheme.button, getattr(scheme, surface)) >= 3 or "dark" in name


@pytest.mark.parametrize("name", ["light high", "dark high"])
@pytest.mark.parametrize("surface", SURFACES)
def test_high_contrast_reaches_seven(name, surface):
    scheme = SCHEMES[name]
    assert contrast(scheme.text, getattr(scheme, surface)) >= 7
    assert contrast(scheme.muted, getattr(scheme, surface)) >= 7
