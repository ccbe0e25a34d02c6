"""What an import of entries would do, in words: for the window and the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.wording.errors import code_text
from coopdesk.wording.formats import day_text, money_text, number_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coopdesk.domain.entry_imports import EntryImportPreview
    from coopdesk.domain.imports import Problem
    from coopdesk.domain.opening_balances import OpeningPreview

_MOST_NAMED = 8


def count_text(preview: EntryImportPreview) -> str:
    """Return how many entries would come, from when, and what they add up to."""
    if preview.days is None:
        return _("Nothing new in this file.")
    text = ngettext(
        "{count} draft, from {first} to {last}, {amount} in all.",
        "{count} drafts, from {first} to {last}, {amount} in all.",
        len(preview.entries),
    )
    first, last = preview.days
    return text.format(
        count=number_text(len(preview.entries)),
        first=day_text(first),
        last=day_text(last),
        amount=money_text(preview.amount),
    )


def remark_texts(preview: EntryImportPreview) -> list[str]:
    """Return what is made or left with the entries, a sentence each."""
    return list(_remarks(preview))


def each_remark(preview: EntryImportPreview) -> list[str]:
    """Return the same with each account, journal and third party by itself, for a list."""
    told = [*left_out_texts(preview), *_years(preview)]
    named = (
        (_("Account that will be added: {name}"), _new_accounts(preview)),
        (_("Account under another number: {name}"), _moved_accounts(preview)),
        (_("Journal that will be added: {name}"), _new_journals(preview)),
        (_("Activity that will be added: {name}"), preview.activities),
        (_("Third party found among the contacts: {name}"), preview.linked),
        (_("Third party kept in the label, not found or several: {name}"), preview.named),
    )
    return told + [text.format(name=name) for text, names in named for name in names]


def _remarks(preview: EntryImportPreview) -> Iterator[str]:
    yield from left_out_texts(preview)
    yield from _years(preview)
    named = (
        (_("Accounts that will be added: {names}."), _new_accounts(preview)),
        (_("Accounts under another number: {names}."), _moved_accounts(preview)),
        (_("Journals that will be added: {names}."), _new_journals(preview)),
        (_("Activities that will be added: {names}."), preview.activities),
        (_("Third parties found among the contacts: {names}."), preview.linked),
        (
            _("Third parties kept in the labels, not found or several: {names}."),
            preview.named,
        ),
    )
    for text, names in named:
        if names:
            yield text.format(names=_few(names))


def _years(preview: EntryImportPreview) -> Iterator[str]:
    for starts_on, ends_on in preview.years:
        text = _("The fiscal year from {first} to {last} will be opened.")
        yield text.format(first=day_text(starts_on), last=day_text(ends_on))


def _new_accounts(preview: EntryImportPreview) -> list[str]:
    return [f"{one.number} {one.label}" for one in preview.new_accounts]


def _moved_accounts(preview: EntryImportPreview) -> list[str]:
    return [f"{one.written} → {one.number} {one.label}" for one in preview.moved_accounts]


def _new_journals(preview: EntryImportPreview) -> list[str]:
    return [f"{one.code} {one.name}" for one in preview.new_journals]


def left_out_texts(preview: EntryImportPreview) -> Iterator[str]:
    """Yield how many entries do not come, and why."""
    if preview.same:
        text = ngettext(
            "{count} entry was imported before: it is left as it is.",
            "{count} entries were imported before: they are left as they are.",
            preview.same,
        )
        yield text.format(count=number_text(preview.same))
    if preview.known:
        text = ngettext(
            "{count} entry seems to be in the books already (same day, accounts and "
            "amounts): it is left out.",
            "{count} entries seem to be in the books already (same day, accounts and "
            "amounts): they are left out.",
            preview.known,
        )
        yield text.format(count=number_text(preview.known))
    if preview.left_out:
        text = ngettext(
            "{count} entry has a problem: it is left out.",
            "{count} entries have problems: they are left out.",
            preview.left_out,
        )
        yield text.format(count=number_text(preview.left_out))


def _few(names: Sequence[str]) -> str:
    """Return some names; many are counted."""
    shown = ", ".join(names[:_MOST_NAMED])
    more = len(names) - _MOST_NAMED
    if more <= 0:
        return shown
    text = ngettext("{shown} and {count} other", "{shown} and {count} others", more)
    return text.format(shown=shown, count=number_text(more))


def opening_texts(preview: OpeningPreview) -> list[str]:
    """Return what opening balances from a sheet come to, a sentence each."""
    text = ngettext(
        "{count} account, debits {debit}, credits {credit}.",
        "{count} accounts, debits {debit}, credits {credit}.",
        len(preview.accounts),
    )
    told = [
        text.format(
            count=number_text(len(preview.accounts)),
            debit=money_text(preview.entry.debit),
            credit=money_text(preview.entry.credit),
        )
    ]
    if preview.result:
        account = "120" if preview.result.cents > 0 else "129"
        text = _("Classes 6 and 7 come to a result of {result}: it stands on {account}.")
        told.append(text.format(result=money_text(preview.result), account=account))
    if preview.replaces_id is not None:
        told.append(_("It takes the place of the draft of an earlier sheet."))
    added = [f"{one.number} {one.label}" for one in preview.accounts if one.is_new]
    if added:
        told.append(_("Accounts that will be added: {names}.").format(names=_few(added)))
    moved = [f"{x.written} → {x.number}" for x in preview.accounts if x.written != x.number]
    if moved:
        told.append(_("Accounts under another number: {names}.").format(names=_few(moved)))
    return told


def problem_text(problem: Problem) -> str:
    """Return the sentence of a problem of a file."""
    return code_text(problem.code, {**problem.values, "column": problem.column})
