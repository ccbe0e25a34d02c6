"""The operations of a bank file one by one, with everything wrong in them noted by line."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from coopdesk.domain.bank_statements import LineNature, ReadBankFile, ReadLine
from coopdesk.domain.errors import RuleError
from coopdesk.domain.imports import Problem
from coopdesk.domain.money import ZERO, Money
from coopdesk.domain.text import clean_line
from coopdesk.exchange.row_cells import CELL_LIMIT
from coopdesk.exchange.statement_cells import statement_amount
from coopdesk.exchange.statement_natures import nature_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from coopdesk.domain.bank_statements import ReadStatement
    from coopdesk.domain.import_formats import FileFormat
    from coopdesk.exchange.file_content import FileContent

Value = TypeVar("Value")

# No bank says more of one operation; more is another text in its place.
LABEL_LIMIT = 2_000


@dataclass(frozen=True, slots=True)
class Told:
    """What an operation says besides its day, its amount and its label."""

    value_on: dt.date | None = None
    nature: LineNature = LineNature.OTHER
    counterparty: str = ""
    bank_ref: str = ""
    payment_ref: str = ""
    cheque: str = ""


NOTHING_MORE = Told()


@dataclass(slots=True)
class StatementRows:
    """Gives the cells of the current operation; a wrong one refuses it, and reading goes on.

    ``corrections`` are texts that a person put in place of those of the file, by line.
    """

    corrections: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    refused: dict[int, Mapping[str, str]] = field(default_factory=dict)
    line: int = 0
    raw: dict[str, str] = field(default_factory=dict)

    def start(self, line: int, raw: dict[str, str]) -> None:
        """Go to an operation."""
        self.line, self.raw = line, raw
        if line in self.corrections:
            self.raw = raw | dict(self.corrections[line])
        for column, text in self.raw.items():
            if len(text) > CELL_LIMIT:
                # Not kept whole: what it would weigh in the file of the association.
                self.raw[column] = text[:LABEL_LIMIT]
                self.refuse("text.too_long", column, length=len(text), limit=CELL_LIMIT)

    def text(self, *columns: str) -> str:
        """Return the first of some cells that says something, tidied."""
        for column in columns:
            tidy = clean_line(self.raw.get(column, ""))
            if tidy:
                return tidy
        return ""

    def day(self, read: Callable[[str], dt.date], *columns: str) -> dt.date | None:
        """Return the day of the first filled cell; None when there is none or it is wrong."""
        for column in columns:
            written = self.raw.get(column, "").strip()
            if written:
                return self._parsed(read, written, column)
        return None

    def booked_on(self, read: Callable[[str], dt.date], *columns: str) -> dt.date | None:
        """Return the day that an operation cannot do without."""
        before = len(self.problems)
        found = self.day(read, *columns)
        if found is None and len(self.problems) == before:
            self.refuse("row.missing_value", columns[0])
        return found

    def amount(
        self, column: str, read: Callable[[str], Money] = statement_amount
    ) -> Money | None:
        """Return the amount that an operation cannot do without."""
        written = self.raw.get(column, "").strip()
        if not written:
            self.refuse("row.missing_value", column)
            return None
        return self._parsed(read, written, column)

    def balance(self, written: str, line: int) -> Money | None:
        """Return a balance; None when the file leaves it empty, or writes none that is one."""
        if not written.strip():
            return None
        try:
            return statement_amount(written.strip())
        except RuleError:
            told = clean_line(written)[:40]
            self.warnings.append(
                Problem(line, "statement.balance_unreadable", values={"text": told})
            )
            return None

    def refuse(self, code: str, column: str = "", **values: object) -> None:
        """Refuse the operation and say why."""
        self.refused[self.line] = self.raw
        self.problems.append(Problem(self.line, code, column, values))

    def warn(self, code: str, column: str = "", **values: object) -> None:
        """Note something about an operation that is not refused."""
        self.warnings.append(Problem(self.line, code, column, values))

    def finish(
        self,
        booked_on: dt.date | None,
        amount: Money | None,
        label: str,
        told: Told = NOTHING_MORE,
    ) -> ReadLine | None:
        """Return the operation; None when it is refused or when no money moved.

        What the label says of its kind goes before what the file says: La Banque Postale calls
        nearly everything a deposit. Only a withdrawal may bear the label of a card.
        """
        if len(label) > LABEL_LIMIT:
            self.refuse("text.too_long", "", length=len(label), limit=LABEL_LIMIT)
        if self.line in self.refused or booked_on is None or amount is None:
            return None
        if amount == ZERO:
            self.warn("statement.nothing_moved", text=label[:80])
            return None
        nature = told.nature
        if nature is not LineNature.CASH:
            nature = nature_of(label) or nature
        is_cheque = nature in {LineNature.CHEQUE, LineNature.DEPOSIT}
        return ReadLine(
            line=self.line,
            raw=self.raw,
            booked_on=booked_on,
            amount=amount,
            label=label,
            value_on=told.value_on,
            nature=nature,
            counterparty=told.counterparty,
            bank_ref=told.bank_ref,
            payment_ref=told.payment_ref,
            cheque=told.cheque if is_cheque or told.nature is LineNature.CHEQUE else "",
        )

    def read_file(
        self,
        content: FileContent,
        file_format: FileFormat,
        statements: Sequence[ReadStatement],
        warnings: Iterable[Problem] = (),
    ) -> ReadBankFile:
        """Return the file with its statements and all that was noted."""
        return ReadBankFile(
            name=content.name,
            sha256=content.sha256,
            file_format=file_format,
            statements=tuple(statements),
            problems=tuple(self.problems),
            warnings=(*warnings, *self.warnings),
            refused=self.refused,
        )

    def _parsed(self, read: Callable[[str], Value], written: str, column: str) -> Value | None:
        try:
            return read(written)
        except RuleError as error:
            told = {name: value for name, value in error.values.items() if name != "field"}
            self.refuse(error.code, column, **told)
            return None
