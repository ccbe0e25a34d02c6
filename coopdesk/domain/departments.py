"""The French départements and overseas collectivities, found from a postcode (FO-7)."""

from __future__ import annotations

# Code officiel géographique of 2026: code and name.
_NAMES = {
    "01": "Ain",
    "02": "Aisne",
    "03": "Allier",
    "04": "Alpes-de-Haute-Provence",
    "05": "Hautes-Alpes",
    "06": "Alpes-Maritimes",
    "07": "Ardèche",
    "08": "Ardennes",
    "09": "Ariège",
    "10": "Aube",
    "11": "Aude",
    "12": "Aveyron",
    "13": "Bouches-du-Rhône",
    "14": "Calvados",
    "15": "Cantal",
    "16": "Charente",
    "17": "Charente-Maritime",
    "18": "Cher",
    "19": "Corrèze",
    "21": "Côte-d’Or",
    "22": "Côtes-d’Armor",
    "23": "Creuse",
    "24": "Dordogne",
    "25": "Doubs",
    "26": "Drôme",
    "27": "Eure",
    "28": "Eure-et-Loir",
    "29": "Finistère",
    "2A": "Corse-du-Sud",
    "2B": "Haute-Corse",
    "30": "Gard",
    "31": "Haute-Garonne",
    "32": "Gers",
    "33": "Gironde",
    "34": "Hérault",
    "35": "Ille-et-Vilaine",
    "36": "Indre",
    "37": "Indre-et-Loire",
    "38": "Isère",
    "39": "Jura",
    "40": "Landes",
    "41": "Loir-et-Cher",
    "42": "Loire",
    "43": "Haute-Loire",
    "44": "Loire-Atlantique",
    "45": "Loiret",
    "46": "Lot",
    "47": "Lot-et-Garonne",
    "48": "Lozère",
    "49": "Maine-et-Loire",
    "50": "Manche",
    "51": "Marne",
    "52": "Haute-Marne",
    "53": "Mayenne",
    "54": "Meurthe-et-Moselle",
    "55": "Meuse",
    "56": "Morbihan",
    "57": "Moselle",
    "58": "Nièvre",
    "59": "Nord",
    "60": "Oise",
    "61": "Orne",
    "62": "Pas-de-Calais",
    "63": "Puy-de-Dôme",
    "64": "Pyrénées-Atlantiques",
    "65": "Hautes-Pyrénées",
    "66": "Pyrénées-Orientales",
    "67": "Bas-Rhin",
    "68": "Haut-Rhin",
    "69": "Rhône",
    "70": "Haute-Saône",
    "71": "Saône-et-Loire",
    "72": "Sarthe",
    "73": "Savoie",
    "74": "Haute-Savoie",
    "75": "Paris",
    "76": "Seine-Maritime",
    "77": "Seine-et-Marne",
    "78": "Yvelines",
    "79": "Deux-Sèvres",
    "80": "Somme",
    "81": "Tarn",
    "82": "Tarn-et-Garonne",
    "83": "Var",
    "84": "Vaucluse",
    "85": "Vendée",
    "86": "Vienne",
    "87": "Haute-Vienne",
    "88": "Vosges",
    "89": "Yonne",
    "90": "Territoire de Belfort",
    "91": "Essonne",
    "92": "Hauts-de-Seine",
    "93": "Seine-Saint-Denis",
    "94": "Val-de-Marne",
    "95": "Val-d’Oise",
    "971": "Guadeloupe",
    "972": "Martinique",
    "973": "Guyane",
    "974": "La Réunion",
    "975": "Saint-Pierre-et-Miquelon",
    "976": "Mayotte",
    "977": "Saint-Barthélemy",
    "978": "Saint-Martin",
    "986": "Wallis et Futuna",
    "987": "Polynésie française",
    "988": "Nouvelle-Calédonie",
}
# ISO 3166 codes whose addresses are written as in France; an empty country is France.
FRENCH_COUNTRIES = frozenset(
    {"", "FR", "GF", "GP", "MQ", "RE", "YT", "PM", "BL", "MF", "WF", "NC", "PF", "TF"}
)

# Postcodes of Guadeloupe that belong to two collectivities of their own since 2007.
_ALONE = {"97133": "977", "97150": "978"}
_CORSICA_SOUTH = ("200", "201")


def department_of(postal_code: str) -> str:
    """Return the code of the département of a postcode; empty when it is none of France.

    Two digits, three for 97 and 98; Corsica is told apart by range: 200 and 201 are 2A, the
    rest 2B. Some thirty villages are served from the département beside theirs and count there.
    """
    code = postal_code.replace(" ", "")
    if len(code) != 5 or not (code.isascii() and code.isdigit()):
        return ""
    found = _ALONE.get(code) or _by_range(code)
    return found if found in _NAMES else ""


def _by_range(code: str) -> str:
    if code.startswith("20"):
        return "2A" if code.startswith(_CORSICA_SOUTH) else "2B"
    return code[:3] if code.startswith(("97", "98")) else code[:2]


def department_name(code: str) -> str:
    """Return the name of a département from its code (``44``, ``2A``, ``974``); else empty."""
    return _NAMES.get(code, "")


def departments() -> tuple[tuple[str, str], ...]:
    """Return (code, name) of every département, in the order of codes."""
    return tuple(_NAMES.items())
