"""Opens the small forms around a contact and sends what was typed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from coopdesk.domain.contact_details import ConsentPurpose
from coopdesk.ui.contacts.links import (
    CONSENT,
    GROUP,
    HOUSEHOLD,
    LEAVE_HOUSEHOLD,
    NO_PHOTO,
    NOTE,
    PHOTO,
    TAGS,
    TIE,
)
from coopdesk.ui.contacts.saying_dialogs import ConsentDialog, NoteDialog
from coopdesk.ui.contacts.tie_dialogs import (
    GroupDialog,
    HouseholdDialog,
    RemovableDialog,
    TagsDialog,
    TieDialog,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.contact_details import Consent, Household, NewConsent
    from coopdesk.domain.contacts import Contact
    from coopdesk.services.contact_details import ContactDetails
    from coopdesk.services.outcome import Outcome
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.widgets.form_dialog import FormDialog


class TieEditor(QObject):
    """Records what is tied to a contact, over a page; one form at a time."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._window = parent
        self._last_source = ""
        self.dialog: FormDialog | None = None
        self._openers: dict[str, Callable[[ContactDetails, str], None]] = {
            TAGS: self._tags,
            TIE: self._tie,
            GROUP: self._group,
            HOUSEHOLD: self._household,
            LEAVE_HOUSEHOLD: self._leave_household,
            CONSENT: self._consent,
            NOTE: self._note,
            PHOTO: self._photo,
            NO_PHOTO: self._no_photo,
        }

    def ask(self, contact_id: int, what: str, key: str = "") -> None:
        """Open the form of one thing; ``key`` names what is to be changed, if anything."""
        read = partial(self._desk.services.details.of, contact_id)
        done = partial(self._on_details, what, key)
        self._desk.tasks.query(self, read, done, replaces="details")

    def _on_details(self, what: str, key: str, details: ContactDetails) -> None:
        if self.dialog is None:
            self._openers[what](details, key)

    # forms

    def _tags(self, details: ContactDetails, _key: str) -> None:
        services, contact = self._desk.services, details.contact
        self._open(
            TagsDialog(self._desk, self._window, contact),
            lambda tags: partial(_change_tags, services, contact.id, tags),
        )

    def _tie(self, details: ContactDetails, key: str) -> None:
        service = self._desk.services.affiliations
        known = next((x for x in details.affiliations if str(x.id) == key), None)
        dialog = TieDialog(self._desk, self._window, details.contact, known)
        if known is None:
            self._open(dialog, lambda new: partial(service.add, new))
        else:
            change = partial(service.change, known.id)
            self._open(
                dialog, lambda new: partial(change, new), partial(service.remove, known.id)
            )

    def _group(self, details: ContactDetails, key: str) -> None:
        service = self._desk.services.groups
        known = next((x for x in details.groups if str(x.id) == key), None)
        dialog = GroupDialog(self._desk, self._window, details.contact, known)
        if known is None:
            self._open(dialog, lambda new: partial(service.join, new))
        else:
            change = partial(service.change, known.id)
            self._open(
                dialog, lambda new: partial(change, new), partial(service.remove, known.id)
            )

    def _household(self, details: ContactDetails, _key: str) -> None:
        services, contact, known = self._desk.services, details.contact, details.household
        self._open(
            HouseholdDialog(self._desk, self._window, contact, known),
            lambda typed: partial(_live_together, services, contact.id, known, typed),
        )

    def _leave_household(self, details: ContactDetails, _key: str) -> None:
        leave = self._desk.services.households.remove_member
        self._desk.tasks.command(self, partial(leave, details.contact.id))

    def _consent(self, details: ContactDetails, key: str) -> None:
        dialog = ConsentDialog(
            self._desk,
            self._window,
            details.contact,
            details.consents_in_force,
            self._last_source,
        )
        purpose = ConsentPurpose(key) if key else next(iter(ConsentPurpose))
        dialog.ask_about(purpose)
        self._open(dialog, self._decision)

    def _decision(self, new: NewConsent) -> Callable[[], Outcome[Consent]]:
        self._last_source = new.source
        return partial(self._desk.services.details.decide, new)

    def _note(self, details: ContactDetails, key: str) -> None:
        service = self._desk.services.details
        known = next((x for x in details.notes if str(x.id) == key), None)
        if known is None:
            return
        self._open(
            NoteDialog(self._desk, self._window, known),
            lambda typed: partial(service.change_note, known.id, *typed),
            partial(service.remove_note, known.id),
        )

    def _photo(self, details: ContactDetails, _key: str) -> None:
        from coopdesk.ui.contacts.photo_choice import choose_photo

        take = partial(self._take_photo, details.contact.id)
        choose_photo(self._window, self._desk.settings, take)

    def _take_photo(self, contact_id: int, path: Path) -> None:
        set_photo = self._desk.services.details.set_photo
        self._desk.tasks.command(self, partial(set_photo, contact_id, path))

    def _no_photo(self, details: ContactDetails, _key: str) -> None:
        set_photo = self._desk.services.details.set_photo
        self._desk.tasks.command(self, partial(set_photo, details.contact.id, None))

    # sending

    def _open(
        self,
        dialog: FormDialog,
        command: Callable[[Any], Callable[[], Outcome[Any]]],
        remove: Callable[[], Outcome[Any]] | None = None,
    ) -> None:
        self.dialog = dialog

        def send(call: Callable[[], Outcome[Any]]) -> None:
            self._desk.tasks.command(
                dialog, call, dialog.saved, failed=dialog.show_error, ended=dialog.unlock
            )

        dialog.submitted.connect(lambda typed: send(command(typed)))
        if remove is not None and isinstance(dialog, RemovableDialog):
            dialog.removal_wanted.connect(partial(send, remove))
        dialog.finished.connect(self._on_finished)
        dialog.open()

    def _on_finished(self, _result: int) -> None:
        self.dialog = None


def _change_tags(
    services: Services, contact_id: int, tags: tuple[str, ...]
) -> Outcome[Contact]:
    """Give a contact other tags and leave the rest as it is by now; runs on the worker."""
    from dataclasses import replace

    profile = services.contacts.get(contact_id).profile
    return services.contacts.change(contact_id, replace(profile, tags=tags))


def _live_together(
    services: Services,
    contact_id: int,
    known: Household | None,
    typed: tuple[int | None, str],
) -> Outcome[Household]:
    """Put a contact and another one into one household; runs on the worker."""
    (other_id, name), households = typed, services.households
    if known is not None:
        if other_id is None:
            return households.rename(known.id, name)
        return households.add_member(known.id, other_id, name)
    assert other_id is not None
    theirs = households.of(other_id)
    if theirs is not None:
        return households.add_member(theirs.id, contact_id, name)
    return households.create([contact_id, other_id], name)
