"""A server that answers as the public description of HelloAsso's API says, on this computer."""

from __future__ import annotations

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = 2


class HelloAssoServer(ThreadingHTTPServer):
    """Knows one key and one association; ``faults`` are the answers that come first.

    ``asked`` are the paths and queries that were asked for.
    """

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answers)
        self.payments: list[dict[str, Any]] = []
        self.items: list[dict[str, Any]] = []
        self.organisations = ["la-coop-des-rives"]
        self.key = ("client", "secret")
        self.token = "jeton-1"
        self.faults: list[tuple[int, dict[str, str], bytes]] = []
        self.asked: list[str] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class _Answers(BaseHTTPRequestHandler):
    server: HelloAssoServer

    def do_POST(self) -> None:
        """Give an access to whoever has the key."""
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        key = form["client_id"][0], form["client_secret"][0]
        is_form = form["grant_type"] == ["client_credentials"]
        if self.path != "/oauth2/token" or not is_form or key != self.server.key:
            self._answer(401, {"error": "invalid_client"})
        else:
            self._answer(200, {"access_token": self.server.token, "expires_in": 1800})

    def do_GET(self) -> None:
        """List associations, or the payments of one by pages."""
        self.server.asked.append(self.path)
        if self.server.faults:
            status, headers, body = self.server.faults.pop(0)
            self._send(status, headers, body)
        elif self.headers["Authorization"] != f"Bearer {self.server.token}":
            self._answer(401, {})
        elif self.path == "/v5/users/me/organizations":
            self._answer(200, [{"organizationSlug": x} for x in self.server.organisations])
        elif self.path.startswith("/v5/organizations/la-coop-des-rives/payments?"):
            self._answer(200, self._page(self.server.payments))
        elif self.path.startswith("/v5/organizations/la-coop-des-rives/items?"):
            self._answer(200, self._page(self.server.items))
        else:
            self._answer(404, {})

    def _page(self, listed: list[dict[str, Any]]) -> dict[str, Any]:
        query = parse_qs(urlsplit(self.path).query)
        start = int(query.get("continuationToken", ["0"])[0])
        found = listed[start : start + PAGE]
        pages = {
            "pageSize": PAGE,
            "totalCount": len(listed),
            "continuationToken": str(start + len(found)),
        }
        return {"data": found, "pagination": pages}

    def _answer(self, status: int, told: object) -> None:
        self._send(status, {}, json.dumps(told).encode())

    def _send(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    @override
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def helloasso_server() -> Iterator[HelloAssoServer]:
    """Run a server for the time of a test."""
    server = HelloAssoServer()
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
