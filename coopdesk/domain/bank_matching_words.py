"""What the label of a bank line says: words that stay, names, numbers."""

from __future__ import annotations

import re
from functools import lru_cache
from operator import ne

from coopdesk.domain.text import fold

_WORD = re.compile(r"[0-9a-z]+")
_NOT_IN_A_NUMBER = re.compile(r"[^0-9A-Z]")
# What banks write around the words that matter; they tell no line from another.
BANK_WORDS = frozenset(
    """
    a au aux avec by ca carte cb cde chez chq com compte cpte de des du en et europe eur euros
    fact facture for france fr from id inst instantane la le les ligne m mandat mlle mle mme
    motif mr net no nom notprovide notprovided num numero of op ordre par paiement payment
    permanent pour prelevement prelvt prlv prv pymt recu ref reference remise rem rum sas
    sarl sepa sct sdd sur the to vers vir virement virt virts web www xx xxx xxxx
    """.split()  # noqa: SIM905 (a list of words is read as words)
)
_MONTHS = frozenset(
    """
    janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
    janv fev fevr avr juil sept oct nov dec lundi mardi mercredi jeudi vendredi samedi dimanche
    """.split()  # noqa: SIM905 (as above)
)
# What many names hold: alone they do not say who it is.
_NAME_WORDS = frozenset(
    """
    association asso club comite commune centre cooperative coop ecole federation fondation
    groupe mairie ville les des amis saint sainte union sarl sas scop scic ste societe
    """.split()  # noqa: SIM905 (as above)
)
_SHORTEST_NAME = 3
_LONG_NAME = 5
_CUT_AT = 20  # no bank cuts labels shorter
_SHORTEST_CUT = 3
_SHORTEST_REFERENCE, _LONG_REFERENCE, _MOST_JOINED = 4, 8, 5
_SIGNS = re.compile(r"[0-9A-Z]+|[|]")
_DAY = re.compile(r"\b\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?\b")
_YEAR = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])?")
_MOST_RULE_WORDS = 4


@lru_cache(maxsize=1 << 14)
def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text in order, folded, without any sign."""
    return tuple(_WORD.findall(fold(text)))


@lru_cache(maxsize=1 << 13)
def telling_words(text: str) -> frozenset[str]:
    """Return the words that tell something: no figures, none that every line has."""
    return frozenset(word for word in words_of(text) if _tells(word))


def _tells(word: str) -> bool:
    if len(word) < _SHORTEST_NAME or any(char.isdigit() for char in word):
        return False
    return word not in BANK_WORDS and word not in _MONTHS


def rule_words(label: str) -> str:
    """Return the words of a label that stay from month to month, empty if none tells anything.

    Figures, days, months and card numbers go; a word such as « PRLV » stays before the first
    that tells something: « PRLV SEPA FREE MOBILE 12/03 » → ``prlv free mobile``.
    """
    words = [word for word in words_of(label) if not any(char.isdigit() for char in word)]
    kept = list(dict.fromkeys(word for word in words if _tells(word)))[:_MOST_RULE_WORDS]
    if not kept:
        return ""
    first = words[0] if words and words[0] in {"prlv", "prelevement", "vir", "virement"} else ""
    return " ".join([first, *kept] if first else kept)


def holds_words(label: str, wanted: str) -> bool:
    """Tell whether every word of a rule stands in a label."""
    words = words_of(wanted)
    return bool(words) and set(words) <= set(words_of(label))


def shared_words(label: str, other: str) -> tuple[str, ...]:
    """Return the telling words that two texts have in common, in the order of the first."""
    common = telling_words(label) & telling_words(other)
    return tuple(word for word in dict.fromkeys(words_of(label)) if word in common)


def name_share(name: str, text: str) -> float:
    """Return how much of a name stands in a text, 0 to 1; the last word may be cut off.

    One word of several counts less than half: many people are called Martin.
    """
    parts = [word for word in words_of(name) if len(word) >= _SHORTEST_NAME]
    telling = [word for word in parts if word not in _NAME_WORDS] or parts
    if not telling:
        return 0.0
    words = words_of(text)
    known = set(words)
    missing = [part for part in telling if part not in known and not _is_cut(part, words, text)]
    found = len(telling) - len(missing)
    if not missing or (found and len(missing) == 1 and _is_slip(missing[0], words)):
        return 1.0
    return 0.5 * found / len(telling) if max(map(len, telling)) > _SHORTEST_NAME else 0.0


def _is_slip(part: str, words: tuple[str, ...]) -> bool:
    """Tell whether a word of a text is a name with one letter wrong."""
    if len(part) < _LONG_NAME:
        return False
    alike = (word for word in words if len(word) == len(part))
    return any(sum(map(ne, word, part)) == 1 for word in alike)


def _is_cut(part: str, words: tuple[str, ...], text: str) -> bool:
    """Tell whether a text that a bank cut ends with the beginning of a word."""
    last = words[-1] if words else ""
    return len(text) >= _CUT_AT and len(last) >= _SHORTEST_CUT and part.startswith(last)


def found_reference(references: tuple[str, ...], text: str) -> str:
    """Return the first of some numbers that a text repeats, empty if none does.

    Whole words alone, whatever signs part them; days are no numbers, and neither is a year, a
    month of a year, or anything of fewer than four signs.
    """
    runs, longest = _runs_of(text)
    for reference in references:
        wanted = _plain(reference)
        if not _proves(wanted):
            continue
        is_long = len(wanted) >= _LONG_REFERENCE and any(wanted in word for word in longest)
        if wanted in runs or is_long:
            return reference
    return ""


def _proves(wanted: str) -> bool:
    has_figure = any(char.isdigit() for char in wanted)
    is_told = len(wanted) >= _SHORTEST_REFERENCE and has_figure
    return is_told and _YEAR.fullmatch(wanted) is None


@lru_cache(maxsize=1 << 12)
def _runs_of(text: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return words of a text joined to their neighbours, and the words themselves."""
    words = tuple(_SIGNS.findall(_DAY.sub(" | ", text.upper())))
    runs = {
        "".join(words[first:end])
        for first in range(len(words))
        for end in range(first + 1, min(first + _MOST_JOINED, len(words)) + 1)
    }
    return frozenset(runs), words


def same_cheque(number: str, references: tuple[str, ...]) -> bool:
    """Tell whether a cheque's number is among references; zeros before it do not count."""
    wanted = number.strip().lstrip("0")
    if not wanted.isdigit():
        return False
    return any(
        wanted == figures.lstrip("0")
        for each in references
        for figures in re.findall(r"\d+", each)
    )


@lru_cache(maxsize=1 << 12)
def _plain(text: str) -> str:
    return _NOT_IN_A_NUMBER.sub("", text.upper())
