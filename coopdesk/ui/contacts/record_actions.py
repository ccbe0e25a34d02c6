"""What can be done with the record of a contact, beside changing it and archiving it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from coopdesk.domain.contact_details import ContactState
from coopdesk.domain.contacts import ContactKind
from coopdesk.ui.contacts.gift_statement import GiftStatement
from coopdesk.ui.contacts.links import (
    CONSENT,
    GROUP,
    HOUSEHOLD,
    NO_PHOTO,
    NOTE,
    PHOTO,
    TAGS,
    TIE,
)
from coopdesk.ui.contacts.mass_editing import MassEditor
from coopdesk.ui.contacts.tie_editing import TieEditor
from coopdesk.ui.feedback import Question
from coopdesk.wording.formats import number_text
from coopdesk.wording.language import N_, _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QAction

    from coopdesk.domain.contacts import Contact
    from coopdesk.services.outcome import Outcome
    from coopdesk.ui.contacts.panel import ContactPanel
    from coopdesk.ui.page import Page

# Name, words, icon and keys of what opens a small form about one contact.
_FORMS = (
    (TAGS, N_("Tags…"), "tag", "Ctrl+T"),
    (TIE, N_("Tie to a structure…"), "buildings", "Ctrl+R"),
    (GROUP, N_("Put into a group…"), "users-three", "Ctrl+G"),
    (HOUSEHOLD, N_("Household…"), "house-line", ""),
    (CONSENT, N_("Consent…"), "check-square", "Ctrl+Shift+A"),
    (PHOTO, N_("Photo…"), "user-circle", ""),
    (NO_PHOTO, N_("Remove the photo"), "user-circle", ""),
)


class RecordActions(QObject):
    """Makes the actions on a page; ``chosen_ids`` says whom they concern."""

    left = Signal(object)  # ids of those that are in the list no more

    def __init__(self, page: Page, chosen_ids: Callable[[], Sequence[int]]) -> None:
        super().__init__(page)
        self._page = page
        self._desk = page.desk
        self._chosen_ids = chosen_ids
        self._panel: ContactPanel | None = None
        self.ties = TieEditor(page.desk, page)
        self.forms = {
            what: page.make_action(_(text), icon_name, partial(self._on_form, what), keys=keys)
            for what, text, icon_name, keys in _FORMS
        }
        make = page.make_action
        self.note_action = make(_("Note…"), "note", self._on_note, keys="Ctrl+Shift+N")
        self.partner_action = make(_("Becomes a partner…"), "handshake", self._on_partner)
        self.bin_action = make(
            _("Put into the recycle bin"), "trash", self._on_bin, keys="Shift+Del"
        )
        self.erase_action = make(_("Erase for good…"), "trash", self._on_erase)
        self.statement = GiftStatement(page, chosen_ids)
        self.mass = MassEditor(page.desk, page)
        self.mass_action = make(
            _("Change the selection…"), "list-plus", self._on_mass, keys="Shift+F2"
        )
        self.mass_action.setVisible(False)
        page.add_tool(self.mass_action)

    @property
    def about_one(self) -> tuple[QAction, ...]:
        """The actions about one contact, in the order of the menu."""
        own = (self.note_action, self.statement.action, self.partner_action)
        return (*self.forms.values(), *own)

    def follow(self, panel: ContactPanel) -> None:
        """Do what the links of a record ask for; the panel takes notes."""
        self._panel = panel
        panel.asked.connect(self._on_asked)

    def refresh(self, state: ContactState, contact: Contact | None) -> None:
        """Offer what can be done in a state; ``contact`` is known while its record is open."""
        count = len(self._chosen_ids())
        several = ngettext("Change the {count} contact…", "Change the {count} contacts…", count)
        self.mass_action.setText(several.format(count=number_text(count)))
        self.mass_action.setVisible(count > 1)
        one = bool(count)
        alive = state is not ContactState.MERGED
        for action in self.about_one:
            action.setEnabled(one and alive)
        self.bin_action.setVisible(state is not ContactState.BINNED)
        self.bin_action.setEnabled(one and state is not ContactState.BINNED)
        self.erase_action.setVisible(state is ContactState.BINNED)
        self.erase_action.setEnabled(one and state is ContactState.BINNED)
        is_person = contact is None or contact.profile.kind is ContactKind.PERSON
        tie = _("Tie to a structure…") if is_person else _("Tie a person…")
        self.forms[TIE].setText(tie)
        self.forms[HOUSEHOLD].setVisible(is_person)
        self._show_partner(is_person=is_person)
        has_photo = contact is not None and contact.profile.photo_id is not None
        self.forms[NO_PHOTO].setVisible(has_photo)

    def _show_partner(self, *, is_person: bool) -> None:
        """Offer of a structure that it becomes a partner, or the record of the one it is."""
        record = self._panel.record if self._panel is not None else None
        is_partner = record is not None and record.partner is not None
        become, open_it = _("Becomes a partner…"), _("Open the partner")
        self.partner_action.setText(open_it if is_partner else become)
        self.partner_action.setVisible(not is_person)

    @Slot()
    def _on_partner(self) -> None:
        ids = self._chosen_ids()
        if ids:
            self._desk.navigator.open("partners", ("contact", ids[0]))

    def _on_form(self, what: str, _checked: object = None) -> None:
        """Open a form about the first chosen contact."""
        ids = self._chosen_ids()
        if ids:
            self.ties.ask(ids[0], what)

    @Slot(str, str)
    def _on_asked(self, what: str, key: str) -> None:
        contact = self._panel.contact if self._panel is not None else None
        if what == NOTE and not key:
            self._on_note()
        elif contact is not None:
            self.ties.ask(contact.id, what, key)

    @Slot()
    def _on_note(self) -> None:
        """Go where a note is typed, opening the record first if it is closed."""
        ids = self._chosen_ids()
        if self._panel is None or not ids:
            return
        if not self._panel.isVisible():
            self._page.show_target(ids[0])
        self._panel.note.setFocus()

    @Slot()
    def _on_mass(self) -> None:
        ids = self._chosen_ids()
        if len(ids) > 1:
            self.mass.ask(ids)

    # the recycle bin

    @Slot()
    def _on_bin(self) -> None:
        # An open record stays: it says where the contact is now, and offers to bring it back.
        is_open = self._panel is not None and self._panel.isVisible()
        self.send(self._desk.services.contacts.bin, stays=is_open)

    def send(
        self, command: Callable[[Sequence[int]], Outcome[int]], *, stays: bool = False
    ) -> None:
        """Put the chosen contacts away, or bring them back."""
        ids = self._chosen_ids()
        if ids:
            done = None if stays else partial(self._on_left, ids)
            self._desk.tasks.command(self, partial(command, ids), done)

    def _on_left(self, ids: Sequence[int], _count: int) -> None:
        self.left.emit(ids)

    @Slot()
    def _on_erase(self) -> None:
        ids = self._chosen_ids()
        if ids:
            ask = partial(self._desk.services.contacts.not_erasable, ids)
            done = partial(self._ask_to_erase, ids)
            self._desk.tasks.query(self, ask, done, replaces="erase")

    def _ask_to_erase(self, ids: Sequence[int], kept: dict[int, tuple[str, ...]]) -> None:
        """Ask about those that can be erased; if none can, the service says why."""
        free = [key for key in ids if key not in kept]
        erase = partial(self._erase, free or ids)
        if not free:
            erase()
            return
        count, left = len(free), len(ids) - len(free)
        title = ngettext(
            "Erase {count} contact for good?", "Erase {count} contacts for good?", count
        )
        verb = ngettext("Erase {count} contact", "Erase {count} contacts", count)
        stays = ngettext(
            "{count} contact stays: gifts, payments, memberships, receipts or registrations "
            "rest on it.",
            "{count} contacts stay: gifts, payments, memberships, receipts or registrations "
            "rest on them.",
            left,
        )
        question = Question(
            title.format(count=number_text(count)),
            _(
                "Addresses, e-mails, phones, tags, notes, consents and ties are erased with "
                "it. You can take it back (Ctrl+Z)."
            ),
            verb.format(count=number_text(count)),
            detail=stays.format(count=number_text(left)) if left else "",
            is_grave=True,
        )
        self._desk.feedback.confirm(question, erase, self._page)

    def _erase(self, ids: Sequence[int]) -> None:
        erase = self._desk.services.contacts.erase
        self._desk.tasks.command(self, partial(erase, ids), partial(self._on_left, ids))
