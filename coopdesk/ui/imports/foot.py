"""The foot of files on their way in: what would be done, what was done, what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPushButton
from typing_extensions import override

from coopdesk.domain.contact_imports import ContactPreview
from coopdesk.domain.import_formats import FileKind, kind_of_format
from coopdesk.domain.imports import RowVerdict
from coopdesk.ui.columns import Tone
from coopdesk.ui.imports import contact_sayings, offers, sayings
from coopdesk.ui.imports.incoming import Stage
from coopdesk.ui.widgets.notice import Notice
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction

    from coopdesk.ui.imports.incoming import IncomingFile

_ARROWS = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down})


class ImportFoot(Notice):
    """Offers the steps of each state; who shows it carries them out."""

    list_wanted = Signal()  # an arrow was pressed on one of the steps

    def __init__(self) -> None:
        super().__init__()
        self.apply_action = make_step(self, "", "download-simple")
        keys = [QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")]
        self.apply_action.setShortcuts(keys)
        self.apply_action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.apply_action.setProperty("keys", _("Ctrl+Enter"))
        self.leave_action = make_step(self, "", "x")
        self.answer_action = make_step(self, _("Answer…"), "question")
        self.files_action = make_step(self, _("Back to the files"), "files")
        self.undo_action = make_step(self, _("Undo this import"), "arrow-u-up-left")
        self.contacts_action = make_step(self, _("See the contacts"), "users")
        self.gifts_action = make_step(self, _("See the gifts"), "gift")
        self.payments_action = make_step(self, _("See the payments"), "chart-bar")
        self.check_action = make_step(self, "", "warning")
        self.receipts_action = make_step(self, _("Review the tax receipts"), "receipt")
        self.bank_action = make_step(self, _("Reconcile these lines"), "bank")
        self.polls_action = make_step(self, _("See the polls and calendars"), "calendar-check")

    @override
    def offer(self, *actions: QAction, primary: QAction | None = None) -> None:
        super().offer(*actions, primary=primary)
        for button in self.findChildren(QPushButton):
            button.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let up and down go into the list: a button would walk out of the page."""
        is_press = event.type() == QEvent.Type.KeyPress
        if is_press and isinstance(event, QKeyEvent) and event.key() in _ARROWS:
            self.list_wanted.emit()
            return True
        return super().eventFilter(watched, event)

    # one file

    def show_file(self, file: IncomingFile, *, among_others: bool) -> None:
        """Say what importing a file would do."""
        count, preview = file.written, file.preview
        leave = self.files_action if among_others else self.leave_action
        self.leave_action.setText(_("Do not import") if count else _("Close"))
        if file.stage is Stage.ASKING:
            self.apply_action.setEnabled(False)
            self.say(Tone.NEUTRAL, _("It can be imported once the question is answered."))
            self.offer(leave)
            self.show()
            return
        if isinstance(preview, ContactPreview):
            said = contact_sayings.offer_text(preview)
        else:
            assert preview is not None
            said = offers.offer_text(preview)
        self.say(_tone(file), *said)
        self.apply_action.setText(sayings.import_text(count))
        self.apply_action.setEnabled(file.stage is Stage.READY)
        if count:
            self.offer(leave, primary=self.apply_action)
        else:
            self.offer(primary=leave)
        self.show()

    def show_applying(self) -> None:
        """Say what holds while files are imported; there is nothing to be decided."""
        self.say(Tone.INFO, _("Each file comes in whole or not at all."))
        self.offer()

    def say_stopped(self) -> None:
        """Say that a stopped import wrote nothing."""
        self.say(Tone.NEUTRAL, _("Importing was stopped: nothing was written."))

    def show_result(self, file: IncomingFile, *, among_others: bool) -> None:
        """Say what the import did, and offer what usually follows."""
        summary = file.summary
        assert summary is not None
        kind = kind_of_format(summary.file_format)
        if kind is FileKind.CONTACTS:
            text = contact_sayings.result_text(summary)
        else:
            text = offers.imported_text(file)
        self.say(Tone.GOOD, text)
        *steps, last = self._what_follows(file, kind)
        if among_others:
            steps, last = [*steps, last], self.files_action
        self.offer(self.undo_action, *steps, primary=last)
        self.show()

    def _what_follows(self, file: IncomingFile, kind: FileKind) -> list[QAction]:
        """Return what usually follows, the likeliest last."""
        if kind is FileKind.CONTACTS:
            return [self.contacts_action]
        if kind is FileKind.STATEMENT:
            return [self.bank_action]
        if kind is not FileKind.PAYMENTS:
            return [self.polls_action]
        steps = [self._money_action([file])]
        if file.years(of_gifts=True):
            steps.insert(0, self.receipts_action)
        doubtful = file.count(RowVerdict.DOUBTFUL)
        if doubtful:
            self.check_action.setText(sayings.check_text(doubtful))
            steps[-1] = self.check_action
        return steps

    def _money_action(self, files: Sequence[IncomingFile]) -> QAction:
        """Return where the money of files is seen: tickets and membership fees are no gifts."""
        has_gifts = any(file.years(of_gifts=True) for file in files)
        return self.gifts_action if has_gifts else self.payments_action

    # several files

    def show_queue(self, files: Sequence[IncomingFile]) -> None:
        """Say what importing all files would do, or what it did."""
        ready = [file for file in files if file.stage is Stage.READY]
        imported = [file for file in files if file.stage is Stage.IMPORTED]
        if imported and not ready and not any(x.stage is Stage.ASKING for x in files):
            self._show_all_done(files, imported)
            return
        self.say(Tone.INFO if ready else Tone.NEUTRAL, *_queue_words(files, ready))
        self.apply_action.setText(offers.import_files_text(len(ready)))
        self.apply_action.setEnabled(bool(ready))
        is_asking = any(file.stage is Stage.ASKING for file in files)
        self.leave_action.setText(_("Do not import") if ready or is_asking else _("Close"))
        answer = [self.answer_action] if is_asking else []
        if ready:
            self.offer(self.leave_action, *answer, primary=self.apply_action)
        else:
            *steps, last = (self.leave_action, *answer)
            self.offer(*steps, primary=last)
        self.show()

    def _show_all_done(
        self, files: Sequence[IncomingFile], imported: Sequence[IncomingFile]
    ) -> None:
        failed = any(offers.is_refused(file) for file in files)
        tone = Tone.ATTENTION if failed else Tone.GOOD
        self.say(tone, offers.queue_result_text(files))
        kinds = [kind for kind in (file.kind for file in imported) if kind is not None]
        steps = self._steps_of_kinds(imported, kinds)
        self.leave_action.setText(_("Close"))
        self.offer(self.leave_action, *steps[:-1], primary=steps[-1])
        self.show()

    def _steps_of_kinds(
        self, imported: Sequence[IncomingFile], kinds: Sequence[FileKind]
    ) -> list[QAction]:
        """Return what follows several imports: money to check first, then the bank."""
        steps: list[QAction] = []
        if FileKind.POLL in kinds or FileKind.CALENDAR in kinds:
            steps.append(self.polls_action)
        if FileKind.CONTACTS in kinds:
            steps.append(self.contacts_action)
        if FileKind.PAYMENTS in kinds:
            steps.append(self._money_action(imported))
        if FileKind.STATEMENT in kinds:
            steps.append(self.bank_action)
        waiting = sum(
            file.summary.doubtful
            for file in imported
            if file.summary is not None and file.kind is FileKind.PAYMENTS
        )
        if waiting:
            self.check_action.setText(sayings.check_text(waiting))
            steps.append(self.check_action)
        return steps


def _tone(file: IncomingFile) -> Tone:
    if file.stage is Stage.BROKEN:
        return Tone.ATTENTION
    return Tone.INFO if file.written else Tone.NEUTRAL


def _queue_words(
    files: Sequence[IncomingFile], ready: Sequence[IncomingFile]
) -> tuple[str, str]:
    text = offers.queue_text(files, ready)
    if not ready:
        return text, _("Open a file to see why, or to answer what it asks.")
    return text, _("Nothing is written yet; each file comes in whole or not at all.")
