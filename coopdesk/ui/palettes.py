"""The colours: light and dark, ordinary and high contrast, and what each status looks like."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette

from coopdesk.ui.columns import Tone

_Role = QPalette.ColorRole


@dataclass(frozen=True)
class Scheme:
    """One set of colours, as #rrggbb.

    ``page`` is behind everything, ``sheet`` under lists and cards, ``hover`` and ``chosen``
    under what the pointer or the selection is on, ``line`` a border that may be missed,
    ``edge`` one that may not. ``accent`` is read on page and sheet, ``button`` carries white
    text.
    """

    is_dark: bool
    page: str
    sheet: str
    hover: str
    chosen: str
    line: str
    edge: str
    text: str
    muted: str
    disabled: str
    accent: str
    button: str
    error: str
    tones: dict[Tone, tuple[str, str]]


LIGHT = Scheme(
    is_dark=False,
    page="#f4f5f8",
    sheet="#ffffff",
    hover="#eaedf3",
    chosen="#e3ebf9",
    line="#dfe3ea",
    edge="#b9c1ce",
    text="#1b2130",
    muted="#566072",
    disabled="#8a93a3",
    accent="#1f4b99",
    button="#1f4b99",
    error="#a3211b",
    tones={
        Tone.NEUTRAL: ("#e8ebf0", "#434c5c"),
        Tone.GOOD: ("#dcf1e3", "#17613a"),
        Tone.ATTENTION: ("#fbecc8", "#744a00"),
        Tone.BAD: ("#fbe1df", "#94201a"),
        Tone.INFO: ("#dfe9fb", "#1f4b99"),
    },
)

DARK = Scheme(
    is_dark=True,
    page="#13161b",
    sheet="#1b1f26",
    hover="#262b34",
    chosen="#243655",
    line="#2b313b",
    edge="#4a5362",
    text="#e8ebf1",
    muted="#a0a9b8",
    disabled="#737c8b",
    accent="#93b7ff",
    button="#2f62c4",
    error="#ff9d94",
    tones={
        Tone.NEUTRAL: ("#2e343f", "#c9d0db"),
        Tone.GOOD: ("#173a28", "#93ddb0"),
        Tone.ATTENTION: ("#43330f", "#f3cf7c"),
        Tone.BAD: ("#4a211f", "#ffb3ac"),
        Tone.INFO: ("#223457", "#a9c6ff"),
    },
)

LIGHT_CONTRAST = Scheme(
    is_dark=False,
    page="#ffffff",
    sheet="#ffffff",
    hover="#e6e6e6",
    chosen="#cfe0ff",
    line="#555555",
    edge="#000000",
    text="#000000",
    muted="#262626",
    disabled="#595959",
    accent="#00307d",
    button="#00307d",
    error="#7d0000",
    tones=dict.fromkeys(Tone, ("#ffffff", "#000000")),
)

DARK_CONTRAST = Scheme(
    is_dark=True,
    page="#000000",
    sheet="#000000",
    hover="#2b2b2b",
    chosen="#003a8c",
    line="#bbbbbb",
    edge="#ffffff",
    text="#ffffff",
    muted="#e6e6e6",
    disabled="#a6a6a6",
    accent="#9fc6ff",
    button="#0047b3",
    error="#ffb3ac",
    tones=dict.fromkeys(Tone, ("#000000", "#ffffff")),
)


def scheme_for(*, dark: bool, high_contrast: bool) -> Scheme:
    """Return the set of colours for a choice."""
    if high_contrast:
        return DARK_CONTRAST if dark else LIGHT_CONTRAST
    return DARK if dark else LIGHT


def make_palette(scheme: Scheme) -> QPalette:
    """Return the Qt palette; style sheets name its roles and nothing else.

    ``AlternateBase`` is the soft colour of a chosen row, ``Midlight`` that of hovering, ``Mid``
    a faint line, ``Dark`` a clear edge, ``BrightText`` an error.
    """
    white = "#ffffff"
    colours = {
        _Role.Window: scheme.page,
        _Role.WindowText: scheme.text,
        _Role.Base: scheme.sheet,
        _Role.AlternateBase: scheme.chosen,
        _Role.Text: scheme.text,
        _Role.Button: scheme.sheet,
        _Role.ButtonText: scheme.text,
        _Role.PlaceholderText: scheme.muted,
        _Role.Highlight: scheme.button,
        _Role.HighlightedText: white,
        _Role.Accent: scheme.accent,
        _Role.Link: scheme.accent,
        _Role.LinkVisited: scheme.accent,
        _Role.BrightText: scheme.error,
        _Role.ToolTipBase: scheme.text,
        _Role.ToolTipText: scheme.page,
        _Role.Light: scheme.sheet,
        _Role.Midlight: scheme.hover,
        _Role.Mid: scheme.line,
        _Role.Dark: scheme.edge,
        _Role.Shadow: "#000000" if scheme.is_dark else scheme.edge,
    }
    palette = QPalette()
    for role, colour in colours.items():
        palette.setColor(role, QColor(colour))
    for role in (_Role.Text, _Role.WindowText, _Role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(scheme.disabled))
    palette.setColor(QPalette.ColorGroup.Disabled, _Role.Highlight, QColor(scheme.hover))
    palette.setColor(
        QPalette.ColorGroup.Disabled, _Role.HighlightedText, QColor(scheme.disabled)
    )
    return palette
