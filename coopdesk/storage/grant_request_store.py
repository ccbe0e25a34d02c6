"""Read and write requests for grants, with what was granted and paid of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import case, func, select

from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.grant_requests import (
    GrantReport,
    GrantRequest,
    NewGrantRequest,
    RequestFilter,
    RequestForm,
    RequestFrequency,
    RequestPurpose,
    RequestSpan,
    RequestState,
)
from coopdesk.domain.money import Money
from coopdesk.domain.text import fold
from coopdesk.storage.chart_store import ChartStore
from coopdesk.storage.columns import table_of
from coopdesk.storage.grant_request_parts import GrantRequestParts
from coopdesk.storage.grant_store import GrantStore
from coopdesk.storage.search import words_in
from coopdesk.storage.tables import (
    AgreementRow,
    AttachmentRow,
    CommitmentRow,
    ContactRow,
    GrantCallRow,
    GrantProjectRow,
    GrantRequestRow,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement, Connection, Row, Select

    from coopdesk.domain.grants import GrantAward
    from coopdesk.storage.recorder import Recorder

_agreement = table_of(AgreementRow)
_attachment = table_of(AttachmentRow)
_call = table_of(GrantCallRow)
_commitment = table_of(CommitmentRow)
_contact = table_of(ContactRow)
_project = table_of(GrantProjectRow)
_request = table_of(GrantRequestRow)
_RESTING = (_commitment, _attachment)
_SEARCHED = (
    _request.c.search_key,
    func.coalesce(_contact.c.search_text, ""),
    func.coalesce(_project.c.title_key, ""),
    func.coalesce(_call.c.search_key, ""),
)
_ALL = RequestFilter()
# Those still to be answered first, then what was granted, then what came to nothing.
_RANKS = {
    RequestState.DRAFT: 0,
    RequestState.SENT: 0,
    RequestState.GRANTED: 1,
    RequestState.REFUSED: 2,
    RequestState.WITHDRAWN: 2,
}


class GrantRequestStore(GrantRequestParts):
    """Requests for grants of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        super().__init__(connection, recorder)
        self._awards = GrantStore(connection, recorder, ChartStore(connection, recorder))

    def add(
        self, new: NewGrantRequest, state: RequestState, decided_on: dt.date | None = None
    ) -> int:
        """Store a request and return its id; one of a known grant is granted at once."""
        known = {"state": state.value, "decided_on": decided_on, "award_id": None}
        days = {"asked_on": None, "report_sent_on": None}
        return self._recorder.insert(_request, {**_values(new), **known, **days})

    def change(self, request_id: int, new: NewGrantRequest) -> bool:
        """Replace what is known of a request; return whether anything differed."""
        return self._recorder.update(_request, request_id, _values(new))

    def set_state(
        self,
        request_id: int,
        state: RequestState,
        *,
        asked_on: dt.date | None,
        decided_on: dt.date | None,
    ) -> bool:
        """Say how far a request without an award is; return whether anything differed."""
        values = {"state": state.value, "asked_on": asked_on, "decided_on": decided_on}
        return self._recorder.update(_request, request_id, {**values, "award_id": None})

    def give_award(self, request_id: int, award_id: int, on: dt.date) -> bool:
        """Say which award came of a request; return whether anything differed."""
        values = {
            "state": RequestState.GRANTED.value,
            "award_id": award_id,
            "decided_on": on,
        }
        return self._recorder.update(_request, request_id, values)

    def set_report_sent(self, request_id: int, on: dt.date | None) -> bool:
        """Say when the report was sent, None when it was not; return whether that differed."""
        return self._recorder.update(_request, request_id, {"report_sent_on": on})

    def remove(self, request_id: int) -> None:
        """Delete a request on which nothing rests, with its parts."""
        self.remove_all(request_id)
        self._recorder.delete(_request, request_id)

    def get(self, request_id: int) -> GrantRequest:
        """Return one request.

        Raises:
            NotFoundError: ``grant_request.missing``.
        """
        found = self._read(_requests().where(_request.c.id == request_id), request_id)
        if not found:
            raise NotFoundError("grant_request.missing", id=request_id)
        return found[0]

    def all(self, chosen: RequestFilter = _ALL) -> list[GrantRequest]:
        """Return the requests that a filter shows: the open ones first, then the newest."""
        codes = {state.value: rank for state, rank in _RANKS.items()}
        rank = case(codes, value=_request.c.state, else_=len(codes))
        query = _requests().where(*_conditions(chosen))
        return self._read(query.order_by(rank, _request.c.id.desc()))

    def of_award(self, award_id: int) -> GrantRequest | None:
        """Return the request that an award came of."""
        query = select(_request.c.id).where(_request.c.award_id == award_id)
        found = self._connection.execute(query).scalar()
        return None if found is None else self.get(found)

    def id_named(self, text: str) -> int | None:
        """Return the id of the newest request of that title, whatever case and accents."""
        query = select(func.max(_request.c.id)).where(_request.c.search_key == fold(text))
        return self._connection.execute(query).scalar() if fold(text) else None

    def title_on_budget(self, version_id: int) -> str | None:
        """Return the title of a request that rests on a budget, None when there is none."""
        query = select(_request.c.title).where(_request.c.budget_version_id == version_id)
        return self._connection.execute(query.limit(1)).scalar()

    def resting_on(self, request_id: int) -> tuple[str, ...]:
        """Return the names of the tables with something that is of a request: it cannot go."""
        found = []
        for table in _RESTING:
            query = select(table.c.id).where(table.c.grant_request_id == request_id).limit(1)
            if self._connection.execute(query).first() is not None:
                found.append(table.name)
        return tuple(found)

    def _read(self, query: Select[Any], request_id: int | None = None) -> list[GrantRequest]:
        rows = self._connection.execute(query).all()
        awards = self._awards_of(rows)
        instalments = self.instalments(request_id)
        eligible = self.eligible(request_id)
        reports = self.reports(request_id)
        return [
            GrantRequest(
                id=row.id,
                content=_to_content(row),
                state=RequestState(row.state),
                funder_name=row.funder_name or "",
                call_title=row.call_title or "",
                project_title=row.project_title or "",
                agreement_title=row.agreement_title or "",
                activity_id=_activity_of(row, awards.get(row.award_id)),
                asked_on=row.asked_on,
                decided_on=row.decided_on,
                report_sent_on=row.report_sent_on,
                award=awards.get(row.award_id),
                instalments=tuple(instalments.get(row.id, ())),
                eligible=tuple(eligible.get(row.id, ())),
                report=reports.get(row.id, GrantReport()),
                file_count=row.file_count,
            )
            for row in rows
        ]

    def _awards_of(self, rows: Sequence[Row[Any]]) -> dict[int | None, GrantAward]:
        ids = {row.award_id for row in rows} - {None}
        if len(ids) == 1:
            return {key: self._awards.get(key) for key in ids}
        return {one.id: one for one in self._awards.all()} if ids else {}


