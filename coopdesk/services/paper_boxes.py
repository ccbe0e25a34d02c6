"""Tells which characters the papers of a piece of work show as a box."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def noted_boxes() -> Iterator[dict[str, None]]:
    """Give the characters that papers made meanwhile cannot print, each once, in order.

    Receipts, letters and conventions refuse such characters; sheets, lists and reports must not
    be held up by one name, so they show a box and this tells of it.
    """
    from coopdesk.documents import box_notes

    with box_notes.noted_boxes() as noted:
        yield noted
