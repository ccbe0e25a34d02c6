"""The contacts of five real offices: their counts and structures with invented names.

The cases are numbered as in the reference: CC the work sites, COM the learned association, CI
the workshop, PT the agency. What they say of events, texts and money is tested elsewhere.
"""

from __future__ import annotations

import datetime as dt

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.contact_conditions import Rule, RuleGroup
from coopdesk.domain.contact_details import (
    NewAffiliation,
    NewGroupMember,
    OrganisationKind,
)
from coopdesk.domain.contacts import ContactFilter, ContactKind, NewContact
from coopdesk.domain.custom_fields import NewCustomField
from coopdesk.domain.departments import department_of
from coopdesk.domain.errors import RuleError
from coopdesk.domain.imports import RowVerdict
from coopdesk.domain.members import (
    MemberRules,
    MemberStatus,
    NewMembership,
    NewMembershipType,
    Period,
    WhoMayJoin,
)
from coopdesk.domain.money import Money
from coopdesk.domain.operations import Origin
from coopdesk.services.opening import open_database, signature
from coopdesk.wording.websites import website_text, website_url
from tests.building import ADDRESS, PROFILE
from tests.made_once import new_file

# Three columns of fourteen cells; the last cell of the last column is empty.
COLUMNS = (
    (
        "Aéma Partage|AG3R la rivière|Alter'Lieux|Atelier des Possibles|Bocage Futur"
        "|Clus'Ter Loire|Coop de l'Écluse|Dédale 44|e-semence|Ébullition|Fairesens"
        "|Fédération des Rives|Fermes d'Avenir Proche|GARC'ONDE"
    ),
    (
        "Habitat & Liens|Interlaciel|J'agis Ensemble|L'Œuvre Commune|La Fabrique à Talents"
        "|La Vie d'Ici|Le Centdix|Le Tiers-Champ|Les Œufs d'Or|Maison des Savoirs|MTS|Ô Jardins"
        "|Où Atterrir Demain|Pôle Éco-Habitat"
    ),
    (
        "Que Vol'lande|Raisonnette|Réseau Cocagne Ouest|Ressourc'Elles|Savoir Tisser"
        "|Sol en Commun|Terre & Cité|Tiers-Lieu 17|Un Toit Pour Toutes|Vent d'Ouest"
        "|Ville en Partage|Yourte Collective|Zest de Liens|"
    ),
)
CELLS = [name for column in COLUMNS for name in column.split("|")]
STRUCTURES = [name for name in CELLS if name]
# Work site, its lead with a title that agrees, her or his structure, e-mail.
LEADS = (
    (
        "Se former",
        "Référente",
        "Solène Auzerat",
        "Savoir Tisser",
        "solene@raisonnettes.example.org",
    ),
    ("Coopérer", "Référente", "Wassila Kerzaz", "Le Centdix", "wassila@lecentdix.example.org"),
    ("Mesurer", "Référente", "Sylvana Garçon", "Fairesens", "sylvana@fairesens.example.org"),
    (
        "Financer",
        "Référente",
        "Cécile Coubart",
        "Interlaciel",
        "cecile@interlaciel.example.org",
    ),
    ("Plaider", "Référent", "Bruno Lanier", "MTS", "bruno.lanier@le-mts.example.org"),
)


@pytest.fixture
def office(tmp_path):
    """The services on a new database."""
    path = new_file(tmp_path / "office.coopdesk")
    services = open_database(path, signature("Camille", Origin.WINDOW))
    yield services
    services.database.close()


def organisation(office, name, **more):
    new = NewContact(kind=ContactKind.ORGANISATION, organisation_name=name, **more)
    return office.contacts.add(new).value.id


def person(office, name, **more):
    first, _space, last = name.partition(" ")
    return office.contacts.add(NewContact(first_name=first, last_name=last, **more)).value.id


def names(office, **wanted):
    return [line.name for line in office.contacts.find(ContactFilter(**wanted), 2_000)]


def directory(tmp_path):
    """The directory as a file: the grid read column by column, its empty cell an empty line."""
    assert [len(column.split("|")) for column in COLUMNS] == [14, 14, 14]
    file = tmp_path / "structures.csv"
    lines = ["Nom de la structure;Pays", *(f"{name};{'FR' if name else ''}" for name in CELLS)]
    file.write_text("\r\n".join(lines), encoding="utf-8-sig")
    return file


