"""Asks when the next edition of an event is held; the rest comes from this one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from typing_extensions import override

from coopdesk.ui.events.when_fields import WhenFields
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.event_titles import event_title_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.events import Event, When
    from coopdesk.services.registry import Services


@dataclass(frozen=True, slots=True)
class NextOffer:
    """The event that another one follows, and what its report says of when that is."""

    event: Event
    said: str = ""


def read_next(services: Services, event_id: int) -> NextOffer:
    """Read what the form is about; runs on the worker, raises NotFoundError."""
    report = services.event_reports.of(event_id)
    said = report.content.next_text if report is not None else ""
    return NextOffer(services.events.get(event_id), said)


class NextDialog(FormDialog):
    """No date at all is an answer too."""

    def __init__(self, today: Callable[[], dt.date], offer: NextOffer, parent: QWidget) -> None:
        super().__init__(_("Prepare the next edition"), _("Prepare it"), parent)
        form = self.form
        event = offer.event
        title = event_title_text(event.title, event.content.edition)
        form.add_widget(plain_label(title, "strong", wrap=True))
        said = _("Cycle, organisation and tariffs are taken over; nobody is registered yet.")
        form.add_widget(plain_label(said, "muted", wrap=True))
        if offer.said:
            told = _("The report says: {text}").format(text=offer.said)
            form.add_widget(plain_label(told, wrap=True))
        self.when = WhenFields(form, today)
        self.when.choose_day()
        form.is_dirty = False
        self.when.kind.setFocus()

    @override
    def read(self) -> When:
        return self.when.read()