def _requests() -> Select[Any]:
    files = (
        select(func.count(_attachment.c.id))
        .where(_attachment.c.grant_request_id == _request.c.id)
        .scalar_subquery()
    )
    return (
        select(
            _request,
            _contact.c.name.label("funder_name"),
            _call.c.title.label("call_title"),
            _project.c.title.label("project_title"),
            _project.c.activity_id.label("project_activity_id"),
            _agreement.c.title.label("agreement_title"),
            files.label("file_count"),
        )
        .outerjoin(_contact, _contact.c.id == _request.c.funder_id)
        .outerjoin(_call, _call.c.id == _request.c.call_id)
        .outerjoin(_project, _project.c.id == _request.c.project_id)
        .outerjoin(_agreement, _agreement.c.id == _request.c.agreement_id)
    )


def _conditions(chosen: RequestFilter) -> list[ColumnElement[bool]]:
    found = words_in(_SEARCHED, chosen.text)
    if chosen.state is not None:
        found.append(_request.c.state == chosen.state.value)
    for column, wanted in (
        (_request.c.funder_id, chosen.funder_id),
        (_request.c.project_id, chosen.project_id),
        (_request.c.call_id, chosen.call_id),
    ):
        if wanted is not None:
            found.append(column == wanted)
    return found


def _activity_of(row: Row[Any], award: GrantAward | None) -> int | None:
    """Return the activity that holds the money: the project's, or the award's without one."""
    project_activity: int | None = row.project_activity_id
    if row.project_id is not None or award is None:
        return project_activity
    return award.content.activity_id


def _values(new: NewGrantRequest) -> dict[str, Any]:
    return {
        "title": new.title,
        "search_key": fold(new.title),
        "funder_id": new.funder_id,
        "funder_service": new.funder_service,
        "budget_line": new.budget_line,
        "call_id": new.call_id,
        "project_id": new.project_id,
        "budget_version_id": new.budget_version_id,
        "agreement_id": new.agreement_id,
        "purpose": new.purpose.value,
        "form": new.form.value,
        "frequency": new.frequency.value,
        "span": new.span.value,
        "starts_on": new.starts_on,
        "ends_on": new.ends_on,
        "asked_cents": None if new.asked is None else new.asked.cents,
        "rate": new.rate,
        "reference": new.reference,
        "report_due_on": new.report_due_on,
        "note": new.note,
    }


def _to_content(row: Row[Any]) -> NewGrantRequest:
    return NewGrantRequest(
        title=row.title,
        funder_id=row.funder_id,
        funder_service=row.funder_service,
        budget_line=row.budget_line,
        call_id=row.call_id,
        project_id=row.project_id,
        budget_version_id=row.budget_version_id,
        agreement_id=row.agreement_id,
        purpose=RequestPurpose(row.purpose),
        form=RequestForm(row.form),
        frequency=RequestFrequency(row.frequency),
        span=RequestSpan(row.span),
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        asked=None if row.asked_cents is None else Money(row.asked_cents),
        rate=row.rate,
        reference=row.reference,
        report_due_on=row.report_due_on,
        note=row.note,
    )
