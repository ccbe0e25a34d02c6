"""Grants, projects and calls for projects as answers of Ctrl+K."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.grant_requests import RequestFilter
from coopdesk.domain.text import fold
from coopdesk.ui.desk import Desk, Hit
from coopdesk.wording.grant_steps import standing_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

_HITS = 4
_SHORTEST = 2


def find_grants(desk: Desk, text: str) -> list[Hit]:
    """Return what matches; runs on the worker."""
    if len(text.strip()) < _SHORTEST:
        return []
    return [*_requests(desk, text), *_projects(desk, text), *_calls(desk, text)]


def _requests(desk: Desk, text: str) -> Iterator[Hit]:
    for one in desk.services.grant_requests.states(RequestFilter(text=text))[:_HITS]:
        said = (one.request.funder_name, standing_text(one))
        told = " · ".join(part for part in said if part)
        yield Hit(
            one.request.content.title, told, "bank", "partners", ("request", one.request.id)
        )


def _projects(desk: Desk, text: str) -> list[Hit]:
    wanted = fold(text)
    found = [x for x in desk.services.grant_projects.all() if wanted in fold(x.content.title)]
    return [
        Hit(one.content.title, _("Project"), "target", "partners", ("project", one.id))
        for one in found[:_HITS]
    ]


def _calls(desk: Desk, text: str) -> list[Hit]:
    wanted = fold(text)
    found = [x for x in desk.services.grant_calls.all() if wanted in fold(x.content.title)]
    return [
        Hit(
            one.content.title,
            " · ".join(part for part in (_("Call for projects"), one.funder_name) if part),
            "megaphone",
            "partners",
            ("call", one.id),
        )
        for one in found[:_HITS]
    ]
