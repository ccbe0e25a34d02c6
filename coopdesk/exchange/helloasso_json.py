"""Reads what HelloAsso's API answers, kept as a file: payments, orders, items, payouts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from coopdesk.domain.donations import ReturnReason
from coopdesk.domain.errors import RuleError
from coopdesk.domain.import_formats import FileFormat
from coopdesk.domain.imports import Problem, ReadFile
from coopdesk.domain.money import total
from coopdesk.exchange.headers import distinct_names, match_header
from coopdesk.exchange.helloasso import read_rows
from coopdesk.exchange.helloasso_api_items import ITEM, read_api_item
from coopdesk.exchange.helloasso_api_rows import PAYMENT, read_api_payment, refunds_of
from coopdesk.exchange.helloasso_layouts import PAYOUT
from coopdesk.exchange.helloasso_objects import ApiObjects, objects_of
from coopdesk.exchange.helloasso_orders import orders_taken_apart
from coopdesk.exchange.helloasso_words import helloasso_words
from coopdesk.exchange.json_content import flat, looks_like_json, read_json, with_corrections
from coopdesk.exchange.object_cells import ObjectCells
from coopdesk.exchange.row_cells import NO_CORRECTIONS
from coopdesk.exchange.sheet_limits import MAXIMUM_COLUMNS
from coopdesk.exchange.table_file import Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from coopdesk.domain.imports import ImportRow, PaymentRow
    from coopdesk.exchange.file_content import FileContent
    from coopdesk.exchange.json_content import JsonObject
    from coopdesk.exchange.row_cells import Corrections


def api_format(content: FileContent) -> FileFormat | None:
    """Say what a JSON file of HelloAsso holds; None for anything else."""
    if not looks_like_json(content.data):
        return None
    try:
        objects = objects_of(read_json(content))
    except RuleError:
        return None
    if objects is None:
        return None
    is_payout = len(objects.payouts) == objects.count
    return FileFormat.HELLOASSO_PAYOUT if is_payout else FileFormat.HELLOASSO_API


def read_api_file(content: FileContent, corrections: Corrections = NO_CORRECTIONS) -> ReadFile:
    """Read a JSON file of HelloAsso; ``line`` is the rank of what it tells, from 1.

    Raises:
        RuleError: ``file.…``; ``file.unknown_json`` when nothing in it is HelloAsso's.
    """
    objects = objects_of(read_json(content))
    if objects is None:
        raise RuleError("file.unknown_json")
    if objects.payouts:
        return read_rows(_payout_table(content, objects.payouts), corrections)
    return _read_objects(objects, (content.name, content.sha256), corrections)


def read_answers(
    objects: ApiObjects, name: str, sha256: str, corrections: Corrections = NO_CORRECTIONS
) -> ReadFile:
    """Read what the API answered; name and digest stand for those of a file."""
    return _read_objects(objects, (name, sha256), corrections)


def _read_objects(
    objects: ApiObjects, source: tuple[str, str], corrections: Corrections
) -> ReadFile:
    reader = _ObjectReader(corrections)
    payments, items = orders_taken_apart(objects)
    rows: list[ImportRow] = []
    for one in (*objects.payments, *payments):
        rows += reader.payments(one)
    for one in items:
        rows += reader.registration(one)
    return ReadFile(
        name=source[0],
        sha256=source[1],
        file_format=FileFormat.HELLOASSO_API,
        rows=tuple(rows),
        problems=(*reader.of_payments.problems, *reader.of_items.problems),
        warnings=(
            *_warnings(objects),
            *reader.of_payments.warnings,
            *reader.of_items.warnings,
        ),
        line_count=reader.line,
        refused=reader.refused,
    )


class _ObjectReader:
    """Reads objects one after the other and numbers what they tell."""

    def __init__(self, corrections: Corrections) -> None:
        self.line = 0
        self.refused: dict[int, Mapping[str, str]] = {}
        self.of_payments, self.of_items = ObjectCells(PAYMENT), ObjectCells(ITEM)
        self._corrections = corrections
        self._words = helloasso_words()

    def payments(self, told: JsonObject) -> list[PaymentRow]:
        """Return a payment and those that gave it back; none when it is refused."""
        cells = self.of_payments
        self._start(cells, told)
        row = read_api_payment(cells, self._words)
        if row is None:
            self.refused[cells.line] = cells.raw()
            return []
        refunds = []
        for refund in refunds_of(row, cells):
            self.line += 1
            refunds.append(replace(refund, line=self.line))
        if refunds and (row.returned is ReturnReason.REFUNDED or _is_whole(refunds, row)):
            row = replace(row, status=self._words.paid, status_known=True, returned=None)
        return [row, *refunds]

    def registration(self, told: JsonObject) -> list[ImportRow]:
        """Return the registration that an item is, if it is one."""
        cells = self.of_items
        self._start(cells, told)
        row = read_api_item(cells, self._words)
        if row is None and cells.refused:
            self.refused[cells.line] = cells.raw()
        if row is None and not cells.refused:
            self.line -= 1
        return [] if row is None else [row]

    def _start(self, cells: ObjectCells, told: JsonObject) -> None:
        self.line += 1
        cells_here = self._corrections.get(self.line)
        one = with_corrections(told, cells_here) if cells_here else told
        cells.start_object(self.line, flat(one))


def _is_whole(refunds: Iterable[PaymentRow], row: PaymentRow) -> bool:
    return row.returned is not None and total(x.amount for x in refunds) == row.amount


def _warnings(objects: ApiObjects) -> Iterator[Problem]:
    if objects.form_count:
        yield Problem(0, "file.forms_only", values={"count": objects.form_count})
    if objects.total > objects.count:
        yield Problem(
            0, "file.one_page", values={"count": objects.count, "total": objects.total}
        )


def _payout_table(content: FileContent, rows: list[dict[str, Any]]) -> Table:
    """Return rows of a payout as the table that its CSV is."""
    texts = [flat(row) for row in rows]
    names = list(dict.fromkeys(name for row in texts for name in row))
    if len(names) > MAXIMUM_COLUMNS:
        raise RuleError("file.too_many_columns", count=len(names))
    header = match_header((PAYOUT,), names)
    if header is None or header.missing:
        missing = header.missing if header else (PAYOUT.labels["credit"],)
        raise RuleError(
            "file.missing_column",
            column=missing[0],
            columns=missing,
            format=FileFormat.HELLOASSO_PAYOUT,
        )
    return Table(
        name=content.name,
        sha256=content.sha256,
        header=replace(header, names=distinct_names(names)),
        header_line=0,
        rows=[
            (line, [row.get(name, "") for name in names])
            for line, row in enumerate(texts, start=1)
        ],
    )
