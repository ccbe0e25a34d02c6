"""The programme of an event: sessions and speakers, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from coopdesk.ui.events.programme import programme_parts
from coopdesk.ui.events.programme_doing import ProgrammeDoing
from coopdesk.ui.events.tab import ReaderTab
from coopdesk.ui.events.targets import Part
from coopdesk.wording.formats import number_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from coopdesk.ui.desk import Desk


class ProgrammeTab(ReaderTab):
    """Reads what the panel has read already."""

    part = Part.PROGRAMME

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Programme of the event"))
        self.doing = ProgrammeDoing(desk, self)
        self.links.update(self.doing.links)
        self.add_action = self.make(_("Add a session…"), "plus", self._on_add)

    @override
    def reload(self) -> None:
        if self.record is None:
            return
        sheet = self.record.sheet
        self.doing.sheet = sheet
        count = len(sheet.sessions)
        text = ngettext("{count} session", "{count} sessions", count)
        self.said.setText(text.format(count=number_text(count)))
        self.reader.show_parts(programme_parts(sheet))

    def _on_add(self) -> None:
        self.doing.add_session()
