"""The form of a gift, driven as a person does."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from coopdesk.domain.activities import ActivityKind, NewActivity
from coopdesk.domain.campaigns import NewCampaign, NewTier
from coopdesk.domain.contacts import ContactFilter, NewContact
from coopdesk.domain.donations import DonationFilter, Ineligibility, ReturnReason, ValueBasis
from coopdesk.domain.errors import RuleError
from coopdesk.domain.gift_kinds import GiftKind
from coopdesk.domain.money import Money
from coopdesk.ui.donations.return_dialog import ReturnDialog
from coopdesk.ui.widgets.contact_picker import Choice
from tests.ui.contacts.conftest import press, settle
from tests.ui.donations.conftest import rows, shown

# The screenless plugin cannot grab; a real one does it silently for every popup.
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)

TAB, ENTER, ESCAPE = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Escape
CONTROL = Qt.KeyboardModifier.ControlModifier
TODAY = dt.date(2025, 12, 12)


@pytest.fixture
def dialog(qtbot, page):
    page.record_action.trigger()
    dialog = page.editor.dialog
    qtbot.waitUntil(dialog.donor.hasFocus)
    return dialog


def popup_is_open():
    return QApplication.activePopupWidget() is not None


def choose_donor(qtbot, text):
    """Type part of a name and take the first choice; return the number of keys."""
    keys = press(text)
    qtbot.waitUntil(popup_is_open)
    return keys + press(ENTER)


def only_gift(office):
    (line,) = office.services.donations.find(DonationFilter())
    return office.services.donations.get(line.id)


def words(label):
    return label.text().replace("\u00a0", " ")


def test_a_name_typed_but_not_chosen_is_told_on_leaving_it_until_somebody_is(qtbot, dialog):
    press("zz")
    assert dialog.form.fields["donor"].error == ""
    dialog.amount.setFocus()
    assert "liste" in dialog.form.fields["donor"].error
    dialog.donor.set_contact(Choice(1, "Élodie"))
    assert dialog.form.fields["donor"].error == ""


def test_cash_gift_of_a_known_donor_takes_nine_keys(qtbot, office, page):
    """Ctrl+4 for the page and Ctrl+N for the form are the window's two of them."""
    keys = 2
    page.record_action.trigger()
    qtbot.waitUntil(page.editor.dialog.donor.hasFocus)
    keys += choose_donor(qtbot, "lef")
    keys += press("20", ENTER)
    settle(qtbot, office, page)
    assert page.editor.dialog is None
    (row,) = rows(page)
    assert (row["donor"], row["amount"], row["mode"], row["date"]) == (
        "Élodie Lefèvre",
        "20,00 €",
        "Espèces",
        "12/12/2025",
    )
    assert page.list.table.current_id == only_gift(office).id
    assert keys == 9


def test_anonymous_gift_is_recorded_without_a_donor(qtbot, office, page, dialog):
    press(TAB, "5", ENTER)
    settle(qtbot, office, page)
    assert only_gift(office).content.donor_id is None


def test_enter_before_the_results_waits_for_the_only_one(qtbot, office, page, people, dialog):
    press("lef", ENTER)
    assert page.editor.dialog is dialog
    qtbot.waitUntil(dialog.amount.hasFocus)
    assert dialog.donor.contact_id() == people["Élodie Lefèvre"]
    assert office.services.donations.ids(DonationFilter()) == []


def test_enter_before_the_results_lets_choose_between_several(
    qtbot, office, page, people, dialog
):
    office.services.contacts.add(NewContact(last_name="Lefort", first_name="Ida"))
    press("lef", ENTER)
    qtbot.waitUntil(popup_is_open)
    assert dialog.donor.contact_id() is None
    press(Qt.Key.Key_Down, ENTER)
    assert dialog.donor.text() == "Ida Lefort"


def test_name_typed_without_choosing_is_never_taken_for_anonymous(qtbot, office, page, dialog):
    press("lef")
    qtbot.waitUntil(popup_is_open)
    press(ESCAPE)
    dialog.amount.setFocus()
    press("20", ENTER)
    settle(qtbot, office, page)
    assert "Choisissez un donateur" in dialog.form.error_of("donor")
    assert dialog.donor.text() == "lef"
    assert office.services.donations.ids(DonationFilter()) == []


