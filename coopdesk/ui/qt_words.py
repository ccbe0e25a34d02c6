"""Words of Qt's own dialogs that its French catalogue leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTranslator
from typing_extensions import override

from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtCore import QObject


class QtWords(QTranslator):
    """Answers for what no other translator knew: install it before the one of Qt."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = {
            "&Look in:": _("&Look in:"),
            "Files of &type:": _("Files of &type:"),
            "Folder": _("Folder"),
        }

    @override
    def translate(
        self,
        context: str,
        sourceText: str,
        /,
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str:
        return self._words.get(sourceText, sourceText)
