"""Texts that letters are made from: read, changed, added, removed, with how they read."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from coopdesk.domain.donor_letters import DONOR_BLANKS, DonorTextKind
from coopdesk.ui.letters.editor_dialog import EditorDialog
from coopdesk.ui.letters.text_editor import TextEditor
from coopdesk.ui.letters.text_shelf import EditorWords, TextShelf
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import enum
    from collections.abc import Callable

    from PySide6.QtGui import QAction

    from coopdesk.domain.letter_templates import KeptText, LetterTemplate
    from coopdesk.services.outcome import Outcome
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.letters.text_shelf import SampleMail

_NEW = -1


class TextsDialog(EditorDialog):
    """One text at a time; each change is kept at once and can be undone."""

    def __init__(
        self, desk: Desk, parent: QWidget, shelf: TextShelf, kind: enum.Enum, place: int = 0
    ) -> None:
        super().__init__(desk, parent, shelf.title, TextEditor(shelf.blanks[kind], shelf.words))
        self._shelf = shelf
        self._texts: tuple[KeptText[Any], ...] = ()
        self._place_to_show = place
        self.kind = ChoiceBox([(one, label(one)) for one in shelf.blanks])
        self.kind.setAccessibleName(_("What the text is for"))
        self.kind.setMinimumContentsLength(20)
        self.kind.choose(kind)
        self.text.setAccessibleName(_("Text"))
        self.menu = QMenu(self)
        self.more_button = QPushButton(_("More"))
        self.more_button.setMenu(self.menu)
        self.add_action = self._step(_("New text…"), "plus", self.add)
        self.remove_action = self._step(_("Remove this text"), "trash", self.remove)
        self.reset_action = self._step(
            _("Back to the texts that are proposed"), "arrow-counter-clockwise", self.reset
        )
        self.kind.activated.connect(self._on_kind)
        self.lay_out((self.kind, self.text, self.more_button), 620)
        self._show_state()
        self.reload()

    def _step(self, text: str, icon_name: str, slot: Callable[[], object]) -> QAction:
        action = make_step(self, text, icon_name)
        action.triggered.connect(slot)
        self.menu.addAction(action)
        return action

    # what is shown

    @Slot()
    def reload(self) -> None:
        """Read the texts of the kind that is chosen."""
        call = partial(self._shelf.keeper.texts, self.kind.value)
        self._desk.tasks.query(self, call, self._on_texts, replaces="texts")

    def _on_texts(self, texts: tuple[KeptText[Any], ...]) -> None:
        self._texts = texts
        self.text.set_choices([(text.place, text.content.label) for text in texts])
        self.text.choose(min(self._place_to_show, len(texts) - 1))
        self._show_text()

    def _show_text(self) -> None:
        text = self._chosen
        if text is not None:
            self.editor.set_content(text.content)
        self._show_state()

    @property
    def _chosen(self) -> KeptText[Any] | None:
        return next((text for text in self._texts if text.place == self.text.value), None)

    @Slot()
    def _show_state(self) -> None:
        super()._show_state()
        self.remove_action.setEnabled(len(self._texts) > 1)
        self.reset_action.setEnabled(any(text.is_own for text in self._texts))

    @Slot(object)
    def _on_preview_wanted(self, content: LetterTemplate) -> None:
        sample = partial(self._shelf.keeper.sample, self.kind.value, content)
        self._desk.tasks.query(
            self, sample, self._on_sample, replaces="sample", failed=self.editor.form.show_error
        )

    def _on_sample(self, mail: SampleMail) -> None:
        self.editor.show_preview(mail.name, mail.text)

    # what the person does

    @Slot()
    def _on_kind(self) -> None:
        self._place_to_show = 0
        self.editor.set_blanks(self._shelf.blanks[self.kind.value])
        self.reload()

    @Slot()
    def _on_text(self) -> None:
        self._place_to_show = self.text.value
        self._show_text()

    @Slot()
    def _on_revert(self) -> None:
        self._place_to_show = max(self._place_to_show, 0)
        self.editor.form.is_dirty = False
        self._show_text()

    @Slot()
    def add(self) -> None:
        """Begin another text with the words of this one."""
        text = self._chosen
        if text is None:
            return
        self._place_to_show = _NEW
        self.editor.set_content(replace(text.content, code="", label=""))
        self.editor.form.is_dirty = True
        self._show_state()
        self.editor.label.setFocus()

    @Slot()
    def save(self) -> None:
        """Keep what is typed."""
        letters, kind = self._shelf.keeper, self.kind.value
        content = self.editor.read()
        call: Callable[[], Outcome[Any]] = (
            partial(letters.add_text, kind, content)
            if self._place_to_show == _NEW
            else partial(letters.change_text, kind, self.text.value, content)
        )
        self._desk.tasks.command(self, call, self._on_kept, failed=self.editor.form.show_error)

    @Slot()
    def remove(self) -> None:
        """Remove the text that is shown; undoing brings it back."""
        letters = self._shelf.keeper
        self._desk.tasks.command(
            self, partial(letters.remove_text, self.kind.value, self.text.value), self._on_gone
        )

    @Slot()
    def reset(self) -> None:
        """Give our own texts up for those that are proposed."""
        letters = self._shelf.keeper
        self._desk.tasks.command(
            self, partial(letters.reset_texts, self.kind.value), self._on_gone
        )

    def _on_kept(self, text: KeptText[Any]) -> None:
        self._place_to_show = text.place
        self.editor.form.is_dirty = False
        self.reload()

    def _on_gone(self, _gone: object) -> None:
        self._place_to_show = 0
        self.reload()


class DonorTextsDialog(TextsDialog):
    """The texts of letters to donors."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        kind: DonorTextKind = DonorTextKind.THANKS,
        place: int = 0,
    ) -> None:
        words = EditorWords(
            _(
                "An empty line parts paragraphs. A passage between [ ] is left out where its "
                "blank says nothing. A bar | between { } parts the words for one gift or "
                "receipt from those for several. The signature is added by itself."
            ),
            _("Put in a word that is filled for each donor"),
            _("How it reads"),
        )
        shelf = TextShelf(
            _("Texts of letters to donors"),
            desk.services.donor_letters,
            dict.fromkeys(DonorTextKind, DONOR_BLANKS),
            words,
        )
        super().__init__(desk, parent, shelf, kind, place)
