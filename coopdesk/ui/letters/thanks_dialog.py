"""Which gifts to thank for, with which text, by letter or e-mail."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from coopdesk.domain.donor_letters import DonorTextKind
from coopdesk.ui.letters.texts_dialog import DonorTextsDialog
from coopdesk.ui.letters.thanks_columns import GiftRow, thanks_columns
from coopdesk.ui.mailing_dialog import MailingDialog, Reached
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.wording.formats import number_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.donor_letters import DonorText, GiftToThank
    from coopdesk.domain.letter_templates import FilledText
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk


@dataclass(frozen=True, slots=True)
class ThanksDue:
    """The gifts to thank for, the texts there are, and the donors no letter can go to.

    ``gone`` are those who get no e-mail either: they died, say.
    """

    gifts: tuple[GiftToThank, ...]
    texts: tuple[DonorText, ...]
    unposted: frozenset[int]
    gone: frozenset[int]


class ThanksDialog(MailingDialog):
    """Gifts to thank for; without ids, those that nobody was thanked for."""

    def __init__(self, desk: Desk, parent: QWidget, donation_ids: Sequence[int] = ()) -> None:
        super().__init__(desk, parent, _("Thank donors"))
        self._ids = tuple(donation_ids)
        self._gifts: tuple[GiftToThank, ...] = ()
        self._shown: dict[int, GiftToThank] = {}
        self._unposted: frozenset[int] = frozenset()
        self._gone: frozenset[int] = frozenset()
        self.list = RecordList(desk, "thanks", thanks_columns(), self._rows)
        self.list.set_accessible_name(_("Gifts to thank for"))
        self.list.set_empty(
            EmptyState(
                "check-circle",
                _("Everybody was thanked"),
                _("Every gift of the last twelve months has its thanks."),
            )
        )
        self.texts_button = QPushButton(_("Change the texts…"))
        self.texts_button.clicked.connect(self._on_texts)
        self.texts_dialog: DonorTextsDialog | None = None
        self.begin_choices(self.texts_button)
        self.choices.finish(
            _(
                "One letter for each donor, whatever the number of gifts. It is noted in the "
                "time-line of each contact."
            )
        )
        self.lay_out(980, 560)
        self.show_due()
        self.reload()

    # what is due

    @Slot()
    def reload(self) -> None:
        """Read the gifts and the texts."""
        call = partial(_read, self.desk.services, self._ids)
        self.desk.tasks.query(self, call, self._on_due, replaces="due")

    def _on_due(self, due: ThanksDue) -> None:
        self._gifts = due.gifts
        self._unposted, self._gone = due.unposted, due.gone
        chosen = self.text.value
        self.text.set_choices([(text.place, text.content.label) for text in due.texts])
        self.text.choose(min(chosen, len(due.texts) - 1))
        self.show_due()
        self.focus_letters()

    @override
    @Slot()
    def show_due(self) -> None:
        self._shown = {
            gift.donation_id: gift
            for gift in self._gifts
            if gift.donation_id not in self.taken_out
        }
        donors = {gift.donor_id: gift for gift in self._shown.values()}
        mailed = sum(
            bool(gift.email) and donor_id not in self._gone for donor_id, gift in donors.items()
        )
        posted = sum(donor_id not in self._unposted for donor_id in donors)
        said = ngettext(
            "{count} gift to thank for", "{count} gifts to thank for", len(self._shown)
        )
        said = said.format(count=number_text(len(self._shown)))
        if len(donors) != len(self._shown):
            text = ngettext("{count} donor", "{count} donors", len(donors))
            said = f"{said} · {text.format(count=number_text(len(donors)))}"
        self.show_lines(list(self._shown), said, Reached(len(donors), posted, mailed))

    def _rows(self, ids: Sequence[int]) -> list[GiftRow]:
        shown = self._shown
        return [GiftRow(shown[key]) for key in ids if key in shown]

    @override
    def read_text(self, place: int, key: int) -> FilledText | None:
        mails = self.desk.services.donor_letters.preview(place, [key])
        return mails[0].text if mails else None

    # the texts

    @Slot()
    def _on_texts(self) -> None:
        kind, place = DonorTextKind.THANKS, self.text.value
        self.texts_dialog = DonorTextsDialog(self.desk, self, kind, place)
        self.texts_dialog.finished.connect(self._on_texts_finished)
        self.texts_dialog.open()

    @Slot()
    def _on_texts_finished(self) -> None:
        self.texts_dialog = None
        self.reload()


def _read(services: Services, donation_ids: Sequence[int]) -> ThanksDue:
    """Read what is due; runs on the worker."""
    letters = services.donor_letters
    gifts = letters.gifts(donation_ids) if donation_ids else letters.unthanked()
    donors = [gift.donor_id for gift in gifts]
    return ThanksDue(
        tuple(gifts),
        letters.texts(DonorTextKind.THANKS),
        services.reminders.unposted(donors),
        letters.gone(donors),
    )
