"""The log and the crash report: enough to mend a fault, nothing about anybody.

Messages carry ids and codes. Of an exception only its type and its places in the code are
written, never its text, which may quote a name or a row; of our own errors the code, of the
system's errors the number. File names are cut down to the part inside the program or its
libraries.
"""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
import traceback
from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from coopdesk.system.paths import log_folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

_BYTES = 500_000
_FILES = 3
_REMEMBERED = 40
_ROOT = Path(__file__).resolve().parents[2]

_log = logging.getLogger(__name__)
_recent: deque[str] = deque(maxlen=_REMEMBERED)
_fault_file: TextIO | None = None


class PlainFormatter(logging.Formatter):
    """Formats records without the text of exceptions."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """Format a record, whatever another formatter kept of its exception."""
        kept, record.exc_text = record.exc_text, None
        try:
            return super().format(record)
        finally:
            record.exc_text = kept

    def formatException(self, ei: object) -> str:  # noqa: N802 (named by logging)
        """Return type and places of an exception."""
        error = ei[1] if isinstance(ei, tuple) else None
        return describe_error(error) if isinstance(error, BaseException) else ""


class _Recent(logging.Handler):
    """Keeps the last lines for the crash report."""

    def emit(self, record: logging.LogRecord) -> None:
        _recent.append(self.format(record))


def remember_recent() -> None:
    """Keep the last log lines in memory; costs nothing, so it can be the first thing done."""
    root = logging.getLogger()
    if not any(isinstance(handler, _Recent) for handler in root.handlers):
        handler = _Recent()
        handler.setFormatter(PlainFormatter())
        root.addHandler(handler)
    root.setLevel(logging.INFO)


def open_log(folder: Path | None = None) -> Path | None:
    """Write the log to a file that is turned over when it grows; return its path.

    None when the folder cannot be written: the program goes on without a log.
    """
    from logging.handlers import RotatingFileHandler

    try:
        path = (folder or log_folder()) / "coopdesk.log"
        handler = RotatingFileHandler(
            path, maxBytes=_BYTES, backupCount=_FILES, encoding="utf-8"
        )
        _open_fault_file(path.with_name("faults.log"))
    except OSError as error:
        _log.info("no log file: errno %s", error.errno)
        return None
    handler.setFormatter(PlainFormatter())
    logging.getLogger().addHandler(handler)
    _log.info("started: %s", " ".join(_versions()))
    return path


def close_log() -> None:
    """Close the log files; for the end of the program and for tests."""
    global _fault_file  # noqa: PLW0603 (faulthandler knows one file a process)
    root = logging.getLogger()
    for handler in list(root.handlers):
        if isinstance(handler, _Recent | logging.FileHandler):
            root.removeHandler(handler)
            handler.close()
    if _fault_file is not None:
        faulthandler.disable()
        _fault_file.close()
        _fault_file = None


def _open_fault_file(path: Path) -> None:
    """Let a fault of the interpreter itself leave the places of all threads behind."""
    global _fault_file  # noqa: PLW0603 (as above)
    _fault_file = path.open("w", encoding="utf-8")
    faulthandler.enable(_fault_file)


def catch_uncaught(tell: Callable[[BaseException], None]) -> None:
    """Log every exception nobody caught, on any thread, then ``tell`` of it."""

    def on_uncaught(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        _log.critical("unexpected error", exc_info=(kind, error, trace))
        tell(error)

    def on_thread(caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None:
            on_uncaught(caught.exc_type, caught.exc_value, caught.exc_traceback)

    sys.excepthook = on_uncaught
    threading.excepthook = on_thread


def describe_error(error: BaseException) -> str:
    """Return what is known of an error without quoting anybody: causes first, as usual."""
    parts = []
    for link in reversed(_chain(error)):
        places = [
            f"  {_place(frame.filename)}:{frame.lineno} in {frame.name}"
            for frame in traceback.extract_tb(link.__traceback__)
        ]
        parts.append("\n".join([*places, _name_of(link)]))
    return "\n---\n".join(parts)


def crash_report(error: BaseException) -> str:
    """Return the report that the person may copy and send."""
    return "\n".join(
        [
            "CoopDesk",
            *_versions(),
            "",
            describe_error(error),
            "",
            *_recent,
        ]
    )


def _versions() -> list[str]:
    import platform
    from importlib.metadata import PackageNotFoundError, version

    lines = []
    for name in ("coopdesk", "PySide6-Essentials", "sqlmodel"):
        try:
            lines.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            lines.append(f"{name} ?")
    return [*lines, f"Python {platform.python_version()}", platform.platform()]


def _chain(error: BaseException) -> list[BaseException]:
    links: list[BaseException] = []
    link: BaseException | None = error
    while link is not None and link not in links:
        links.append(link)
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)
    return links


def _name_of(error: BaseException) -> str:
    """Return type and, where it says nothing about people, code or number."""
    name = f"{type(error).__module__}.{type(error).__qualname__}".removeprefix("builtins.")
    code = getattr(error, "code", None)
    if type(error).__module__.startswith("coopdesk.") and isinstance(code, str):
        return f"{name} {code}"
    if isinstance(error, OSError):
        return f"{name} errno {error.errno}"
    sqlite = getattr(error, "sqlite_errorname", None)
    return f"{name} {sqlite}" if isinstance(sqlite, str) else name


def _place(filename: str) -> str:
    """Return a file name without the folders of the person."""
    path = Path(filename)
    for marker in ("site-packages", "dist-packages"):
        if marker in path.parts:
            return "/".join(path.parts[path.parts.index(marker) + 1 :])
    return path.relative_to(_ROOT).as_posix() if path.is_relative_to(_ROOT) else path.name