# CC: the work sites of a programme


def test_cc_1_five_work_sites_are_five_groups_with_one_lead_each(office):
    for number, (site, role, name, _structure, email) in enumerate(LEADS, 1):
        lead = person(office, name, email=email)
        office.groups.join(NewGroupMember(lead, f"Chantier {number} – {site}", role))
    groups = office.groups.all()
    assert [group.name for group in groups] == [
        f"Chantier {number} – {site}" for number, (site, *_more) in enumerate(LEADS, 1)
    ]
    assert [group.current for group in groups] == [1] * 5
    roles = [office.groups.members(group.id)[0].content.role for group in groups]
    assert (roles.count("Référente"), roles.count("Référent")) == (4, 1)


def test_cc_2_lead_whose_address_names_another_structure_stays_with_hers(office):
    _site, role, name, structure, email = LEADS[0]
    home = organisation(office, structure)
    other = organisation(office, "Raisonnette")
    lead = person(office, name, email=email)
    office.affiliations.add(NewAffiliation(lead, home, role))
    assert [x.organisation_name for x in office.affiliations.of(lead)] == [structure]
    assert office.affiliations.of(other) == []
    assert office.contacts.get(lead).profile.email == email
    assert names(office, text="raisonnettes.example") == [name]


def test_cc_3_five_leads_are_found_by_name_and_by_address_with_their_structures(office):
    for _site, role, name, structure, email in LEADS:
        home = organisation(office, structure)
        lead = person(office, name, email=email)
        office.affiliations.add(NewAffiliation(lead, home, role))
    people = names(office, kind=ContactKind.PERSON)
    assert sorted(people) == sorted(lead[2] for lead in LEADS)
    for _site, _role, name, structure, email in LEADS:
        (found,) = office.contacts.find(ContactFilter(text=email), 9)
        assert found.name == name
        (tie,) = office.affiliations.of(found.id)
        assert tie.organisation_name == structure


def test_cc_4_forty_one_structures_come_from_a_grid_with_one_empty_cell(office, tmp_path):
    office.contact_imports.apply(directory(tmp_path), {"Nom de la structure": "organisation"})
    found = names(office)
    assert len(found) == 41
    assert set(found) == set(STRUCTURES)
    assert office.contacts.count() == 41


def test_cc_4_the_same_directory_a_second_time_adds_nobody(office, tmp_path):
    mapping = {"Nom de la structure": "organisation"}
    office.contact_imports.apply(directory(tmp_path), mapping)
    preview = office.contact_imports.preview(directory(tmp_path), mapping)
    assert preview.count(RowVerdict.NEW) == 0
    assert len(preview.lines) == 41


def test_cc_5_surname_in_capitals_is_kept_and_found_and_sorted_among_the_others(office):
    person(office, "Mickaël VARTANOGLU", email="mickael@lelabo.example.org")
    for name in ("Ana Varenne", "Zoé Vasseur"):
        person(office, name)
    assert names(office) == ["Ana Varenne", "Mickaël VARTANOGLU", "Zoé Vasseur"]
    assert names(office, text="vartanoglu mickael") == ["Mickaël VARTANOGLU"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("Que Vol'lande", {}), ("Que'Vollande", {})),
        (("fairesens", {}), ("Fairesens", {})),
        (("Interlaciel", {}), ("InterlaCiel", {})),
        (("Raisonette", {}), ("Le réseau", {"email": "contact@raisonnettes.org"})),
        (("MTS", {}), ("Mouvement pour la Terre Solidaire", {})),
    ],
)
def test_cc_6_other_spelling_of_a_structure_is_proposed_and_never_merged(office, first, second):
    for name in ("Aéma Partage", "Le Centdix", "Ô Jardins"):
        organisation(office, name)
    ids = {organisation(office, name, **more) for name, more in (first, second)}
    found = [{x.first.contact_id, x.second.contact_id} for x in office.duplicates.proposals()]
    assert found == [ids]
    assert office.contacts.count() == 5


