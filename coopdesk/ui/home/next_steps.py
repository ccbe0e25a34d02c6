"""What waits to be done, in words, each with the button that leads there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.receipts import Verdict
from coopdesk.ui.columns import Tone
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from coopdesk.domain.home import HomeFigures, ReceiptCounts

_BACK_UP_AFTER_DAYS = 7
_BOOK = ("entries", "book")  # what the page of accounts shows first: what would be made


@dataclass(frozen=True, slots=True)
class NextStep:
    """One thing to do: where it is done is a page and what it is asked to show.

    ``duty`` is the code of a yearly duty that says the same.
    """

    tone: Tone
    text: str
    verb: str
    page: str
    target: object = None
    duty: str = ""


def receipt_year(figures: HomeFigures) -> tuple[int, ReceiptCounts]:
    """Return the year whose receipts come first: the one before while it has some ready."""
    before = figures.receipts_before
    if before.ready or (before.blocked and not figures.receipts.ready):
        return figures.year - 1, before
    return figures.year, figures.receipts


def next_steps(
    figures: HomeFigures, today: dt.date, to_book: int = 0, to_reconcile: int = 0
) -> list[NextStep]:
    """Return what is to be done, the most pressing first.

    ``to_book`` counts payments and gifts that the books do not have yet, ``to_reconcile`` lines
    of the bank that nothing explains yet.
    """
    return [
        *_about_lost(figures),
        *_about_profile(figures),
        *_about_payments(figures),
        *_about_books(to_book),
        *_about_bank(to_reconcile),
        *_about_receipts(figures),
        *_about_backup(figures, today),
    ]


def _about_lost(figures: HomeFigures) -> Iterator[NextStep]:
    from coopdesk.wording.checks import finding_text

    for finding in figures.lost:
        yield NextStep(
            Tone.BAD, finding_text(finding), _("See what to do"), "settings", "database"
        )


def _about_profile(figures: HomeFigures) -> Iterator[NextStep]:
    if figures.missing_profile:
        from coopdesk.wording.labels import profile_fields_text

        text = _("Before receipts can be issued, the profile still needs: {fields}.")
        fields = profile_fields_text(figures.missing_profile)
        target = ("profile", figures.missing_profile[0])
        yield NextStep(
            Tone.ATTENTION, text.format(fields=fields), _("Complete"), "settings", target
        )


def _about_payments(figures: HomeFigures) -> Iterator[NextStep]:
    count = figures.to_check
    if count:
        from coopdesk.wording.formats import number_text

        text = ngettext(
            "{count} payment waits for your decision.",
            "{count} payments wait for your decision.",
            count,
        )
        yield NextStep(
            Tone.ATTENTION,
            text.format(count=number_text(count)),
            _("Check"),
            "imports",
            "to_check",
            "payments.check",
        )


def _about_books(count: int) -> Iterator[NextStep]:
    if count:
        from coopdesk.wording.formats import number_text

        text = ngettext(
            "{count} payment or gift waits for its entry in the books.",
            "{count} payments and gifts wait for their entries in the books.",
            count,
        )
        words = text.format(count=number_text(count))
        yield NextStep(Tone.INFO, words, _("Prepare"), "accounts", _BOOK)


def _about_bank(count: int) -> Iterator[NextStep]:
    if count:
        from coopdesk.wording.formats import number_text

        text = ngettext(
            "{count} line of the bank waits to be reconciled.",
            "{count} lines of the bank wait to be reconciled.",
            count,
        )
        words = text.format(count=number_text(count))
        yield NextStep(Tone.INFO, words, _("Reconcile"), "imports", ("reconcile",))


def _about_receipts(figures: HomeFigures) -> Iterator[NextStep]:
    if figures.missing_profile:
        return
    from coopdesk.wording.formats import number_text

    year, counts = receipt_year(figures)
    if counts.ready:
        text = ngettext(
            "{count} tax receipt of {year} can be issued.",
            "{count} tax receipts of {year} can be issued.",
            counts.ready,
        )
        words = text.format(count=number_text(counts.ready), year=year)
        ready = ("year", year, Verdict.READY.value)
        yield NextStep(Tone.INFO, words, _("Issue"), "receipts", ready, "receipts.issue")
    if counts.blocked:
        text = ngettext(
            "{count} gift of {year} is blocked: something is missing for its receipt.",
            "{count} gifts of {year} are blocked: something is missing for their receipts.",
            counts.blocked,
        )
        words = text.format(count=number_text(counts.blocked), year=year)
        verb = _("See why")
        blocked = ("year", year, Verdict.BLOCKED.value)
        yield NextStep(Tone.ATTENTION, words, verb, "receipts", blocked, "receipts.blocked")


def _about_backup(figures: HomeFigures, today: dt.date) -> Iterator[NextStep]:
    from coopdesk.wording.ages import age_days, age_text

    if not figures.changed_since_backup:
        return
    moment = figures.last_backup_at
    if moment is None:
        text = _("This database was never backed up.")
    elif age_days(moment, today) > _BACK_UP_AFTER_DAYS:
        text = _("The last backup was made {age}.").format(age=age_text(moment, today))
    else:
        return
    verb = _("Back up")
    yield NextStep(Tone.ATTENTION, text, verb, "settings", "backup", "file.back_up")
