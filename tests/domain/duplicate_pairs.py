"""Pairs of invented contacts that somebody judged: one and the same, or two."""

from __future__ import annotations

import datetime as dt

from coopdesk.domain.contacts import Civility, ContactKind
from coopdesk.domain.duplicates import Identity

Pair = tuple[Identity, Identity]


def person(name: str, **known: object) -> Identity:
    """Build a person from ``First|Last`` and whatever else is known."""
    first, _bar, last = name.partition("|")
    return Identity(first_name=first, last_name=last, **_known(known))


def structure(name: str, **known: object) -> Identity:
    """Build an organisation."""
    return Identity(kind=ContactKind.ORGANISATION, organisation_name=name, **_known(known))


def _known(given: dict[str, object]) -> dict[str, object]:
    """Read the short names of the tables: mail, phone, at (postcode, town, street), born."""
    known = dict(given)
    if "mail" in known:
        known["emails"] = tuple(str(known.pop("mail")).split())
    if "phone" in known:
        known["phones"] = (known.pop("phone"),)
    if "at" in known:
        place = [part.strip() for part in str(known.pop("at")).split(",")]
        known |= dict(zip(("postal_code", "city", "street"), place, strict=False))
    if "born" in known:
        known["born_on"] = dt.date.fromisoformat(str(known.pop("born")))
    return known


MADAM, SIR = Civility.MADAM, Civility.SIR
HERE, HERE_TOO = "44000, Nantes, 3 rue des Saules", "44000, NANTES, 3 r. des Saules"
THERE = "35000, Rennes, 12 quai du Lin"

# The spellings of office.md CC-6, which must all be proposed, with what goes with them.
SPELLINGS: list[Pair] = [
    (structure("Que Vol'terre"), structure("Que'Volterre")),
    (structure("Que Vol’terre"), structure("QUE VOLTERRE")),
    (structure("makesense"), structure("Makesense")),
    (structure("Intersticiel"), structure("InterstiCiel")),
    (structure("Raisonance"), structure("raisonnances.org")),
    (structure("Raisonance"), structure("", mail="sophie@raisonnances.org")),
    (structure("Raisonance"), structure("Le pôle", website="https://www.raisonnances.org")),
    (structure("MES"), structure("Mouvement pour l'Economie Solidaire")),
    (structure("M.E.S."), structure("Le Mouvement pour l’Économie Solidaire")),
    (structure("Le MES", mail="bruno@le-mes.org"), structure("Mouvement Economie Solidaire")),
    (structure("Solidaires", acronym="MES"), structure("Mouvement pour l'Economie Solidaire")),
    (structure("MES"), structure("Mouvement pour l'Economie Solidaire (MES)")),
    (structure("Centsept"), structure("lecentsept.fr")),
    (structure("Centsept"), structure("Association du Quai", mail="contact@lecentsept.fr")),
    (structure("Centsept"), structure("", mail="wafae@lecentsept.fr")),
    (structure("Centsept"), structure("Le Centsept")),
    (person("Hélène|Guérin"), person("Helene|Guerin")),
    (person("Marie|Martin"), person("Martin|Marie")),
    (person("J.|Dupont"), person("Jeanne|Dupont")),
    (person("Jean Pierre|Morin"), person("Jean-Pierre|Morin")),
    (person("Yves|L'Hostis"), person("Yves|L’Hostis")),
    (person("Mickaël|VARTANIAN"), person("Mickael|Vartanian")),
    (person("Claire|Lefèvre-Martin"), person("Claire|Lefèvre")),
    (person("|Dupont", mail="jd@example.org"), person("Jeanne|Dupont", mail="JD@example.org")),
    (person("Jeanne|Dupomt"), person("Jeanne|Dupont")),
    (person("Édith|Lecœur"), person("Edith|Lecoeur")),
    (person("Ute|Groß"), person("Ute|Gross")),
]

