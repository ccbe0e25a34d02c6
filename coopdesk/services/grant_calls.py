"""Use cases around calls for projects."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.grant_request_rules import checked_call
from coopdesk.services.contact_rules import who_pays
from coopdesk.services.grant_funders import check_funder
from coopdesk.services.outcome import Outcome, Subject, changed

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from coopdesk.domain.grant_requests import GrantCall, NewGrantCall
    from coopdesk.storage.unit_of_work import Units, Work


class GrantCallService:
    """Calls for projects."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def all(self, *, open_only: bool = False) -> list[GrantCall]:
        """Return the calls, those without a last day first, then the latest to close."""
        with self._units.read() as work:
            return work.grant_calls.all(open_only=open_only)

    def get(self, call_id: int) -> GrantCall:
        """Return one call; raises NotFoundError."""
        with self._units.read() as work:
            return work.grant_calls.get(call_id)

    def id_named(self, text: str) -> int | None:
        """Return the id of the newest call of that title, None when there is none."""
        with self._units.read() as work:
            return work.grant_calls.id_named(text)

    def add(self, new: NewGrantCall) -> Outcome[GrantCall]:
        """Record a call; its funder becomes a partner.

        Raises:
            RuleError: a field is wrong, ``partner.organisation_wanted``. FieldErrors: several
                fields are. NotFoundError: the funder is gone.
        """
        cleaned = checked_call(new)
        with self._units.write("grant_call.added", name=cleaned.title) as work:
            made = work.grant_calls.get(work.grant_calls.add(_tied(work, cleaned, None)))
            work.commit()
        return changed(made, Subject.GRANTS, Subject.PARTNERS)

    def change(self, call_id: int, new: NewGrantCall) -> Outcome[GrantCall]:
        """Replace what is known of a call; raises as ``add``, or NotFoundError."""
        cleaned = checked_call(new)
        with self._units.write("grant_call.changed", name=cleaned.title) as work:
            before = work.grant_calls.get(call_id).content.funder_id
            work.grant_calls.change(call_id, _tied(work, cleaned, before))
            made = work.grant_calls.get(call_id)
            work.commit()
        return changed(made, Subject.GRANTS, Subject.PARTNERS)

    def close(self, call_id: int) -> Outcome[GrantCall]:
        """Close a call: it is proposed no more; its requests stay. Raises NotFoundError."""
        return self._set_open(call_id, "grant_call.closed", is_open=False)

    def reopen(self, call_id: int) -> Outcome[GrantCall]:
        """Open a call again; raises NotFoundError."""
        return self._set_open(call_id, "grant_call.reopened", is_open=True)

    def remove(self, call_id: int) -> Outcome[GrantCall]:
        """Remove a call that no request answers.

        Raises:
            RuleError: ``grant_call.in_use`` with the number of requests: close it instead.
            NotFoundError: it is gone.
        """
        with self._units.write("grant_call.removed") as work:
            known = work.grant_calls.get(call_id)
            title = known.content.title
            work.recorder.relabel(name=title)
            if known.requests:
                raise RuleError("grant_call.in_use", name=title, count=known.requests)
            work.grant_calls.remove(call_id)
            work.commit()
        return changed(known, Subject.GRANTS)

    def _set_open(self, call_id: int, label: str, *, is_open: bool) -> Outcome[GrantCall]:
        with self._units.write(label) as work:
            work.recorder.relabel(name=work.grant_calls.get(call_id).content.title)
            work.grant_calls.set_open(call_id, is_open=is_open)
            made = work.grant_calls.get(call_id)
            work.commit()
        return changed(made, Subject.GRANTS)


def _tied(work: Work, new: NewGrantCall, before: int | None) -> NewGrantCall:
    funder_id = who_pays(work, new.funder_id)
    check_funder(work, funder_id, before)
    return replace(new, funder_id=funder_id)
