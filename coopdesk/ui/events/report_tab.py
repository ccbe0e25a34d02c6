"""The report of an event, written as people speak: Enter adds a line and waits for the next."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout
from typing_extensions import override

from coopdesk.domain.event_reports import ItemKind, NewItem
from coopdesk.ui.columns import Tone
from coopdesk.ui.events.report_dialogs import ItemDialog, ReportDialog
from coopdesk.ui.events.report_items import ReportItems
from coopdesk.ui.events.tab import EventTab
from coopdesk.ui.events.targets import Part
from coopdesk.ui.feedback import Question, error_sentence
from coopdesk.ui.widgets.action_button import ActionButton
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.pill import Pill
from coopdesk.ui.widgets.series_line import SeriesLine
from coopdesk.wording.formats import day_long, number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction, QKeyEvent

    from coopdesk.domain.errors import RuleError
    from coopdesk.domain.event_reports import Report, ReportItem
    from coopdesk.domain.groups import Group
    from coopdesk.services.outcome import Outcome
    from coopdesk.ui.desk import Desk

_KINDS = (
    ItemKind.STATEMENT,
    ItemKind.QUESTION,
    ItemKind.ANSWER,
    ItemKind.THEME,
    ItemKind.DECISION,
)


_COUNTED = (ItemKind.STATEMENT, ItemKind.QUESTION, ItemKind.THEME, ItemKind.DECISION)


class ReportTab(EventTab):
    """The parts in their order above, the line that is being typed beneath."""

    part = Part.REPORT

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Report of the event"))
        self._service = desk.services.event_reports
        self.report: Report | None = None
        self._to_select: int | None = None
        self.state = Pill()
        self.tools.insertWidget(0, self.state)
        # The buttons need the row: what is said of the report goes beneath.
        self.tools.removeWidget(self.said)
        self.tools.insertStretch(1, 1)
        self.said.setContentsMargins(12, 0, 12, 4)
        self.body.addWidget(self.said)
        self.items = ReportItems()
        self._make_actions()
        self.body.addWidget(self.items, 1)
        self._add_typing()
        self._connect()
        self.setFocusProxy(self.line)
        # Before the report is read, steps without a meaning would widen the window.
        self.refresh_actions()

    def _make_actions(self) -> None:
        make = self.make
        self.around_action = make(_("Around the report…"), "note-pencil", self._on_around)
        self.group_action = make(_("Make the group"), "users-three", self._on_group)
        self.groups_action = make(_("Make all the groups"), "users-three", self._on_groups)
        self.change_action = make(_("Change the line…"), "pencil-simple", self._on_change)
        self.settle_action = make(_("Carried out"), "check", self._on_settle)
        self.finish_action = make(_("Finish the report"), "lock-simple", self._on_finish)
        usual = (self.group_action, self.settle_action, self.change_action, self.around_action)
        for action in usual:
            self.add_tool(action)
        for action in (self.groups_action, self.finish_action):
            self.add_rare(action)

    def _add_typing(self) -> None:
        choices = [(kind, label(kind)) for kind in _KINDS]
        self.kind: ChoiceBox[ItemKind] = ChoiceBox(choices)
        self.kind.setAccessibleName(_("What it is"))
        self.line = SeriesLine()
        self.line.setAccessibleName(_("Next line of the report"))
        self.line.setPlaceholderText(_("Type what was said, then Enter"))
        self.add_action: QAction = self.make(_("Add"), "plus", self._on_add)
        self.wrong = plain_label("", "error", wrap=True)
        self.wrong.hide()
        row = QHBoxLayout()
        row.setContentsMargins(12, 8, 12, 4)
        row.setSpacing(8)
        row.addWidget(self.kind)
        row.addWidget(self.line, 1)
        row.addWidget(ActionButton(self.add_action, primary=True))
        self.body.addLayout(row)
        self.body.addWidget(self.wrong)

    def _connect(self) -> None:
        self.line.returnPressed.connect(self._on_add)
        self.items.chosen.connect(self.refresh_actions)
        self.items.moved.connect(self._on_moved)
        self.items.change_wanted.connect(self._on_change)
        self.items.removal_wanted.connect(self._on_remove)

    # reading

    @override
    def reload(self) -> None:
        self.read(partial(self._service.of, self.event_id), self._on_report, "report")

    def _on_report(self, report: Report | None) -> None:
        self.report = report
        wanted, self._to_select = self._to_select, None
        self.items.show_report(report, wanted)
        self._say(report)
        self.refresh_actions()

    def _say(self, report: Report | None) -> None:
        is_final = report is not None and report.content.is_final
        self.state.setVisible(report is not None)
        self.state.show_status(
            _("Finished") if is_final else _("Being written"),
            Tone.GOOD if is_final else Tone.ATTENTION,
        )
        self.said.setText(_summary(report) if report is not None else _("Not begun yet."))

    @Slot()
    def refresh_actions(self) -> None:
        """Offer what has a meaning for the part that is chosen."""
        current, report = self.items.current, self.report
        kind = current.content.kind if current is not None else None
        is_final = report is not None and report.content.is_final
        themes = report.of(ItemKind.THEME) if report is not None else ()
        missing = [x for x in themes if x.group_id is None]
        self.group_action.setVisible(kind is ItemKind.THEME)
        is_made = current is not None and current.group_id is not None
        self.group_action.setText(_("Open the group") if is_made else _("Make the group"))
        self.groups_action.setVisible(len(missing) > 1)
        self.settle_action.setVisible(kind is ItemKind.DECISION)
        done = current is not None and current.content.done_on is not None
        self.settle_action.setText(_("Not carried out after all") if done else _("Carried out"))
        self.change_action.setEnabled(current is not None and not is_final)
        self.around_action.setEnabled(not is_final)
        self.finish_action.setVisible(report is not None)
        self.finish_action.setText(
            _("Open the report again") if is_final else _("Finish the report")
        )
        for widget in (self.kind, self.line):
            widget.setEnabled(not is_final)
        self.add_action.setEnabled(not is_final)

    # typing

    @Slot()
    def _on_add(self) -> None:
        text = self.line.text().strip()
        if not text or self.record is None:
            return
        kind = self.kind.value
        new = NewItem(
            kind, text, parent_id=self._question() if kind is ItemKind.ANSWER else None
        )
        add = partial(self._service.add_item, self.event_id, new)
        self.wrong.hide()
        # The next one may be typed while this one is written; Enter twice writes it once.
        self.line.clear()
        self.line.setFocus()
        unwritten = [text]
        self.desk.tasks.command(
            self,
            add,
            partial(self._on_added, unwritten),
            failed=self._on_refused,
            ended=partial(self._on_ended, unwritten),
        )

    def _question(self) -> int | None:
        """Return the question that an answer belongs to: the chosen one, else the last."""
        current = self.items.current
        if current is not None and current.content.kind is ItemKind.QUESTION:
            return current.id
        if current is not None and current.content.parent_id is not None:
            return current.content.parent_id
        questions = self.report.of(ItemKind.QUESTION) if self.report is not None else ()
        return questions[-1].id if questions else None

    def _on_added(self, unwritten: list[str], item: ReportItem) -> None:
        unwritten.clear()
        self._to_select = item.id

    def _on_ended(self, unwritten: list[str]) -> None:
        """Give back what was not written, before what has been typed since."""
        if unwritten:
            self.line.setText(" ".join((*unwritten, self.line.text())).rstrip())

    def _on_refused(self, error: RuleError) -> None:
        self.wrong.setText(error_sentence(error))
        self.wrong.show()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.line.text():
            # What is being typed goes first; the event stays open.
            self.line.clear()
        else:
            super().keyPressEvent(event)

    # the parts

    @Slot(int, int)
    def _on_moved(self, item_id: int, by: int) -> None:
        if self.report is None:
            return
        kind = next(x.content.kind for x in self.report.items if x.id == item_id)
        ids = [x.id for x in self.report.of(kind)]
        at = ids.index(item_id)
        if 0 <= at + by < len(ids):
            ids[at], ids[at + by] = ids[at + by], ids[at]
            self._to_select = item_id
            self.send(partial(self._service.order_items, self.event_id, kind, ids))

    @Slot()
    def _on_change(self) -> None:
        current = self.items.current
        if current is not None and self.change_action.isEnabled():
            make = partial(ItemDialog, self.desk, current, self.window())
            self.ask(make, partial(self._service.change_item, current.id))

    @Slot(int)
    def _on_remove(self, item_id: int) -> None:
        self.send(partial(self._service.remove_item, item_id))

    @Slot()
    def _on_settle(self) -> None:
        current = self.items.current
        if current is not None:
            service = self._service
            done = current.content.done_on is not None
            self.send(partial(service.unsettle if done else service.settle, current.id))

    @Slot()
    def _on_group(self) -> None:
        current = self.items.current
        if current is None:
            return
        if current.group_id is not None:
            self.open_page("groups", current.group_id)
        else:
            self._make_groups(partial(self._service.make_group, current.id))

    @Slot()
    def _on_groups(self) -> None:
        self._make_groups(partial(self._service.make_groups, self.event_id))

    def _make_groups(self, make: Callable[..., Outcome[Any]]) -> None:
        """Make groups; one that has the name already is taken if the person says so."""
        refused = partial(self._on_group_refused, make)
        self.desk.tasks.command(self, make, self._on_group_made, failed=refused)

    def _on_group_made(self, made: Group | tuple[Group, ...]) -> None:
        groups = made if isinstance(made, tuple) else (made,)
        names = ", ".join(group.name for group in groups)
        self.desk.feedback.tell(_("Made from the report: {names}").format(names=names))

    def _on_group_refused(self, make: Callable[..., Outcome[Any]], error: RuleError) -> None:
        if error.code != "report.group_exists":
            self.desk.feedback.show_error(error)
            return
        question = Question(
            _("Take the group that is there?"),
            error_sentence(error),
            _("Take this group"),
        )
        take = partial(make, tie_existing=True)
        call = partial(self.desk.tasks.command, self, take, self._on_group_made)
        self.confirm(question, call)

    # the whole

    @Slot()
    def _on_around(self) -> None:
        make = partial(ReportDialog, self.desk, self.report, self.window())
        self.ask(make, partial(self._service.write, self.event_id))

    @Slot()
    def _on_finish(self) -> None:
        if self.report is not None:
            service = self._service
            is_final = self.report.content.is_final
            self.send(partial(service.reopen if is_final else service.finish, self.event_id))


def _summary(report: Report) -> str:
    """Return how many statements, questions, themes and decisions there are, and what next."""
    statements, questions, themes, decisions = (len(report.of(kind)) for kind in _COUNTED)
    counted = (
        (statements, ngettext("{count} statement made", "{count} statements made", statements)),
        (questions, ngettext("{count} question", "{count} questions", questions)),
        (themes, ngettext("{count} theme", "{count} themes", themes)),
        (decisions, ngettext("{count} decision", "{count} decisions", decisions)),
    )
    said = [text.format(count=number_text(count)) for count, text in counted if count]
    content = report.content
    if report.author:
        said.append(_("by {name}").format(name=report.author))
    if content.written_on is not None:
        said.append(day_long(content.written_on))
    if content.next_text:
        said.append(_("next time: {text}").format(text=content.next_text))
    return " · ".join(said)
