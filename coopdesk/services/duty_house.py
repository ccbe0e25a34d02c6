"""Duties about the file itself: back it up, decide about payments, our own dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.duties import Duty, DutyState, MarkState
from coopdesk.domain.duty_rules import next_day, own_code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coopdesk.services.duty_desk import DutyDesk

_BACK_UP_AFTER_DAYS = 7


def backup_duties(desk: DutyDesk) -> Iterator[Duty]:
    """Yield a backup to make: something changed, and the last one is a week old."""
    made_at, changed_at = desk.work.home.last_backup_at(), desk.work.home.last_change_at()
    if changed_at is None or (made_at is not None and changed_at <= made_at):
        return
    day = None if made_at is None else made_at.astimezone().date()
    if day is None or (desk.day - day).days > _BACK_UP_AFTER_DAYS:
        values = {"day": day}
        yield Duty(
            "file.back_up", DutyState.SOON, values=values, page="settings", target="backup"
        )


def payment_duties(desk: DutyDesk) -> Iterator[Duty]:
    """Yield the payments that wait for a decision."""
    count = desk.work.home.to_check()
    if count:
        values = {"count": count}
        yield Duty(
            "payments.check", DutyState.SOON, values=values, page="imports", target="to_check"
        )


def own_duties(desk: DutyDesk) -> Iterator[Duty]:
    """Yield the next day of each date of our own that is not done."""
    done: dict[str, set[str]] = {}
    for mark in desk.work.duties.marks():
        if mark.state is MarkState.DONE:
            done.setdefault(mark.code, set()).add(mark.period)
    for own in desk.work.duties.own():
        code = own_code(own.id)
        day = next_day(own, done.get(code, ()), desk.day)
        if day is not None:
            yield Duty(
                code,
                DutyState.LATER,
                day.isoformat(),
                day,
                {"title": own.content.title, "note": own.content.note},
                page="home",
                target=("own_duty", own.id),
                can_mark=True,
            )
