"""The pictures of the guide about partners, and the keys that a new one takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coopdesk.domain.commitments import CommitmentFilter, CommitmentKind, CommitmentState
from coopdesk.ui.partners.keep_dialog import KeepDialog
from coopdesk.ui.partners.page import PartnerPage
from coopdesk.ui.partners.reading import AgreementsShown, CommitmentsShown
from tests.ui.guide.hands import said_in_guide

if TYPE_CHECKING:
    from pathlib import Path

    from coopdesk.services.registry import Services
    from coopdesk.ui.main_window import MainWindow
    from tests.ui.guide.camera import Camera
    from tests.ui.guide.hands import Hands

# The list of names under the field of the structure.
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)


def test_pictures_of_partners(
    hands: Hands, services: Services, window: MainWindow, camera: Camera, tmp_path: Path
) -> None:
    owed = services.commitments.all(CommitmentFilter(state=CommitmentState.OPEN))
    hours = next(one for one in owed if one.content.kind is CommitmentKind.HOURS)
    hands.press("Ctrl+8")
    page = window.stack.current_page
    assert isinstance(page, PartnerPage)
    page.show_target(("contact", hours.content.contact_id))
    hands.settle()
    camera.take("partenaires")
    page.show_target(("agreements", AgreementsShown.TO_DECIDE))
    hands.settle()
    to_decide = page.views.shown.list.model.id_at(0)
    page.show_target(("agreement", to_decide))
    hands.settle()
    camera.take("convention")
    page.show_target(("commitments", CommitmentsShown.OPEN))
    hands.settle()
    camera.take("engagements")
    page.show_target(("commitment", hours.id))
    hands.settle()
    doing = page.views.shown.doing
    doing.keep_action.trigger()
    hands.settle()
    dialog = doing.asker.dialog
    assert isinstance(dialog, KeepDialog)
    dialog.basis.setText("Tarif horaire de l’atelier")
    dialog.proofs.add([tmp_path / "etageres-montees.jpg"])
    camera.take("engagement-tenu", form=True)
    dialog.form.is_dirty = False
    dialog.reject()
    page.show_target(("network", None))
    hands.settle()
    camera.take("reseau")


def test_partner_that_nobody_knew_is_recorded(hands: Hands, services: Services) -> None:
    before = len(services.partners.all())
    hands.press("Ctrl+8", "Ctrl+N")
    hands.type("Mairie")
    hands.press("Return", "Return", "Return")
    assert len(services.partners.all()) == before + 1
    assert hands.count == said_in_guide("Enregistrer un partenaire que personne ne connaissait")
