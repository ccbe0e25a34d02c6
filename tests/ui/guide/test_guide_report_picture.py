"""The picture of the guide about the report of a year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pypdfium2 import PdfDocument

from coopdesk.domain.annual_reports import AnnualReport
from coopdesk.ui.annual.opening import open_annual_report
from tests.ui.guide.hands import LAST_YEAR

if TYPE_CHECKING:
    from coopdesk.services.registry import Services
    from coopdesk.ui.main_window import MainWindow
    from tests.ui.guide.camera import Camera
    from tests.ui.guide.hands import Hands

WORDS = "Chères amies, chers amis,\n\nL’atelier a ouvert tous les samedis, et le four a cuit."


def page_about(pdf: bytes, heading: str) -> int:
    """Return where the chapter of that name begins."""
    paper = PdfDocument(pdf)
    texts = (paper[at].get_textpage().get_text_range() for at in range(2, len(paper)))
    return next(at for at, text in enumerate(texts, 2) if text.startswith(heading))


def test_picture_of_the_annual_report(
    hands: Hands, services: Services, window: MainWindow, camera: Camera
) -> None:
    services.annual_reports.keep(
        AnnualReport(LAST_YEAR, "Une année de communs", foreword=WORDS)
    )
    pdf = services.annual_reports.pdf(LAST_YEAR)
    camera.draw("rapport-annuel-page", pdf, 0.9, page=page_about(pdf, "Comptes"))
    page = window.stack.current_page
    assert page is not None
    dialog = open_annual_report(page.desk, window)
    dialog.resize(1180, 690)
    hands.settle()
    gifts = str(page_about(pdf, "Dons") + 1)
    while dialog.preview.page_label.text().split()[1:2] != [gifts]:
        dialog.preview.turn(1)
        hands.settle()
    assert dialog.title.text() == "Une année de communs"
    camera.take("rapport-annuel", form=True)
    dialog.reject()
