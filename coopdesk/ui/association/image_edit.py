"""An image of the profile: what it looks like on paper, choose another, take it away."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QColor, QDragEnterEvent, QDropEvent, QPainter, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from coopdesk.domain.errors import RuleError
from coopdesk.system.paths import documents_folder
from coopdesk.ui.theme import current_scheme
from coopdesk.ui.widgets.action_button import ActionButton
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from coopdesk.domain.association import StoredImage
    from coopdesk.ui.tasks import TaskRunner

_PAPER = QColor("#ffffff")
_WORDS_ON_PAPER = QColor("#566072")
_MARGIN = 8


class Paper(QWidget):
    """Shows an image on white, whatever the theme: papers are white."""

    def __init__(self, nothing: str, size: QSize, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._nothing = nothing
        self._pixmap = QPixmap()
        self.setFixedSize(size)

    def show_image(self, image: StoredImage | None) -> bool:
        """Show an image; return whether there is one that can be shown."""
        self._pixmap = QPixmap()
        if image is not None:
            self._pixmap.loadFromData(image.content)
        self.update()
        return not self._pixmap.isNull()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(current_scheme().line))
        painter.setBrush(_PAPER)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        if self._pixmap.isNull():
            painter.setPen(_WORDS_ON_PAPER)
            words = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(8, 0, -8, 0), words, self._nothing)
        else:
            self._draw_image(painter)
        painter.end()

    def _draw_image(self, painter: QPainter) -> None:
        room = self.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        ratio = self.devicePixelRatioF()
        scaled = self._pixmap.scaled(
            room.size() * ratio,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        scaled.setDevicePixelRatio(ratio)
        size = scaled.deviceIndependentSize()
        left = room.left() + (room.width() - size.width()) / 2
        top = room.top() + (room.height() - size.height()) / 2
        painter.drawPixmap(int(left), int(top), scaled)


class ImageEdit(QWidget):
    """Chooses a PNG or JPEG file, or takes one that is dropped on it."""

    edited = Signal()
    refused = Signal(object)  # RuleError

    def __init__(self, tasks: TaskRunner, field: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._field = field
        self._image: StoredImage | None = None
        self.setAcceptDrops(True)
        self.paper = Paper(_("No image"), QSize(200, 96))
        self.choose_action = QAction(_("Choose an image…"), self)
        self.choose_action.setProperty("icon_name", "image")
        self.choose_action.triggered.connect(self._on_choose)
        self.remove_action = QAction(_("Remove"), self)
        self.remove_action.setProperty("icon_name", "trash")
        self.remove_action.triggered.connect(self._on_remove)
        buttons = QVBoxLayout()
        buttons.setSpacing(8)
        self._choose = ActionButton(self.choose_action)
        self._remove = ActionButton(self.remove_action)
        for button in (self._choose, self._remove):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.paper)
        row.addLayout(buttons)
        row.addStretch()
        self.setFocusProxy(self._choose)
        self.set_image(None)

    def image(self) -> StoredImage | None:
        """Return the image, None when there is none."""
        return self._image

    def set_image(self, image: StoredImage | None) -> None:
        """Show an image, or that there is none."""
        self._image = image
        self.paper.show_image(image)
        self.remove_action.setVisible(image is not None)

    def take_file(self, path: Path) -> None:
        """Read a file on the worker; what is wrong with it is told by ``refused``."""
        self._tasks.query(
            self,
            partial(_read, path, self._field),
            self._on_read,
            failed=self.refused.emit,
            replaces="image",
        )

    def _on_read(self, image: StoredImage) -> None:
        if not self.paper.show_image(image):
            self.set_image(self._image)
            self.refused.emit(RuleError("image.unreadable", field=self._field, name=image.name))
            return
        self.set_image(image)
        self.edited.emit()

    @Slot()
    def _on_choose(self) -> None:
        dialog = QFileDialog(self, self.choose_action.text(), str(documents_folder()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([_("Images") + " (*.png *.jpg *.jpeg)", _("All files") + " (*)"])
        dialog.fileSelected.connect(self._on_chosen)
        dialog.open()

    @Slot(str)
    def _on_chosen(self, text: str) -> None:
        self.take_file(Path(text))

    @Slot()
    def _on_remove(self) -> None:
        self.set_image(None)
        self._choose.setFocus()
        self.edited.emit()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        for url in event.mimeData().urls()[:1]:
            self.take_file(Path(url.toLocalFile()))


def _read(path: Path, field: str) -> StoredImage:
    from coopdesk.services.association import read_image

    return read_image(path, field)
