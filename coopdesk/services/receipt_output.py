"""What is asked of the papers of receipts, and what was written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coopdesk.domain.receipt_output import OutputOrder, OutputShape

if TYPE_CHECKING:
    from pathlib import Path

    from coopdesk.domain.paper_people import LeftOut


@dataclass(frozen=True, slots=True)
class ReceiptOutput:
    """Which files to write.

    ``letters`` puts a letter in front of the receipts of each donor; ``text`` is which of the
    texts of accompaniment, from 0, also for e-mails.
    ``sign`` is a .p12 file: written copies bear its signature, ``passphrase`` opens it.
    """

    shape: OutputShape = OutputShape.SEPARATE
    order: OutputOrder = OutputOrder.NUMBER
    letters: bool = False
    sign: Path | None = None
    passphrase: str = field(default="", repr=False)
    text: int = 0


@dataclass(frozen=True, slots=True)
class ReceiptFiles:
    """Files that were written, in order.

    ``paths`` are PDF files, ``emails`` the drafts. ``posted`` and ``mailed`` are the ids of
    the receipts in the file for the post and in the drafts; ``written`` those of all.
    ``left_out`` names receipts that no file has; ``listing`` is the file that names those that
    neither post nor e-mail can bring.
    """

    paths: tuple[Path, ...] = ()
    emails: tuple[Path, ...] = ()
    written: tuple[int, ...] = ()
    posted: tuple[int, ...] = ()
    mailed: tuple[int, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    listing: Path | None = None
