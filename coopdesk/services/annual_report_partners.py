"""Read the network of a year for its report, as the page of partners shows it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from coopdesk.domain.annual_report_content import PartnersPart
from coopdesk.services.partners import read_network

if TYPE_CHECKING:
    from coopdesk.storage.unit_of_work import Work


def read_partners(work: Work, year: int, today: dt.date) -> PartnersPart:
    """Return what partners took part in during a calendar year, and the one before."""
    now, before = (
        read_network(work, dt.date(each, 1, 1), dt.date(each, 12, 31), today)
        for each in (year, year - 1)
    )
    return PartnersPart(tuple(now), tuple(before))
