"""How the view says where a fiscal year stands: its checks, its figures, what was decided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.closing import OpensKind
from coopdesk.ui.columns import Tone
from coopdesk.ui.widgets.record_parts import Facts, Heading, Lines, Paragraph, Title, Words
from coopdesk.wording.closing import check_text
from coopdesk.wording.formats import day_long, money_text, number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.closing import CheckResult, ClosingReview
    from coopdesk.domain.fiscal_years import FiscalYear, YearEvent
    from coopdesk.services.registry import Services
    from coopdesk.ui.widgets.record_parts import Part, Said

CHECK_LINK = "check"


@dataclass(frozen=True, slots=True)
class YearReading:
    """The checks of a year, what was decided about it, and whether its result has a place."""

    review: ClosingReview
    events: tuple[YearEvent, ...]
    is_allocated: bool

    @property
    def year(self) -> FiscalYear:
        """The year that is read."""
        return self.review.year


def read_year(services: Services, year: FiscalYear) -> YearReading:
    """Read where a year stands; runs on the worker."""
    closing = services.closing
    state = None if year.is_open else closing.to_allocate(year.id)
    is_allocated = state is not None and (state.entry_id is not None or not state.result)
    return YearReading(closing.review(year.id), closing.history(year.id), is_allocated)


def year_parts(reading: YearReading) -> list[Part]:
    """Return the parts of the page: the verdict first, then what is to be done."""
    review = reading.review
    state = Words(_("Open year"), Tone.INFO)
    if not review.year.is_open:
        state = Words(_("Closed year"), Tone.NEUTRAL)
    days = _("from {day} to {last}").format(
        day=day_long(review.year.starts_on), last=day_long(review.year.ends_on)
    )
    name = _("Fiscal year {label}").format(label=review.year.label)
    parts: list[Part] = [Title(name, (days, state)), *_verdict(reading)]
    parts.append(Facts(tuple(_facts(review))))
    if review.year.is_open:
        parts += _group(_("To be mended before the closing"), review.blocking, review)
    parts += _group(_("To look at"), review.to_look_at, review)
    parts += _passed([x for x in review.checks if x.is_passed])
    parts += _history(reading.events)
    return parts


def _verdict(reading: YearReading) -> list[Part]:
    review = reading.review
    if not review.year.is_open:
        text = _("This year is closed: nothing in it can change.")
        if not reading.is_allocated:
            text = _(
                "This year is closed. Once the assembly has decided, say where its result goes."
            )
        return [Paragraph((Words(text),))]
    if review.can_close:
        return [Paragraph((Words(_("Ready to be closed"), Tone.GOOD),))]
    count = len(review.blocking)
    text = ngettext("{count} point to mend first", "{count} points to mend first", count)
    return [Paragraph((Words(text.format(count=number_text(count)), Tone.ATTENTION),))]


def _facts(review: ClosingReview) -> list[tuple[str, Said]]:
    statements = review.statements
    # Beside the other views, which count drafts too, the figure would look wrong.
    name = _("Result, without drafts") if review.year.is_open else _("Result of the year")
    return [
        (name, money_text(review.result)),
        (_("Validated entries"), number_text(review.entry_count)),
        (_("Assets"), money_text(statements.assets)),
        (_("Liabilities"), money_text(statements.liabilities)),
    ]


def _group(title: str, checks: Sequence[CheckResult], review: ClosingReview) -> list[Part]:
    if not checks:
        return []
    icons = tuple("warning" if x.is_blocking else "info" for x in checks)
    rows = tuple(_row(x, review) for x in checks)
    return [Heading(title), Lines(rows, icons)]


def _row(found: CheckResult, review: ClosingReview) -> tuple[Said, str, tuple[Said, ...]]:
    place = review.checks.index(found)
    # Not the name of the check: it says how things are when all is well.
    below: tuple[Said, ...] = ()
    if opens_of(found) is not None:
        below = (Words(label(found.opens), link=f"{CHECK_LINK}:{place}"),)
    return (check_text(found), "", below)


def _passed(checks: Sequence[CheckResult]) -> list[Part]:
    if not checks:
        return []
    rows = tuple((label(x.check), "", ()) for x in checks)
    return [Heading(_("In order")), Lines(rows, ("check-circle",) * len(rows))]


def _history(events: Sequence[YearEvent]) -> list[Part]:
    if not events:
        return []
    rows = tuple(
        (
            label(event.kind),
            money_text(event.result),
            (day_long(event.made_at.date()), event.made_by, event.reason),
        )
        for event in events
    )
    return [Heading(_("What was decided")), Lines(rows)]


def opens_of(found: CheckResult) -> tuple[str, object] | None:
    """Return the page and the target that show what a check is about."""
    from coopdesk.ui.entries.view import Shown

    match found.opens:
        case (
            OpensKind.DRAFTS
            | OpensKind.WITHOUT_VOUCHER
            | OpensKind.BOOKING
            | OpensKind.OPENINGS
        ):
            shown = {
                OpensKind.DRAFTS: Shown.DRAFTS,
                OpensKind.WITHOUT_VOUCHER: Shown.WITHOUT_VOUCHER,
            }
            return "accounts", ("entries", shown.get(found.opens, Shown.ALL))
        case OpensKind.ACCOUNTS | OpensKind.UNRECONCILED:
            word = "account" if found.opens is OpensKind.ACCOUNTS else "unseen"
            return "accounts", (word, found.accounts[0]) if found.accounts else ("balance",)
        case OpensKind.ASSETS | OpensKind.GRANTS | OpensKind.FUNDS | OpensKind.VOLUNTEERING:
            return "accounts", ("inventory", found.opens.value)
        case OpensKind.STATEMENTS:
            return "accounts", ("report", "balance_sheet")
        case OpensKind.YEARS if found.year:
            return "accounts", ("closing", found.year)
    return None
