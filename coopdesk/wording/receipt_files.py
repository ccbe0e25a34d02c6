"""Says how many receipts went into how many files."""

from __future__ import annotations

from coopdesk.wording.formats import number_text
from coopdesk.wording.language import _, ngettext


def files_written(receipts: int, files: int) -> str:
    """Return ``23 receipts in 22 files``; ``22 files written`` when each has its own."""
    if receipts == files:
        text = ngettext("{count} file written", "{count} files written", files)
        return text.format(count=number_text(files))
    said = ngettext("{count} receipt", "{count} receipts", receipts)
    held = ngettext("{count} file", "{count} files", files)
    return _("{receipts} in {files}").format(
        receipts=said.format(count=number_text(receipts)),
        files=held.format(count=number_text(files)),
    )
