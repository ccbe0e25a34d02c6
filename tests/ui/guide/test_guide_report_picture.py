"""The picture of the guide about the report of a year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.annual_reports import AnnualReport
from coopdesk.ui.annual.opening import open_annual_report
from tests.ui.guide.hands import LAST_YEAR

if TYPE_CHECKING:
    from coopdesk.services.registry import Services
    from coopdesk.ui.main_window import MainWindow
    from tests.ui.guide.camera import Camera
    from tests.ui.guide.hands import Hands

WORDS = "Chères amies, chers amis,\n\nL’atelier a ouvert tous les samedis, et le four a cuit."


def test_picture_of_the_annual_report(
    hands: Hands, services: Services, window: MainWindow, camera: Camera
) -> None:
    services.annual_reports.keep(
        AnnualReport(LAST_YEAR, "Une année de communs", foreword=WORDS)
    )
    page = window.stack.current_page
    assert page is not None
    dialog = open_annual_report(page.desk, window)
    dialog.resize(1180, 690)
    hands.settle()
    while dialog.preview.page_label.text().split()[1:2] != ["4"]:
        dialog.preview.turn(1)
        hands.settle()
    assert dialog.title.text() == "Une année de communs"
    camera.take("rapport-annuel", form=True)
    dialog.reject()
