"""The files on their way in as rows: what each is, what it would bring, how far it has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coopdesk.domain.import_formats import FileKind
from coopdesk.domain.import_previews import Preview
from coopdesk.domain.imports import RowVerdict
from coopdesk.ui.columns import Column, Tone
from coopdesk.ui.imports import sayings
from coopdesk.ui.imports.incoming import Stage
from coopdesk.ui.imports.statement_bar import ACCOUNT_ASSUMED, alerts
from coopdesk.ui.record_list import RecordList
from coopdesk.wording.formats import money_text, number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from coopdesk.ui.desk import Desk
    from coopdesk.ui.imports.incoming import IncomingFile

_TONES = {
    Stage.WAITING: Tone.NEUTRAL,
    Stage.REFUSED: Tone.BAD,
    Stage.ELSEWHERE: Tone.INFO,
    Stage.ASKING: Tone.ATTENTION,
    Stage.BROKEN: Tone.BAD,
    Stage.NOTHING: Tone.NEUTRAL,
    Stage.READY: Tone.INFO,
    Stage.IMPORTED: Tone.GOOD,
}


class QueueList(QWidget):
    """Lists the files; Enter opens the lines of one."""

    file_activated = Signal(object)  # id

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._files: dict[int, IncomingFile] = {}
        self.list = RecordList(desk, "imports.queue", _columns(()), self._fetch)
        self.list.set_accessible_name(_("Files and what each would bring"))
        self.list.set_count_words(_files_text)
        self.list.record_activated.connect(self.file_activated)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list)
        self.setFocusProxy(self.list)

    def show_files(self, files: Sequence[IncomingFile]) -> None:
        """Show these files, in the order in which they came."""
        self._files = {file.id: file for file in files}
        self.list.set_columns(_columns(files))
        self.list.set_ids(list(self._files))

    @property
    def selected(self) -> IncomingFile | None:
        """The file that is selected, None when none or several are."""
        ids = self.list.selected_ids
        return self._files.get(ids[0]) if len(ids) == 1 else None

    def _fetch(self, ids: Sequence[int]) -> list[IncomingFile]:
        return [self._files[file_id] for file_id in ids if file_id in self._files]


def _files_text(count: int) -> str:
    return ngettext("{count} file", "{count} files", count).format(count=number_text(count))


def _columns(files: Sequence[IncomingFile]) -> tuple[Column, ...]:
    """Return the columns, without the counts that no file has.

    Lines to check and refused ones are counted in the remark, in words.
    """

    def count(verdict: RowVerdict) -> Callable[[IncomingFile], str]:
        return lambda file: _count(file.count(verdict))

    def figure(title: str, verdict: RowVerdict, gives_way: int) -> Iterator[Column]:
        if verdict is RowVerdict.NEW or any(file.count(verdict) for file in files):
            yield Column(
                verdict.value,
                title,
                count(verdict),
                align_right=True,
                width=8,
                gives_way=gives_way,
            )

    why = Column("why", _("Remark"), remark_text, width=20, stretch=True, tip=remark_text)
    return (
        Column("file", _("File"), _name, width=18, stretch=True, tip=_name),
        Column(
            "format",
            _("What it is"),
            format_text,
            width=18,
            stretch=True,
            gives_way=2,
            tip=format_text,
        ),
        Column("stage", _("Status"), stage_text, tone=_tone, width=14),
        *figure(_("New ones"), RowVerdict.NEW, 1),
        *figure(_("Changed ones"), RowVerdict.CHANGED, 5),
        *figure(_("Known"), RowVerdict.SAME, 6),
        Column("amount", _("Amount"), _amount, align_right=True, width=10),
        *((why,) if any(map(remark_text, files)) else ()),
    )


def stage_text(file: IncomingFile) -> str:
    """Return how far a file has come."""
    return {
        Stage.WAITING: _("Being read"),
        Stage.REFUSED: _("Refused"),
        Stage.ELSEWHERE: _("Goes to the books"),
        Stage.ASKING: _("A question"),
        Stage.BROKEN: _("All refused"),
        Stage.NOTHING: _("Nothing new"),
        Stage.READY: _("Ready"),
        Stage.IMPORTED: _("Imported"),
    }[file.stage]


def remark_text(file: IncomingFile) -> str:
    """Return why a file is refused, what it asks, or what becomes of it elsewhere."""
    if file.error or file.failure:
        return file.error or file.failure
    if file.stage is Stage.ELSEWHERE:
        return _("Entries are looked at in the accounts.")
    if file.stage is not Stage.ASKING:
        return _remarks(file)
    if isinstance(file.preview, Preview):
        return label(file.preview.asks[0].kind)
    return _("What do the columns hold?")


def _remarks(file: IncomingFile) -> str:
    if file.preview is not None and not file.preview.lines:
        return sayings.nothing_text(file.preview)
    refused = sayings.refused_text(file.count(RowVerdict.REFUSED))
    lines = (*_doubles_text(file), _doubtful_text(file), refused)
    told = (_untied_text(file), *lines, _warnings_text(file), *_assumed_texts(file))
    return " ".join(filter(None, told))


def _untied_text(file: IncomingFile) -> str:
    """Say what stands above the lines: several files may be imported without being opened."""
    statements = file.preview.statements if isinstance(file.preview, Preview) else ()
    return _("Its balances do not tie.") if any(map(alerts, statements)) else ""


def _warnings_text(file: IncomingFile) -> str:
    warnings = file.preview.warnings if isinstance(file.preview, Preview) else ()
    return sayings.warnings_count_text(x for x in warnings if x.code != ACCOUNT_ASSUMED)


def _assumed_texts(file: IncomingFile) -> list[str]:
    """Say of which account a file is that names none: nobody sees it before it is open."""
    if file.summary is not None or not isinstance(file.preview, Preview):
        return []
    assumed = (one for one in file.preview.warnings if one.code == ACCOUNT_ASSUMED)
    text = _("{name}, as last time")
    return [f"{text.format(name=one.values['account'])}." for one in assumed]


def _doubtful_text(file: IncomingFile) -> str:
    count = file.count(RowVerdict.DOUBTFUL)
    if not count or file.kind is FileKind.STATEMENT:
        return ""
    text = ngettext("{count} line to check.", "{count} lines to check.", count)
    return text.format(count=number_text(count))


def _doubles_text(file: IncomingFile) -> list[str]:
    if file.kind is not FileKind.STATEMENT:
        return []
    lines = file.preview.lines if isinstance(file.preview, Preview) else ()
    count = sum(sayings.is_double(line) and not line.left_out for line in lines)
    if file.summary is not None:
        # Another file of the same run may have brought lines that these resemble.
        count = file.summary.doubtful
    text = ngettext("{count} probable double.", "{count} probable doubles.", count)
    return [text.format(count=number_text(count))] if count else []


def format_text(file: IncomingFile) -> str:
    """Return what a file is, as exactly as that is known."""
    if file.file_format is not None:
        return label(file.file_format)
    return label(file.kind) if file.kind is not None else ""


def _name(file: IncomingFile) -> str:
    return file.name


def _tone(file: IncomingFile) -> Tone:
    return _TONES[file.stage]


def _count(count: int) -> str:
    return number_text(count) if count else "–"


def _amount(file: IncomingFile) -> str:
    return money_text(file.amount) if file.amount is not None else ""
