"""Labels that show text from people as it is, whatever it contains."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from coopdesk.ui.fonts import TEXT_SIZE, text_font

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

# What a label is; the style sheet decides how each looks.
Part: TypeAlias = Literal[
    "text", "title", "heading", "muted", "figure", "error", "field", "small", "strong"
]

_FONTS: dict[str, tuple[float, int]] = {
    "title": (18, 600),
    "heading": (12, 600),
    "figure": (16, 600),
    "field": (TEXT_SIZE, 500),
    "strong": (TEXT_SIZE, 600),
    "small": (9.5, 400),
    "error": (9.5, 400),
}


def plain_label(text: str = "", part: Part = "text", *, wrap: bool = False) -> QLabel:
    """Return a label that never reads its text as markup."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(wrap)
    if part != "text":
        show_as(label, part)
    return label


def show_as(label: QLabel, part: Part) -> None:
    """Give a label the look of what it is."""
    label.setProperty("part", part)
    label.setFont(text_font(*_FONTS.get(part, (TEXT_SIZE, 400))))


def selectable_label(text: str = "", part: Part = "text", *, wrap: bool = False) -> QLabel:
    """Return a plain label whose text can be selected and copied."""
    label = plain_label(text, part, wrap=wrap)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label


def set_plain_tooltip(widget: QWidget, text: str) -> None:
    """Give a widget a tooltip whose text is not read as markup."""
    widget.setToolTip(plain_tooltip(text))


def plain_tooltip(text: str) -> str:
    """Return a text fit for any tooltip: what looks like markup is shown, not obeyed."""
    if "<" not in text and "&" not in text:
        return text
    import html

    return f"<qt>{html.escape(text)}</qt>"
