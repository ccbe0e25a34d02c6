"""Forms: one column, labels above, errors beneath the field they are about."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from coopdesk.domain.errors import CoopDeskError, FieldErrors, RuleError
from coopdesk.ui.feedback import error_sentence
from coopdesk.ui.widgets.contact_picker import ContactPicker
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QLabel

W = TypeVar("W", bound=QWidget)
_NOT_LEFT = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}


class FormField(QWidget):
    """A labelled widget with a hint, or an error in its place."""

    left = Signal()

    def __init__(self, label: str, widget: QWidget, hint: str, *, required: bool) -> None:
        super().__init__()
        self.widget = widget
        self._hint_text = hint
        self._required = required
        self._label = plain_label("", "field")
        self._label.setBuddy(widget)
        self._below = plain_label(hint, "small", wrap=True)
        self._below.setMinimumWidth(1)  # no long word makes the form wider than its dialog
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._label)
        layout.addWidget(widget)
        layout.addWidget(self._below)
        self._below.setVisible(bool(hint))
        if isinstance(widget, QCheckBox):
            self._label.hide()
        self.set_label(label)
        widget.setAccessibleDescription(hint)
        widget.installEventFilter(self)

    def set_label(self, text: str) -> None:
        """Call the field otherwise."""
        self._label.setText(_("{label} *").format(label=text) if self._required else text)
        if isinstance(self.widget, QCheckBox):
            self.widget.setText(text)
        self.widget.setAccessibleName(text.replace("&", ""))

    def hide_label(self) -> None:
        """Leave the name to the title of the group; screen readers still say it."""
        self._label.hide()

    def set_hint(self, text: str) -> None:
        """Say something else beneath the field."""
        self._hint_text = text
        self.set_error(self.error)

    @property
    def error(self) -> str:
        """The error shown, empty when there is none."""
        return self._below.text() if self.widget.property("wrong") else ""

    def set_error(self, text: str) -> None:
        """Say what is wrong beneath the field; an empty text brings the hint back."""
        self._below.setText(text or self._hint_text)
        self._below.setVisible(bool(text or self._hint_text))
        self.widget.setAccessibleDescription(text or self._hint_text)
        if bool(self.widget.property("wrong")) == bool(text):
            return
        self._below.setProperty("part", "error" if text else "small")
        self.widget.setProperty("wrong", "yes" if text else "")
        for changed in (self._below, self.widget):
            changed.style().unpolish(changed)
            changed.style().polish(changed)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.widget and _leaves(event):
            self.left.emit()
        return super().eventFilter(watched, event)


def _leaves(event: QEvent) -> bool:
    """Tell whether a field loses the keys for good: not to its choices or another window."""
    if not isinstance(event, QFocusEvent) or not event.lostFocus():
        return False
    return event.reason() not in _NOT_LEFT


class Form(QWidget):
    """Fields by name; an error finds its field by ``error.field``."""

    edited = Signal()
    folded = Signal()  # the part under *Plus* was opened or closed
    unfolded = Signal(QWidget)  # the person opened it with this button

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, FormField] = {}
        self.is_dirty = False
        self._is_showing = False
        self._checks: dict[str, Callable[[], object]] = {}
        self._banner = plain_label("", "error", wrap=True)
        self._banner.hide()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(16)
        self._layout.addWidget(self._banner)
        self._place = self._layout
        self._rest: QWidget | None = None

    # building

    def add(
        self, name: str, label: str, widget: W, hint: str = "", *, required: bool = False
    ) -> W:
        """Add a field and return its widget; ``&`` in the label gives its Alt key."""
        field = FormField(label, widget, hint, required=required)
        self.fields[name] = field
        self._place.addWidget(field)
        field.left.connect(self._on_left)
        self._watch(widget)
        return widget

    def add_heading(self, text: str) -> QLabel:
        """Start a group of fields; the title is returned so that it can leave with them."""
        heading = plain_label(text, "heading")
        heading.setContentsMargins(0, 4, 0, 0)
        self._place.addWidget(heading)
        return heading

    def add_widget(self, widget: QWidget) -> None:
        """Add something that is not a field."""
        self._place.addWidget(widget)

    @contextmanager
    def placed_in(self, layout: QVBoxLayout) -> Iterator[None]:
        """Add fields to a layout of its own, which stands somewhere in this form."""
        before, self._place = self._place, layout
        try:
            yield
        finally:
            self._place = before

    def fold_rest(self, title: str = "") -> None:
        """Fold the fields added from now on under *Plus*."""
        button = QToolButton()
        button.setText(title or _("More"))
        button.setCheckable(True)
        button.setArrowType(Qt.ArrowType.RightArrow)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setProperty("kind", "fold")
        rest = QWidget()
        rest.hide()
        inner = QVBoxLayout(rest)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(16)
        button.toggled.connect(rest.setVisible)
        button.toggled.connect(self._on_fold_toggled)
        button.toggled.connect(self.folded)
        button.clicked.connect(self._on_fold_clicked)
        self._layout.addWidget(button)
        self._layout.addWidget(rest)
        self._place = inner
        self._fold = button
        self._rest = rest

    def unfold(self) -> None:
        """Show the fields that are folded under *Plus*."""
        fold = getattr(self, "_fold", None)
        if fold is not None:
            fold.setChecked(True)

    @Slot(bool)
    def _on_fold_toggled(self, is_open: bool) -> None:  # noqa: FBT001 (Qt's own argument)
        down, right = Qt.ArrowType.DownArrow, Qt.ArrowType.RightArrow
        self._fold.setArrowType(down if is_open else right)

    @Slot(bool)
    def _on_fold_clicked(self, is_open: bool) -> None:  # noqa: FBT001 (Qt's own argument)
        if is_open:
            self.unfolded.emit(self._fold)

    def check_on_leave(self, name: str, check: Callable[[], object]) -> None:
        """Call ``check`` when the field is left; its RuleError is shown beneath the field."""
        self._checks[name] = check

    # errors

    def show_error(self, error: CoopDeskError) -> None:
        """Say what is wrong beneath the fields concerned, the rest on top; go to the first."""
        self.clear_errors()
        errors = error.errors if isinstance(error, FieldErrors) else (error,)
        unplaced = []
        wrong = []
        for single in errors:
            field = self.fields.get(single.field or "")
            if field is None or not self._can_show(field):
                unplaced.append(error_sentence(single))
            else:
                field.set_error(error_sentence(single))
                wrong.append(field)
        self._check_the_rest()
        self._banner.setText("\n".join(unplaced))
        self._banner.setVisible(bool(unplaced))
        if wrong:
            # The field that is left by it keeps what was just said of it.
            self._is_showing = True
            self._reveal(wrong[0])
            self._is_showing = False
        elif unplaced:
            self._scroll_to(self._banner)

    def _can_show(self, field: FormField) -> bool:
        """Tell whether a field is seen once *Plus* is open: what is hidden says nothing."""
        if self._rest is not None and self._rest.isAncestorOf(field):
            return field.isVisibleTo(self._rest)
        return field.isVisibleTo(self)

    def _check_the_rest(self) -> None:
        """Go on saying what cannot be read elsewhere, when the first refusal is shown alone."""
        for name in self._checks:
            field = self.fields[name]
            if not field.error and not field.isHidden():
                self._check(name, field)

    def clear_errors(self) -> None:
        """Take all errors away."""
        self._banner.hide()
        for field in self.fields.values():
            field.set_error("")

    def error_of(self, name: str) -> str:
        """Return the error shown beneath a field."""
        return self.fields[name].error

    @property
    def banner(self) -> str:
        """What is said on top of the form, empty when nothing is."""
        return "" if self._banner.isHidden() else self._banner.text()

    def _reveal(self, field: FormField) -> None:
        if not field.isVisible():
            self.unfold()
        _typed_in(field.widget).setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll_to(field)

    def _scroll_to(self, said: QWidget) -> None:
        """Bring the field and its error into view, where the form can be scrolled."""
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None:
            # The errors have just made the form longer.
            self._layout.activate()
            above.ensureWidgetVisible(said)

    @Slot()
    def _on_left(self) -> None:
        sender = self.sender()
        for name, field in self.fields.items():
            if field is sender and name in self._checks and not self._is_showing:
                self._check(name, field)

    def _check(self, name: str, field: FormField) -> None:
        check = self._checks.get(name)
        try:
            if check is not None:
                check()
        except RuleError as error:
            field.set_error(error_sentence(error))
        else:
            field.set_error("")

    # changes

    def _watch(self, widget: QWidget) -> None:
        """Notice what the person changes, not what the program fills in."""
        if isinstance(widget, ContactPicker):
            widget.chosen.connect(self._on_chosen)
        if isinstance(widget, QLineEdit):
            widget.textEdited.connect(self._on_edited)
        elif isinstance(widget, QComboBox):
            widget.activated.connect(self._on_edited)
            line = widget.lineEdit()
            if line is not None:
                line.textEdited.connect(self._on_edited)
        elif isinstance(widget, QCheckBox):
            widget.clicked.connect(self._on_edited)
        elif isinstance(widget, QPlainTextEdit):
            widget.textChanged.connect(self._on_edited)
        elif hasattr(widget, "edited"):
            widget.edited.connect(self._on_edited)

    @Slot()
    def _on_edited(self) -> None:
        self._forgive(self.sender())
        self.is_dirty = True
        self.edited.emit()

    @Slot()
    def _on_chosen(self) -> None:
        self._forgive(self.sender())

    def _forgive(self, widget: QObject | None) -> None:
        """Take an error away once it is cured; a new one waits until the field is left.

        What only saving can judge is forgiven at the first change.
        """
        for name, field in self.fields.items():
            if field.widget is widget and field.error:
                self._check(name, field)


def _typed_in(widget: QWidget) -> QWidget:
    """Return what takes the keys: of several fields in one, its choice or else the first."""
    policy = Qt.FocusPolicy
    if type(widget).setFocus is not QWidget.setFocus:
        return widget
    if widget.focusProxy() is not None or widget.focusPolicy() != policy.NoFocus:
        return widget
    inner = (
        child
        for child in widget.findChildren(QWidget)
        if child.focusPolicy() & policy.TabFocus and child.isEnabled()
    )
    return next(inner, widget)