SAME: list[Pair] = [
    *SPELLINGS,
    (person("JP|Morin"), person("Jean-Pierre|Morin")),
    (person("J.-P.|Morin"), person("Jean-Pierre|Morin")),
    (person("Jeannpierre|Morin"), person("Jean Pierre|Morin")),
    (person("J|Dupont", mail="jd@example.org"), person("Jeanne|Dupont")),
    (person("|Dupont J."), person("Jeanne|Dupont")),
    (person("Dupont|J."), person("Jeanne|Dupont")),
    (person("|Jeanne Dupont"), person("Jeanne|Dupont")),
    (person("|DUPONT Jeanne"), person("Jeanne|Dupont")),
    (person("Anne Sophie|de La Tour"), person("Anne-Sophie|Delatour")),
    (person("Loïc|de La Tour"), person("Loïc|La Tour")),
    (person("Loïc|Le Goff"), person("Loic|LEGOFF")),
    (person("Fatima|Ben Salah"), person("Fatima|Bensalah")),
    (person("Mathieu|Kerloc'h"), person("Matthieu|Kerloch")),
    (person("Élisabeth|Vauquelin"), person("Elizabeth|Vauquelin")),
    (person("Philippe|Lefebvre"), person("Philippe|Lefèvre")),
    (person("Nadia|Thibault"), person("Nadia|Thibaud")),
    (person("Nadia|Renault"), person("Nadia|Renaud")),
    (person("Claire|Durand"), person("Claire|Durant")),
    (person("Claire|Martin"), person("Claire|Lefèvre-Martin")),
    (person("Claire|Martin-Lefèvre"), person("Claire|Lefèvre Martin")),
    (person("Céline|Quémener"), person("Célien|Quémener")),
    (person("Bérengère|Lantier"), person("Berangere|Lantier")),
    (person("Wafae|Kerzazi"), person("Wafae|Kerazzi")),
    (person("Aurélien|Tanguy", mail="a.tanguy@example.org"), person("Aurélien|Tangui")),
    (
        person("Jeanne|Petit", mail="jeanne@example.org"),
        person("Jeanne|Delmas", mail="jeanne@example.org"),
    ),
    (
        person("Jeanne|Petit", born="1980-04-03", at=HERE),
        person("Jeanne|Delmas", born="1980-04-03", at=HERE_TOO),
    ),
    (
        person("Jeanne|Delmas", born="1980-04-03"),
        person("Jeanne|Delmas", born="1980-03-04"),
    ),
    (
        person("Jeanne|Delmas", phone="06 12 34 56 78"),
        person("|Delmas", phone="+33612345678"),
    ),
    (
        person("Jeanne|Delmas", mail="j@example.org", phone="06 12 34 56 78"),
        person("Jeanne|Delmas", mail="k@example.org", phone="0033 6 12 34 56 78"),
    ),
    (
        person("Jeanne Marie|Delmas", mail="jm@example.org"),
        person("Jeanne|Delmas", mail="jm@example.org"),
    ),
    (person("|Delmas", mail="jeanne.delmas@example.org"), person("Jeanne|Delmas")),
    (
        person("Jeanne|Delmas", mail="jeanne.delmas@example.org"),
        person("Jeanne|Delmas", mail="jeanne.delmas@example.net", at=HERE),
    ),
    (
        person("Jeanne|Delmas", mail="j.delmas+coop@example.org"),
        person("|", mail="j.delmas@example.org"),
    ),
    (
        person("Alex|Kermarrec", mail="alex@example.org"),
        person("Alexandre|Kermarrec", mail="alex@example.org"),
    ),
    (
        person("Jeanne|Delmas", at=HERE, mail="j@example.org"),
        person("Jeanne|Delmas", at=HERE_TOO, mail="autre@example.org"),
    ),
    (person("Jeanne|Delmas"), structure("Jeanne Delmas")),
    (structure("Association Les Mains Libres"), structure("Les Mains Libres")),
    (structure("La Ferme du Passeur SARL"), structure("Ferme du passeur")),
    (structure("Maison de l'emploi solidaire"), structure("Maison pour l'emploi solidaire")),
    (structure("L’Établi"), structure("L'ETABLI")),
    (structure("Clus'Ter Vosges"), structure("Cluster Vosges")),
    (structure("Entre Voisin·es"), structure("Entre voisines")),
    (structure("Enercoopérants"), structure("Enercooperant")),
    (structure("Bois d'Œuvre"), structure("Bois d'oeuvre")),
    (structure("Librairie Quatre Vents"), structure("Quatre Vents librairie")),
    (structure("Imprimerie du Passeur"), structure("Imprimerei du Passeur")),
    (
        structure("UDAVL"),
        structure("Union Départementale des Associations de Vélo et Loisirs"),
    ),
    (
        structure("Réseau Éco-Habitat Rural", siren="005520135"),
        structure("REHR Bretagne", siren="005520135"),
    ),
    (
        structure("Atelier Lin", siren="005520135"),
        structure("Les tisserands", siren="005520135", at=HERE),
    ),
    (
        structure("Tisserands", website="https://tisserands.example"),
        structure("Les Tisserands de Nantes", mail="info@tisserands.example"),
    ),
    (
        structure("Le Grain de Sel", at=HERE, phone="02 40 11 22 33"),
        structure("Café Le Grain de Sel", at=HERE_TOO, phone="+33 2 40 11 22 33"),
    ),
]

