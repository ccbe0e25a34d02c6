"""A stamped receipt is set in the same weights as one that is drawn whole."""

from __future__ import annotations

import io

from pypdf import PdfReader

FIRST_PAGE = 0


def weights(pdf):
    """Return each piece of text of the first page with the font it is set in."""
    found = []

    def visit(text, _matrix, _text_matrix, font, _size):
        if text.strip():
            found.append((text.strip(), font["/BaseFont"].partition("+")[2]))

    PdfReader(io.BytesIO(pdf)).pages[FIRST_PAGE].extract_text(visitor_text=visit)
    return found


def test_a_stamped_receipt_is_set_in_the_weights_of_a_merged_file(snapshot, printer):
    said = snapshot()
    stamped = weights(printer.draw(said).whole)

    assert stamped == weights(printer.merged([said], lambda _done, _total: None))
    fonts = dict(stamped)
    assert fonts["Donateur"] == "Inter-Bold"
    assert {font for text, font in fonts.items() if text.startswith("Prénoms")} == {
        "Inter-Regular"
    }
