"""Forms of a name that two spellings of it share: squeezed, by sound, by initials."""

from __future__ import annotations

import re
from functools import lru_cache

from coopdesk.domain.text import fold

_WORD = re.compile(r"[^\W_]+")
_ARTICLES = frozenset({"d", "de", "des", "du", "l", "la", "le", "les", "the", "un", "une"})
_LINKS = "a an and au aux avec dans en et of ou par pour s sans sous sur"
_FORMS = "asso assoc association earl eurl gaec gie sa sarl sas sasu sci scic scop selarl snc"
LITTLE_WORDS = _ARTICLES | frozenset(_LINKS.split())
LEGAL_FORMS = frozenset(_FORMS.split())
_SHORTEST_ACRONYM = 3
_KNOWN_NAMES = 1 << 16

# How French names sound, loosely: the order counts, capitals are sounds already settled.
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("ph", "f"),
        ("s?ch|sh", "X"),
        ("qu?|ck?(?![eiy])|k", "k"),
        ("c", "s"),
        ("gu(?=[eiy])", "G"),
        ("g(?=[eiy])", "j"),
        ("G", "g"),
        ("h", ""),
        ("bv", "v"),
        ("w", "v"),
        ("y", "i"),
        ("z", "s"),
        ("e?aul?[tdx]s?$|e?aux?", "o"),
        ("[ae]i[mn](?=[^aeioumn]|$)", "in"),
        ("[ae]i", "e"),
        ("oe?u|eu", "u"),
        ("oe", "e"),
        ("(?<!i)[ae][mn](?=[^aeioumn]|$)", "an"),
        (r"(.)\1+", r"\1"),
        (r"(?<=..)[estdxp]+$", ""),
    )
)
_SPELLINGS = str.maketrans({"h": "", "y": "i", "z": "s", "k": "c", "w": "v"})
_DOUBLED = re.compile(r"(.)\1+")


def words(text: str) -> tuple[str, ...]:
    """Return the folded words of a name: ``Que Vol'terre`` → que, vol, terre."""
    return tuple(_WORD.findall(fold(text))) if text else ()


def squeezed(text: str) -> str:
    """Return the letters and digits of a name, folded: ``Que Vol'terre`` → ``quevolterre``."""
    return "".join(words(text))


@lru_cache(maxsize=_KNOWN_NAMES)
def sound(word: str) -> str:
    """Return how a folded word sounds: ``raisonnances`` and ``raisonance`` → ``resonan``.

    Doubled and mute letters go, ph is f, c is k or s, eau is o, ai is e. Meant to bring two
    spellings together, not to be read; digits stay.
    """
    heard = word
    for pattern, letters in _SOUNDS:
        heard = pattern.sub(letters, heard)
    return heard or word


def sounds(folded: tuple[str, ...]) -> str:
    """Return how several folded words sound, little words left out."""
    return "".join([sound(word) for word in folded if word not in LITTLE_WORDS])


@lru_cache(maxsize=_KNOWN_NAMES)
def plain_spelling(word: str) -> str:
    """Return a folded word without h and doubled letters: Mathieu is Matthieu, Sara Sarah."""
    return _DOUBLED.sub(r"\1", word.replace("ph", "f").translate(_SPELLINGS))


def core_words(folded: tuple[str, ...]) -> tuple[str, ...]:
    """Return an organisation's words without its legal form and leading article."""
    start, end = 0, len(folded)
    while start < end - 1 and (folded[start] in LEGAL_FORMS or folded[start] in _ARTICLES):
        start += 1
    while end > start + 1 and folded[end - 1] in LEGAL_FORMS:
        end -= 1
    return folded[start:end]


def main_words(folded: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words that carry a name; all of them when all are little."""
    return tuple([word for word in folded if word not in LITTLE_WORDS]) or folded


def initials(folded: tuple[str, ...]) -> frozenset[str]:
    """Return the acronyms of a name: little words skipped and not, legal form or not."""
    if len(folded) < _SHORTEST_ACRONYM:
        return frozenset()
    forms = (folded, main_words(folded), main_words(core_words(folded)))
    made = {"".join([word[0] for word in form]) for form in forms}
    return frozenset(acronym for acronym in made if len(acronym) >= _SHORTEST_ACRONYM)
