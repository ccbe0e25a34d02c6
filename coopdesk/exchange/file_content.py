"""The bytes of a file somebody chose, and what they are whatever the file is called."""

from __future__ import annotations

import enum
import errno
import hashlib
import re
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.errors import ExternalError, RuleError
from coopdesk.domain.text import clean_line

if TYPE_CHECKING:
    from pathlib import Path

# A payments file of 50 000 rows weighs about 20 MB.
MAXIMUM_BYTES = 50_000_000

_SAMPLE = 65_536
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body|meta|script|table|title)\b")
_CONTROLS = bytes(set(range(32)) - {9, 10, 12, 13, 26, 27})


class ContentKind(enum.Enum):
    """How a file that may hold a table is read."""

    TEXT = "text"
    WORKBOOK = "workbook"


@dataclass(frozen=True, slots=True)
class FileContent:
    """A file read whole."""

    name: str
    data: bytes

    @property
    def sha256(self) -> str:
        """Digest of the bytes, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()


def read_content(path: Path) -> FileContent:
    """Read a file, once it is known to be a file of reasonable size.

    Raises:
        RuleError: ``file.is_folder``, ``file.not_a_file``, ``file.empty``, ``file.too_large``.
        ExternalError: ``file.not_found``, ``file.no_permission``, ``file.unreadable``.
    """
    try:
        _check_regular(path)
        with path.open("rb") as stream:
            data = stream.read(MAXIMUM_BYTES + 1)
    except FileNotFoundError as error:
        raise ExternalError("file.not_found", name=file_name(path)) from error
    except PermissionError as error:
        raise ExternalError("file.no_permission", name=file_name(path)) from error
    except (OSError, ValueError) as error:
        if getattr(error, "errno", None) == errno.ELOOP:
            raise RuleError("file.not_a_file") from error
        # ValueError: a name the system cannot hold, such as one with a NUL character.
        reason = getattr(error, "strerror", None) or str(error)
        raise ExternalError("file.unreadable", name=file_name(path), reason=reason) from error
    if len(data) > MAXIMUM_BYTES:
        raise _too_large(len(data))
    if not data.strip(b"\x00\t\n\r \xef\xbb\xbf\xfe\xff"):
        raise RuleError("file.empty")
    return FileContent(file_name(path), data)


def file_name(path: Path) -> str:
    """Return the name of a file as it may be kept and shown.

    A name that is no text in any alphabet, or that turns the reading direction, loses that.
    """
    return clean_line(path.name.encode("utf-8", "replace").decode("utf-8"))


def _check_regular(path: Path) -> None:
    # Asked before opening: opening a pipe waits for ever.
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        raise RuleError("file.is_folder")
    if not stat.S_ISREG(status.st_mode):
        raise RuleError("file.not_a_file")
    if status.st_size > MAXIMUM_BYTES:
        raise _too_large(status.st_size)


def _too_large(size: int) -> RuleError:
    return RuleError(
        "file.too_large",
        megabytes=-(-size // 1_000_000),
        limit=MAXIMUM_BYTES // 1_000_000,
    )


def kind_of(data: bytes) -> ContentKind:
    """Tell text from workbook by content; the extension says nothing.

    Raises:
        RuleError: what the file is, when it cannot hold a table: ``file.is_pdf``,
            ``file.is_html``, ``file.is_xml``, ``file.is_old_excel``,
            ``file.password_protected``, ``file.not_a_table``.
    """
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return ContentKind.WORKBOOK
    if data.startswith(_OLE):
        if _ENCRYPTED_PACKAGE in data:
            raise RuleError("file.password_protected")
        raise RuleError("file.is_old_excel")
    if data[:1024].lstrip().startswith(b"%PDF-"):
        raise RuleError("file.is_pdf")
    _check_page(data)
    if not data.startswith(UTF16_MARKS):
        _check_text(data[:_SAMPLE])
    return ContentKind.TEXT


def _check_page(data: bytes) -> None:
    encoding = "utf-16" if data.startswith(UTF16_MARKS) else "utf-8-sig"
    start = data[:4096].decode(encoding, "ignore").lstrip().lower()
    if start.startswith("<") and _PAGE.search(start):
        raise RuleError("file.is_html")
    if start.startswith("<?xml"):
        raise RuleError("file.is_xml")


def _check_text(sample: bytes) -> None:
    """Refuse pictures, sound, programs, and UTF-16 that does not announce itself."""
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls > 8 and controls * 20 > len(sample):
        raise RuleError("file.not_a_table")
