"""The texts of conventions and of letters to partners, for the dialog that changes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.partner_texts import BLANKS_OF, PartnerTextKind
from coopdesk.ui.letters.text_shelf import EditorWords, TextShelf
from coopdesk.ui.letters.texts_dialog import TextsDialog
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coopdesk.ui.desk import Desk


class PartnerTextsDialog(TextsDialog):
    """The texts of one kind first; the other is a choice away."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        kind: PartnerTextKind = PartnerTextKind.LETTER,
        place: int = 0,
    ) -> None:
        keeper = desk.services.partner_letters
        title = _("Texts of letters and conventions")
        shelf = TextShelf(title, keeper, BLANKS_OF, editor_words())
        super().__init__(desk, parent, shelf, kind, place)


def editor_words() -> EditorWords:
    """Return what an editor of such a text says around it."""
    return EditorWords(
        _(
            "An empty line parts paragraphs. A passage between [ ] is left out where its "
            "blank says nothing. Who signs is added by itself."
        ),
        _("Put in a word that is filled by itself"),
        _("As the partner reads it"),
    )
