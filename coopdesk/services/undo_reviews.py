"""Says what rests on an import, so that it is not taken back under somebody's feet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.import_history import BlockerKind, UndoBlocker, UndoReview
from coopdesk.domain.operations import Operation
from coopdesk.wording.formats import day_text, number_text
from coopdesk.wording.language import ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.storage.unit_of_work import Work

_MOST_NAMED = 3
_INVENTED = "demo.built"


def review_undo(work: Work, run_id: int) -> UndoReview:
    """Return what stands in the way of taking an import back whole.

    Raises:
        NotFoundError: ``import.missing``.
    """
    operation_id = work.imports.operation_of_run(work.imports.summary(run_id).id)
    found = _resting(work, operation_id)
    if found and work.operations.get(operation_id).label == _INVENTED:
        # It recorded years beside this file: what rests on those would be named here.
        found = [
            UndoBlocker(BlockerKind.CHANGE, "import.of_demonstration", {}, (operation_id,))
        ]
    if not found:
        refusal = work.operations.obstacle(operation_id)
        if refusal is not None:
            later = refusal.values.get("operation")
            ids = (later.id,) if isinstance(later, Operation) else ()
            blocker = UndoBlocker(BlockerKind.CHANGE, refusal.code, refusal.values, ids)
            found.append(blocker)
    return UndoReview(run_id, tuple(found))


def refuse_resting(work: Work, operation_id: int) -> None:
    """Refuse to take an import back on which something rests; other operations pass.

    Raises:
        RuleError: ``import.rested_on_receipts``, ``…_entries``, ``…_matches`` or
        ``…_imports``, with names, ``import.of_demonstration``, else ``operation.…``.
    """
    run_id = work.undo_reviews.run_of(operation_id)
    if run_id is None:
        return
    for blocker in review_undo(work, run_id).blockers:
        raise RuleError(blocker.code, **blocker.values)


def _resting(work: Work, operation_id: int) -> list[UndoBlocker]:
    store = work.undo_reviews
    receipts = store.receipts(operation_id)
    entries = store.entries(operation_id)
    lines = store.matched_lines(operation_id)
    named = (
        (BlockerKind.RECEIPT, "import.rested_on_receipts", receipts),
        (BlockerKind.ENTRY, "import.rested_on_entries", entries),
        (
            BlockerKind.MATCH,
            "import.rested_on_matches",
            [(x.id, f"{x.label} ({day_text(x.booked_on)})") for x in lines],
        ),
        (BlockerKind.IMPORT, "import.rested_on_imports", store.later_imports(operation_id)),
    )
    return [
        UndoBlocker(
            kind, code, {"names": _named([text for _, text in of])}, tuple(key for key, _ in of)
        )
        for kind, code, of in named
        if of
    ]


def _named(texts: Sequence[str]) -> str:
    shown, more = ", ".join(texts[:_MOST_NAMED]), len(texts) - _MOST_NAMED
    if more <= 0:
        return shown
    said = ngettext("{shown} and {count} other", "{shown} and {count} others", more)
    return said.format(shown=shown, count=number_text(more))
