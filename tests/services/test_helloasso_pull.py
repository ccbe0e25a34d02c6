"""Payments asked of HelloAsso itself: the key, its keyring, pages, and servers that fail."""

from __future__ import annotations

import datetime as dt

import keyring
import pytest
from keyring.backends import fail, null

from coopdesk.domain.errors import ExternalError, NotFoundError, RuleError
from coopdesk.domain.import_decisions import ImportDecisions, RowDecision
from coopdesk.domain.money import Money
from coopdesk.exchange.web_calls import WebServer
from coopdesk.services.helloasso import HelloAssoService
from coopdesk.services.imports import ImportService
from tests.building import every_row, new_units, today
from tests.exchange.test_helloasso_json import ORDER, order, payment
from tests.helloasso_server import helloasso_server
from tests.keyrings import MemoryKeyring, used_keyring
from tests.services.test_imports import EVENT_HEADER, Desk, ticket

SINCE, UNTIL = dt.date(2026, 1, 1), dt.date(2026, 11, 22)
PAGE_OF_FIVE = b'{"data": [{"id": 1}], "pagination": {"totalCount": 5}}'


@pytest.fixture(scope="module")
def running():
    with helloasso_server() as server:
        yield server


@pytest.fixture
def server(running):
    """The server as new."""
    running.payments, running.items, running.faults, running.asked = [], [], [], []
    running.organisations, running.token = ["la-coop-des-rives"], "jeton-1"
    return running


@pytest.fixture
def units(tmp_path):
    with new_units(tmp_path / "office.coopdesk") as units, used_keyring(MemoryKeyring()):
        yield units


@pytest.fixture
def waits():
    return []


@pytest.fixture
def helloasso(units, waits):
    return HelloAssoService(units, ImportService(units, today), today, waits.append)


@pytest.fixture
def connected(helloasso, server):
    helloasso.connect("client", "secret", server=server.address)
    return helloasso


def refused(call, *words, **named):
    with pytest.raises((RuleError, ExternalError, NotFoundError)) as error:
        call(*words, **named)
    return error.value.code


def test_a_key_is_kept_once_helloasso_took_it_and_can_be_forgotten(helloasso, server):
    assert helloasso.connection() is None
    made = helloasso.connect(" client ", "secret", server=server.address)
    assert (made.organisation, made.is_sandbox) == ("la-coop-des-rives", True)
    assert helloasso.connection() == helloasso.test() == made
    (kept,) = keyring.get_keyring().kept.items()
    assert kept[0][1].startswith("helloasso:")
    helloasso.forget()
    helloasso.forget()
    assert helloasso.connection() is None
    assert refused(helloasso.pull, SINCE, UNTIL) == "helloasso.not_connected"


def test_the_secret_is_nowhere_in_the_database(connected, units):
    assert "secret" not in str(every_row(units))
    assert b'"client_secret"' not in units.database.path.read_bytes()


@pytest.mark.parametrize(
    ("key", "organisation", "code"),
    [
        (("client", "faux"), "", "helloasso.wrong_key"),
        (("client", " "), "", "helloasso.key_missing"),
        (("client", "secret"), "autre", "helloasso.unknown_organisation"),
    ],
)
def test_a_wrong_key_is_not_kept(helloasso, server, key, organisation, code):
    assert refused(helloasso.connect, *key, organisation, server.address) == code
    assert keyring.get_keyring().kept == {}


def test_a_key_for_several_associations_asks_which(helloasso, server):
    server.organisations = ["la-coop-des-rives", "autre"]
    code = refused(helloasso.connect, "client", "secret", server=server.address)
    assert code == "helloasso.several_organisations"
    made = helloasso.connect("client", "secret", "autre", server.address)
    assert made.organisation == "autre"


@pytest.mark.parametrize("backend", [fail.Keyring(), null.Keyring()], ids=["none", "forgets"])
def test_without_a_keyring_nothing_is_kept_in_clear(helloasso, server, backend, tmp_path):
    with used_keyring(backend):
        code = refused(helloasso.connect, "client", "secret", server=server.address)
        assert helloasso.connection() is None
    assert code == "secret.no_keyring"
    assert not any(b"secret" in x.read_bytes() for x in tmp_path.rglob("*.json"))


def test_payments_come_by_pages_and_only_once(connected, server):
    server.payments = [payment(id=number) for number in range(1, 6)]
    pulled = connected.pull(SINCE, UNTIL)
    assert connected.preview(pulled).new_amount == Money(5 * 4500)
    assert connected.apply(pulled).value.new == 5
    assert connected.apply(connected.pull(SINCE, UNTIL)).value is None
    asked = [path for path in server.asked if "payments" in path]
    assert len(asked) == 8
    assert "from=2026-01-01&to=2026-11-23" in asked[0]


