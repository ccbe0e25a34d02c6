"""The database file: where it is, backing it up, checking it, restoring it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from coopdesk.system.paths import documents_folder
from coopdesk.ui.columns import Tone
from coopdesk.ui.feedback import Question
from coopdesk.ui.settings.lost_receipts import LostReceipts
from coopdesk.ui.widgets.action_button import ActionButton
from coopdesk.ui.widgets.labels import plain_label, selectable_label
from coopdesk.ui.widgets.notice import Notice
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from coopdesk.domain.checks import CheckReport
    from coopdesk.services.databases import DatabaseService
    from coopdesk.services.outcome import Outcome
    from coopdesk.services.progress import Progress
    from coopdesk.ui.desk import Desk

FOLDER = "backup"
OLD_AFTER_DAYS = 7

_WIDTH = 760
_SHOWN_FINDINGS = 12


class DatabaseTab(QWidget):
    """Cards for the file, its backups and its check."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._written = ""
        self.open_folder_action = self._action(_("Open the folder"), "folder-open")
        self.open_folder_action.triggered.connect(self._on_open_folder)
        self.back_up_action = self._action(_("Back up now"), "floppy-disk-back")
        self.back_up_action.triggered.connect(self.back_up)
        self.elsewhere_action = self._action(_("Back up elsewhere…"), "folder-notch-open")
        self.elsewhere_action.triggered.connect(self.ask_folder)
        self.restore_action = self._action(_("Restore a backup…"), "clock-counter-clockwise")
        self.restore_action.triggered.connect(self._on_restore)
        self.restore_action.setVisible(desk.restore is not None)
        self.check_action = self._action(_("Check now"), "check-circle")
        self.check_action.triggered.connect(self.check)
        self.lost_receipts = LostReceipts(desk)
        self.backup_notice = Notice()
        self.check_notice = Notice()
        self.findings = selectable_label("", wrap=True)
        self.folder_label = plain_label("", "small", wrap=True)
        self._lay_out()
        self._show_folder()
        self.check_notice.say(
            Tone.NEUTRAL,
            _("Not checked since CoopDesk was started"),
            _("The check looks at every table, amount, number and stored receipt."),
        )
        self.check_notice.offer(self.check_action)
        self.backup_notice.offer(primary=self.back_up_action)

    def _action(self, text: str, icon_name: str) -> QAction:
        action = QAction(text, self)
        action.setProperty("icon_name", icon_name)
        return action

    def _lay_out(self) -> None:
        column = QWidget()
        column.setMaximumWidth(_WIDTH)
        inner = QVBoxLayout(column)
        inner.setContentsMargins(2, 16, 16, 0)
        inner.setSpacing(12)
        path = selectable_label(str(self._desk.database), wrap=True)
        inner.addWidget(plain_label(_("File"), "heading"))
        inner.addWidget(self.lost_receipts)
        inner.addWidget(_card(path, (self.open_folder_action,)))
        inner.addSpacing(8)
        inner.addWidget(plain_label(_("Backups"), "heading"))
        inner.addWidget(self.backup_notice)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.folder_label, 1)
        for action in (self.elsewhere_action, self.restore_action):
            row.addWidget(ActionButton(action))
        inner.addLayout(row)
        inner.addSpacing(8)
        inner.addWidget(plain_label(_("Soundness"), "heading"))
        inner.addWidget(self.check_notice)
        self.findings.hide()
        inner.addWidget(self.findings)
        inner.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(column, 1)
        row.addStretch()

    @Slot()
    def reload(self) -> None:
        """Read when the last backup was made, and whether receipts are missing."""
        self.lost_receipts.reload()
        last = self._desk.services.database.last_backup_at
        self._desk.tasks.query(self, last, self._on_last_backup, replaces="backup")

    def _on_last_backup(self, moment: dt.datetime | None) -> None:
        self.backup_notice.say(*backup_words(moment, self._desk.today(), self._written))

    # backups

    @Slot()
    def back_up(self) -> None:
        """Write a verified copy where the last one went; the first time, ask where."""
        folder = self._folder()
        if folder is None:
            self.ask_folder()
        else:
            self._back_up_to(folder)

    @Slot()
    def ask_folder(self) -> None:
        """Ask in which folder the copy goes."""
        start = self._folder() or documents_folder()
        dialog = QFileDialog(self, _("Folder for backups"), str(start))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._on_folder_chosen)
        dialog.open()

    @Slot(str)
    def _on_folder_chosen(self, text: str) -> None:
        settings = self._desk.settings
        settings.change(folders={**settings.current.folders, FOLDER: text})
        settings.save()
        self._show_folder()
        self._back_up_to(Path(text))

    def _folder(self) -> Path | None:
        text = self._desk.settings.current.folders.get(FOLDER)
        return Path(text) if text else None

    def _show_folder(self) -> None:
        folder = self._folder()
        self.folder_label.setText(
            _("Copies go to {folder}.").format(folder=folder)
            if folder
            else _("Choose a folder on another disk or on a USB stick.")
        )

    def _back_up_to(self, folder: Path) -> None:
        database = self._desk.database
        name = f"{database.stem} {self._desk.today().isoformat()}{database.suffix}"
        call = partial(_back_up, self._desk.services.database, folder / name)
        self.back_up_action.setEnabled(False)
        job = self._desk.tasks.job(
            self, _("Backing up"), call, self._on_backed_up, ended=self._on_backup_ended
        )
        self.backup_notice.follow(job)

    def _on_backed_up(self, path: Path) -> None:
        self._written = _("Verified: {path}").format(path=path)
        self.reload()
        self._desk.feedback.tell(_("Backup written: {name}").format(name=path.name))

    @Slot()
    def _on_backup_ended(self) -> None:
        self.back_up_action.setEnabled(True)

    @Slot()
    def _on_open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._desk.database.parent)))

    # restoring

    @Slot()
    def _on_restore(self) -> None:
        start = self._folder() or self._desk.database.parent
        dialog = QFileDialog(self, _("Restore a backup"), str(start))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([_("CoopDesk files") + " (*.coopdesk)", _("All files") + " (*)"])
        dialog.fileSelected.connect(self.ask_to_restore)
        dialog.open()

    @Slot(str)
    def ask_to_restore(self, text: str) -> None:
        """Ask before a backup takes the place of the database."""
        restore = self._desk.restore
        if restore is None:
            return
        question = Question(
            _("Restore {name}?").format(name=Path(text).name),
            _(
                "What was recorded since this backup will no longer be in the database. The "
                "present file is kept beside it, so nothing is lost."
            ),
            _("Restore the backup"),
            is_grave=True,
        )
        self._desk.feedback.confirm(question, partial(restore, Path(text)), self)

    # checking

    @Slot()
    def check(self) -> None:
        """Check the file on the worker."""
        self.check_action.setEnabled(False)
        self.findings.hide()
        job = self._desk.tasks.job(
            self,
            _("Checking"),
            self._desk.services.database.check,
            self._on_checked,
            ended=self._on_check_ended,
        )
        self.check_notice.follow(job)

    def _on_checked(self, report: CheckReport) -> None:
        self.check_notice.say(*check_words(report))
        lines = finding_lines(report)
        self.findings.setText("\n".join(lines))
        self.findings.setVisible(bool(lines))

    @Slot()
    def _on_check_ended(self) -> None:
        self.check_action.setEnabled(True)


