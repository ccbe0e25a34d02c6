"""Asks HelloAsso itself for payments and orders, with the key of the association (API v5)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from coopdesk.domain.errors import ExternalError, RuleError
from coopdesk.exchange.sheet_limits import MAXIMUM_ROWS
from coopdesk.exchange.web_calls import RefusedCallError, WebServer

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator

    from coopdesk.exchange.json_content import JsonObject

    Heard = Callable[[int, int], None]

# The most that a page may hold.
PAGE_SIZE = 100

_TOKEN = re.compile(r"[\x21-\x7e]+")
_NOT_ALLOWED = 403
_MISSING = 404
_EXPIRED = 401


class HelloAssoApi:
    """One connection; the access that the key opens is asked for when it is needed."""

    def __init__(self, server: WebServer, client_id: str, client_secret: str) -> None:
        self._server = server
        self._form = {
            "grant_type": "client_credentials",
            "client_id": client_id,
            "client_secret": client_secret,
        }
        self._token = ""

    def organisations(self) -> list[str]:
        """Return the names, as in addresses, of the associations that the key opens.

        Raises:
            RuleError: ``helloasso.wrong_key``. ExternalError: ``web.…``, ``helloasso.…``.
        """
        told = self._get("/v5/users/me/organizations", {})
        listed = told.get("data") if isinstance(told, dict) else told
        if not isinstance(listed, list):
            raise ExternalError("web.unreadable")
        named = [_slug(one) for one in listed if isinstance(one, dict)]
        return [name for name in named if name]

    def payments(
        self, organisation: str, since: dt.date, until: dt.date, heard: Heard
    ) -> list[JsonObject]:
        """Return the payments of a period, both days in; ``heard`` is told how many there are.

        Raises:
            RuleError: ``helloasso.wrong_key``, ``helloasso.unknown_organisation``,
            ``file.too_many_rows``. ExternalError: ``web.…``, ``helloasso.not_allowed``.
        """
        return self._listed(_path(organisation, "payments"), _period(since, until), heard)

    def items(
        self, organisation: str, since: dt.date, until: dt.date, heard: Heard
    ) -> list[JsonObject]:
        """Return what was ordered in a period and who takes part; as ``payments``."""
        query = {**_period(since, until), "withDetails": "true"}
        return self._listed(_path(organisation, "items"), query, heard)

    def _listed(self, path: str, query: dict[str, str], heard: Heard) -> list[JsonObject]:
        found: dict[str, JsonObject] = {}
        told = 0
        for objects, total in self._pages(path, query):
            before = len(found)
            # What was bought meanwhile moves the others to the next page: each is kept once.
            found |= {str(one.get("id", one)): one for one in objects}
            if len(found) > MAXIMUM_ROWS:
                raise RuleError("file.too_many_rows", limit=MAXIMUM_ROWS)
            told = max(told, total)
            heard(len(found), max(told, len(found)))
            if len(found) == before:  # the same page again: no other one is to come
                _refuse_cut_short(len(found), told)
                break
        return list(found.values())

    def _pages(self, path: str, asked: dict[str, str]) -> Iterator[tuple[list[Any], int]]:
        """Yield pages until one is empty: the last one that holds something names another."""
        query = {**asked, "pageSize": str(PAGE_SIZE), "sortOrder": "Asc"}
        while True:
            told = self._get(path, query)
            listed = told.get("data") if isinstance(told, dict) else None
            if not isinstance(told, dict) or not isinstance(listed, list):
                raise ExternalError("web.unreadable")
            if not listed:
                return
            pages = told.get("pagination")
            pages = pages if isinstance(pages, dict) else {}
            yield [one for one in listed if isinstance(one, dict)], _total(pages)
            query = {**query, "continuationToken": str(pages.get("continuationToken") or "")}

    def _get(self, path: str, query: dict[str, str]) -> object:
        if not self._token:
            self._sign_in()
        try:
            return self._server.get(path, query, self._token)
        except RefusedCallError as error:
            if error.status != _EXPIRED:
                raise _refusal(error.status) from error
        self._sign_in()
        try:
            return self._server.get(path, query, self._token)
        except RefusedCallError as error:
            raise _refusal(error.status) from error

    def _sign_in(self) -> None:
        try:
            told = self._server.post_form("/oauth2/token", self._form)
        except RefusedCallError as error:
            raise RuleError("helloasso.wrong_key") from error
        token = told.get("access_token") if isinstance(told, dict) else None
        if not isinstance(token, str) or not _TOKEN.fullmatch(token):
            raise ExternalError("web.unreadable")
        self._token = token


def _path(organisation: str, name: str) -> str:
    return f"/v5/organizations/{quote(organisation, safe='')}/{name}"


def _period(since: dt.date, until: dt.date) -> dict[str, str]:
    # Up to the beginning of the day after: the server may count hours in another zone.
    after = until.fromordinal(until.toordinal() + 1)
    return {"from": since.isoformat(), "to": after.isoformat()}


def _refuse_cut_short(count: int, told: int) -> None:
    if count < told:
        raise ExternalError("helloasso.cut_short", count=count, total=told)


def _refusal(status: int) -> Exception:
    if status == _MISSING:
        return RuleError("helloasso.unknown_organisation")
    if status in {_NOT_ALLOWED, _EXPIRED}:
        return ExternalError("helloasso.not_allowed")
    return ExternalError("helloasso.refused", status=status)


def _slug(told: JsonObject) -> str:
    return str(told.get("organizationSlug") or told.get("slug") or "")


def _total(pages: JsonObject) -> int:
    text = str(pages.get("totalCount"))
    return int(text) if text.isdecimal() and len(text) < 9 else 0
