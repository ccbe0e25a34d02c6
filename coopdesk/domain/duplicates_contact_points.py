"""What e-mails, phones, web sites and streets say of who somebody is."""

from __future__ import annotations

import re

from coopdesk.domain.name_keys import words

# Mailboxes anybody may open and sites that lodge everybody: they name nobody.
_SHARED_LABELS = """
aliceadsl aol bbox blogspot canalblog clubinternet eklablog example facebook framasoft free
gmail gmx google googlemail hautetfort helloasso hotmail icloud instagram jimdo jimdofree
laposte linkedin linktr live mailo me mobilicites msn neuf noos numericable orange outlook
overblog pagesjaunes proton protonmail riseup sfr skynet test tutanota voila wanadoo weebly
wixsite wordpress yahoo ymail zaclys
"""
_SHARED = frozenset(_SHARED_LABELS.split())
# Names of second level that say the kind of body, not which: lesamis.asso.fr.
_SECOND_LEVEL = frozenset({"ac", "asso", "co", "com", "edu", "gouv", "net", "org", "tm"})
_OFFICE_NAMES = """
accueil admin administration association asso bonjour bureau communication compta comptabilite
contact direction hello info infos mairie president presidence presse secretaire secretariat
tresorerie tresorier vieassociative
"""
_OFFICE_MAILBOXES = frozenset(_OFFICE_NAMES.split())
_DOMAIN = re.compile(r"(?:https?://)?(?:www\.)?([\w-]+(?:\.[\w-]+)*\.[a-z]{2,})(?:/.*)?", re.I)
_WAYS = {
    "all": "allee",
    "av": "avenue",
    "ave": "avenue",
    "bd": "boulevard",
    "bld": "boulevard",
    "ch": "chemin",
    "chem": "chemin",
    "imp": "impasse",
    "pl": "place",
    "r": "rue",
    "rte": "route",
    "sq": "square",
    "st": "saint",
    "ste": "sainte",
}
_PHONE_LENGTH = 9
_SHORTEST_PHONE = 6
_SHORTEST_LABEL = 3


def email_key(email: str) -> str:
    """Return the mailbox an address reaches: no capitals, no ``+tag``, no dots at Gmail."""
    local, _at, domain = "".join(email.casefold().split()).rpartition("@")
    local = local.partition("+")[0]
    if domain in {"gmail.com", "googlemail.com"}:
        return f"{local.replace('.', '')}@gmail.com"
    return f"{local}@{domain}" if local else ""


def email_name(email: str) -> tuple[str, ...]:
    """Return the sorted words of a mailbox that bears a name: ``jeanne.dupont@…``."""
    local = email.rpartition("@")[0].partition("+")[0]
    found = [word.rstrip("0123456789") for word in words(local.replace(".", " "))]
    named = sorted(word for word in found if word)
    return tuple(named) if len(named) >= 2 else ()


def phone_key(phone: str) -> str:
    """Return the last nine digits, which 06…, +33 6… and 0033 6… share; empty if made up."""
    digits = "".join([char for char in phone if char.isdigit()])
    if len(digits) < _SHORTEST_PHONE or len(set(digits)) <= 2:
        return ""
    return digits[-_PHONE_LENGTH:]


def street_key(street: str) -> str:
    """Return a street line with its usual abbreviations written out, squeezed."""
    return "".join([_WAYS.get(word, word) for word in words(street)])


def site_name(text: str) -> str:
    """Return the own name in a web address or domain: ``https://www.le-mes.org`` → ``le-mes``.

    Empty when the text is no such address, or the domain is one that everybody shares.
    """
    match = _DOMAIN.fullmatch(text.strip())
    if not match:
        return ""
    labels = match.group(1).casefold().split(".")[:-1]
    while len(labels) > 1 and _is_nobodys(labels[-1]):
        labels.pop()
    name = labels[-1]
    return "" if len(name) < _SHORTEST_LABEL or _is_nobodys(name) else name


def mail_site_name(email: str) -> str:
    """Return the own name in the domain of an e-mail; empty for mailboxes anybody may open."""
    domain = email.strip().casefold().rpartition("@")[2]
    labels = domain.split(".")[:-1]
    if labels and labels[-1] in _SECOND_LEVEL and len(labels) > 1:
        labels.pop()
    name = labels[-1] if labels else ""
    return "" if len(name) < _SHORTEST_LABEL or _is_nobodys(name) else name


def is_office_mailbox(email: str) -> bool:
    """Tell whether an e-mail is a body's own (``contact@…``), not one of its people's."""
    return "".join(words(email.rpartition("@")[0].replace(".", " "))) in _OFFICE_MAILBOXES


def site_forms(name: str) -> tuple[str, ...]:
    """Return what a site's name may stand for: ``lecentsept`` → lecentsept, centsept."""
    folded = "".join(words(name.replace(".", " ")))
    cut = [
        folded[len(article) :]
        for article in ("les", "le", "la")
        if folded.startswith(article) and len(folded) - len(article) >= _SHORTEST_LABEL
    ]
    return (folded, *cut)


def _is_nobodys(label: str) -> bool:
    return label.replace("-", "") in _SHARED or label in _SECOND_LEVEL
