"""Every sample through the one door of imports, when they stand beside the project."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.front_door import front_door

SAMPLES = Path(__file__).parents[3] / "shared" / "samples"
FILES = sorted(path for path in SAMPLES.rglob("*") if path.is_file() and path.parent != SAMPLES)
BEGINNING = 34
# What becomes of each, by the beginning of its name: kind, format, verdicts; or the refusal.
SAID = {
    "afup_admin_journal_export.csv": "statement ?: 2 new",
    "afup_admin_journal_export_reconcil": "statement ?: 4 new",
    "afup_ce.csv": "statement caisse_epargne: 3 new",
    "afup_cmut.csv": "statement credit_mutuel: 3 new",
    "afup_test_credit_mutuel.csv": "statement credit_mutuel: 2 new",
    "fr_bpce_banque_populaire_caisse_ep": "statement bpce: 4 new",
    "fr_cic_2013_6col.csv": "statement credit_mutuel: 2 new",
    "fr_la_banque_postale_2020_francs_l": "statement banque_postale: 2 new",
    "oca_test-camt053": "statement camt: 4 new",
    "oca_test-camt053-no-ntry": "statement camt: nothing",
    "oca_test-camt053-txdtls": "statement camt: 2 new",
    "oca_test-camt054": "statement camt: statement.not_a_statement",
    "cfonb_classic.cfo": "statement cfonb: 13 new",
    "odoo_l10n_fr_attendu.txt": "entries ?: 1 entries",
    "sondage_classique_construit_selon_": "poll framadate: 1 new",
    "sondage_date_construit_selon_expor": "poll framadate: 2 new",
    "webform_delimited_3lignes_construi": "poll webform: 1 new",
    "liste_adherents_filtree_ENTETE_con": "contacts galette_members: nothing",
    "modele_import_defaut_18col.csv": "contacts galette_members: nothing",
    "google_contacts_2024plus.csv": "contacts google_contacts: 1 new",
    "adhesions_2019_ancien_format_pseud": "payments helloasso_membership: 3 new",
    "adhesions_2024_18col_ENTETE_SEULE.": "payments helloasso_membership: nothing",
    "api-v5_BlocSessionFormDetails.json": "payments helloasso_api: nothing",
    "api-v5_GetFormsFromOrganization.js": "payments helloasso_api: nothing",
    "api-v5_PaymentPayloadOkTest.json": "payments helloasso_api: 1 new",
    "api-v5_event.Form.json": "payments helloasso_api: nothing",
    "api-v5_event.Order.json": "payments helloasso_api: 3 new 1 refused",
    "api-v5_event.Payment.json": "payments helloasso_api: 1 doubtful",
    "evenement_2025_pseudonymise.csv": "payments helloasso_event: 5 new",
    "paiements_2026_17col_pseudonymise.": "payments helloasso_payments: 2 new",
    "paiements_31col_ENTETE_SEULE.csv": "payments helloasso_payments: nothing",
    "icalendar7_bom_calendar.ics": "calendar icalendar: nothing",
    "icalendar7_broken_dtstart.ics": "calendar icalendar: 1 refused",
    "icalendar7_broken_ical.ics": "calendar icalendar: 1 refused",
    "icalendar7_calendar_with_unicode.i": "calendar icalendar: nothing",
    "icalendar7_example.ics": "calendar icalendar: 3 new",
    "icalendar7_issue_104_broken_calend": "calendar icalendar: 1 new",
    "vobject_ms_tzid.ics": "calendar icalendar: 1 new",
    "vobject_simple_test.ics": "calendar icalendar: 1 refused",
    "vobject_tzid_8bit.ics": "calendar icalendar: 1 new",
    "empty.ods": "file.empty",
    "pythagoras.ods": "file.unknown_format",
    "fr_credit_cooperatif_2022_virgule_": "statement ofx: 2 new",
    "fr_credit_mutuel_2022_pseudonymise": "statement ofx: 3 new",
    "fr_la_banque_postale_2011_monolign": "statement ofx: 9 new",
    "kd2fw_test2.ofx": "statement ofx: 2 new",
    "oca_test_ofx.ofx": "statement ofx: 4 new",
    "oca_test_ofx_iban.ofx": "statement ofx: 4 new",
    "oca_test_ofx_wrong.ofx": "statement ofx: 3 new 1 refused",
    "ofxparse_bank_medium.ofx": "statement ofx: 3 new",
    "ofxparse_checking.ofx": "statement ofx: 3 new",
    "ofxparse_error_message.ofx": "statement ofx: statement.bank_error",
    "date_missing.ofx": "statement ofx: 3 refused",
    "decimal_error.ofx": "statement ofx: 1 refused",
    "empty_balance.ofx": "statement ofx: 1 new",
    "ofxparse_multiple_accounts.ofx": "statement ofx: nothing",
    "ofxparse_ofx-v102-empty-tags.ofx": "statement ofx: 1 new",
    "ofxparse_suncorp.ofx": "statement ofx: 1 new",
    "contributors_ENTETE_17col.csv": "contacts open_collective_contributors: nothing",
    "members_ENTETE_20col.csv": "contacts open_collective_members: nothing",
    "transactions_27col_reel_pseudonymi": "payments open_collective: 101 refused",
    "ecritures_complet_construit_selon_": "entries ?: 1 entries",
    "ecritures_groupe_construit_selon_E": "entries ?: 1 entries",
    "ecritures_simplifie_construit_selo": "entries ?: 1 entries",
    "membres_construit_selon_presets.cs": "contacts paheko_members: 1 new",
    "fr_cic_2013_jjmmaa_pseudonymise.qi": "statement qif: 4 new",
    "kd2fw_test1.qif": "statement qif: nothing",
    "kd2fw_test2.qif": "statement qif: 4 new",
    "kd2fw_test3.qif": "statement qif: 4 new",
    "oca_test_qif.qif": "statement qif: 5 new",
    "quiffen_test_nosymbol.qif": "statement qif: statement.none",
    "quiffen_test_split.qif": "statement qif: 1 new",
    "vobject_radicale-1587.vcf": "contacts vcard: 1 new",
    "credit_mutuel_construit_selon_Pahe": "statement credit_mutuel: 2 new",
}

pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="no samples beside the project")


@pytest.fixture(scope="module")
def door(tmp_path_factory):
    with front_door(tmp_path_factory.mktemp("door") / "office.coopdesk") as opened:
        yield opened


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_sample_comes_in_once_and_goes_out_whole_or_says_why_not(door, path):
    said = door.said(path)
    assert said == SAID.get(path.name[:BEGINNING], said)
