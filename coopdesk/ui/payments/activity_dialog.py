"""Asks what activity lines of payments are part of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from typing_extensions import override

from coopdesk.domain.money import total
from coopdesk.ui.widgets.activity_box import activity_choices, add_activity
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.formats import day_long, money_text, number_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.payments import PaymentLine
    from coopdesk.services.registry import Services
    from coopdesk.ui.widgets.activity_box import ActivityChoices


@dataclass(frozen=True, slots=True)
class ActivitySetting:
    """The lines, the activity that all of them have, and those to choose from."""

    lines: tuple[PaymentLine, ...]
    current: int | None
    choices: ActivityChoices


def read_activity_setting(services: Services, line_ids: Sequence[int]) -> ActivitySetting:
    """Read what the form shows; runs on the worker."""
    lines = tuple(services.payments.lines(line_ids))
    names = {line.activity for line in lines}
    name = names.pop() if len(names) == 1 else ""
    current = services.activities.id_named(name) if name else None
    return ActivitySetting(lines, current, activity_choices(services, current))


class PaymentActivityDialog(FormDialog):
    """One choice for every line; without any, the campaign of the payment decides."""

    def __init__(self, setting: ActivitySetting, parent: QWidget) -> None:
        super().__init__(_("Activity of the payment"), _("Save"), parent)
        self.form.add_heading(_about(setting.lines)).setWordWrap(True)
        self.activity = add_activity(self.form, setting.choices)
        self.activity.choose(setting.current)
        hint = _(
            "The event, group or project that this money is part of: reports by activity count "
            "it there. Entries follow when they are prepared the next time."
        )
        if not setting.choices:
            hint = _("There is no activity yet: an event or the inventory makes the first one.")
        self.form.add_widget(plain_label(hint, "muted", wrap=True))
        self.form.is_dirty = False
        self.activity.setFocus()

    @override
    def read(self) -> int | None:
        return self.activity.value


def _about(lines: Sequence[PaymentLine]) -> str:
    amount = money_text(total(line.amount for line in lines))
    if len(lines) > 1:
        count = ngettext("{count} line", "{count} lines", len(lines))
        return " · ".join((count.format(count=number_text(len(lines))), amount))
    said = ((line.payer_name, day_long(line.paid_on), amount) for line in lines)
    return " · ".join(filter(None, next(said, ())))
