"""The profile of the association: one column of fields, and the paper they make beside it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from coopdesk.domain.association import Association, missing_for_receipts
from coopdesk.domain.errors import RuleError
from coopdesk.ui.association.choices import read_choices
from coopdesk.ui.association.fields import ProfileFields, errors_of
from coopdesk.ui.association.letterhead import Letterhead
from coopdesk.ui.columns import Tone
from coopdesk.ui.widgets.form import Form
from coopdesk.ui.widgets.notice import Notice
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from coopdesk.ui.association.choices import ProfileChoices
    from coopdesk.ui.desk import Desk

_FORM_WIDTH = 600
_PREVIEW_WIDTH = 380
_PREVIEW_FROM = 900
_PAUSE_MS = 150


class ProfileTab(QWidget):
    """Edits the profile; ``save`` keeps everything typed when it is refused."""

    dirty_changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._has_choices = False
        self.form = Form()
        self.fields = ProfileFields(desk.tasks, desk.today, self)
        self._fill_form()
        self.letterhead = Letterhead()
        self.notice = Notice()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._preview)
        self.fields.changed.connect(self._pause.start)
        self.form.edited.connect(self.dirty_changed)
        self._lay_out()

    def _fill_form(self) -> None:
        form, fields = self.form, self.fields
        form.add_heading(_("Identity"))
        fields.add_name(form)
        form.add_heading(_("Official numbers"))
        fields.add_numbers(form)
        form.add_heading(_("Registered office"))
        fields.add_address(form)
        form.add_heading(_("Tax receipts"))
        fields.add_receipts(form)
        fields.add_signatory(form)
        form.add_heading(_("On papers"))
        fields.add_images(form)
        form.add_heading(_("Reaching you"))
        fields.add_contact(form)
        form.add_heading(_("Accounts"))
        fields.add_year(form)
        form.fold_rest()
        fields.add_rare(form)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(24)
        self.scroll_area = QScrollArea()
        row.addWidget(self.scroll_area, 1)
        self.scroll_area.setWidgetResizable(True)
        self.scroll_area.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QWidget()
        self.scroll_area.setWidget(column)
        inner = QVBoxLayout(column)
        inner.setContentsMargins(2, 8, 16, 24)
        self.form.setMaximumWidth(_FORM_WIDTH)
        inner.addWidget(self.form)
        inner.addStretch()
        self.side = QWidget()
        self.side.setFixedWidth(_PREVIEW_WIDTH)
        self.side.hide()
        beside = QVBoxLayout(self.side)
        beside.setContentsMargins(0, 8, 0, 0)
        beside.setSpacing(16)
        beside.addWidget(self.notice)
        beside.addWidget(self.letterhead)
        beside.addStretch()
        row.addWidget(self.side)

    @property
    def is_dirty(self) -> bool:
        """Whether something typed is not stored yet."""
        return self.form.is_dirty

    # reading

    @Slot()
    def reload(self) -> None:
        """Read the profile; what is being typed is never replaced."""
        if not self._has_choices:
            self._desk.tasks.query(self, read_choices, self._on_choices, replaces="choices")
        service = self._desk.services.association
        self._desk.tasks.query(self, service.get, self._on_profile, replaces="profile")

    def _on_choices(self, choices: ProfileChoices) -> None:
        self._has_choices = True
        self.fields.offer(choices)

    def _on_profile(self, profile: Association | None) -> None:
        if not self.is_dirty:
            self._show(profile or Association(name=""))

    def _show(self, profile: Association) -> None:
        self.fields.show(profile)
        self.form.clear_errors()
        self.form.is_dirty = False
        self.dirty_changed.emit()
        self._preview()

    # saving

    @Slot()
    def save(self) -> None:
        """Store the profile as typed."""
        try:
            profile = self.fields.read()
        except RuleError as error:
            self.form.show_error(error)
            return
        save = partial(self._desk.services.association.save, profile)
        self._desk.tasks.command(self, save, self._on_saved, failed=self.form.show_error)

    def _on_saved(self, profile: Association) -> None:
        self._show(profile)

    @Slot()
    def revert(self) -> None:
        """Show the profile as it is stored."""
        self.form.is_dirty = False
        self.reload()

    def go_to(self, name: str) -> None:
        """Lead to a field."""
        field = self.form.fields.get(name)
        if field is not None:
            field.widget.setFocus()
            self.scroll_area.ensureWidgetVisible(field)

    # beside the form

    @Slot()
    def _preview(self) -> None:
        try:
            profile = self.fields.read()
        except RuleError:
            return
        self.letterhead.show_profile(profile)
        lacking = _lacking_text(profile)
        if lacking:
            self.notice.say(Tone.ATTENTION, _("Not ready for tax receipts yet"), lacking)
        else:
            self.notice.say(Tone.GOOD, _("Ready for tax receipts"))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.side.setVisible(event.size().width() >= _PREVIEW_FROM)


def _lacking_text(profile: Association) -> str:
    """Say what is missing or wrong, nothing when receipts can be issued."""
    missing = missing_for_receipts(profile)
    wrong = len(errors_of(lambda: profile))
    said = []
    if missing:
        from coopdesk.wording.labels import profile_fields_text

        said.append(_("Still missing: {fields}").format(fields=profile_fields_text(missing)))
    if wrong:
        text = ngettext("{count} field to correct", "{count} fields to correct", wrong)
        said.append(text.format(count=wrong))
    return "\n".join(said)