@pytest.mark.parametrize(
    ("typed", "cents"), [("12,5", 1_250), ("=3*15", 4_500), ("1 200", 120_000)]
)
def test_amount_is_typed_the_way_people_write_it(qtbot, office, page, dialog, typed, cents):
    press(TAB, typed, ENTER)
    settle(qtbot, office, page)
    assert only_gift(office).content.amount == Money(cents)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("12/3", dt.date(2025, 3, 12)),
        ("hier", dt.date(2025, 12, 11)),
        ("-7", dt.date(2025, 12, 5)),
        ("31/12/2024", dt.date(2024, 12, 31)),
    ],
)
def test_date_is_typed_the_way_people_write_it(qtbot, office, page, dialog, typed, day):
    press(TAB, "5", TAB, TAB)
    dialog.received_on.selectAll()
    press(typed, ENTER)
    settle(qtbot, office, page)
    assert only_gift(office).content.received_on == day
    assert page.filters.year == day.year
    assert len(rows(page)) == 1


def test_refused_gift_keeps_everything_typed(qtbot, office, page, people, dialog):
    choose_donor(qtbot, "lef")
    dialog.campaign.setEditText("Toit")
    dialog.received_on.setText("31/12/2999")
    dialog.received_on.setFocus()
    press(ENTER)
    settle(qtbot, office, page)
    assert "supérieur à zéro" in dialog.form.error_of("amount")
    dialog.amount.setFocus()
    press("20", ENTER)
    settle(qtbot, office, page)
    assert "futur" in dialog.form.error_of("received_on")
    assert dialog.donor.contact_id() == people["Élodie Lefèvre"]
    assert dialog.campaign.currentText() == "Toit"
    assert dialog.submit_button.isEnabled()
    assert office.services.donations.ids(DonationFilter()) == []


def test_unreadable_amount_and_date_are_said_on_leaving(qtbot, dialog):
    dialog.amount.setFocus()
    press("douze", TAB)
    assert "douze" in dialog.form.error_of("amount")
    dialog.received_on.setFocus()
    dialog.received_on.selectAll()
    press("lundi", TAB)
    assert "lundi" in dialog.form.error_of("received_on")


