"""The campaign of a gift and its tier, where the campaign has some."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QComboBox

from coopdesk.domain.donations import Ineligibility
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.steady_box import SteadyBox
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coopdesk.domain.campaigns import NewTier, Tier
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.widgets.form import Form


class CampaignFields(QObject):
    """A campaign that may be typed, and the tiers of the one that is there."""

    tier_chosen = Signal(object)  # NewTier or None

    def __init__(self, desk: Desk, form: Form) -> None:
        super().__init__(form)
        self._desk = desk
        self._form = form
        self._asked = ""
        self._tiers: dict[int, NewTier] = {}
        # The tier of the gift that is corrected, until the tiers of its campaign are read.
        self._kept: int | None = None
        self.campaign = form.add("campaign", _("Campaign"), _campaign_box())
        self.tier: ChoiceBox[int | None] = form.add(
            "tier", _("Tier"), ChoiceBox([(None, _("No tier"))])
        )
        form.fields["tier"].hide()
        self.campaign.activated.connect(self._ask)
        line = self.campaign.lineEdit()
        assert line is not None
        # While typing, so that the tiers are there when Tab leaves the campaign.
        line.textEdited.connect(self._ask)
        line.editingFinished.connect(self._ask)
        self.tier.activated.connect(self._on_tier)

    def offer(self, names: Iterable[str]) -> None:
        """Offer the campaigns there are; what is typed stays."""
        typed = self.campaign.currentText()
        self.campaign.clear()
        self.campaign.addItems(list(names))
        self.campaign.setEditText(typed)

    def show(self, campaign: str, tier_id: int | None) -> None:
        """Show a campaign and a tier of it."""
        self.campaign.setEditText(campaign)
        self._kept = tier_id
        self._ask()

    @property
    def name(self) -> str:
        """The campaign as typed."""
        return self.campaign.currentText()

    @property
    def tier_id(self) -> int | None:
        """The chosen tier; none of another campaign than the one that is typed."""
        if self._kept is not None:
            return self._kept
        return self.tier.value if self.name.strip() == self._asked else None

    @Slot()
    def _ask(self) -> None:
        name = self.name.strip()
        if name == self._asked:
            return
        self._asked = name
        if not name:
            self._on_tiers(name, [])
            return
        call = partial(self._desk.services.campaigns.tiers_for, name)
        self._desk.tasks.query(self, call, partial(self._on_tiers, name), replaces="tiers")

    def _on_tiers(self, name: str, tiers: list[Tier]) -> None:
        if name != self._asked:
            return
        self._tiers = {tier.id: tier.content for tier in tiers}
        choices: list[tuple[int | None, str]] = [(None, _("No tier"))]
        choices += [(key, _tier_text(tier)) for key, tier in self._tiers.items()]
        self.tier.set_choices(choices)
        self.tier.choose(self._kept)
        if self._kept is None:
            self._on_tier()
        self._kept = None
        self._form.fields["tier"].setVisible(bool(tiers))
        self._form.folded.emit()

    @Slot()
    def _on_tier(self) -> None:
        self.tier_chosen.emit(self._tiers.get(self.tier.value or 0))


def no_receipt_of(tier: NewTier) -> Ineligibility | None:
    """Return why a tier gives no receipt, None when it is a gift."""
    return None if tier.is_gift else tier.ineligibility or Ineligibility.COUNTERPART


def _tier_text(tier: NewTier) -> str:
    return tier.name if tier.is_gift else _("{tier} (no receipt)").format(tier=tier.name)


def _campaign_box() -> QComboBox:
    box = SteadyBox()
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    return box
