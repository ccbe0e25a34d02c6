"""Asks for what a funder granted: how much, since when it is due, for which days."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from typing_extensions import override

from coopdesk.domain.errors import RuleError
from coopdesk.domain.grant_accounts import BY_FUNDER
from coopdesk.domain.grant_requests import (
    Granting,
    GrantRequest,
    RequestForm,
    RequestPurpose,
)
from coopdesk.domain.grants import GrantKind
from coopdesk.ui.entries.account_picker import AccountPicker
from coopdesk.ui.widgets.activity_box import add_activity
from coopdesk.ui.widgets.amount_edit import AmountEdit
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.formats import money_text
from coopdesk.wording.grants import usual_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coopdesk.ui.desk import Desk
    from coopdesk.ui.widgets.activity_box import ActivityChoices


class GrantingDialog(FormDialog):
    """The amount asked is proposed; gives a ``Granting``.

    Its entry is drafted from it: due from the funder (441) to income (741), or to funds (131).
    """

    def __init__(
        self,
        desk: Desk,
        request: GrantRequest,
        activities: ActivityChoices,
        parent: QWidget,
    ) -> None:
        verb = _("Note that it is granted")
        super().__init__(verb, verb, parent)
        self._request = request
        self.form.add_widget(plain_label(request.content.title, "strong", wrap=True))
        if request.funder_name:
            self.form.add_widget(plain_label(request.funder_name, "muted", wrap=True))
        self._add_usual(desk)
        self._add_days(desk)
        self.activity = add_activity(self.form, activities)
        has_project = request.content.project_id is not None
        # Its project has an activity of its own.
        if has_project:
            self.form.fields["activity_id"].setVisible(False)
        self._add_accounts(desk)
        self.form.is_dirty = False
        self.amount.setFocus()
        self.amount.selectAll()

    def _add_usual(self, desk: Desk) -> None:
        form, content = self.form, self._request.content
        asked = money_text(content.asked) if content.asked else ""
        hint = _("Asked: {amount}.").format(amount=asked) if asked else ""
        self.amount = form.add("amount", _("Amount"), AmountEdit(), hint, required=True)
        self.amount.set_amount(content.asked)
        form.fields["amount"].setVisible(content.form is RequestForm.MONEY)
        self.notified_on = form.add(
            "notified_on",
            _("Notified on"),
            DayEdit(desk.today),
            _("The day of the letter that grants it: it is due from then on."),
            required=True,
        )
        self.notified_on.set_day(desk.today())
        self.expected_on = form.add(
            "expected_on",
            _("Money expected on"),
            DayEdit(desk.today),
            _("What is still due comes then in the forecast of the treasury."),
        )
        for name, check in (
            ("amount", self.amount.amount),
            ("notified_on", partial(self.notified_on.day, "notified_on")),
            ("expected_on", partial(self.expected_on.day, "expected_on")),
        ):
            form.check_on_leave(name, check)

    def _add_days(self, desk: Desk) -> None:
        form, content = self.form, self._request.content
        self.starts_on = form.add("starts_on", _("For the days from"), DayEdit(desk.today))
        self.ends_on = form.add(
            "ends_on",
            _("Until"),
            DayEdit(desk.today),
            _("Only if it is for more than this year: what is for later is kept for then."),
        )
        self.starts_on.set_day(content.starts_on)
        self.ends_on.set_day(content.ends_on)
        for name, day in (("starts_on", self.starts_on), ("ends_on", self.ends_on)):
            form.check_on_leave(name, partial(day.day, name))
            form.fields[name].setVisible(content.purpose is not RequestPurpose.INVESTMENT)

    def _add_accounts(self, desk: Desk) -> None:
        form = self.form
        form.fold_rest()
        self.account = form.add("account", _("Account of the grant"), AccountPicker(desk))
        self.receivable = form.add(
            "receivable_account", _("Account where it is due"), AccountPicker(desk)
        )
        is_for_goods = self._request.content.purpose is RequestPurpose.INVESTMENT
        kind = GrantKind.INVESTMENT if is_for_goods else GrantKind.OPERATING
        for picker, numbers in zip(
            (self.account, self.receivable), BY_FUNDER[kind], strict=True
        ):
            picker.setPlaceholderText(usual_text(numbers))
            picker.prefer(tuple(number[:2] for number in numbers))
            picker.offer_nothing_new()

    @override
    def read(self) -> Granting:
        day = self.notified_on.day("notified_on")
        if day is None:
            raise RuleError("grant.day_missing", field="notified_on")
        content = self._request.content
        has_days = content.purpose is not RequestPurpose.INVESTMENT
        return Granting(
            amount=self.amount.amount() if content.form is RequestForm.MONEY else None,
            notified_on=day,
            account=self.account.number,
            receivable_account=self.receivable.number,
            starts_on=self.starts_on.day("starts_on") if has_days else None,
            ends_on=self.ends_on.day("ends_on") if has_days else None,
            expected_on=self.expected_on.day("expected_on"),
            activity_id=self.activity.value,
        )
