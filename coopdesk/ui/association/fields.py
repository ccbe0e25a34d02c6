"""The fields of the profile, in groups that a form shows; each checked when it is left."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QSizePolicy

from coopdesk.domain.association import Association, checked_association
from coopdesk.domain.errors import FieldErrors, RuleError, raise_all
from coopdesk.services.places import PlaceService
from coopdesk.ui.association.image_edit import ImageEdit
from coopdesk.ui.association.showing import ADDRESS, only_with, shown_text, value_of
from coopdesk.ui.widgets.count_edit import CountEdit
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.steady_box import SteadyBox
from coopdesk.ui.widgets.town_edit import TownFields
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable

    from coopdesk.domain.association import StoredImage
    from coopdesk.ui.association.choices import ProfileChoices
    from coopdesk.ui.tasks import TaskRunner
    from coopdesk.ui.widgets.form import Form

_DAYS = ("decree_on", "published_on")
_NARROW = {"postal_code": 140, "siren": 240, "rna": 240, "phone": 240}
_PURPOSE_HEIGHT = 96


class ProfileFields(QObject):
    """The widgets of the profile; what no form shows stays as it was."""

    changed = Signal()

    def __init__(
        self, tasks: TaskRunner, today: Callable[[], dt.date], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._today = today
        self._profile = Association(name="")
        self._choices: ProfileChoices | None = None
        self._forms: dict[str, Form] = {}
        self._lines: dict[str, QLineEdit] = {}
        self._days: dict[str, DayEdit] = {}
        self._counts: dict[str, CountEdit] = {}
        self._boxes: dict[str, QComboBox] = {}
        self._images: dict[str, ImageEdit] = {}
        self._purpose: QPlainTextEdit | None = None
        self._checks: dict[str, QCheckBox] = {}
        self._printed = plain_label("", "small", wrap=True)
        # The assistant asks for an address before there is any database.
        self._towns = TownFields(tasks, PlaceService(), self._typed_country, self)

    # groups of fields

    def add_name(self, form: Form) -> None:
        """Add the name and the purpose."""
        self._line(form, "name", _("&Name of the association"), required=True)
        purpose = QPlainTextEdit()
        purpose.setTabChangesFocus(True)
        purpose.setFixedHeight(_PURPOSE_HEIGHT)
        purpose.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        purpose.setPlaceholderText(_("As the statutes put it, in a few lines"))
        hint = _("Printed on tax receipts, which must say it explicitly.")
        self._purpose = form.add("purpose", _("&Purpose"), purpose, hint)
        self._watch(form, "purpose")
        purpose.textChanged.connect(self.changed)

    def add_numbers(self, form: Form) -> None:
        """Add RNA and SIREN."""
        rna_hint = _("W and nine characters, on the receipt of the prefecture.")
        self._line(form, "rna", _("&RNA number"), rna_hint)
        siren_hint = _("Nine digits. One of the two numbers is enough.")
        self._line(form, "siren", _("&SIREN number"), siren_hint)

    def add_address(self, form: Form) -> None:
        """Add street, postcode and town."""
        self._line(form, "street", _("S&treet"))
        self._line(form, "postal_code", _("P&ostcode"), line=self._towns.postal_code)
        self._line(form, "city", _("To&wn"), line=self._towns.city)

    def add_receipts(self, form: Form) -> None:
        """Add the receipt category and what completes it."""
        hint = _("It decides which box of the official form is ticked.")
        category = self._box(form, "category", _("Category on &tax receipts"), hint)
        category.currentIndexChanged.connect(self._on_category)
        form.add_widget(self._printed)
        self._line(form, "category_detail", _("Which kind of body"))
        hint = _("Decree or approval; in Alsace and Moselle, the order may stand for it.")
        self._day(form, "decree_on", _("Date of the decree"), hint)
        hint = _("Leave it empty for an order of Alsace or Moselle.")
        self._day(form, "published_on", _("Published in the Journal officiel on"), hint)

    def add_signatory(self, form: Form) -> None:
        """Add who signs receipts."""
        self._line(form, "signatory_name", _("&First and last name of the signatory"))
        role = self._line(form, "signatory_role", _("R&ole"))
        role.setPlaceholderText(_("Treasurer"))

    def add_images(self, form: Form) -> None:
        """Add logo and signature."""
        hint = _("PNG or JPEG, 2 MB at most. You can also drop a file here.")
        self._image(form, "logo", _("Logo"), hint)
        self._image(form, "signature", _("Signature image"), _("On a white background."))

    def add_contact(self, form: Form) -> None:
        """Add e-mail, phone and bank account."""
        self._line(form, "email", _("&E-mail"))
        self._line(form, "phone", _("&Phone"))
        self._line(form, "iban", _("&IBAN"))

    def add_year(self, form: Form) -> None:
        """Add the month in which the fiscal year starts."""
        hint = _("The twelve months of your accounts; for most associations, January.")
        self._box(form, "fiscal_year_start", _("The fiscal &year starts in"), hint)

    def add_rare(self, form: Form) -> None:
        """Add what few associations need."""
        self._line(form, "complement", _("Address complement"))
        self._box(form, "country", _("Country"))
        self._line(form, "website", _("Website"))
        edit = form.add("founded_year", _("Created in the year"), CountEdit(), _("On letters."))
        self._counts["founded_year"] = edit
        self._watch(form, "founded_year")
        edit.textChanged.connect(self.changed)
        hint = _("Instead of the RNA number, for associations of Alsace and Moselle.")
        self._line(form, "register_entry", _("Entry in the court's register"), hint)
        hint = _("Form 16216 for companies has other boxes; choose here if yours is another.")
        self._box(form, "company_category", _("Category on receipts of companies"), hint)
        hint = _("Rare: foundations of public utility, research, insertion. Never usual.")
        self._tick(
            form, "is_ifi_eligible", _("Gifts may lower the tax on wealth (art. 978)"), hint
        )
        hint = _("“vingt-et-un” instead of “vingt et un” on papers.")
        self._tick(form, "words_1990", _("Amounts in words follow the 1990 spelling"), hint)

    # building

    def _line(
        self,
        form: Form,
        name: str,
        label: str,
        hint: str = "",
        *,
        required: bool = False,
        line: QLineEdit | None = None,
    ) -> QLineEdit:
        line = form.add(name, label, line or QLineEdit(), hint, required=required)
        line.setMaxLength(300)
        if name in _NARROW:
            line.setMaximumWidth(_NARROW[name])
        self._lines[name] = line
        self._watch(form, name)
        line.editingFinished.connect(partial(self._tidy, name))
        line.textChanged.connect(self.changed)
        return line

    def _day(self, form: Form, name: str, label: str, hint: str) -> None:
        self._days[name] = form.add(name, label, DayEdit(self._today), hint)
        self._watch(form, name)
        self._days[name].textChanged.connect(self.changed)

    def _box(self, form: Form, name: str, label: str, hint: str = "") -> QComboBox:
        box = form.add(name, label, SteadyBox(), hint)
        box.setMinimumContentsLength(20)
        box.setSizeAdjustPolicy(box.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._forms[name] = form
        self._boxes[name] = box
        box.currentIndexChanged.connect(self.changed)
        return box

    def _tick(self, form: Form, name: str, label: str, hint: str) -> None:
        self._checks[name] = form.add(name, label, QCheckBox(), hint)
        self._checks[name].toggled.connect(self.changed)

    def _image(self, form: Form, name: str, label: str, hint: str) -> None:
        edit = form.add(name, label, ImageEdit(self._tasks, name), hint)
        self._forms[name] = form
        self._images[name] = edit
        edit.refused.connect(form.show_error)
        edit.edited.connect(partial(form.fields[name].set_error, ""))
        edit.edited.connect(self.changed)

    def _watch(self, form: Form, name: str) -> None:
        self._forms[name] = form
        form.check_on_leave(name, partial(self._check, name))

    def _typed_country(self) -> str:
        box = self._boxes.get("country")
        chosen = box.currentData() if box is not None else None
        return str(chosen or self._profile.address.country)

    # showing and reading

    def offer(self, choices: ProfileChoices) -> None:
        """Fill the boxes; call once, when the worker has read the choices."""
        self._choices = choices
        self._fill("category", [(one.code, one.label) for one in choices.categories])
        as_persons = ("", _("The same as for persons"))
        companies = [(one.code, one.label) for one in choices.company_categories]
        self._fill("company_category", [as_persons, *companies])
        self._fill("fiscal_year_start", list(enumerate(choices.months, start=1)))
        self._fill("country", choices.countries)
        self._choose_all()
        self._on_category()

    def _fill(self, name: str, entries: Iterable[tuple[object, str]]) -> None:
        box = self._boxes.get(name)
        if box is None:
            return
        with QSignalBlocker(box):
            box.clear()
            for key, text in entries:
                box.addItem(text, key)

    def show(self, profile: Association) -> None:
        """Show a profile as it is stored."""
        self._profile = profile
        for name, line in self._lines.items():
            line.setText(shown_text(name, value_of(profile, name)))
            line.setCursorPosition(0)
        for name, edit in self._days.items():
            edit.set_day(getattr(profile, name))
        for name, count in self._counts.items():
            count.set_count(getattr(profile, name))
        for name, image in self._images.items():
            image.set_image(getattr(profile, name))
        if self._purpose is not None:
            # Unlike other fields this one tells the form of what the program fills in, too.
            with QSignalBlocker(self._purpose):
                self._purpose.setPlainText(profile.purpose)
        for name, check in self._checks.items():
            check.setChecked(getattr(profile, name))
        self._choose_all()
        self._on_category()

    def _choose_all(self) -> None:
        for name, box in self._boxes.items():
            box.setCurrentIndex(box.findData(value_of(self._profile, name)))

    def read(self) -> Association:
        """Return the profile as typed.

        Raises:
            RuleError: a date cannot be read. FieldErrors: several.
        """
        errors: list[RuleError] = []
        values: dict[str, Any] = {name: line.text() for name, line in self._lines.items()}
        values.update({name: edit.image() for name, edit in self._images.items()})
        readers = {name: edit.day for name, edit in self._days.items()}
        for name, read in (readers | {x: y.count for x, y in self._counts.items()}).items():
            try:
                values[name] = read(name)
            except RuleError as error:
                errors.append(error)
        raise_all(errors)
        for name, box in self._boxes.items():
            if box.currentIndex() >= 0:
                values[name] = box.currentData()
        if self._purpose is not None:
            values["purpose"] = self._purpose.toPlainText()
        values.update({name: check.isChecked() for name, check in self._checks.items()})
        return self._put_together(values)

    def _put_together(self, values: dict[str, Any]) -> Association:
        place = {name: values.pop(name) for name in ADDRESS if name in values}
        return replace(self._profile, address=replace(self._profile.address, **place), **values)

    def image(self, name: str) -> StoredImage | None:
        """Return the ``logo`` or the ``signature`` as it stands."""
        edit = self._images.get(name)
        found: StoredImage | None = edit.image() if edit else getattr(self._profile, name)
        return found

    # checks

    def _check(self, name: str) -> None:
        """Raise what is wrong with one field, judged with the others beside it."""
        for error in errors_of(self.read):
            if error.field == name:
                raise error

    @Slot()
    def _tidy(self, name: str) -> None:
        """Show what was typed as it will be stored, when nothing is wrong with it."""
        line = self._lines[name]
        try:
            tidy = value_of(checked_association(only_with(name, line.text())), name)
        except RuleError:
            return
        shown = shown_text(name, tidy)
        if shown != line.text():
            line.setText(shown)

    @Slot()
    def _on_category(self) -> None:
        """Show the printed text of the category, and ask for what completes it."""
        if self._choices is None or "category" not in self._boxes:
            return
        code = self._boxes["category"].currentData()
        chosen = next((one for one in self._choices.categories if one.code == code), None)
        wanted = chosen.needs if chosen else ()
        for name in ("category_detail", *_DAYS):
            self._forms[name].fields[name].setVisible(name in wanted)
        self._printed.setText(
            _("On the receipt: {text}").format(text=chosen.filled({})) if chosen else ""
        )
        self._printed.setVisible(chosen is not None and chosen.text != chosen.label)


def errors_of(read: Callable[[], Association]) -> tuple[RuleError, ...]:
    """Return everything that is wrong with a profile as typed."""
    try:
        checked_association(read())
    except FieldErrors as several:
        return several.errors
    except RuleError as error:
        return (error,)
    return ()
