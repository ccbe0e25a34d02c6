"""The report of a year: which blocks it has, and what is told in words."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class ReportBlock(enum.Enum):
    """A part of the yearly report, in the order it is printed."""

    MEMBERS = "members"
    GIFTS = "gifts"
    EVENTS = "events"
    GROUPS = "groups"
    PARTNERS = "partners"
    ACCOUNTS = "accounts"
    VOLUNTEERING = "volunteering"


@dataclass(frozen=True, slots=True)
class AnnualReport:
    """What is kept of the report of a year; no block chosen means all of them."""

    year: int
    title: str = ""
    foreword: str = ""
    outlook: str = ""
    blocks: tuple[ReportBlock, ...] = tuple(ReportBlock)
