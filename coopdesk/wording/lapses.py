"""What is said of a filter that names something that is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.condition_lapses import LapseKind
from coopdesk.wording.formats import number_text
from coopdesk.wording.language import N_, _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.condition_lapses import Lapse
    from coopdesk.domain.contact_conditions import SavedFilter

_NAMES = {
    "campaign": N_("the campaign “{name}”"),
    "college": N_("the college “{name}”"),
    "event": N_("the event “{name}”"),
    "field": N_("the field “{name}”"),
    "group": N_("the group “{name}”"),
    "import_run": N_("the import no. {name}"),
    "membership_type": N_("the membership type “{name}”"),
    "registered_to": N_("the event “{name}”"),
    "tag": N_("the tag “{name}”"),
}


def lapse_text(lapse: Lapse) -> str:
    """Return what is not there: ``the tag “Presse”``."""
    if lapse.about:
        text = _("the choice “{name}” of the field “{field}”")
        return text.format(name=lapse.name, field=lapse.about)
    return _(_NAMES[lapse.criterion]).format(name=lapse.name)


def lapses_text(lapses: Sequence[Lapse]) -> str:
    """Return in a sentence or two what a filter names in vain; empty when it names nothing."""
    gone = [lapse_text(one) for one in lapses if one.kind is not LapseKind.CHANGED]
    changed = [lapse_text(one) for one in lapses if one.kind is LapseKind.CHANGED]
    # What is wrong comes first: the end may be cut off.
    said = []
    if gone:
        text = _("This filter names what is not there (any more): {names}.")
        said.append(text.format(names=", ".join(gone)))
    if changed:
        text = _("This filter compares what has another type by now: {names}.")
        said.append(text.format(names=", ".join(changed)))
    return " ".join(said)


def using_text(filters: Sequence[SavedFilter]) -> str:
    """Name the saved filters that ask for something that is to go; empty for none."""
    text = ngettext(
        "{count} saved filter asks for it and will have to be changed: {names}.",
        "{count} saved filters ask for it and will have to be changed: {names}.",
        len(filters),
    )
    names = ", ".join(_("“{text}”").format(text=one.name) for one in filters)
    return text.format(count=number_text(len(filters)), names=names) if filters else ""
