"""The text of a convention: taken from those there are, adapted, shown as it will print."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton, QWidget

from coopdesk.domain.letter_templates import LetterTemplate
from coopdesk.domain.partner_texts import AGREEMENT_BLANKS, PartnerTextKind
from coopdesk.ui.letters.editor_dialog import EditorDialog
from coopdesk.ui.letters.text_editor import TextEditor
from coopdesk.ui.partners.texts import PartnerTextsDialog, editor_words
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.agreements import Agreement
    from coopdesk.domain.letter_templates import FilledText
    from coopdesk.domain.partner_texts import PartnerText
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk

_OWN = -1


@dataclass(frozen=True, slots=True)
class TermsFound:
    """An agreement, the text it prints today, and the texts to choose from."""

    agreement: Agreement
    terms: str
    usual: int
    texts: tuple[PartnerText, ...]


class AgreementTextDialog(EditorDialog):
    """Keeps the text of one agreement; its blanks are filled each time it is printed."""

    def __init__(self, desk: Desk, parent: QWidget, agreement_id: int) -> None:
        editor = TextEditor(AGREEMENT_BLANKS, editor_words(), body_only=True)
        super().__init__(desk, parent, _("Text of the convention"), editor)
        self._key = agreement_id
        self._found: TermsFound | None = None
        self.text.setAccessibleName(_("Text to start from"))
        self.texts_button = QPushButton(_("Change the texts…"))
        self.texts_button.clicked.connect(self._on_texts)
        self.texts_dialog: PartnerTextsDialog | None = None
        said = plain_label(_("Text to start from"), "field")
        self.lay_out((said, self.text, self.texts_button), 640)
        self._show_state()
        self.reload()

    # what is shown

    @Slot()
    def reload(self) -> None:
        """Read the text of the agreement, and those to choose from."""
        call = partial(_read, self._desk.services, self._key)
        self._desk.tasks.query(self, call, self._on_found, replaces="terms")

    def _on_found(self, found: TermsFound) -> None:
        self._found = found
        title = _("Text of “{title}”").format(title=found.agreement.content.title)
        self.heading.setText(title)
        offered = [(one.place, one.content.label) for one in found.texts]
        own = found.agreement.content.terms
        if own:
            offered.insert(0, (_OWN, _("The text of this agreement")))
        self.text.set_choices(offered)
        self.text.choose(_OWN if own else found.usual)
        self._show_terms(found.terms)

    def _show_terms(self, terms: str) -> None:
        self.editor.set_content(LetterTemplate("", "", "{convention}", terms))
        self._show_state()

    @Slot(object)
    def _on_preview_wanted(self, content: LetterTemplate) -> None:
        read = partial(self._desk.services.partner_papers.read_terms, self._key, content.body)
        self._desk.tasks.query(
            self, read, self._on_read, replaces="sample", failed=self.editor.form.show_error
        )

    def _on_read(self, text: FilledText) -> None:
        if self._found is not None:
            self.editor.show_preview(self._found.agreement.partner_name, text)

    # what the person does

    @Slot()
    def _on_text(self) -> None:
        found = self._found
        if found is None:
            return
        if self.text.value == _OWN:
            self._show_terms(found.terms)
            return
        self._show_terms(found.texts[self.text.value].content.body)
        # Another text than that of the agreement is something to keep.
        self.editor.form.is_dirty = self.editor.read().body != found.terms
        self.save_button.setEnabled(self.is_changed)
        self.revert_button.setVisible(self.is_changed)

    @Slot()
    def _on_revert(self) -> None:
        self.editor.form.is_dirty = False
        if self._found is not None:
            self._on_found(self._found)

    @Slot()
    def _on_texts(self) -> None:
        kind = PartnerTextKind.AGREEMENT
        place = max(self.text.value, 0)
        self.texts_dialog = PartnerTextsDialog(self._desk, self, kind, place)
        self.texts_dialog.finished.connect(self._on_texts_finished)
        self.texts_dialog.open()

    @Slot()
    def _on_texts_finished(self) -> None:
        self.texts_dialog = None
        self.reload()

    @Slot()
    def save(self) -> None:
        """Keep what is typed."""
        papers, body = self._desk.services.partner_papers, self.editor.read().body
        self._desk.tasks.command(
            self,
            partial(papers.keep_terms, self._key, body),
            self._on_kept,
            failed=self.editor.form.show_error,
        )

    def _on_kept(self, agreement: Agreement) -> None:
        if self._found is not None:
            terms = agreement.content.terms
            self._found = replace(self._found, agreement=agreement, terms=terms)
        self.editor.form.is_dirty = False
        self.reload()


def _read(services: Services, agreement_id: int) -> TermsFound:
    """Read the texts; runs on the worker."""
    papers = services.partner_papers
    return TermsFound(
        services.agreements.get(agreement_id),
        papers.terms(agreement_id),
        papers.usual_text(agreement_id),
        services.partner_letters.texts(PartnerTextKind.AGREEMENT),
    )
