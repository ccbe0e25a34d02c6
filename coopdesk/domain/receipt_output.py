"""How issued receipts are written out: which files, in which order."""

from __future__ import annotations

import enum


class OutputShape(enum.Enum):
    """One file each, one for all, or by way: drafts of e-mails, and one file for the post."""

    SEPARATE = "separate"
    ONE_FILE = "one-file"
    BY_WAY = "by-way"


class OutputOrder(enum.Enum):
    """In which order receipts stand in a file."""

    NUMBER = "number"
    POSTAL_CODE = "postal-code"
    DONOR = "donor"
