"""The programme of five chantiers, with the figures of the reference and invented names."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.contacts import ContactKind, NewContact
from coopdesk.domain.group_structures import JoiningStructures, StructureChoice
from coopdesk.domain.groups import (
    GroupKind,
    GroupPurpose,
    NewGroup,
    NewObjective,
    ObjectiveKind,
)
from tests.flows.test_office_cases import LEADS, STRUCTURES

if TYPE_CHECKING:
    from coopdesk.services.registry import Services

PROGRAMME = "Chantiers des rives"
BEGAN = dt.date(2024, 2, 1)
POLITICAL, OPERATIONAL, OTHER = ObjectiveKind
# Objectives of each chantier by its number; the first alone says which are which.
OBJECTIVES = {
    1: (
        (POLITICAL, "Faire reconnaître l’éducation à la coopération dans les programmes"),
        (POLITICAL, "Obtenir qu’un temps de coopération soit compté dans les formations"),
        (POLITICAL, "Porter ces demandes d’une seule voix auprès des collectivités"),
        (OPERATIONAL, "Recenser les formations qui existent, par territoire"),
        (OPERATIONAL, "Écrire un guide pour celles et ceux qui animent"),
    ),
    2: (
        (OTHER, "Décrire ce qui fait tenir une coopération dans la durée"),
        (OTHER, "Partager des outils libres"),
        (OTHER, "Former dix binômes"),
    ),
    3: (
        (OTHER, "Choisir ce qui mérite d’être mesuré"),
        (OTHER, "Essayer la mesure dans trois territoires"),
        (OTHER, "Publier les résultats, bons ou mauvais"),
    ),
    4: (
        (OTHER, "Faire financer le temps de coopérer"),
        (OTHER, "Mettre en commun les appels à projets"),
        (OTHER, "Créer un fonds d’amorçage"),
    ),
    5: ((OTHER, "Écrire ensemble un plaidoyer"),),
}
# The structures of two leads, as the programme's list spells them, vary from their contacts.
KNOWN = {"Que Vol'lande": "Que'Vollande", "MTS": "Mouvement pour la Terre Solidaire"}


@dataclass(frozen=True)
class Programme:
    """What was recorded, by id."""

    programme: int
    chantiers: tuple[int, ...]


def organisation(office: Services, name: str, **more: object) -> int:
    """Record an organisation."""
    new = NewContact(kind=ContactKind.ORGANISATION, organisation_name=name, **more)
    return office.contacts.add(new).value.id


def record_programme(office: Services) -> Programme:
    """Record the programme, its chantiers with their leads, objectives and structures."""
    fund = organisation(office, "Fonds de dotation des Berges")
    bearer = organisation(office, "Le Labo des Rives")
    programme = office.groups.add(
        NewGroup(
            PROGRAMME,
            GroupKind.PROGRAMME,
            purpose=GroupPurpose.NETWORK,
            origin="Étude-action sur les coopérations",
            url="https://lelabo.example.org/Chantiers-coop%C3%A9ratifs",
            started_on=BEGAN,
            initiator_id=fund,
            bearer_id=bearer,
            charter="Nous partageons ce que nous apprenons.",
            charter_on=BEGAN,
        )
    ).value.id
    chantiers = tuple(
        _chantier(office, programme, number, lead) for number, lead in enumerate(LEADS, start=1)
    )
    join_structures(office, programme)
    return Programme(programme, chantiers)


def _chantier(
    office: Services, programme: int, number: int, lead: tuple[str, str, str, str, str]
) -> int:
    name, title, referent, structure, email = lead
    known = office.contacts.suggest(structure)
    home = known[0].id if known else organisation(office, KNOWN.get(structure, structure))
    first, _space, last = referent.partition(" ")
    person = office.contacts.add(NewContact(first_name=first, last_name=last)).value.id
    key = office.groups.add(
        NewGroup(
            name,
            GroupKind.CHANTIER,
            parent_id=programme,
            referent_id=person,
            referent_title=title,
            referent_organisation_id=home,
            referent_email=email,
        )
    ).value.id
    for kind, text in OBJECTIVES[number]:
        office.group_work.add_objective(key, NewObjective(text, kind))
    return key


def join_structures(office: Services, programme: int) -> None:
    """Paste the list of structures; what resembles a contact is that contact."""
    text = "\n".join(STRUCTURES)
    choices = {
        row.place: StructureChoice(row.place, row.similar[0].contact.contact_id)
        for row in office.group_structures.preview(programme, text)
        if row.similar
    }
    joining = JoiningStructures(programme, text, choices, started_on=BEGAN)
    office.group_structures.join(joining)
