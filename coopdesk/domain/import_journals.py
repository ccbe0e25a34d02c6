"""Where the journals of a file go, and in which journal entries without one stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coopdesk.domain.entry_imports import MappedJournal
from coopdesk.domain.fec_checks import is_opening_journal
from coopdesk.domain.journals import JournalKind
from coopdesk.domain.text import clean_line, fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from coopdesk.domain.entry_imports import ReadEntry
    from coopdesk.domain.journals import Journal

_CODE_LENGTH = 6
_NAME_LENGTH = 80
_UNFIT = re.compile(r"[^A-Z0-9]")
# How other programs and accountants call journals; the first word met decides.
_WORDS = (
    ("achat", JournalKind.PURCHASES),
    ("fournisseur", JournalKind.PURCHASES),
    ("vente", JournalKind.SALES),
    ("client", JournalKind.SALES),
    ("facture", JournalKind.SALES),
    ("caisse", JournalKind.CASH),
    ("espece", JournalKind.CASH),
    ("banque", JournalKind.BANK),
    ("bank", JournalKind.BANK),
    ("livret", JournalKind.BANK),
    ("don", JournalKind.GIFTS),
    ("divers", JournalKind.MISC),
)
_MONEY = {JournalKind.BANK: "51", JournalKind.CASH: "53"}
_TYPES = {
    "dette": JournalKind.PURCHASES,
    "depense": JournalKind.PURCHASES,
    "creance": JournalKind.SALES,
    "recette": JournalKind.SALES,
}


def map_journals(
    entries: Sequence[ReadEntry],
    accounts: Mapping[str, str],
    journals: Sequence[Journal],
) -> dict[tuple[str, str], MappedJournal]:
    """Return where each journal of a file goes, by its code and name.

    ``accounts`` gives the number here for each number of the file. A journal of ours is taken
    by its code when its name or kind agrees, else by its name; openings go to that of
    openings. Any other is added.
    """
    money: dict[tuple[str, str], set[str]] = {}
    for entry in entries:
        if entry.journal_code or entry.journal_name:
            key = (entry.journal_code, entry.journal_name)
            used = {accounts[line.account] for line in entry.lines}
            money.setdefault(key, set()).update(x for x in used if x[:2] in _MONEY.values())
    taken = {one.code for one in journals}
    found: dict[tuple[str, str], MappedJournal] = {}
    for key in sorted(money):
        known = _known(key, journals)
        if known is not None:
            found[key] = _as_mapped(key, known)
            continue
        made = _new(key, money[key], journals, taken)
        taken.add(made.code)
        found[key] = made
    return found


def _known(key: tuple[str, str], journals: Sequence[Journal]) -> Journal | None:
    code, name = key
    opened = [one for one in journals if one.is_open]
    if is_opening_journal(code, name):
        return next((x for x in opened if x.kind is JournalKind.OPENING), None)
    kind = _kind(name)
    for one in opened:
        agrees = not name or fold(one.name) == fold(name) or kind is one.kind
        if one.code == code.upper() and agrees:
            return one
    return next((x for x in opened if name and fold(x.name) == fold(name)), None)


def _kind(name: str) -> JournalKind | None:
    words = fold(name).split()
    for word, kind in _WORDS:
        if any(one.startswith(word) for one in words):
            return kind
    return None


def _new(
    key: tuple[str, str],
    money: Collection[str],
    journals: Sequence[Journal],
    taken: Collection[str],
) -> MappedJournal:
    code, name = key
    kind = _kind(name) or JournalKind.MISC
    account = ""
    if is_opening_journal(code, name):
        kind = JournalKind.OPENING
    elif kind in _MONEY:
        kept = {one.account for one in journals}
        own = [x for x in money if x.startswith(_MONEY[kind]) and x not in kept]
        # A journal of money keeps one account; without one it is like any other.
        account = own[0] if len(own) == 1 else ""
        kind = kind if account else JournalKind.MISC
    shown = clean_line(name)[:_NAME_LENGTH] or code
    return MappedJournal(code, _free_code(code, taken), shown, kind, account, is_new=True)


def _free_code(written: str, taken: Collection[str]) -> str:
    code = _UNFIT.sub("", written.upper())
    if not code or not code[0].isalpha():
        code = f"J{code}"
    code = code[:_CODE_LENGTH]
    if code not in taken:
        return code
    numbered = (f"{code[: _CODE_LENGTH - len(str(n))]}{n}" for n in range(2, 10_000))
    return next(one for one in numbered if one not in taken)


def _as_mapped(key: tuple[str, str], known: Journal) -> MappedJournal:
    return MappedJournal(key[0], known.code, known.name, known.kind, known.account)


def journal_for(
    entry: ReadEntry, numbers: Iterable[str], journals: Sequence[Journal]
) -> MappedJournal:
    """Return the journal of an entry whose file has none: that of its money, else its kind.

    ``numbers`` are its accounts here.
    """
    opened = [one for one in journals if one.is_open]
    if entry.is_opening:
        wanted: JournalKind | None = JournalKind.OPENING
    else:
        keeping = {one.account: one for one in opened if one.account}
        for number in numbers:
            if number in keeping:
                return _as_mapped(("", ""), keeping[number])
        wanted = _TYPES.get(fold(entry.type_name))
    for kind in (wanted, JournalKind.MISC):
        for one in opened:
            if one.kind is kind:
                return _as_mapped(("", ""), one)
    return _as_mapped(("", ""), opened[0])
