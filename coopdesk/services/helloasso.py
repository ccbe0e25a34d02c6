"""Use cases around the connection to HelloAsso: open it, ask it for payments, forget it."""

from __future__ import annotations

import hashlib
import json
import time
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.errors import ExternalError, NotFoundError, RuleError
from coopdesk.domain.helloasso import PRODUCTION, HelloAssoConnection
from coopdesk.domain.import_decisions import NO_IMPORT_DECISIONS
from coopdesk.domain.imports import with_told
from coopdesk.exchange.helloasso_api import HelloAssoApi
from coopdesk.exchange.helloasso_json import read_answers
from coopdesk.exchange.helloasso_objects import ApiObjects
from coopdesk.exchange.row_cells import NO_CORRECTIONS
from coopdesk.exchange.web_calls import WebServer
from coopdesk.services.progress import NO_PROGRESS, Stretch
from coopdesk.services.receipt_anchors import give_identity
from coopdesk.system.secrets import (
    SecretKeepingError,
    find_secret,
    forget_secret,
    keep_secret,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from coopdesk.domain.import_decisions import ImportDecisions
    from coopdesk.domain.import_history import ImportSummary
    from coopdesk.domain.import_previews import Preview
    from coopdesk.domain.imports import ImportRow, ReadFile
    from coopdesk.exchange.row_cells import Corrections
    from coopdesk.services.imports import ImportService
    from coopdesk.services.outcome import Outcome
    from coopdesk.services.progress import Progress
    from coopdesk.storage.unit_of_work import Units

# Payments go on changing for weeks: they are paid out, refunded, contested.
_LOOK_BACK_DAYS = 120
_KEY_LIMIT = 200
# How far a pull is once the payments are there, in hundredths.
_PAYMENTS_READ = 50


@dataclass(frozen=True, slots=True)
class PulledPayments:
    """What HelloAsso answered about a period; nothing of it is stored yet."""

    name: str
    sha256: str
    answers: ApiObjects

    def read(self, corrections: Corrections = NO_CORRECTIONS) -> ReadFile:
        """Return the rows of the answer, as those of a file."""
        return read_answers(self.answers, self.name, self.sha256, corrections)


class HelloAssoService:
    """One connection for each database; its key is in the keyring of this computer."""

    def __init__(
        self,
        units: Units,
        imports: ImportService,
        today: Callable[[], dt.date],
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        self._units = units
        self._imports = imports
        self._today = today
        self._wait = wait

    def connection(self) -> HelloAssoConnection | None:
        """Return how the database is connected, None when it is not.

        Raises:
            ExternalError: ``secret.refused``, the keyring is locked.
        """
        kept = self._kept()
        return None if kept is None else kept[0]

    def connect(
        self,
        client_id: str,
        client_secret: str,
        organisation: str = "",
        server: str = PRODUCTION,
    ) -> HelloAssoConnection:
        """Try a key, and keep it in the keyring once HelloAsso took it.

        ``organisation`` may be empty when the key opens only one.

        Raises:
            RuleError: ``helloasso.key_missing``, ``helloasso.wrong_key``,
            ``helloasso.several_organisations``, ``helloasso.unknown_organisation``.
            ExternalError: ``web.…``, ``helloasso.…``, ``secret.no_keyring``; nothing was kept.
        """
        key = _checked(client_id, "client_id"), _checked(client_secret, "client_secret")
        found = HelloAssoApi(WebServer(server, self._wait), *key).organisations()
        chosen = _chosen(organisation.strip(), found)
        connection = HelloAssoConnection(chosen, key[0], server)
        give_identity(self._units)
        told = json.dumps({**asdict(connection), "client_secret": key[1]})
        try:
            keep_secret(self._name(), told)
        except SecretKeepingError as error:
            raise _not_kept(error) from error
        return connection

    def test(self) -> HelloAssoConnection:
        """Ask HelloAsso whether the key still opens the association.

        Raises:
            NotFoundError: ``helloasso.not_connected``. Else as ``connect``.
        """
        connection, api = self._api()
        _chosen(connection.organisation, api.organisations())
        return connection

    def forget(self) -> None:
        """Take the key out of the keyring; what was imported stays.

        Raises:
            ExternalError: ``secret.…``, it is still there.
        """
        name = self._name()
        try:
            if name:
                forget_secret(name)
        except SecretKeepingError as error:
            raise _not_kept(error) from error

    def usual_period(self) -> tuple[dt.date, dt.date]:
        """Return the days to ask for when nobody says: this year, four months at least."""
        today = self._today()
        back = today.fromordinal(today.toordinal() - _LOOK_BACK_DAYS)
        return min(back, today.replace(month=1, day=1)), today

    def pull(
        self, since: dt.date, until: dt.date, progress: Progress = NO_PROGRESS
    ) -> PulledPayments:
        """Ask HelloAsso for payments and orders of a period, both days in; nothing is stored.

        Raises:
            RuleError: ``helloasso.days_reversed``. NotFoundError: ``helloasso.not_connected``.
            Else as ``connect``.
        """
        if until < since:
            raise RuleError("helloasso.days_reversed", field="until")
        connection, api = self._api()
        asked = connection.organisation, since, until
        payments = api.payments(*asked, Stretch(progress, 0, _PAYMENTS_READ).advance)
        items = api.items(*asked, Stretch(progress, _PAYMENTS_READ, 100).advance)
        told = json.dumps([payments, items], ensure_ascii=False, sort_keys=True).encode()
        name = f"HelloAsso {since.isoformat()} – {until.isoformat()}"
        answers = ApiObjects(payments=payments, items=items)
        return PulledPayments(name, hashlib.sha256(told).hexdigest(), answers)

    def preview(
        self,
        pulled: PulledPayments,
        decisions: ImportDecisions = NO_IMPORT_DECISIONS,
        progress: Progress = NO_PROGRESS,
    ) -> Preview:
        """Say what an import of pulled payments would do; changes nothing."""
        return self._imports.preview_file(*_told(pulled, decisions), decisions, progress)

    def apply(
        self,
        pulled: PulledPayments,
        decisions: ImportDecisions = NO_IMPORT_DECISIONS,
        progress: Progress = NO_PROGRESS,
    ) -> Outcome[ImportSummary | None]:
        """Import pulled payments in one transaction; the value is None when nothing is new."""
        return self._imports.apply_file(*_told(pulled, decisions), decisions, progress)

    def _name(self) -> str:
        """Return the name of the key in the keyring; empty of a file that has none yet."""
        with self._units.read() as work:
            identity = work.chain.identity()
        return f"helloasso:{identity}" if identity else ""

    def _kept(self) -> tuple[HelloAssoConnection, str] | None:
        name = self._name()
        try:
            told = find_secret(name) if name else None
        except SecretKeepingError as error:
            if not error.reason:  # without a keyring nothing was ever kept
                return None
            raise _not_kept(error) from error
        return None if told is None else _read_key(told)

    def _api(self) -> tuple[HelloAssoConnection, HelloAssoApi]:
        kept = self._kept()
        if kept is None:
            raise NotFoundError("helloasso.not_connected")
        connection, secret = kept
        server = WebServer(connection.server, self._wait)
        return connection, HelloAssoApi(server, connection.client_id, secret)


def _told(
    pulled: PulledPayments, decisions: ImportDecisions
) -> tuple[ReadFile, dict[int, ImportRow]]:
    if not decisions.corrections:
        return pulled.read(), {}
    return with_told(pulled.read(decisions.corrections), pulled.read())


def _checked(text: str, field: str) -> str:
    key = text.strip()
    if not key or not key.isprintable() or len(key) > _KEY_LIMIT:
        raise RuleError("helloasso.key_missing", field=field)
    return key


def _chosen(organisation: str, found: Sequence[str]) -> str:
    """Return the association that a key is for: the one named, else the only one."""
    if organisation:
        if organisation not in found:
            raise RuleError("helloasso.unknown_organisation", field="organisation")
        return organisation
    if len(found) != 1:
        names = ", ".join(found)
        raise RuleError("helloasso.several_organisations", field="organisation", names=names)
    return found[0]


def _read_key(told: str) -> tuple[HelloAssoConnection, str] | None:
    """Return what the keyring has; what another program wrote there is no key."""
    try:
        kept = json.loads(told)
        texts = [kept[x] for x in ("organisation", "client_id", "server", "client_secret")]
    except (ValueError, KeyError, TypeError):
        return None
    if not all(isinstance(text, str) for text in texts):
        return None
    organisation, client_id, server, secret = texts
    return HelloAssoConnection(organisation, client_id, server), secret


def _not_kept(error: SecretKeepingError) -> ExternalError:
    if error.reason:
        return ExternalError("secret.refused", reason=error.reason)
    return ExternalError("secret.no_keyring")
