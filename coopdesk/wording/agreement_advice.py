"""An agreement in plain words: whether it goes on, and how to stop or renew it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from coopdesk.domain.agreement_terms import AgreementStep, due_of, renewal_length, term_on
from coopdesk.domain.agreements import AgreementState
from coopdesk.wording.formats import day_text
from coopdesk.wording.language import _, ngettext
from coopdesk.wording.partner_dues import notice_text

if TYPE_CHECKING:
    from coopdesk.domain.agreement_terms import AgreementDue
    from coopdesk.domain.agreements import Agreement

_DAY = dt.timedelta(days=1)


def advice_text(agreement: Agreement, today: dt.date) -> str:
    """Return what happens next and what there is to do; empty where nothing is left to say."""
    state = agreement.content.state
    if state is AgreementState.DRAFT:
        return _("It binds nobody yet: print it, have it signed, then note that both signed.")
    if state is AgreementState.SENT:
        return _("It binds nobody yet: note that both signed once it came back.")
    if state is AgreementState.ENDED or agreement.is_renewed:
        return ""
    due = due_of(agreement, today)
    if due is not None:
        return _next(agreement, due, today)
    return "" if term_on(agreement, today).ends_on is not None else _endless(agreement)


def _next(agreement: Agreement, due: AgreementDue, today: dt.date) -> str:
    end = due.term.ends_on
    assert end is not None  # what has no end has nothing due
    if due.step is AgreementStep.NOTICE:
        months = renewal_length(agreement.content)
        length = ngettext("{count} month", "{count} months", months).format(count=months)
        text = _(
            "Otherwise it goes on by itself on {day}, for {length}. “Letter…” has the text of "
            "the notice."
        )
        return text.format(day=day_text(end + _DAY), length=length)
    if due.step is AgreementStep.RENEWAL and end < today:
        text = _("It stopped on {end}. “Renew it” drafts the next one, for both to sign.")
    elif due.step is AgreementStep.RENEWAL:
        text = _(
            "It stops on {end} unless both renew it in writing: “Renew it” drafts the next "
            "one, for both to sign."
        )
    else:
        text = _("It stops on {end} by itself. To go on together, “Renew it” drafts the next.")
    return text.format(end=day_text(end))


def _endless(agreement: Agreement) -> str:
    notice = notice_text(agreement.content)
    if not notice:
        return _("It runs until one of the two ends it.")
    return _("It runs until one of the two ends it, {notice} ahead.").format(notice=notice)
