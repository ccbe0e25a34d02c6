"""Says who is not on a paper, and why."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from coopdesk.wording.formats import number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.paper_people import AddressRemark, LeftOut, LeftOutReason

_NAMED = 2


def left_out_text(left_out: Sequence[LeftOut]) -> str:
    """Return how many are left out for which reason; few are named."""
    if not left_out:
        return ""
    names: dict[LeftOutReason, list[str]] = defaultdict(list)
    for one in left_out:
        names[one.reason].append(one.name)
    parts = [
        _("{names} ({reason})").format(names=_some(found), reason=label(reason))
        for reason, found in names.items()
    ]
    return _("Left out: {reasons}.").format(reasons=", ".join(parts))


def left_out_list(left_out: Sequence[LeftOut]) -> str:
    """Return everybody who is left out with the reason, a line each."""
    said = _("{names} ({reason})")
    return "\n".join(said.format(names=one.name, reason=label(one.reason)) for one in left_out)


def shortened_text(shortened: Sequence[AddressRemark]) -> str:
    """Return whose address was shortened."""
    if not shortened:
        return ""
    names = _some([one.name for one in shortened])
    return _("Addresses shortened to fit: {names}.").format(names=names)


def _some(names: Sequence[str]) -> str:
    return ", ".join(names) if len(names) <= _NAMED else number_text(len(names))
