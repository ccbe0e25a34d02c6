"""What the yearly declaration of gifts says of itself: when it is due, whether it was filed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.wording.formats import day_long, day_text, money_text, number_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.declarations import Declaration


def due_text(found: Declaration, today: dt.date) -> str:
    """Return the last day, with the days left until it or gone since."""
    day, left = day_long(found.due_on), left_text(found, today)
    return _("{name}: {message}").format(name=day, message=left) if left else day


def left_text(found: Declaration, today: dt.date) -> str:
    """Return the days left until the last day, or gone since; empty when nothing is due."""
    left = (found.due_on - today).days
    if found.filed is not None or found.is_nothing_due:
        return ""
    if left == 0:
        return _("today")
    if left > 0:
        text = ngettext("{count} day left", "{count} days left", left)
    else:
        text = ngettext("{count} day late", "{count} days late", -left)
    return text.format(count=number_text(abs(left)))


def filing_text(found: Declaration) -> str:
    """Return when it was filed and with which figures, or that it was not."""
    filed = found.filed
    if filed is None:
        return _("nothing to file") if found.is_nothing_due else _("not yet")
    said = _("{day} ({receipts}, {total})").format(
        day=day_text(filed.filed_on),
        receipts=count_text(filed.receipt_count),
        total=money_text(filed.total),
    )
    if found.differs_from_filing:
        return _("{filed}: the figures changed since, file it again").format(filed=said)
    return said


def count_text(count: int) -> str:
    """Return ``1 reçu`` or ``12 reçus``."""
    return ngettext("{count} receipt", "{count} receipts", count).format(
        count=number_text(count)
    )


def parts_note(found: Declaration) -> str:
    """Return what is counted, with the other reading of the law beside it (RF-41)."""
    return _(
        "Counted: the gifts received in the fiscal year that stand on a receipt which was not "
        "voided. For comparison, receipts issued during the year: {count}, for {total}."
    ).format(count=number_text(len(found.issued_living)), total=money_text(found.issued_total))
