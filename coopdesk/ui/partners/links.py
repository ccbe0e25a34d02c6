"""The names of what is done by a click in the records of partners."""

from __future__ import annotations

from coopdesk.ui.widgets.record_parts import Words

CONTACT = "contact"
PARTNER = "partner"
AGREEMENT = "agreement"
COMMITMENT = "commitment"
GROUP = "group"
EVENT = "event"
GRANT = "grant"
PAYMENT = "payment"
CONTRIBUTION = "contribution"
ACTIVITY = "activity"
FEE = "fee"
FILE = "file"
ADD_PERSON = "add-person"
ADD_AGREEMENT = "add-agreement"
ADD_OURS = "add-ours"
ADD_THEIRS = "add-theirs"
ADD_FEE = "add-fee"
ADD_GRANT = "add-grant"
PAY_FEE = "pay-fee"
REMOVE_FEE = "remove-fee"
KEEP = "keep"
TEXT = "text"
# Of the time-line of its contact.
PAGE = "page"  # the page and the record follow
BANK = "bank"
PLEDGE = "pledge"
RECEIPT = "receipt"


def linked(text: str, link: str, key: object = 0, *, stays: bool = False) -> Words:
    """Return words that do something; ``stays``: on the line of the words before."""
    return Words(text, link=f"{link}:{key}", stays=stays)
