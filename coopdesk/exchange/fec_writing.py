"""Writes the file of accounting entries (FEC), and the one that describes it."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from coopdesk.domain.fec import FEC_COLUMNS, FecCharset, FecSeparator, fec_cells
from coopdesk.wording.formats import day_text, money_text, number_text
from coopdesk.wording.language import N_, _, in_french

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coopdesk.domain.fec import FecFigures, FecLine, FecStyle
    from coopdesk.domain.fiscal_years import FiscalYear

_END = "\r\n"
_LINES_AT_ONCE = 500
# Signs that ISO 8859-15 lacks, as people read them without loss.
_PLAINER = str.maketrans(
    {"’": "'", "\u2018": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "...", "•": "-"}
)

_MEANINGS = {
    "JournalCode": N_("code of the journal"),
    "JournalLib": N_("name of the journal"),
    "EcritureNum": N_("number of the entry: one sequence without gap for the fiscal year"),
    "EcritureDate": N_("day of the entry in the books, YYYYMMDD"),
    "CompteNum": N_("number of the account (chart ANC 2018-06); the first three are figures"),
    "CompteLib": N_("name of the account"),
    "CompAuxNum": N_("number of the third party; may be empty"),
    "CompAuxLib": N_("name of the third party; may be empty"),
    "PieceRef": N_(
        "reference of the voucher; ECRITURE- and the number of the entry when there is none"
    ),
    "PieceDate": N_("day of the voucher, YYYYMMDD"),
    "EcritureLib": N_("what the line is for"),
    "Debit": N_("debit in euros, decimal comma, nothing between thousands"),
    "Credit": N_("credit in euros, decimal comma, nothing between thousands"),
    "EcritureLet": N_("letters of matching; may be empty"),
    "DateLet": N_("day of matching, YYYYMMDD; may be empty"),
    "ValidDate": N_("day of validation, YYYYMMDD"),
    "Montantdevise": N_("amount in another currency; always empty"),
    "Idevise": N_("currency; always empty: the books are in euros"),
}


def fec_blocks(lines: Iterable[FecLine], style: FecStyle) -> Iterator[bytes]:
    """Yield the file: a header, then the lines, a few hundred at a time."""
    separator = style.separator.character
    texts = [separator.join(FEC_COLUMNS) + _END]
    for line in lines:
        texts.append(separator.join(fec_cells(line)) + _END)
        if len(texts) >= _LINES_AT_ONCE:
            yield _bytes("".join(texts), style.charset)
            texts.clear()
    yield _bytes("".join(texts), style.charset)


def _bytes(text: str, charset: FecCharset) -> bytes:
    try:
        return text.encode(charset.value)
    except UnicodeEncodeError:
        return "".join(_fitting(char) for char in text.translate(_PLAINER)).encode(
            charset.value, "replace"
        )


def _fitting(char: str) -> str:
    """Return a letter without the accents that the charset lacks."""
    try:
        char.encode(FecCharset.ISO_8859_15.value)
    except UnicodeEncodeError:
        plain = unicodedata.normalize("NFKD", char).encode("ascii", "ignore").decode()
        return plain or "?"
    return char


@in_french()
def fec_description(
    done: FecFigures, style: FecStyle, year: FiscalYear, owner: str, journals: Iterable[str]
) -> bytes:
    """Return the text that goes with a file: columns, codes, charset and totals."""
    separator = _("tab") if style.separator is FecSeparator.TAB else _("vertical bar (|)")
    told = [
        _("Description of the file of accounting entries (FEC)"),
        "",
        _("File: {name}").format(name=done.name),
        _("Association: {name}").format(name=owner or "–"),
        _("Fiscal year: {label}, from {first} to {last}").format(
            label=year.label, first=day_text(year.starts_on), last=day_text(year.ends_on)
        ),
        _("Characters: {charset}, without byte order mark").format(
            charset=style.charset.value.upper()
        ),
        _("Columns parted by: {separator}; records ended by CR LF").format(separator=separator),
        _("Order: opening balances first, then in order of validation"),
        _("Entries: {entries}; lines: {lines}").format(
            entries=number_text(done.entries), lines=number_text(done.lines)
        ),
        _("Total of debits: {debit}; total of credits: {credit}").format(
            debit=money_text(done.debit), credit=money_text(done.credit)
        ),
        _("Drafts left out: {count}").format(count=number_text(done.drafts)),
        "",
        _("Columns"),
        *(_column_line(at, name) for at, name in enumerate(FEC_COLUMNS, 1)),
        "",
        _("Journals"),
        *journals,
    ]
    return (_END.join(told) + _END).encode()


def _column_line(at: int, name: str) -> str:
    meaning = _(_MEANINGS[name])
    return f"{at:2d}. {name}: {meaning}"