def test_cc_6_the_forty_one_structures_are_not_taken_for_each_other(office):
    for name in STRUCTURES:
        organisation(office, name)
    assert office.duplicates.proposals() == []


def test_cc_7_structures_stand_in_french_order_whatever_their_signs(office):
    for name in STRUCTURES:
        organisation(office, name)
    assert names(office) == STRUCTURES
    for typed, name in (
        ("clus'ter", "Clus'Ter Loire"),
        ("GARC’ONDE", "GARC'ONDE"),
        ("oeuvre", "L'Œuvre Commune"),
        ("ag3r", "AG3R la rivière"),
        ("E-Semence", "e-semence"),
    ):
        assert names(office, text=typed) == [name], typed


def test_cc_8_escaped_address_is_kept_for_the_browser_and_shown_readable(office):
    typed = "https://lelabo.example.org/Chantiers-coop%C3%A9ratifs"
    key = organisation(office, "Le Labo", website=typed)
    stored = office.contacts.get(key).profile.website
    assert website_url(stored) == typed
    assert website_text(stored) == "lelabo.example.org/Chantiers-coopératifs"


# COM: a learned association of natural persons


def join(office, contact_id):
    known = office.membership_types.list()
    new = NewMembershipType("Adhésion", amount=Money(2000))
    kind = known[0] if known else office.membership_types.add(new).value
    year = Period(dt.date(2016, 1, 1), dt.date(2016, 12, 31))
    new = NewMembership(contact_id, kind.id, year, Money(2000))
    return office.members.join(new).value


def test_com_1_member_needs_no_organisation_and_takes_part_in_several_groups(office):
    key = person(office, "Ana Roux", sector="numérique", discipline="droit")
    join(office, key)
    for group in ("Communs numériques", "Communs et droit"):
        office.groups.join(NewGroupMember(key, group))
    details = office.details.of(key)
    assert details.affiliations == ()
    assert sorted(x.content.group for x in details.groups) == [
        "Communs et droit",
        "Communs numériques",
    ]
    profile = details.contact.profile
    assert (profile.sector, profile.discipline) == ("numérique", "droit")
    (line,) = office.contacts.lines([key])
    assert line.member_status in {MemberStatus.LATE, MemberStatus.TO_RENEW}


def test_com_2_association_of_persons_refuses_an_organisation_and_keeps_it_as_partner(office):
    office.members.change_rules(MemberRules(who=WhoMayJoin.PERSONS))
    key = organisation(office, "L'Œuvre Commune")
    with pytest.raises(RuleError) as refused:
        join(office, key)
    assert refused.value.code == "membership.organisation_refused"
    ana = person(office, "Ana Roux")
    office.affiliations.add(NewAffiliation(ana, key, "Partenariat de recherche"))
    assert join(office, ana).content.contact_id == ana


# CI: a workshop


def test_ci_6_persons_known_by_their_first_name_only_are_recorded(office):
    for name in ("Aurélie", "Simon"):
        key = person(office, name)
        office.groups.join(NewGroupMember(key, "3e Atelier", "animation"))
    assert names(office) == ["Aurélie", "Simon"]
    assert names(office, text="aurelie") == ["Aurélie"]
    (group,) = office.groups.all()
    assert group.current == 2


def test_ci_9_a_thousand_contacts_are_counted_and_listed(office, tmp_path):
    for number in range(9):
        person(office, f"Ada Admin{number}", tags=("admin",))
    file = tmp_path / "membres.csv"
    lines = ["Nom;Numéro", *(f"Membre {n:03d};{n}" for n in range(1, 929))]
    file.write_text("\n".join(lines), encoding="utf-8")
    office.contact_imports.apply(file, {"Nom": "last_name", "Numéro": "number"})
    assert office.contacts.count() == 937
    assert len(names(office)) == 937
    assert len(names(office, condition=Rule("tag", "=", ("admin",)))) == 9
    assert names(office, sort="number", descending=True)[0] == "Membre 928"


# PT: an agency


