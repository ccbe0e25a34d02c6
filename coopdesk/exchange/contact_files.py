"""Reads contacts out of any file: vCard, Google, Paheko, Galette, our own, or any table."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coopdesk.domain.contact_details import ReferenceSource
from coopdesk.domain.contact_imports import (
    IGNORED,
    NAMING,
    ColumnUse,
    ContactRow,
    ReadContacts,
    Recognised,
    Sureness,
)
from coopdesk.domain.errors import RuleError
from coopdesk.domain.import_formats import FileFormat
from coopdesk.domain.imports import Problem
from coopdesk.domain.text import fold
from coopdesk.exchange.column_guessing import guess_columns, program_of, recognised_count
from coopdesk.exchange.contact_building import ContactBuilder
from coopdesk.exchange.contact_days import USUAL_ORDER, DayOrder, order_of
from coopdesk.exchange.contact_draft import Cell
from coopdesk.exchange.contact_values import GOOGLE_MARK, unguarded
from coopdesk.exchange.file_content import read_content
from coopdesk.exchange.google_columns import numbered
from coopdesk.exchange.headers import match_header
from coopdesk.exchange.helloasso_layouts import LAYOUTS
from coopdesk.exchange.json_content import looks_like_json
from coopdesk.exchange.open_collective import refuse_truncated
from coopdesk.exchange.open_collective_contacts import members_table, without_hidden
from coopdesk.exchange.plain_table import PlainTable, read_plain_table
from coopdesk.exchange.row_cells import CELL_LIMIT
from coopdesk.exchange.row_steps import heard, unheard
from coopdesk.exchange.vcard_contacts import is_vcard, read_vcards

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from coopdesk.domain.custom_fields import CustomField
    from coopdesk.exchange.contact_words import Program
    from coopdesk.exchange.file_content import FileContent

_DAYS = frozenset({"birth_on", "member_since"})
_OWN_FORMAT = FileFormat.COOPDESK_CONTACTS
_ADDRESS = frozenset({"street", "complement", "postal_code", "city", "country", "address"})


@dataclass(frozen=True, slots=True)
class _Column:
    """A column that is read: where it stands, and the column of its label if there is one."""

    position: int
    name: str
    field: str
    group: str
    label_at: int
    order: DayOrder


def _nothing(_header_key: str) -> Mapping[str, str]:
    """Remember no mapping."""
    return {}


def recognise_contacts(path: Path, custom: Sequence[CustomField] = ()) -> Recognised:
    """Say what a file is and what its columns would be taken for.

    Raises:
        RuleError: ``file.…``, it holds no contacts. ExternalError: it cannot be read.
    """
    content = read_content(path)
    if is_vcard(content.data):
        read = read_vcards(content, custom)
        count = len(read.rows) + len(read.refused)
        return Recognised(FileFormat.VCARD, (), "", needs_mapping=False, row_count=count)
    table = _table(content, custom)
    uses = _guessed(table, custom)
    return Recognised(
        file_format=_format_of(program_of(table.names)),
        columns=uses,
        header_key=header_key(table.names),
        needs_mapping=not any(use.field in NAMING for use in uses),
        row_count=len(table.rows),
    )


def read_contacts(
    path: Path,
    mapping: Mapping[str, str] | None = None,
    custom: Sequence[CustomField] = (),
    remembered: Callable[[str], Mapping[str, str]] = _nothing,
    advance: Callable[[int, int], None] = unheard,
    today: dt.date | None = None,
) -> ReadContacts:
    """Read a file of contacts; ``mapping`` says what columns mean, by their names.

    Without it ``remembered`` is asked for the mapping of the header, by its key. ``advance``
    hears now and then how many of how many rows are read, and may raise to stop. Days of birth
    after ``today`` are slips.

    Raises:
        RuleError: ``file.…``; ``file.no_naming_column`` when no column says who rows are about.
        ExternalError: it cannot be read.
    """
    content = read_content(path)
    if is_vcard(content.data):
        return read_vcards(content, custom, advance, today)
    table = _table(content, custom)
    key = header_key(table.names)
    uses = _chosen(_guessed(table, custom), remembered(key) if mapping is None else mapping)
    if not any(use.field in NAMING for use in uses):
        raise RuleError("file.no_naming_column", columns=", ".join(table.names[:12]))
    program = program_of(table.names)
    source = _source_of(program)
    is_our_own = _format_of(program) is _OWN_FORMAT
    builder = ContactBuilder(source, custom, is_our_own=is_our_own, today=today)
    reader = _TableReader(table, uses, builder)
    return ReadContacts(
        name=content.name,
        sha256=content.sha256,
        file_format=_format_of(program),
        source=source,
        rows=tuple(heard(reader.rows(), len(table.rows), advance)),
        columns=uses,
        header_key=key,
        problems=tuple(builder.problems),
        warnings=(*table.warnings, *builder.warnings, *_table_warnings(table)),
        refused=reader.refused,
    )


def file_digest(path: Path) -> str:
    """Return what tells the content of a file from others; raises as ``read_contacts``."""
    return read_content(path).sha256


def header_key(names: Sequence[str]) -> str:
    """Return what a header is remembered by: its names folded, in alphabetical order."""
    return "|".join(sorted(fold(name) for name in names))


def _table(content: FileContent, custom: Sequence[CustomField]) -> PlainTable:
    refuse_truncated(content)
    if looks_like_json(content.data):
        return without_hidden(members_table(content))
    own = frozenset(fold(one.content.name) for one in custom)
    table = read_plain_table(content, lambda cells: recognised_count(cells, own))
    header = match_header(LAYOUTS, table.names)
    if header is not None and not header.missing:
        # Its payers come in with their payments: as contacts only, money would be missing.
        raise RuleError("file.is_helloasso")
    if _source_of(program_of(table.names)) is ReferenceSource.OPEN_COLLECTIVE:
        return without_hidden(table)
    return table


def _source_of(program: Program | None) -> ReferenceSource:
    return program.source if program else ReferenceSource.TABLE


def _guessed(table: PlainTable, custom: Sequence[CustomField]) -> tuple[ColumnUse, ...]:
    return guess_columns(table.names, [cells for _line, cells in table.rows], custom)


def _chosen(uses: tuple[ColumnUse, ...], mapping: Mapping[str, str]) -> tuple[ColumnUse, ...]:
    """Return the uses with those a person chose; names are compared folded."""
    wanted = {fold(name): field for name, field in mapping.items()}
    return tuple(
        replace(use, field=wanted[fold(use.column)], sureness=Sureness.CHOSEN)
        if fold(use.column) in wanted
        else use
        for use in uses
    )


def _format_of(program: Program | None) -> FileFormat:
    return program.file_format if program else FileFormat.CONTACT_TABLE


def _table_warnings(table: PlainTable) -> Iterator[Problem]:
    if not table.rows:
        yield Problem(0, "file.no_rows")


class _TableReader:
    """Hands the cells of each row to the builder."""

    def __init__(
        self, table: PlainTable, uses: Sequence[ColumnUse], builder: ContactBuilder
    ) -> None:
        self.refused: dict[int, dict[str, str]] = {}
        self._table = table
        self._builder = builder
        self._columns = _columns(table, uses)
        self._told = frozenset(use.field for use in uses)

    def rows(self) -> Iterator[ContactRow]:
        """Yield the contacts; refused rows go to ``refused``."""
        names = self._table.names
        last = len(self._table.rows)
        for number, (line, texts) in enumerate(self._table.rows, start=1):
            self._builder.start(line)
            raw = dict(zip(names, texts, strict=False))
            is_cut = number == last and self._table.cut_short and len(texts) < len(names)
            row = None
            if self._may_be_read(texts, is_cut=is_cut):
                self._take(texts)
                row = self._builder.finish(raw, self._told)
            if row is None:
                self.refused[line] = raw
            else:
                yield row

    def _may_be_read(self, texts: Sequence[str], *, is_cut: bool) -> bool:
        width = len(self._table.names)
        if any(map(str.strip, texts[width:])):
            # A delimiter typed in a cell has moved what follows: nothing there can be trusted.
            self._builder.refuse("row.too_many_cells", count=len(texts), expected=width)
            return False
        if is_cut:
            self._builder.refuse("row.cut_short")
            return False
        longest = max(map(len, texts))
        if longest > CELL_LIMIT:
            at = next(at for at, text in enumerate(texts) if len(text) == longest)
            column = self._table.names[at]
            self._builder.refuse("text.too_long", column, length=longest, limit=CELL_LIMIT)
            return False
        return True

    def _take(self, texts: Sequence[str]) -> None:
        count = len(texts)
        for column in self._columns:
            text = texts[column.position] if column.position < count else ""
            if not text or text.isspace():
                continue
            if column.label_at < 0 and not column.group:
                cell = Cell(column.field, column.name, unguarded(text), order=column.order)
                self._builder.take(cell)
                continue
            label = texts[column.label_at].strip() if 0 <= column.label_at < count else ""
            cell = Cell(
                column.field,
                column.name,
                unguarded(text),
                label.removeprefix("* ").strip(),
                column.group,
                column.order,
                # Google's mark of the one to use.
                preferred=label.startswith("* "),
            )
            if column.group:
                for one in _parts_of_group(cell):
                    self._builder.take(one)
            else:
                self._builder.take(cell)


def _columns(table: PlainTable, uses: Sequence[ColumnUse]) -> list[_Column]:
    """Return the columns to read; a preferred e-mail or phone of Google comes first."""
    positions = {fold(use.column): at for at, use in enumerate(uses)}
    found = []
    for position, use in enumerate(uses):
        if use.field == IGNORED:
            continue
        group = numbered(fold(use.column))
        label_at = -1
        if group is not None and group[2] in {"value", "street", "formatted"}:
            prefix = f"{group[0]} {group[1]}"
            label_at = positions.get(f"{prefix} label", positions.get(f"{prefix} type", -1))
        order = USUAL_ORDER
        if use.field in _DAYS:
            order = order_of(_texts(table, position))
        name = str(group[1]) if group is not None and use.field in _ADDRESS else ""
        found.append(_Column(position, use.column, use.field, name, label_at, order))
    return found


def _texts(table: PlainTable, position: int) -> Iterator[str]:
    return (cells[position] for _line, cells in table.rows if position < len(cells))


def _parts_of_group(cell: Cell) -> Iterator[Cell]:
    """Yield the parts of several addresses that Google wrote into the cells of one."""
    if GOOGLE_MARK not in cell.text:
        yield cell
        return
    for at, text in enumerate(cell.text.split(GOOGLE_MARK)):
        if text.strip():
            yield cell._replace(text=text.strip(), group=f"{cell.group}.{at}")
