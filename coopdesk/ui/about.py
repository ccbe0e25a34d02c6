"""What this program is."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from coopdesk.wording.language import _


def about_text() -> str:
    """Return what this program is, and its version."""
    try:
        number = version("coopdesk")
    except PackageNotFoundError:
        number = "?"
    purpose = _("The desk of a small association: contacts, gifts, tax receipts, accounts.")
    return f"CoopDesk {number}\n\n{purpose}"
