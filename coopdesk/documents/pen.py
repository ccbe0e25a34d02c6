"""Write lines of text into a ReportLab canvas, quickly.

ReportLab codes the characters of an embedded font as they come. The pen asks once for each
character of a document and remembers: a run of receipts writes the same ones over and over.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from coopdesk.documents.fonts import BOLD, REGULAR, font_named

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlab.pdfgen.canvas import Canvas

    from coopdesk.documents.typesetting import Colour, Mark, Style


class Pen:
    """Turns lines of text into PDF operators for one document."""

    def __init__(self, canvas: Canvas) -> None:
        # ReportLab's fonts code characters for each document, and only the canvas knows it.
        self._document = cast("Any", canvas)._doc  # noqa: SLF001
        self._fonts = {name: font_named(name) for name in (REGULAR, BOLD)}
        self._codes: dict[str, dict[str, str]] = {REGULAR: {}, BOLD: {}}

    def embed(self, characters: str) -> None:
        """Give characters their codes in both weights, and the fonts their names, in order."""
        for font in self._fonts.values():
            font.splitString(characters, self._document)
            # Named at first use otherwise, and a stamp's page may use bold before regular.
            font.getSubsetInternalName(0, self._document)

    def operators(self, marks: Iterable[Mark]) -> str:
        """Return the operators that write the marks, in order."""
        written = ["BT"]
        style: Style | None = None
        colour: Colour | None = None
        for x, y, wanted, text in marks:
            if wanted is not style:
                style = wanted
                written.append(self._font_operator(style, 0))
                if style.colour is not colour:
                    colour = style.colour
                    written.append("{:g} {:g} {:g} rg".format(*colour))
            written.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm")
            written.append(self._shown(style, text))
        written.append("ET")
        return "\n".join(written)

    def _font_operator(self, style: Style, subset: int) -> str:
        name = self._fonts[style.font].getSubsetInternalName(subset, self._document)
        return f"{name} {style.size:g} Tf"

    def _shown(self, style: Style, text: str) -> str:
        codes = self._codes[style.font]
        try:
            return f"<{''.join(map(codes.__getitem__, text))}> Tj"
        except KeyError:
            self._learn(style.font, text)
        if codes.keys() >= set(text):
            return self._shown(style, text)
        # More than 255 characters in one document: the font comes in several parts.
        font = self._fonts[style.font]
        parts = [
            f"{self._font_operator(style, subset)} <{code.hex()}> Tj"
            for subset, code in font.splitString(text, self._document)
        ]
        return " ".join([*parts, self._font_operator(style, 0)])

    def _learn(self, name: str, text: str) -> None:
        for char in text:
            [(subset, code)] = self._fonts[name].splitString(char, self._document)
            if subset == 0:
                self._codes[name][char] = code.hex()
