"""What is done from the home page: going where a figure comes from, marking, first steps."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from coopdesk.domain.home_places import EVERYBODY, gifts_place, month_place
from coopdesk.ui.home.own_dates import OwnDates
from coopdesk.ui.home.tips import TOUR
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from coopdesk.domain.duties import Duty, MarkState
    from coopdesk.domain.home import HomeOverview, Place
    from coopdesk.ui.home.cockpit_lines import CockpitLine
    from coopdesk.ui.home.page import HomePage
    from coopdesk.ui.home.tips import Tip


class HomeDoing(QObject):
    """Carries out what the cards ask for."""

    tips_changed = Signal()

    def __init__(self, page: HomePage) -> None:
        super().__init__(page)
        self._page = page
        self._desk = page.desk
        self.own_dates = OwnDates(page)
        make = page.make_action
        self.import_action = make(_("Import a file…"), "download-simple", self._on_import)
        self.contact_action = make(_("Add a contact"), "user-plus", self._on_contact)
        self.profile_action = make(
            _("Complete the association's profile"), "identification-card", self._on_profile
        )
        self.demo_action = make(_("Try with an invented association"), "flask", self._on_demo)

    def first_steps(self) -> tuple[tuple[QAction, str, str], ...]:
        """Return what is offered while nothing is recorded."""
        return (
            (
                self.import_action,
                "download-simple",
                _("Of your bank, of HelloAsso, of Open Collective, or a list of contacts."),
            ),
            (
                self.contact_action,
                "user-plus",
                _("A person or an organisation, to record a first gift."),
            ),
            (
                self.profile_action,
                "identification-card",
                _("Address, number, signatory: what tax receipts must say."),
            ),
            (
                self.demo_action,
                "flask",
                _("To look around without risk, in another file: yours stays as it is."),
            ),
        )

    def fit(self, seen: HomeOverview) -> None:
        """Offer what makes sense in a file like this."""
        # The page of imports has a command of its own, with its key.
        self.import_action.setVisible(seen.is_empty)
        self.profile_action.setVisible(bool(seen.missing_profile))

    def blocked_text(self, year: int, blocked: int) -> str:
        """Say how many gifts are blocked; nothing when none is."""
        if not blocked:
            return _("gifts of {year}").format(year=year)
        text = ngettext("{count} gift blocked", "{count} gifts blocked", blocked)
        return _("{year}: {text}").format(year=year, text=text.format(count=blocked))

    # where figures come from

    @Slot(object)
    def open_place(self, place: Place) -> None:
        """Show the lines behind a figure."""
        self._desk.navigator.open(place.page, place.target)

    @Slot(object)
    def open_line(self, line: CockpitLine) -> None:
        """Go where something is done."""
        self._desk.navigator.open(line.page, line.target)

    @Slot(int, int)
    def open_month(self, year: int, month: int) -> None:
        """Show the gifts of a month, of the whole year for none."""
        self.open_place(month_place(year, month) if month else gifts_place(year))

    @Slot()
    def open_contacts(self) -> None:
        """Show all contacts, whatever was looked for before."""
        self._desk.navigator.open("contacts", EVERYBODY)

    @Slot()
    def open_gifts(self) -> None:
        """Show the gifts of the year."""
        self.open_place(gifts_place(self._desk.today().year))

    @Slot()
    def open_to_check(self) -> None:
        """Show the payments that wait for a decision."""
        self._desk.navigator.open("imports", "to_check")

    @Slot()
    def open_accounts(self) -> None:
        """Show the accounts, of which the curve of the treasury is made."""
        self._desk.navigator.open("accounts")

    @Slot()
    def open_backups(self) -> None:
        """Show where the file is, and its backups."""
        self._desk.navigator.open("settings", "database")

    @Slot()
    def open_journal(self) -> None:
        """Show all that was ever done."""
        self._desk.navigator.open("settings", "journal")

    # duties and tips

    @Slot(object, object)
    def mark(self, duty: Duty, state: MarkState) -> None:
        """Say that something was done, or that it is not ours to do."""
        service = self._desk.services.duties
        call = partial(service.mark, duty.code, duty.period, state)
        self._desk.tasks.command(self._page, call)

    @Slot()
    def show_calendar(self) -> None:
        """Show the twelve months of the year."""
        from coopdesk.ui.home.year_dialog import YearDialog

        dialog = YearDialog(self._desk, self._page.window())
        dialog.add_wanted.connect(self.own_dates.add)
        dialog.change_wanted.connect(self.own_dates.change)
        dialog.open()

    @Slot(object)
    def follow_tip(self, tip: Tip) -> None:
        """Go where a tip is followed."""
        navigator = self._desk.navigator
        if tip.code == TOUR:
            navigator.tour_wanted.emit()
        elif tip.command:
            navigator.run(tip.page, tip.command)
        else:
            navigator.open(tip.page, tip.target)

    @Slot()
    def record_gift(self) -> None:
        """Begin the first gift, for which the chart of gifts waits."""
        self._desk.navigator.run("donations", "record_action")

    @Slot(object)
    def dismiss_tip(self, tip: Tip) -> None:
        """Send a tip away for good."""
        self._desk.settings.dismiss(self._desk.database, tip.code)
        self._desk.settings.save()
        self.tips_changed.emit()

    # first steps

    @Slot()
    def _on_import(self) -> None:
        self._desk.navigator.open("imports", "choose")

    @Slot()
    def _on_contact(self) -> None:
        self._desk.navigator.run("contacts", "add_action")

    @Slot()
    def _on_profile(self) -> None:
        self._desk.navigator.open("settings", "profile")

    @Slot()
    def _on_demo(self) -> None:
        # Never into the file of the person: closed books could not be taken out of it again.
        self._desk.navigator.demo_wanted.emit()