def test_pt_4_departements_are_texts_that_keep_their_zero(office):
    towns = {
        "Angoulême": "16000",
        "Poitiers": "86000",
        "La Rochelle": "17000",
        "Niort": "79000",
    }
    towns |= {"Bourg-en-Bresse": "01000", "Ajaccio": "20000"}
    for town, code in towns.items():
        organisation(office, f"Antenne de {town}", address=PostalAddress("", "", code, town))
    codes = [department_of(code) for code in towns.values()]
    assert codes == ["16", "86", "17", "79", "01", "2A"]
    found = names(office, condition=Rule("department", "=", ("01",)))
    assert found == ["Antenne de Bourg-en-Bresse"]
    field = office.custom_fields.add(NewCustomField("Département d'intervention")).value
    key = organisation(office, "URCOP")
    profile = office.contacts.get(key).profile
    office.contacts.change(key, profile, {field.id: "01"})
    assert [x.text for x in office.contacts.get(key).profile.custom] == ["01"]


def test_pt_5_members_and_partners_of_an_agency_are_counted_apart(office):
    producers = [organisation(office, f"Ferme {n:02d}") for n in range(16)]
    for key in producers:
        join(office, key)
    hosts = [organisation(office, f"Gîte {n:02d}", tags=("hébergeur",)) for n in range(30)]
    join(office, hosts[0])  # one that is both
    partners, members = (
        Rule("tag", "=", ("hebergeur",)),
        Rule("member_status", "!=", ("never",)),
    )
    assert len(names(office, condition=partners)) == 30
    assert len(names(office, condition=members)) == 17
    both = names(office, condition=RuleGroup((members, partners)))
    assert both == ["Gîte 00"]


@pytest.mark.parametrize(
    "typed", ["06 12 34 56 78", "0612345678", "06.12.34.56.78", "+33612345678"]
)
def test_pt_6_telephone_keeps_its_leading_zero_however_it_is_typed(office, typed):
    key = person(office, "Paul Roux", phone=typed)
    assert office.contacts.get(key).profile.phone == "06 12 34 56 78"
    assert names(office, text="0612345678") == ["Paul Roux"]


def test_pt_7_address_with_hyphens_is_kept_and_found(office):
    email = "contact-agence@terre-prime.example.org"
    organisation(office, "Terre Prime l'Agence", email=email)
    assert names(office, text="contact-agence@") == ["Terre Prime l'Agence"]


# Rules across the sources


def test_same_person_has_several_roles_in_several_structures_some_without_dates(office):
    key = person(office, "Ana Roux")
    for structure, role, start in (
        ("MTS", "Élue référente", dt.date(2015, 6, 4)),
        ("Le Centdix", "Chargée de projets", None),
        ("MTS", "Formatrice", None),
    ):
        known = office.contacts.suggest(structure)
        home = known[0].id if known else organisation(office, structure)
        office.affiliations.add(NewAffiliation(key, home, role, start))
    roles = {x.content.role for x in office.affiliations.of(key)}
    assert roles == {"Élue référente", "Chargée de projets", "Formatrice"}


def test_inclusive_writing_survives_on_paper_and_in_a_workbook(office, tmp_path):
    office.association.save(PROFILE)
    name = "Les Paysan·ne·s d’À-Côté & Œuvrier·ères"
    key = organisation(office, name, address=ADDRESS)
    office.papers.labels([key], office.papers.sheet("L7160"), tmp_path / "labels.pdf")
    (page,) = PdfReader(tmp_path / "labels.pdf").pages
    assert name in " ".join(page.extract_text().split())
    office.contact_exports.export(tmp_path / "list.xlsx", ContactFilter())
    rows = load_workbook(tmp_path / "list.xlsx").active.iter_rows(values_only=True)
    assert name in [cell for row in rows for cell in row]


def test_inclusive_writing_survives_and_is_found_without_its_points(office):
    key = organisation(
        office, "Les Paysan·ne·s du Pré", organisation_kind=OrganisationKind.ASSOCIATION
    )
    organisation(office, "Les Paysages")
    ana = person(office, "Ana Roux")
    office.affiliations.add(NewAffiliation(ana, key, "Salarié·e·s : représentant·e"))
    assert names(office, text="paysannes") == ["Les Paysan·ne·s du Pré"]
    assert names(office, kind=ContactKind.ORGANISATION) == [
        "Les Paysages",
        "Les Paysan·ne·s du Pré",
    ]
    assert office.affiliations.roles() == ["Salarié·e·s : représentant·e"]
