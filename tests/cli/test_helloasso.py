"""HelloAsso on the command line: connect, pull, forget."""

from __future__ import annotations

import pytest

from coopdesk.domain.operations import Origin
from coopdesk.services.opening import open_database, signature
from tests.exchange.test_helloasso_json import payment
from tests.helloasso_server import helloasso_server
from tests.keyrings import MemoryKeyring, used_keyring


@pytest.fixture
def connected(line):
    """A database whose key is that of a server on this computer."""
    with helloasso_server() as server, used_keyring(MemoryKeyring()):
        services = open_database(line.database, signature("", Origin.COMMAND_LINE))
        services.helloasso.connect("client", "secret", server=server.address)
        services.database.close()
        yield server


def test_payments_are_looked_at_then_pulled_once_then_the_key_is_forgotten(line, connected):
    connected.payments = [payment(id=number) for number in (1, 2, 3)]
    period = ("--from", "2026-01-01", "--until", "2026-06-30")
    seen = line.json("import", "helloasso", "pull", *period, "--dry-run")
    assert (seen["import"], seen["new_amount_cents"]) == (None, 13_500)
    done = line.json("import", "helloasso", "pull", *period)
    assert done["import"]["counts"]["new"] == 3
    assert line.json("import", "helloasso", "pull", *period)["import"] is None
    line("import", "helloasso", "forget")
    result = line("import", "helloasso", "pull")
    assert (result.code, "pas connecté" in result.err) == (1, True)


def test_a_key_without_its_secret_asks_nobody(line, monkeypatch):
    monkeypatch.setenv("COOPDESK_HELLOASSO_SECRET", "")
    result = line("import", "helloasso", "connect", "--client-id", "abc")
    assert (result.code, "secret" in result.err) == (1, True)
