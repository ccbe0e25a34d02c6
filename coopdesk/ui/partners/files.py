"""Files kept with the record that is open, as all screens keep them."""

from __future__ import annotations

from coopdesk.ui.attachments.keeping import FileKeeping

__all__ = ["FileKeeping"]
