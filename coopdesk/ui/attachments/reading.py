"""Reads what is shown of a kept file; on the worker, pictures included."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage, QImageReader

from coopdesk.domain.errors import RuleError
from coopdesk.domain.page_pictures import (
    MOST_DOTS,
    FileView,
    ShownAs,
    fitting_size,
    picture_format,
)

if TYPE_CHECKING:
    from coopdesk.domain.page_pictures import PagePicture
    from coopdesk.services.file_views import FileViewService


@dataclass(frozen=True, slots=True)
class Shown:
    """A file and the page that is drawn; ``image`` is None where there is none."""

    view: FileView
    image: QImage | None = None
    page: int = 0
    pages: int = 0

    @property
    def is_turnable(self) -> bool:
        """Whether it has pages to be drawn one by one."""
        return self.view.shown_as is ShownAs.PAGES


def read_shown(
    service: FileViewService, attachment_id: int, page: int, width: int
) -> Shown | RuleError:
    """Return a file with one page of it, or why that cannot be shown; raises NotFoundError."""
    view = service.get(attachment_id)
    try:
        if view.shown_as is ShownAs.PAGES:
            drawn = service.page(attachment_id, page, width)
            return Shown(view, image_of(drawn), drawn.page, drawn.pages)
        if view.shown_as is ShownAs.PICTURE:
            return Shown(view, read_picture(view), 0, 1)
    except RuleError as error:
        return error
    return Shown(view)


def image_of(drawn: PagePicture) -> QImage:
    """Return a drawn page as an image of its own."""
    shape = (drawn.width, drawn.height, 4 * drawn.width)
    return QImage(drawn.dots, *shape, QImage.Format.Format_RGB32).copy()


def read_picture(view: FileView) -> QImage:
    """Return a picture upright, made smaller while it is read when it has too many dots.

    Raises:
        RuleError: ``attachment.damaged``.
    """
    device = QBuffer()
    device.setData(QByteArray(view.picture))
    device.open(QIODevice.OpenModeFlag.ReadOnly)
    # The format is told by the first bytes: no other reader gets to see a stranger's file.
    reader = QImageReader(device, QByteArray(picture_format(view.picture).encode()))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and size.width() * size.height() > MOST_DOTS:
        wanted = fitting_size((size.width(), size.height()), size.width())
        reader.setScaledSize(QSize(*wanted))
    image = reader.read()
    device.close()
    if image.isNull():
        raise RuleError("attachment.damaged", name=view.name)
    return image
