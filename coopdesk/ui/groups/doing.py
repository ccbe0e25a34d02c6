"""What can be done with a group: actions, links and their forms."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QDesktopServices
from typing_extensions import override

from coopdesk.domain.contact_conditions import Operator, Rule
from coopdesk.domain.group_structures import JoinedStructures
from coopdesk.domain.groups import Group, GroupKind
from coopdesk.ui.feedback import Question
from coopdesk.ui.groups import links
from coopdesk.ui.groups.group_dialog import GroupDialog
from coopdesk.ui.groups.papers import GroupPapers
from coopdesk.ui.groups.part_dialogs import EndingDialog
from coopdesk.ui.groups.reading import read_use
from coopdesk.ui.groups.register_dialogs import RegistersDialog
from coopdesk.ui.groups.work_doing import GroupWorkDoing
from coopdesk.ui.record_doing import RecordDoing
from coopdesk.ui.widgets.steps import change_icon
from coopdesk.wording.formats import number_text
from coopdesk.wording.language import _, ngettext
from coopdesk.wording.lapses import using_text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox, QWidget

    from coopdesk.domain.groups import ActionRegister, GroupLine
    from coopdesk.services.outcome import Outcome
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.groups.part_dialogs import Ending
    from coopdesk.ui.groups.reading import GroupRecord, GroupUse
    from coopdesk.ui.groups.register_dialogs import Arranged


class GroupDoing(RecordDoing):
    """What is done with groups; their work and people have a part of their own."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, parent, Group)
        self._service = desk.services.groups
        self._line: GroupLine | None = None
        self.box: QMessageBox | None = None
        self.papers = GroupPapers(desk, parent)
        self.work = GroupWorkDoing(desk, parent, self.asker, self._on_registers)
        make = self._make
        self.record_action = make(_("New group…"), "plus", self._on_record)
        self.change_action = make(_("Change…"), "pencil-simple", self._on_change)
        self.show_action = make(_("Show who takes part"), "users", self._on_show)
        self.close_action = make(_("Close the group…"), "lock-simple", self._on_close)
        self.remove_action = make(_("Delete the group…"), "trash", self._on_remove)
        self.registers_action = make(_("Registers of action…"), "tag", self._on_registers)
        self.usual_actions = (self.change_action, self.papers.print_action)
        self.rare_actions = (
            self.show_action,
            self.papers.export_action,
            self.papers.table_action,
            self.close_action,
            self.remove_action,
        )
        self._links = {
            links.CONTACT: partial(desk.navigator.open, "contacts"),
            links.GROUP: partial(desk.navigator.open, "groups"),
            links.EVENT: partial(self._open, "events", "event"),
            links.ACTIVITY: partial(self._open, "accounts", "activity"),
            links.ADD_CHANTIER: self._add_chantier,
            "https": partial(_open_web, "https"),
            "http": partial(_open_web, "http"),
            "mailto": partial(_open_web, "mailto"),
            **self.work.links,
        }

    def choose(self, line: GroupLine | None, record: GroupRecord | None) -> None:
        """Say which group the actions are about; ``record`` is the one in the panel."""
        self._line = line
        self._chosen = line.id if line is not None else None
        self.work.record = record
        for action in (*self.usual_actions, *self.rare_actions):
            action.setEnabled(line is not None)
        self.papers.choose(line)
        is_over = line is not None and line.ended_on is not None
        self.close_action.setText(_("Open it again") if is_over else _("Close the group…"))
        change_icon(self.close_action, "lock-simple-open" if is_over else "lock-simple")

    def _open(self, page: str, word: str, key: int) -> None:
        self._desk.navigator.open(page, (word, key))

    # groups

    @Slot()
    def _on_record(self) -> None:
        self._read_programmes(None, None)

    def _add_chantier(self, _key: int) -> None:
        record = self.work.record
        if record is not None:
            self._read_programmes(None, record.sheet.group.id)

    @Slot()
    def _on_change(self) -> None:
        self._read_chosen(self._service.get, self._on_read)

    def _on_read(self, group: Group) -> None:
        self._read_programmes(group, None)

    def _read_programmes(self, group: Group | None, parent_id: int | None) -> None:
        call = partial(self._service.lines, GroupKind.PROGRAMME)
        done = partial(self._ask_group, group, parent_id)
        self._desk.tasks.query(self._view, call, done, replaces="programmes")

    def _ask_group(
        self, group: Group | None, parent_id: int | None, programmes: list[GroupLine]
    ) -> None:
        make = partial(GroupDialog, self._desk, programmes, group, parent_id, self._window)
        send = self._service.add if group is None else partial(self._service.edit, group.id)
        self.asker.ask(make, send)

    @Slot()
    def _on_show(self) -> None:
        if self._line is not None:
            rule = Rule("group", Operator.IS.value, (self._line.name,))
            self._desk.navigator.open("contacts", rule)

    # its end

    @Slot()
    def _on_close(self) -> None:
        if self._line is None:
            return
        if self._line.ended_on is not None:
            self._send_chosen(self._service.reopen)
        else:
            self._read_chosen(self._service.get, self._on_ending)

    def _on_ending(self, group: Group) -> None:
        make = partial(EndingDialog, self._desk, group, self._window)
        self.asker.ask(make, partial(self._close, group.id))

    def _close(self, group_id: int, ending: Ending) -> Outcome[Group]:
        return self._service.close(group_id, ending.on, ending.summary)

    @Slot()
    def _on_remove(self) -> None:
        line = self._line
        if line is not None:
            read = partial(read_use, self._desk.services, line.id, line.name)
            done = partial(self._on_use, line)
            self._desk.tasks.query(self._view, read, done, replaces="use")

    def _on_use(self, line: GroupLine, use: GroupUse) -> None:
        """Delete at once what nobody misses, else ask; Ctrl+Z brings either back."""
        remove = partial(self._remove, line.id)
        if not use.people and not use.filters and not line.objectives:
            remove()
            return
        lost = ngettext(
            "{count} contact takes or took part: that goes with it. Ctrl+Z brings all back.",
            "{count} contacts take or took part: that goes with it. Ctrl+Z brings all back.",
            use.people,
        )
        question = Question(
            _("Delete the group “{name}”?").format(name=line.name),
            lost.format(count=number_text(use.people))
            if use.people
            else _("Nobody takes part in it."),
            _("Delete the group"),
            using_text(use.filters),
            is_grave=True,
        )
        self.box = self._desk.feedback.confirm(question, remove, self._window)

    def _remove(self, group_id: int) -> None:
        call = partial(self._service.delete, group_id)
        self._desk.tasks.command(self._view, call, self._on_removed)

    def _on_removed(self, group: Group) -> None:
        self._desk.feedback.tell(_("Group “{name}” deleted.").format(name=group.name))

    @Slot(object)
    @override
    def _on_saved(self, made: object) -> None:
        if isinstance(made, JoinedStructures):
            self._tell_joined(made)
        super()._on_saved(made)

    def _tell_joined(self, done: JoinedStructures) -> None:
        count = len(done.joined)
        text = ngettext("{count} structure added", "{count} structures added", count)
        said = [text.format(count=number_text(count))]
        if done.already:
            take_part = _("takes part already: {names}")
            said.append(take_part.format(names=", ".join(done.already)))
        self._desk.feedback.tell(" · ".join(said))

    # registers of action

    @Slot()
    def _on_registers(self) -> None:
        call = partial(_read_registers, self._desk.services)
        self._desk.tasks.query(self._view, call, self._ask_registers, replaces="registers")

    def _ask_registers(self, found: tuple[list[ActionRegister], tuple[str, ...]]) -> None:
        make = partial(RegistersDialog, *found, self._window)
        self.asker.ask(make, self._arrange)

    def _arrange(self, told: Arranged) -> Outcome[int]:
        return self._desk.services.action_registers.arrange(told.names, told.added)


def _read_registers(services: Services) -> tuple[list[ActionRegister], tuple[str, ...]]:
    return services.action_registers.all(), services.action_registers.usual()


def _open_web(scheme: str, rest: object) -> None:
    QDesktopServices.openUrl(QUrl(f"{scheme}:{rest}"))