def backup_words(
    moment: dt.datetime | None, today: dt.date, written: str = ""
) -> tuple[Tone, str, str]:
    """Return what to say of the last backup; ``written`` is where it went, if just now."""
    from coopdesk.wording.ages import age_days, age_text

    advice = written or _("A backup is opened again and compared before it counts.")
    if moment is None:
        return Tone.ATTENTION, _("Never backed up"), advice
    text = _("Last backup: {age}").format(age=age_text(moment, today))
    is_old = age_days(moment, today) > OLD_AFTER_DAYS
    return (Tone.ATTENTION if is_old else Tone.GOOD), text, advice


def check_words(report: CheckReport) -> tuple[Tone, str, str]:
    """Return what to say of a check."""
    if report.ok:
        return Tone.GOOD, _("Nothing wrong was found"), ""
    count = len(report.findings)
    text = ngettext("{count} problem found", "{count} problems found", count)
    cure = _("Go on with nothing else: restore the last backup, or ask for help.")
    return Tone.BAD, text.format(count=count), cure


def finding_lines(report: CheckReport) -> Sequence[str]:
    """Return the first findings in words."""
    from coopdesk.wording.checks import finding_text

    lines = [f"• {finding_text(one)}" for one in report.findings[:_SHOWN_FINDINGS]]
    if len(report.findings) > _SHOWN_FINDINGS:
        lines.append("…")
    return lines


def _back_up(service: DatabaseService, path: Path, progress: Progress) -> Outcome[Path]:
    from coopdesk.system.files import free_name

    progress.advance(0, 1)
    return service.back_up(free_name(path))


def _card(content: QWidget, actions: Sequence[QAction]) -> QFrame:
    card = QFrame()
    card.setProperty("kind", "card")
    row = QHBoxLayout(card)
    row.setContentsMargins(16, 8, 12, 8)
    row.setSpacing(8)
    row.addWidget(content, 1)
    for action in actions:
        row.addWidget(ActionButton(action))
    return card