_BRANCH = "Secours Partagé"
DIFFERENT: list[Pair] = [
    # First names that are not one misspelt.
    *(
        (person(f"{one}|Delmas", **shared), person(f"{other}|Delmas", **shared))
        for one, other in (
            ("Michel", "Michèle"),
            ("Jean", "Jeanne"),
            ("Pascal", "Pascale"),
            ("Frédéric", "Frédérique"),
            ("Laurent", "Laurence"),
            ("Marine", "Karine"),
            ("Louis", "Louise"),
            ("Jules", "Julie"),
            ("Clément", "Clémence"),
            ("Luc", "Lucas"),
            ("Paul", "Jeanne"),
            ("Marie", "Anne-Marie"),
        )
        for shared in (
            {"mail": "famille@example.org"},
            {"at": HERE, "phone": "02 40 11 22 33"},
            {},
        )
    ),
    # A couple's or an office's mailbox and telephone.
    (
        person("Jeanne|Delmas", mail="nous@example.org", at=HERE),
        person("Paul|Petit", mail="nous@example.org", at=HERE),
    ),
    (
        person("Jeanne|Delmas", civility=MADAM, mail="nous@example.org"),
        person("Paul|Delmas", civility=SIR, mail="nous@example.org"),
    ),
    (
        person("J.|Delmas", civility=MADAM, at=HERE),
        person("Jean|Delmas", civility=SIR, at=HERE),
    ),
    (
        person("Jeanne et Paul|Delmas", mail="nous@example.org"),
        person("Jeanne|Delmas", mail="nous@example.org"),
    ),
    (person("P.|Delmas", mail="n@example.org"), person("Jeanne|Delmas", mail="n@example.org")),
    (person("J.-P.|Morin"), person("Jean-Luc|Morin")),
    (person("JP|Morin"), person("Luc|Morin")),
    (person("J.|Morin"), person("J.|Moreau")),
    # One family over the years, and namesakes.
    (person("Jean|Delmas", born="1950-01-02"), person("Jean|Delmas", born="1980-05-06")),
    (
        person("Jean|Delmas", born="1950-01-02", at=HERE, mail="f@example.org"),
        person("Jean|Delmas", born="1980-05-06", at=HERE, mail="f@example.org"),
    ),
    (
        person("Zoé|Delmas", born="2010-01-02", at=HERE),
        person("Léa|Delmas", born="2010-01-02", at=HERE),
    ),
    (
        person("Marie|Martin", mail="mm@example.org", at=HERE),
        person("Marie|Martin", mail="marie@example.net", at=THERE),
    ),
    (
        person("Marie|Martin", phone="06 12 34 56 78", mail="mm@example.org", at=HERE),
        person("Marie|Martin", phone="06 87 65 43 21", mail="m2@example.org", at=THERE),
    ),
    (
        person("Jean|Moreau", phone="06 12 34 56 78", at=HERE),
        person("Jean|Moreau", phone="06 87 65 43 21", at=THERE),
    ),
    (
        person("Claude|Delmas", civility=SIR, at=HERE),
        person("Claude|Delmas", civility=MADAM, at=THERE),
    ),
    (person("Marie|Martin", at=HERE), person("Marie|Martin", at=THERE)),
    (person("Marie|Martin", at=HERE), person("Martin|Marie", at=THERE)),
    (person("Marie|Martin"), person("Martine|Marie")),
    (person("Martin|Simon"), person("Simone|Martin")),
    (person("Marie|Martin"), person("Marie|Marin")),
    (person("Jean|Morel"), person("Jean|Moret")),
    (person("Anne|Fournier"), person("Anne|Tournier")),
    (person("Anne|Garnier"), person("Anne|Granier")),
    (person("Luc|Girard"), person("Luc|Giraud")),
    (person("Luc|Roux"), person("Luc|Roy")),
    (person("Luc|Martin"), person("Luc|Saint-Martin")),
    (person("Nora|Kermarrec"), person("Nora|Kerouredan")),
    (person("Nora|Lin", mail="nora@example.org"), person("Nora|Lino", mail="n@example.net")),
    (
        person("Jeanne|Dupomt", mail="jd@example.org"),
        person("Jeanne|Dupont", mail="dup@example.net"),
    ),
    (person("J.|Dupont", at=HERE), person("Jeanne|Dupont", at=THERE)),
    (
        person("Claire|Lefèvre-Martin", at=HERE),
        person("Claire|Lefèvre", at=THERE),
    ),
    (
        person("Jeanne|Petit", born="1980-04-03"),
        person("Jeanne|Delmas", born="1980-04-03"),
    ),
    (person("Jeanne|Petit", at=HERE), person("Jeanne|Delmas", at=HERE)),
    # Names that say too little, or nothing at all.
    (person("|Dupont"), person("Jeanne|Dupont")),
    (person("Aurélien|"), person("Aurélien|Tanguy")),
    (person("Aurélien|", at=HERE), person("Aurélien|", at=THERE)),
    (person("Sophie|"), person("Aurélien|")),
    (person("|"), person("|")),
    (person("|Guest"), person("|Guest")),
    (person("Guest|"), person("|Guest")),
    (person("Anonyme|Anonyme"), person("Anonyme|Anonyme")),
    (person("Invité|", at=HERE), person("Invité|", at=HERE)),
    (person("|Guest"), person("Pierre-Thomas|")),
    (person("|", phone="06 12 34 56 78"), person("|", phone="06 12 34 56 78")),
    (person("|Delmas", mail="jeanne.delmas@example.org"), person("Paul|Delmas")),
    (person("|Delmas", phone="00 00 00 00 00"), person("Paul|Delmas", phone="0000000000")),
    # Persons are no organisations.
    (person("Sophie|Auray", mail="sophie@raisonnances.org"), structure("Raisonance")),
    (
        person("Jeanne|Delmas", mail="c@example.org", at=HERE),
        structure("Ferme Delmas", mail="c@example.org", at=HERE),
    ),
    (person("|Martin"), structure("Menuiserie Martin")),
    (person("Jean|Moulin"), structure("École Jean Moulin")),
    # Organisations with much in common.
    *(
        (structure(f"{kind} {one}"), structure(f"{kind} {other}"))
        for kind in ("Amicale de", "Jardins partagés de", "Les Amis de", "Club nautique de")
        for one, other in (
            ("Trentemoult", "Basse-Indre"),
            ("Vertou", "Vallet"),
            ("Jans", "Jean"),
        )
    ),
    (structure("Atelier Lin", siren="005520135"), structure("Atelier Lin", siren="005520143")),
    (structure(f"{_BRANCH} 44"), structure(f"{_BRANCH} 49")),
    (structure(f"{_BRANCH} 44"), structure(_BRANCH)),
    (structure(f"{_BRANCH} Nantes"), structure(f"{_BRANCH} Rennes")),
    (structure("Amicale laïque de Nantes"), structure("Amicale laïque de Mantes")),
    (structure("Ville de Lyon"), structure("Ville de Laon")),
    (structure("Ville de Nantes"), structure("Mairie de Rezé")),
    (structure("Section A"), structure("Section B")),
    (structure("École Jean Moulin"), structure("École Jean Macé")),
    (structure("Comité des fêtes de Sautron"), structure("Comité des fêtes de Couëron")),
    (structure("Fondation des Deux Rives"), structure("Les Deux Rives")),
    (structure("Union sportive de Vertou"), structure("Union musicale de Vertou")),
    (structure("Les Amis du Parc", at=HERE), structure("Les Amis du Port", at=HERE)),
    (structure("Café des Arts", at=HERE), structure("Cafés des Arts", at=THERE)),
    (
        structure("Maison pour tous", at=HERE, mail="a@mpt-nantes.example", phone="0240112233"),
        structure(
            "Maison pour tous", at=THERE, mail="b@mpt-rennes.example", phone="0299112233"
        ),
    ),
    (structure("MES"), structure("Maison de l'Enfance")),
    (structure("Mes"), structure("Mouvement des Étudiants du Sud")),
    (structure("MES"), structure("Mouvement des Étudiants du Sud", acronym="MEDS")),
    (
        structure("MES", at=HERE, mail="contact@le-mes.org"),
        structure("Maison des Enfants Sourds", at=THERE, mail="contact@mes-sourds.example"),
    ),
    (
        structure("Savoir Partager", mail="sophie@raisonnances.org"),
        structure("Raisonance"),
    ),
    (
        structure("Savoir Partager", mail="sophie@raisonnances.org"),
        structure("Fabrique des Liens", mail="paul@raisonnances.org"),
    ),
    (
        structure("Fédération du Lin", mail="accueil@example.org"),
        structure("Fonds de dotation Horizon", mail="accueil@example.org"),
    ),
    (structure("Gmail"), structure("Terre Neuve", mail="terreneuve@gmail.com")),
    (structure("Orange"), structure("Terre Neuve", mail="terreneuve@orange.fr")),
    (structure("Framasoft"), structure("Le Bac", website="https://framasoft.org/lebac")),
    (structure("Anonyme"), structure("Anonyme")),
]

# As many as the grid of office.md CC-4, and written as oddly.
STRUCTURES = tuple(
    """
Aéma Mutualité|AGIR 2 la mondaine|Alliance des Lieux|Les Ateliers du Bac|Banque du Lin|Centsept
Clus'Ter Vosges|Coop des Rives|Coopératives de Loire|e-graine|e-pousse|Énergie de Loire
Familles Partagées|Fédération des Centres de Rive|Fondation du Passeur|Fonds du Passeur
France Barter|GARC'ESS|GARDESS|Groupe Archer Loire|Groupe SOL|Habitat et Partage
Habitat & Humanités|Intersticiel|La Fabrique|La Fabrique des Liens|Labo des Communs
Le Mouvement Rural|makesense|Mouvement des Communs|Mouvement pour l'Économie Partagée
Pôle Territorial du Sud|Pôle Territorial du Nord|Que Vol'terre|Raisonance|Réseau Cocagnes
Réseau des Crédules|Savoir Partager|Scopéa|Terres de Liaison|Union des Scop de l'Ouest
""".replace("\n", "|")
    .strip("|")
    .split("|")
)