def test_tickets_come_with_their_payments_and_not_twice_after_an_export(
    connected, server, units, tmp_path
):
    desk = Desk(units, tmp_path)
    desk.apply(desk.file(EVENT_HEADER, ticket("12578", "T1"), ticket("12578", "T2")))
    whole = order()
    server.payments = [payment(id=900, amount=8500, items=whole["items"])]
    known = {"order": ORDER, "payer": whole["payer"]}
    member = {**whole["items"][0], "id": 14, "user": {"firstName": "Ali", "lastName": "Roy"}}
    server.items = [{**item, **known} for item in (*whole["items"], member)]
    pulled = connected.pull(SINCE, UNTIL)
    lines = connected.preview(pulled).lines
    assert [(x.verdict.value, x.reason) for x in lines] == [
        ("changed", "completes_order"),
        ("same", "known_by_order"),
        ("same", "known_by_order"),
        ("new", "known_by_order"),
    ]
    connected.apply(pulled)
    assert desk.money_in() == Money(8500)
    assert connected.apply(connected.pull(SINCE, UNTIL)).value is None
    assert len(every_row(units)["registration"]) == 3


def test_a_pulled_payment_can_be_left_out_and_corrected(connected, server):
    server.payments = [payment(id=1), payment(id=2, date="2026-02-30")]
    pulled = connected.pull(SINCE, UNTIL)
    cells = RowDecision(cells={"date": "2026-02-27"})
    decisions = ImportDecisions({1: RowDecision(leave_out=True), 2: cells})
    assert [x.left_out for x in connected.preview(pulled, decisions).lines] == [True, False]
    assert connected.apply(pulled, decisions).value.new == 1


def test_what_bears_no_number_does_not_pass_for_one(connected, server):
    server.payments = [payment(id=number, date="") for number in range(1, 3)]
    for one, name in zip(server.payments, ("a", "b"), strict=True):
        del one["id"]
        one["note"] = name
    assert len(connected.pull(SINCE, UNTIL).answers.payments) == 2


def test_an_answer_cut_short_is_asked_for_again_and_one_that_whispers_given_up(server, waits):
    server.faults = [(200, {"Content-Length": "50"}, b'{"data": []}')]
    whole = WebServer(server.address, waits.append)
    assert whole.get("/v5/users/me/organizations", {}, server.token)
    assert waits == [1]
    hasty = WebServer(server.address, waits.append, patience=0)
    path = "/v5/users/me/organizations"
    assert refused(hasty.get, path, {}, server.token) == "web.unreachable"


def test_a_busy_server_is_asked_again_after_the_time_it_names(connected, server, waits):
    server.faults = [(429, {"Retry-After": "7"}, b""), (503, {}, b"")]
    connected.pull(SINCE, UNTIL)
    assert waits == [7, 2]


def test_an_access_that_ended_is_renewed(connected, server):
    server.faults = [(401, {}, b"")]
    server.payments = [payment()]
    assert len(connected.pull(SINCE, UNTIL).answers.payments) == 1


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        ([(500, {}, b"")] * 4, "web.busy"),
        ([(403, {}, b"")], "helloasso.not_allowed"),
        ([(200, {}, b"<html>")], "web.unreadable"),
        ([(200, {}, b'{"data": 3}')], "web.unreadable"),
        ([(302, {"Location": "http://127.0.0.1:9/"}, b"")], "helloasso.refused"),
        ([(200, {}, b'{"data": [{"id": NaN}]}')], "web.unreadable"),
        ([(200, {}, PAGE_OF_FIVE)] * 2, "helloasso.cut_short"),
    ],
    ids=["busy", "forbidden", "page", "other", "elsewhere", "nan", "loop"],
)
def test_a_server_that_fails_changes_nothing(connected, server, units, answers, code):
    before = every_row(units)
    server.faults = list(answers)
    assert refused(connected.pull, SINCE, UNTIL) == code
    assert every_row(units) == before


def test_a_server_that_is_away_or_not_encrypted_is_said(helloasso):
    assert refused(helloasso.connect, "client", "secret", server="http://127.0.0.1:9") == (
        "web.unreachable"
    )
    open_door = "http://example.org"
    assert refused(helloasso.connect, "client", "secret", server=open_door) == (
        "web.not_encrypted"
    )


def test_the_usual_period_is_this_year_and_four_months_at_least(helloasso):
    assert helloasso.usual_period() == (dt.date(2026, 1, 1), dt.date(2026, 11, 22))
