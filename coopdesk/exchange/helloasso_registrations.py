"""Rows of HelloAsso's ticketing and membership exports."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from coopdesk.domain.contacts import NAME_LIMIT, NOTE_LIMIT
from coopdesk.domain.import_formats import FileFormat
from coopdesk.domain.imports import RegistrationRow
from coopdesk.domain.money import ZERO, Money
from coopdesk.domain.payments import LineKind
from coopdesk.domain.text import clean_text
from coopdesk.exchange.headers import header_key
from coopdesk.exchange.helloasso_payers import read_payer
from coopdesk.exchange.helloasso_payments import WORD_LIMIT, read_mode
from coopdesk.exchange.helloasso_words import word

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coopdesk.exchange.headers import Header
    from coopdesk.exchange.helloasso_words import HelloAssoWords
    from coopdesk.exchange.row_cells import RowCells

_TARIFF_LIMIT = 200
_LINK_LIMIT = 500
_AMOUNT_PREFIX = "montant "
_OLD_ANSWER = "Champ additionnel: "
# The payment's number ends the link of its certificate, and stands in that of the card.
_NUMBER_IN_LINK = re.compile(r"(?:paiement-attestation/|[?&]id=)(\d{4,20})$")


class RegistrationReader:
    """Reads the rows of one file; counts the rows of each order."""

    def __init__(self, cells: RowCells, words: HelloAssoWords) -> None:
        self._cells = cells
        self._words = words
        header = cells.header
        self._answers = {position: _question(header, position) for position in header.extra}
        self._options = _option_columns(header)
        is_event = header.layout.file_format is FileFormat.HELLOASSO_EVENT
        self._kind = LineKind.REGISTRATION if is_event else LineKind.FEE
        self._ranks: Counter[str] = Counter()

    def read(self) -> RegistrationRow | None:
        """Return the registration of the current row, or None when it is refused."""
        cells, words = self._cells, self._words
        order_ref = self._order_ref()
        self._ranks[order_ref] += 1
        registered_on = cells.required(cells.day, "ordered_on")
        ticket = cells.reference("ticket")
        status = cells.text("status", WORD_LIMIT)
        amount, doubt = self._amount()
        mode, mode_doubt = read_mode(cells, words, amount)
        payer = read_payer(cells, words.countries)
        last_name = cells.text("participant_last_name", NAME_LIMIT)
        first_name = cells.text("participant_first_name", NAME_LIMIT)
        tariff = cells.text("tariff", _TARIFF_LIMIT)
        answers = self._read_answers()
        if cells.refused or registered_on is None:
            return None
        return RegistrationRow(
            line=cells.line,
            raw=cells.raw(),
            order_ref=order_ref,
            ticket=ticket,
            rank=self._ranks[order_ref],
            kind=self._kind,
            registered_on=registered_on,
            status=status,
            status_known=word(status) in words.received,
            participant_last_name=last_name,
            participant_first_name=first_name,
            payer=payer,
            mode=mode,
            tariff=tariff,
            amount=amount,
            answers=answers,
            doubt=doubt or self._receipt_doubt() or mode_doubt,
        )

    def _order_ref(self) -> str:
        """Return the reference of the order.

        Exports until about 2021 have none: the payment's number stands in their links; failing
        that, the number within the campaign and the moment tell orders apart.
        """
        cells = self._cells
        if "number" not in cells.header.positions:
            return cells.required(cells.reference, "order_ref")
        for field in ("certificate", "card"):
            match = _NUMBER_IN_LINK.search(cells.text(field, _LINK_LIMIT))
            if match:
                return match.group(1)
        number = cells.required(cells.reference, "number")
        return f"{number}@{cells.text('ordered_on', WORD_LIMIT)}"

    def _amount(self) -> tuple[Money, str]:
        """Return what the row costs: tariff and options less the promotion."""
        cells = self._cells
        gross = cells.amount("tariff_amount")
        for position in self._options:
            written = cells.at(position)
            if written:
                gross += cells.amount_of(written, cells.header.names[position])
        net = gross - Money(abs(cells.amount("promo_amount").cents))
        if gross.cents < 0:
            return gross, "negative_amount"
        return (net, "") if net >= ZERO else (gross, "parts_do_not_add_up")

    def _receipt_doubt(self) -> str:
        number = self._cells.cell("receipt_number") or self._cells.cell("receipt")
        issued = number.strip() and word(number) not in self._words.no_receipt
        return "receipt_by_helloasso" if issued else ""

    def _read_answers(self) -> Mapping[str, str]:
        cells = self._cells
        answers = {}
        for position, question in self._answers.items():
            written = cells.at(position)
            answers[question] = (
                cells.cleaned(written, question, NOTE_LIMIT, clean_text) if written else ""
            )
        return answers


def _question(header: Header, position: int) -> str:
    return header.names[position].removeprefix(_OLD_ANSWER)


def _option_columns(header: Header) -> tuple[int, ...]:
    """Return the prices of options: ``Montant Repas`` when there is a column ``Repas``."""
    keys = {position: header_key(header.names[position]) for position in header.extra}
    options = set(keys.values())
    return tuple(
        position
        for position, key in keys.items()
        if key.startswith(_AMOUNT_PREFIX) and key.removeprefix(_AMOUNT_PREFIX) in options
    )
