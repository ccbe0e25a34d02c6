"""A way out for a table that was taken for something else: a bank's for one of contacts."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from coopdesk.domain.import_formats import FileFormat, FileKind, RecognisedFile
from coopdesk.ui.icons import icon


def link_button(icon_name: str, text: str) -> QPushButton:
    """Return a button that looks like a link and that Enter in a form does not press."""
    button = QPushButton(icon(icon_name), text)
    button.setProperty("kind", "link")
    button.setAutoDefault(False)
    return button


def taken_for(name: str, kind: FileKind) -> RecognisedFile:
    """Return what a table is when a person says so, against what it was taken for."""
    is_statement = kind is FileKind.STATEMENT
    return RecognisedFile(name, kind, FileFormat.BANK_TABLE if is_statement else None)
