"""Tickets and memberships of HelloAsso's API, as rows that say what its exports say."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coopdesk.domain.contacts import NAME_LIMIT, NOTE_LIMIT
from coopdesk.domain.import_formats import FileFormat
from coopdesk.domain.import_registrations import ITEM_TICKET
from coopdesk.domain.imports import RegistrationRow
from coopdesk.domain.money import ZERO, Money, total
from coopdesk.domain.payments import LineKind
from coopdesk.exchange.headers import Layout
from coopdesk.exchange.helloasso_api_rows import (
    ORDER_PATHS,
    PAYER_PATHS,
    UNKNOWN_TYPE,
    state_text,
)
from coopdesk.exchange.helloasso_payers import read_payer
from coopdesk.exchange.helloasso_payments import WORD_LIMIT, read_mode
from coopdesk.exchange.helloasso_words import word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coopdesk.exchange.helloasso_words import HelloAssoWords
    from coopdesk.exchange.object_cells import ObjectCells

_TARIFF_LIMIT = 200
# How the exports tell of an option: one column says that it was taken, one what it costs.
_TAKEN, _PRICE_OF = "Oui", "Montant "
ITEM = Layout(
    FileFormat.HELLOASSO_API,
    {
        **ORDER_PATHS,
        **PAYER_PATHS,
        "ticket": "id",
        "amount": "amount",
        "status": "state",
        "type": "type",
        "tariff": "name",
        "mode": "payments.0.paymentMeans",
        "participant_last_name": "user.lastName",
        "participant_first_name": "user.firstName",
    },
    mandatory=(),
)
# Items that are somebody's: the others are money only.
_PERSONAL = frozenset({LineKind.REGISTRATION, LineKind.FEE})


class _Option(NamedTuple):
    """What was taken beside the place, with what was answered about it."""

    name: str
    price: Money
    answers: tuple[str, ...]


def read_api_item(cells: ObjectCells, words: HelloAssoWords) -> RegistrationRow | None:
    """Return the registration that the current item is; None when refused or nobody's."""
    kind = words.item_kinds.get(word(cells.text("type", WORD_LIMIT)), UNKNOWN_TYPE).kind
    if kind not in _PERSONAL:
        return None
    status = _status(cells, words)
    ticket = cells.required(cells.reference, "ticket")
    order_ref = cells.required(cells.reference, "order_ref")
    registered_on = cells.required(cells.day, "ordered_on")
    options = list(_options(cells))
    amount = _cost(cells, options)
    mode, mode_doubt = read_mode(cells, words, amount)
    payer = read_payer(cells, words.countries)
    names = [cells.text(f"participant_{x}_name", NAME_LIMIT) for x in ("last", "first")]
    tariff = cells.text("tariff", _TARIFF_LIMIT)
    answers = _answers(cells) | _as_answers(options)
    if cells.refused or registered_on is None:
        return None
    return RegistrationRow(
        line=cells.line,
        raw=cells.raw(),
        order_ref=order_ref,
        ticket=f"{ITEM_TICKET}{ticket}",
        rank=1,
        kind=kind,
        registered_on=registered_on,
        status=status,
        status_known=word(status) in words.received,
        participant_last_name=names[0],
        participant_first_name=names[1],
        payer=payer,
        mode=mode,
        tariff=tariff,
        amount=amount,
        answers=answers,
        doubt="" if "payments.0.paymentMeans" not in cells.raw() else mode_doubt,
    )


def _status(cells: ObjectCells, words: HelloAssoWords) -> str:
    """Return the word of the exports for the state of an item.

    One that is cancelled is told if its money had come in: who had it gives up the place.
    """
    told = words.item_states.get(word(cells.cell("status")))
    was_paid = any(word(state) in words.states for state in _listed(cells, "payments", "state"))
    return told if told and was_paid else state_text(cells, words, words.item_states)


def _cost(cells: ObjectCells, options: Sequence[_Option]) -> Money:
    """Return what an item costs with its options, which its amount leaves out.

    Where payments say that they paid just the amount, the options are in it.
    """
    amount = cells.cents("amount")
    shares = [
        cells.cents_of(share, "payments.shareAmount")
        for share in _listed(cells, "payments", "shareAmount")
    ]
    beside = total(option.price for option in options)
    return amount if shares and total(shares) == amount else amount + beside


def _options(cells: ObjectCells) -> Iterator[_Option]:
    raw = cells.raw()
    for number, name in enumerate(_listed(cells, "options", "name")):
        path = f"options.{number}"
        written = raw.get(f"{path}.amount") or "0"
        price = cells.cents_of(written, f"{path}.amount")
        answers = tuple(filter(None, _listed(cells, f"{path}.customFields", "answer")))
        if name.strip():
            yield _Option(name.strip()[:_TARIFF_LIMIT], price, answers)


def _as_answers(options: Sequence[_Option]) -> dict[str, str]:
    """Return options as the exports have them, each by what was answered and by its price."""
    told: dict[str, str] = {}
    prices: dict[str, Money] = {}
    for one in options:
        said = ", ".join(one.answers)[:NOTE_LIMIT] or _TAKEN
        told.setdefault(one.name, said)
        prices[one.name] = prices.get(one.name, ZERO) + one.price
    for name, price in prices.items():
        euros, cents = divmod(price.cents, 100)
        told[f"{_PRICE_OF}{name}"] = f"{euros},{cents:02}"
    return told


def _answers(cells: ObjectCells) -> dict[str, str]:
    raw = cells.raw()
    answers = {}
    for number, question in enumerate(_listed(cells, "customFields", "name")):
        written = raw.get(f"customFields.{number}.answer", "")
        answers[question[:_TARIFF_LIMIT]] = cells.cleaned(written, question, NOTE_LIMIT)
    return answers


def _listed(cells: ObjectCells, path: str, name: str) -> list[str]:
    """Return one value of each object of a list, as far as they go."""
    raw = cells.raw()
    found: list[str] = []
    while (value := raw.get(f"{path}.{len(found)}.{name}")) is not None:
        found.append(value)
    return found
