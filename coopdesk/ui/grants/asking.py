"""Opens the forms of grants: the request, the answer, money that came."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from coopdesk.ui.grants.granting_dialog import GrantingDialog
from coopdesk.ui.grants.request_dialog import RequestDialog, Started, read_offered
from coopdesk.ui.grants.return_dialog import ReturnDialog
from coopdesk.ui.inventory.grant_dialogs import ReceiveDialog, TieDialog, read_candidates
from coopdesk.ui.widgets.activity_box import activity_choices
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.grant_requests import GrantRequest
    from coopdesk.domain.grant_states import GrantState
    from coopdesk.domain.grants import GrantAward
    from coopdesk.domain.payments import PaymentLine
    from coopdesk.services.outcome import Outcome
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.grants.request_dialog import Offered
    from coopdesk.ui.grants.return_dialog import Returned
    from coopdesk.ui.inventory.grant_dialogs import Instalment
    from coopdesk.ui.widgets.activity_box import ActivityChoices
    from coopdesk.ui.widgets.asking import Asker


class RequestAsking(QObject):
    """Opens the forms of requests, from the list of them as from other records."""

    def __init__(self, desk: Desk, view: QWidget, asker: Asker) -> None:
        super().__init__(view)
        self._desk = desk
        self._view = view
        self._asker = asker
        self._service = desk.services.grant_requests

    def add(self, start: Started | None = None) -> None:
        """Ask for a new request; ``start`` is what is known of it before."""
        call = partial(read_offered, self._desk.services)
        done = partial(self._ask_new, start or Started())
        self._desk.tasks.query(self._view, call, done, replaces="to_change")

    def _ask_new(self, start: Started, offered: Offered) -> None:
        window = self._view.window()
        make = partial(RequestDialog, self._desk, offered, start, window)
        self._asker.ask(make, self._service.add)

    def change(self, request_id: int) -> None:
        """Ask for what changed of a request."""
        call = partial(_read_to_change, self._desk.services, request_id)
        self._desk.tasks.query(self._view, call, self._ask_change, replaces="to_change")

    def _ask_change(self, found: tuple[GrantRequest, Offered]) -> None:
        request, offered = found
        window = self._view.window()
        start = Started(request.content, request.funder_name, is_new=False)
        make = partial(RequestDialog, self._desk, offered, start, window)
        self._asker.ask(make, partial(self._service.change, request.id))

    def grant(self, request: GrantRequest) -> None:
        """Ask for what was granted."""
        call = partial(activity_choices, self._desk.services)
        done = partial(self._ask_grant, request)
        self._desk.tasks.query(self._view, call, done, replaces="to_change")

    def _ask_grant(self, request: GrantRequest, activities: ActivityChoices) -> None:
        window = self._view.window()
        make = partial(GrantingDialog, self._desk, request, activities, window)
        self._asker.ask(make, partial(self._service.grant, request.id))

    # money

    def receive(self, award: GrantAward) -> None:
        """Ask for money that came."""
        make = partial(ReceiveDialog, self._desk, award, self._view.window())
        self._asker.ask(make, partial(self._receive, award.id))

    def _receive(self, award_id: int, came: Instalment) -> Outcome[GrantAward]:
        grants = self._desk.services.grants
        return grants.receive(award_id, came.amount, came.paid_on, came.mode, came.rest_on)

    def give_back(self, state: GrantState) -> None:
        """Ask for money that goes back to the funder."""
        award = state.request.award
        if award is not None:
            make = partial(ReturnDialog, self._desk, state, self._view.window())
            self._asker.ask(make, partial(self._give_back, award.id))

    def _give_back(self, award_id: int, back: Returned) -> Outcome[GrantAward]:
        grants = self._desk.services.grants
        return grants.give_back(award_id, back.amount, back.paid_on, back.mode)

    def tie(self, award: GrantAward) -> None:
        """Ask which known payment came for a grant."""
        call = partial(read_candidates, self._desk.services, award)
        done = partial(self._ask_tie, award)
        self._desk.tasks.query(self._view, call, done, replaces="to_change")

    def _ask_tie(self, award: GrantAward, found: list[PaymentLine]) -> None:
        if not found:
            self._desk.feedback.tell(
                _("No payment that came in waits for a grant: record it with “Money came”.")
            )
            return
        make = partial(TieDialog, award, found, self._view.window())
        self._asker.ask(make, partial(self._desk.services.grants.tie_payment, award.id))


def _read_to_change(services: Services, request_id: int) -> tuple[GrantRequest, Offered]:
    request = services.grant_requests.get(request_id)
    return request, read_offered(services, request.content)
