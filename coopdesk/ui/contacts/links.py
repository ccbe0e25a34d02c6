"""The links in the record of a contact: where each leads, or what it lets the person do."""

from __future__ import annotations

GIFT_LINK = "gift:"
GIFTS_LINK = "gifts:"
BANK_LINK = "bank:"
PLEDGE_LINK = "pledge:"
RECEIPT_LINK = "receipt:"
PARTNER_LINK = "partner:"  # the contact follows, a partner or not yet
MAIL_LINK = "mailto:"
CONTACT_LINK = "contact:"
COPY_LINK = "copy:"  # the text that is copied follows, quoted
WEB_LINKS = ("https:", "http:")
PAGE_LINK = "page:"  # the page and the record follow
DO_LINK = "do:"  # what is done follows, then the record concerned

# What may follow ``DO_LINK``.
TAGS = "tags"
TIE = "tie"
GROUP = "group"
HOUSEHOLD = "household"
LEAVE_HOUSEHOLD = "leave_household"
CONSENT = "consent"
NOTE = "note"
PHOTO = "photo"
NO_PHOTO = "no_photo"
WHOLE_TIMELINE = "timeline"


def do_link(what: str, key: object = "") -> str:
    """Return the link that does something, about a record if one is named."""
    return f"{DO_LINK}{what}:{key}"
