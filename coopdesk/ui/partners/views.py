"""The views of the page of partners, and the tabs that lead to them.

A view is one value of ``View`` and one line in ``view_specs``; it is imported when it is first
looked at. It is a widget with ``head`` (a ``ViewHead``: search, primary action with Ctrl+N, F2,
Del, tools, Ctrl+P and Ctrl+E), ``reload`` and ``show_target``; ``RecordView`` gives most of it.
The words of a view are the first words of the targets that lead to it, as in
``desk.navigator.open("partners", ("agreement", 12))``.
"""

from __future__ import annotations

import enum
from functools import partial
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from coopdesk.ui.page_views import PageViews, ViewSpec
from coopdesk.ui.record_view import RecordView
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from coopdesk.ui.page_views import HeadedView
    from coopdesk.ui.partners.commitment_dialog import Start
    from coopdesk.ui.partners.page import PartnerPage


class View(enum.Enum):
    """What the page can show, in the order of the tabs."""

    PARTNERS = "partners"
    AGREEMENTS = "agreements"
    COMMITMENTS = "commitments"
    NETWORK = "network"
    GRANTS = "grants"
    PROJECTS = "projects"
    CALLS = "calls"


# The word of a target that opens a record of each view.
_RECORDS = {
    View.PARTNERS: "partner",
    View.AGREEMENTS: "agreement",
    View.COMMITMENTS: "commitment",
    View.GRANTS: "request",
    View.PROJECTS: "project",
    View.CALLS: "call",
}


@runtime_checkable
class WithPartner(Protocol):
    """A view whose open record says with whom something new is likely made."""

    @property
    def start(self) -> Start:
        """The partner that is open, and the agreement."""


def view_specs(page: PartnerPage) -> tuple[ViewSpec[View], ...]:
    """Return the views there are, in the order of their tabs."""

    def spec(
        view: View, title: str, make: Callable[[PartnerPage], HeadedView], *words: str
    ) -> ViewSpec[View]:
        return ViewSpec(view, title, frozenset(words), partial(make, page))

    partners = ("partner", "partners", "contact", "network_fee")
    agreements = ("agreement", "agreements")
    commitments = ("commitment", "commitments")
    grants = ("request", "grant_request", "grant_requests", "grants")
    projects = ("project", "grant_project", "projects")
    calls = ("call", "grant_call", "calls")
    return (
        spec(View.PARTNERS, _("Partners"), _make_partners, *partners),
        spec(View.AGREEMENTS, _("Agreements"), _make_agreements, *agreements),
        spec(View.COMMITMENTS, _("Commitments"), _make_commitments, *commitments),
        spec(View.NETWORK, _("Who takes part"), _make_network, "network"),
        spec(View.GRANTS, _("Grants"), _make_grants, *grants),
        spec(View.PROJECTS, _("Projects"), _make_projects, *projects),
        spec(View.CALLS, _("Calls for projects"), _make_calls, *calls),
    )


def _make_partners(page: PartnerPage) -> HeadedView:
    from coopdesk.ui.partners.partners_view import PartnersView

    return PartnersView(page)


def _make_agreements(page: PartnerPage) -> HeadedView:
    from coopdesk.ui.partners.agreements_view import AgreementsView

    return AgreementsView(page)


def _make_commitments(page: PartnerPage) -> HeadedView:
    from coopdesk.ui.partners.commitments_view import CommitmentsView

    return CommitmentsView(page)


def _make_network(page: PartnerPage) -> HeadedView:
    from coopdesk.ui.partners.network_view import NetworkView

    return NetworkView(page)


def _make_grants(page: PartnerPage) -> HeadedView:
    from coopdesk.ui.grants.grants_view import GrantsView

    return GrantsView(page)


def _make_projects(page: PartnerPage) -> HeadedView:
    from coopdesk.ui.grants.projects_view import ProjectsView

    return ProjectsView(page)


def _make_calls(page: PartnerPage) -> HeadedView:
    from coopdesk.ui.grants.projects_view import CallsView

    return CallsView(page)


class PartnerViews(PageViews[View]):
    """The views of the page."""

    def __init__(self, page: PartnerPage) -> None:
        super().__init__(page, _("Views of the partners"), view_specs(page))

    def start(self) -> Start:
        """Return with whom something new is likely made: with what is open."""
        from coopdesk.ui.partners.commitment_dialog import Start

        shown = self.shown
        return shown.start if isinstance(shown, WithPartner) else Start()

    def place_in(self, view: View) -> object:
        """Return the target that leads back to what a view shows: its open record, or it."""
        shown = self.view(view)
        record = shown.detail.shown_id if isinstance(shown, RecordView) else None
        return view if record is None else (_RECORDS[view], record)
