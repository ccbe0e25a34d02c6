"""The names of what is done by a click in the records of grants."""

from __future__ import annotations

from coopdesk.ui.widgets.record_parts import Words

FUNDER = "contact"
PROJECT = "project"
CALL = "call"
AGREEMENT = "agreement"
AWARD = "award"
ACTIVITY = "activity"
PAYMENT = "payment"
FUND = "fund"
COMMITMENT = "commitment"
ENTRY = "entry"
REQUEST = "request"
CHANGE = "change"
APPLICATION = "application"
PLAN = "plan"
ELIGIBLE = "eligible"
BUDGET = "budget"
REPORT = "report"
REPORT_SENT = "report-sent"
ADD_CONDITION = "add-condition"
KEEP = "keep"
TABLE = "table"
TIE = "tie"
SPENT = "spent"
SHARING = "sharing"
ADD_REQUEST = "add-request"


def linked(text: str, link: str, key: object = 0, *, stays: bool = False) -> Words:
    """Return words that do something; ``stays``: on the line of the words before."""
    return Words(text, link=f"{link}:{key}", stays=stays)
