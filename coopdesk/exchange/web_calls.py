"""Calls to the servers of other programs: patient, bounded, and never to another address."""

from __future__ import annotations

import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from http.client import HTTPException, IncompleteRead
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode, urlsplit

from typing_extensions import override

from coopdesk.domain.errors import ExternalError, RuleError
from coopdesk.exchange.json_content import MAXIMUM_BYTES, parse_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from email.message import Message
    from http.client import HTTPResponse

_TIMEOUT = 30.0
_TRIES = 4
_LONGEST_WAIT = 30
_PART = 65_536
_AGAIN = frozenset({429, 500, 502, 503, 504})
_HERE = frozenset({"127.0.0.1", "localhost", "::1"})


class RefusedCallError(Exception):
    """The server answered that it will not; ``status`` is its HTTP code."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """Follows nobody: the key must not go to an address that an answer names."""

    @override
    def redirect_request(self, *_args: Any, **_named: Any) -> None:
        return None


@dataclass(frozen=True, slots=True)
class WebServer:
    """A server by its address; ``wait`` is how long calls pause before another try.

    An answer that is not whole after ``patience`` seconds is given up.
    """

    address: str
    wait: Callable[[float], None] = time.sleep
    patience: float = 120.0

    def get(self, path: str, query: Mapping[str, str], token: str) -> object:
        """Return what the server answers to a question, numbers as text.

        Raises:
            RefusedCallError: it refuses. ExternalError: ``web.…``, it cannot be reached, fails
            or answers nothing that can be read.
        """
        address = f"{self.address}{path}?{urlencode(query)}" if query else self.address + path
        return self._answer(address, None, {"Authorization": f"Bearer {token}"})

    def post_form(self, path: str, form: Mapping[str, str]) -> object:
        """Return what the server answers to a form; raises as ``get``."""
        return self._answer(self.address + path, urlencode(form).encode(), {})

    def _answer(self, address: str, body: bytes | None, headers: Mapping[str, str]) -> object:
        refuse_open_address(self.address)
        asked = urllib.request.Request(  # noqa: S310 (the scheme was looked at)
            address, body, {"Accept": "application/json", **headers}
        )
        return _read(self._patiently(asked))

    def _patiently(self, asked: urllib.request.Request) -> bytes:
        """Call again a few times what is busy or does not answer, a little later each time."""
        for tried in range(1, _TRIES + 1):
            try:
                return _call(asked, self.patience)
            except urllib.error.HTTPError as error:
                error.close()
                if error.code not in _AGAIN:
                    raise RefusedCallError(error.code) from error
                if tried == _TRIES:
                    raise ExternalError("web.busy", status=error.code) from error
                self.wait(_pause(error.headers, tried))
            except (OSError, HTTPException) as error:
                if tried == _TRIES:
                    host = urlsplit(self.address).hostname or ""
                    raise ExternalError("web.unreachable", host=host) from error
                self.wait(2 ** (tried - 1))
        raise AssertionError


def refuse_open_address(address: str) -> None:
    """Refuse to send a key over the net without encryption.

    Raises:
        ExternalError: ``web.not_encrypted``.
    """
    parts = urlsplit(address)
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in _HERE):
        raise ExternalError("web.not_encrypted", host=parts.hostname or "")


def _call(asked: urllib.request.Request, patience: float) -> bytes:
    opener = urllib.request.build_opener(_NoRedirect())
    until = time.monotonic() + patience
    with opener.open(asked, timeout=_TIMEOUT) as answer:
        return b"".join(_parts(answer, until))


def _parts(answer: HTTPResponse, until: float) -> Iterator[bytes]:
    """Yield an answer as it comes in, whole: a server may fall silent, or whisper for ever."""
    promised, size = answer.length, 0
    while promised is None or size < promised:
        part = answer.read1(_PART)
        size += len(part)
        if size > MAXIMUM_BYTES:
            raise ExternalError("web.unreadable")
        if time.monotonic() > until:
            raise TimeoutError
        if not part and promised is not None:
            raise IncompleteRead(b"", promised - size)
        if not part:
            return
        yield part


def _pause(headers: Message, tried: int) -> int:
    """Return for how long the server asks to be left alone, within reason."""
    told = headers.get("Retry-After", "")
    return min(int(told), _LONGEST_WAIT) if told.isdecimal() else 2 ** (tried - 1)


def _read(data: bytes) -> object:
    try:
        return parse_json(data)
    except RuleError as error:
        raise ExternalError("web.unreadable") from error