def test_save_and_new_keeps_date_mode_and_campaign(qtbot, office, page, dialog):
    choose_donor(qtbot, "lef")
    press("20")
    dialog.kind.choose(GiftKind.CHEQUE)
    dialog.campaign.setEditText("Toit")
    dialog.received_on.setText("1/12")
    QTest.keyClick(dialog, Qt.Key.Key_S, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    settle(qtbot, office, page)
    qtbot.waitUntil(dialog.donor.hasFocus)
    assert page.editor.dialog is dialog
    assert dialog.amount.text() == ""
    choose_donor(qtbot, "zoe")
    press("30", ENTER)
    settle(qtbot, office, page)
    assert [(row["donor"], row["mode"], row["campaign"]) for row in rows(page)] == [
        ("Zoé Abadie", "Chèque", "Toit"),
        ("Élodie Lefèvre", "Chèque", "Toit"),
    ]


def test_last_mode_is_the_default_of_the_next_gift(qtbot, office, page, dialog):
    dialog.kind.choose(GiftKind.TRANSFER)
    press(TAB, "5", ENTER)
    settle(qtbot, office, page)
    page.record_action.trigger()
    assert page.editor.dialog.kind.value is GiftKind.TRANSFER
    page.editor.dialog.reject()


def test_unknown_donor_is_recorded_on_the_way(qtbot, office, page, dialog):
    press("Nadia kerbrat")
    qtbot.waitUntil(popup_is_open)
    press(ENTER)
    form = dialog.new_donor.editor.dialog
    qtbot.waitUntil(form.first_name.hasFocus)
    assert (form.first_name.text(), form.last_name.text()) == ("Nadia", "Kerbrat")
    press(ENTER)
    settle(qtbot, office, page)
    assert dialog.focusWidget() is dialog.amount
    dialog.activateWindow()
    qtbot.waitUntil(dialog.amount.hasFocus)
    press("15", ENTER)
    settle(qtbot, office, page)
    assert only_gift(office).donor_name == "Nadia Kerbrat"


def test_known_contact_is_taken_instead_of_a_double(qtbot, office, page, people, dialog):
    press("Elodie lefevr x")
    qtbot.waitUntil(popup_is_open)
    press(ENTER)
    form = dialog.new_donor.editor.dialog
    qtbot.waitUntil(form.first_name.hasFocus)
    form.last_name.setFocus()
    form.last_name.selectAll()
    press("lefevre")
    form.first_name.clear()
    form.first_name.setFocus()
    press("elodie")
    qtbot.waitUntil(form.similar.isVisible)
    link = form.similar.findChildren(QPushButton)[0]
    assert link.text().startswith("Choisir")
    link.click()
    qtbot.waitUntil(lambda: dialog.donor.contact_id() == people["Élodie Lefèvre"])
    assert len(office.services.contacts.ids(ContactFilter())) == 3


def test_form_explains_what_the_gift_means_for_receipts(qtbot, office, page, dialog):
    assert "un reçu nomme son donateur" in words(dialog.explanation)
    for typed, expected in (
        ("lef", "Il figurera sur le reçu fiscal 2025 du donateur."),
        ("zoe", "Le reçu attend l’adresse postale du donateur, qui est incomplète."),
        ("bioc", "Il manque à la structure : l’adresse, la forme juridique, le SIREN."),
    ):
        dialog.donor.setFocus()
        dialog.donor.selectAll()
        choose_donor(qtbot, typed)
        qtbot.waitUntil(lambda expected=expected: expected in words(dialog.explanation))
    dialog.eligibility.choose(Ineligibility.COUNTERPART)
    assert "aucun reçu ne sera émis" in words(dialog.explanation)


def test_ineligible_gift_is_recorded_with_its_reason(qtbot, office, page, dialog):
    choose_donor(qtbot, "lef")
    dialog.eligibility.choose(Ineligibility.SPONSORING)
    press("20", ENTER)
    settle(qtbot, office, page)
    assert only_gift(office).content.ineligibility is Ineligibility.SPONSORING


def test_kind_decides_what_the_form_asks(qtbot, office, page, people, dialog):
    fields = dialog.form.fields

    def asked():
        names = ("credited_on", "description", "value_basis", "tier", "is_for_ifi")
        return {name for name in names if not fields[name].isHidden()}

    def name_of(field):
        return fields[field].widget.accessibleName()

    def donor_hint():
        return fields["donor"].widget.accessibleDescription()

    assert (asked(), name_of("received_on")) == (set(), "Remis le")
    assert "Laissez vide pour un don anonyme" in donor_hint()
    dialog.kind.choose(GiftKind.CHEQUE)
    assert (asked(), name_of("received_on")) == ({"credited_on"}, "Remis le")
    dialog.kind.choose(GiftKind.TRANSFER)
    assert (asked(), name_of("received_on")) == (set(), "Crédité le")
    dialog.kind.choose(GiftKind.PLATFORM)
    assert "Importez plutôt le fichier" in dialog.kinds.note.text()
    dialog.kind.choose(GiftKind.WAIVED_EXPENSES)
    assert "Notes de frais" in dialog.kinds.note.text()
    assert "ne peut pas être anonyme" in donor_hint()
    assert not dialog.kinds.expenses_button.isHidden()
    dialog.kind.choose(GiftKind.SKILLS)
    assert "mission" in fields["description"].widget.accessibleDescription()
    dialog.show_error(RuleError("donation.only_organisations", field="nature"))
    assert "structures" in dialog.form.error_of("kind")
    dialog.donor.setFocus()
    dialog.kind.choose(GiftKind.IN_KIND)
    assert (asked(), name_of("amount")) == ({"description", "value_basis"}, "Valeur")
    assert "Laissez vide" in donor_hint()
    choose_donor(qtbot, "bioc")
    qtbot.waitUntil(lambda: dialog.kinds.basis.value is ValueBasis.COMPANY_COST)
    press("300")
    dialog.kinds.description.setText("12 chaises")
    dialog.submit_button.click()
    settle(qtbot, office, page)
    recorded = only_gift(office)
    assert (recorded.payment_id, recorded.content.description) == (None, "12 chaises")
    (row,) = rows(page)
    assert (row["mode"], row["amount"]) == ("Don en nature", "300,00 €")
    back = ReturnDialog(recorded, page.desk.today, page)
    assert back.reason.value is ReturnReason.GIVEN_BACK
    assert not back.reason.offers(ReturnReason.BOUNCED)


def test_counterpart_is_tested_while_it_is_typed(qtbot, office, page, people, dialog):
    choose_donor(qtbot, "lef")
    press("100")
    counterpart = dialog.counterpart
    dialog.form.unfold()
    counterpart.label.setText("Un repas")
    counterpart.amount.setFocus()
    press("30")
    qtbot.waitUntil(lambda: "pas de reçu pour ce don" in words(counterpart.test))
    assert "30 %, plus que 25 %" in words(counterpart.test).replace("\u202f", " ")
    assert "vaut trop" in words(dialog.explanation)
    counterpart.amount.selectAll()
    press("-30")
    qtbot.waitUntil(lambda: not words(counterpart.test))
    counterpart.amount.selectAll()
    press("20")
    qtbot.waitUntil(lambda: "73,00 €" in words(counterpart.test))
    press(ENTER)
    settle(qtbot, office, page)
    assert only_gift(office).content.counterpart == Money(2_000)


def test_tier_of_the_campaign_proposes_its_amount_and_says_no_receipt(
    qtbot, office, page, dialog
):
    campaigns = office.services.campaigns
    roof = campaigns.record(NewCampaign("Toit")).value.id
    new = NewTier(roof, "Rétribution", suggested=Money(4_000), is_gift=False)
    tier = campaigns.add_tier(new).value.id
    dialog.campaign.setFocus()
    dialog.campaign.setEditText("toit")
    press(TAB)
    qtbot.waitUntil(dialog.campaigns.tier.isVisible)
    for chosen in (tier, None, tier):
        dialog.campaigns.tier.choose(chosen)
        dialog.campaigns.tier.activated.emit(0)
        said = Ineligibility.SERVICE if chosen else None
        assert dialog.eligibility.value is said
    assert dialog.amount.amount() == Money(4_000)
    dialog.submit_button.click()
    settle(qtbot, office, page)
    content = only_gift(office).content
    assert (content.campaign, content.tier_id) == ("Toit", tier)
    assert content.ineligibility is Ineligibility.SERVICE


def test_activity_is_asked_of_money_only_and_kept_by_a_correction(qtbot, office, page, people):
    fair = office.services.activities.add(NewActivity("Fête", ActivityKind.EVENT)).value.id
    page.record_action.trigger()
    dialog = page.editor.dialog
    field = dialog.form.fields["activity_id"]
    qtbot.waitUntil(lambda: dialog.activity.box.count() == 2)
    dialog.form.unfold()
    assert field.isVisible()
    dialog.kind.choose(GiftKind.IN_KIND)
    assert not field.isVisible()
    dialog.kind.choose(GiftKind.CASH)
    dialog.activity.box.choose(fair)
    dialog.amount.setFocus()
    press("20")
    press(ENTER)
    settle(qtbot, office, page)
    kept = only_gift(office)
    assert kept.content.activity_id == fair
    page.editor.correct(kept.id)
    qtbot.waitUntil(lambda: page.editor.dialog is not None)
    assert page.editor.dialog.read().activity_id == fair
    page.editor.dialog.reject()


def test_correction_changes_the_gift_and_undo_brings_it_back(
    qtbot, office, filled_page, gifts, undo
):
    page = filled_page
    before = office.services.donations.get(gifts["Zoé"])
    page.list.table.setFocus()
    page.list.table.select_id(gifts["Zoé"])
    press(Qt.Key.Key_F2)
    settle(qtbot, office, page)
    dialog = page.editor.dialog
    assert dialog.donor.text() == "Zoé Abadie"
    assert dialog.amount.text().replace("\u00a0", " ") == "30,50 €"
    assert dialog.kind.value is GiftKind.CHEQUE
    dialog.amount.setFocus()
    dialog.amount.selectAll()
    press("31", ENTER)
    settle(qtbot, office, page)
    assert office.services.donations.get(gifts["Zoé"]).content.amount == Money(3_100)
    undo.undo()
    settle(qtbot, office, page)
    assert office.services.donations.get(gifts["Zoé"]) == before


def test_platform_keeps_its_fields_and_the_donor_can_change(
    qtbot, office, window, people, platform_gift
):
    page = shown(qtbot, office, window)
    page.editor.correct(platform_gift)
    settle(qtbot, office, page)
    dialog = page.editor.dialog
    assert dialog.platform_note.isVisible()
    locked = (dialog.amount, dialog.received_on, dialog.kind, dialog.campaign)
    assert not any(field.isEnabled() for field in locked)
    assert dialog.donor.hasFocus()
    dialog.donor.selectAll()
    choose_donor(qtbot, "zoe")
    dialog.submit_button.click()
    settle(qtbot, office, page)
    assert page.editor.dialog is None
    assert office.services.donations.get(platform_gift).donor_name == "Zoé Abadie"


def test_escape_closes_at_once_when_nothing_was_typed(qtbot, page, dialog):
    press(ESCAPE)
    assert page.editor.dialog is None
