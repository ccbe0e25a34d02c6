"""The pictures of the guide about groups: a programme, and the list of its structures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.ui.groups.page import GroupPage
from coopdesk.ui.groups.structures_dialog import StructuresDialog
from tests.flows.chantiers import PROGRAMME, record_programme

if TYPE_CHECKING:
    from coopdesk.services.registry import Services
    from coopdesk.ui.main_window import MainWindow
    from tests.ui.guide.camera import Camera
    from tests.ui.guide.hands import Hands

LIST = """Que'Vollande
Clus'Ter Loire
Les Jardins d'en face
Raisonnete
Un Toit pour Toutes
L'Escale des communs"""


def test_pictures_of_groups(
    hands: Hands, services: Services, window: MainWindow, camera: Camera
) -> None:
    made = record_programme(services)
    hands.press("Ctrl+7")
    hands.settle()
    page = window.stack.current_page
    assert isinstance(page, GroupPage)
    window.navigator.open("groups", made.programme)
    hands.settle()
    camera.take("groupes")
    assert PROGRAMME in page.view.panel.reader.toPlainText()
    page.view.panel.link_activated.emit("structures:0")
    hands.settle()
    dialog = page.view.doing.asker.dialog
    assert isinstance(dialog, StructuresDialog)
    dialog.names.setPlainText(LIST)
    dialog.look_button.click()
    hands.settle()
    assert len(dialog.rows) == 6
    camera.take("structures", form=True)
    dialog.form.is_dirty = False
    dialog.reject()
