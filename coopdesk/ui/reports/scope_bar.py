"""What a report reads: one activity or all of them, drafts or only what is validated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from coopdesk.domain.ledgers import NO_ACTIVITY, ReportScope
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.labels import set_plain_tooltip
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coopdesk.domain.activities import Activity
    from coopdesk.services.registry import Services

_LENGTH = 14


def activity_of(services: Services, scope: ReportScope) -> str:
    """Return what the activity of a scope is called, nothing of all of them; on the worker."""
    if scope.activity_id is None:
        return ""
    if scope.activity_id == NO_ACTIVITY:
        return _("Without activity")
    return services.activities.get(scope.activity_id).title


class ScopeBar(QWidget):
    """An activity, and whether drafts count; ``changed`` when the person chooses."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._uses_activity = True
        # An activity that was asked for before the choices were read.
        self._wanted: int | None = None
        self.activity_box: ChoiceBox[int | None] = ChoiceBox([(None, _("All activities"))])
        self.activity_box.setMinimumContentsLength(_LENGTH)
        self.activity_box.setAccessibleName(_("Activity"))
        set_plain_tooltip(
            self.activity_box, _("Only the lines of an event, a group, a grant or a project")
        )
        self.drafts_chip = QPushButton(_("With drafts"))
        self.drafts_chip.setProperty("kind", "chip")
        self.drafts_chip.setCheckable(True)
        self.drafts_chip.setChecked(True)
        set_plain_tooltip(
            self.drafts_chip, _("Count the entries that are not validated yet as well")
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.activity_box)
        row.addWidget(self.drafts_chip)
        self.activity_box.activated.connect(self._on_activity)
        self.drafts_chip.clicked.connect(self._on_drafts)
        self.activity_box.hide()

    def offer(self, activities: Iterable[Activity]) -> None:
        """Offer these activities; without any the choice is not shown."""
        choices: list[tuple[int | None, str]] = [(None, _("All activities"))]
        choices.extend((one.id, one.title) for one in activities)
        if len(choices) > 1:
            choices.append((NO_ACTIVITY, _("Without activity")))
        self.activity_box.set_choices(choices)
        if self._wanted is not None:
            self.activity_box.choose(self._wanted)
            self._wanted = None
        self.use_activity(used=self._uses_activity)

    def use_activity(self, *, used: bool) -> None:
        """Let a report choose an activity, or read all of them whatever is chosen."""
        self._uses_activity = used
        self.activity_box.setVisible(used and self.activity_box.count() > 1)

    @property
    def activity_id(self) -> int | None:
        """The activity that is read, NO_ACTIVITY for what has none, None for everything."""
        if not self._uses_activity:
            return None
        return self.activity_box.value if self._wanted is None else self._wanted

    @property
    def with_drafts(self) -> bool:
        """Whether drafts count."""
        return self.drafts_chip.isChecked()

    def scope(self, fiscal_year_id: int) -> ReportScope:
        """Return what shall be read of a fiscal year."""
        return ReportScope(fiscal_year_id, self.activity_id, self.with_drafts)

    def choose(self, activity_id: int | None) -> None:
        """Choose an activity without telling, also one that is not offered yet."""
        self._wanted = None if self.activity_box.offers(activity_id) else activity_id
        self.activity_box.choose(activity_id)

    @Slot()
    def _on_activity(self) -> None:
        self._wanted = None
        self.changed.emit()

    @Slot()
    def _on_drafts(self) -> None:
        self.changed.emit()
