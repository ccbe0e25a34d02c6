"""Texts with blanks for letters and e-mails: which blanks exist and how they are filled."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, Protocol, TypeVar

from coopdesk.domain.contacts import Civility
from coopdesk.domain.errors import RuleError
from coopdesk.domain.text import clean_line, clean_text, fold

Kind = TypeVar("Kind")

_BLANK = re.compile(r"{([^{}\n]*)}")
# Two wordings, for one thing and for several: ``{votre don|vos dons}``.
_FORMS = re.compile(r"{([^{}|\n]*)\|([^{}|\n]*)}")
# A passage that stands only where one of its blanks has something to say.
_PASSAGE = re.compile(r"\[([^\[\]\n]*{[^{}\n]*}[^\[\]\n]*)\]")
_SPACES = re.compile(r" {2,}")
_LOST_SPACE = re.compile(r" +(?=[,.\n]|$)")

# Blanks as people write them in a template; accents and case make no difference.
BLANKS: tuple[str, ...] = (
    "salutation",
    "politesse",
    "civilité",
    "prénom",
    "nom",
    "numéro",
    "association",
    "tarif",
    "période",
    "montant",
    "échéance",
    "signataire",
    "fonction",
)

# How a person is addressed, first and within a sentence; French whatever the language.
_SALUTATIONS = {
    Civility.MADAM: ("Madame,", "Madame"),
    Civility.SIR: ("Monsieur,", "Monsieur"),
    Civility.NONE: ("Bonjour,", "Madame, Monsieur"),
}
_TITLES = {Civility.MADAM: "Madame", Civility.SIR: "Monsieur", Civility.NONE: ""}


class Values(Protocol):
    """What fills the blanks of one kind of text."""

    @property
    def is_several(self) -> bool:
        """Whether a text is about several things, so that its second wordings stand."""

    def named(self) -> dict[str, str]:
        """Return the values by the names of all blanks that this kind of text has."""


@dataclass(frozen=True, slots=True)
class LetterTemplate:
    """A text with blanks such as ``{prénom}``; any other brace is plain text.

    Two wordings such as ``{votre don|vos dons}`` are for one thing and for several. A passage
    between brackets such as ``[pour {campagne}]`` is left out where all its blanks are empty.

    ``code`` is its name in files, ``label`` its name on screen.
    """

    code: str
    label: str
    subject: str
    body: str


@dataclass(frozen=True, slots=True)
class KeptText(Generic[Kind]):
    """A text at its place among those of its kind, from 0.

    ``is_own`` tells a text that the association changed from the one that is proposed.
    """

    kind: Kind
    place: int
    content: LetterTemplate
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class FilledText:
    """A template whose blanks are filled, for one addressee."""

    subject: str
    body: str


@dataclass(frozen=True, slots=True)
class LetterValues:
    """What fills the blanks for one addressee; amounts and days are already in words."""

    civility: Civility = Civility.NONE
    first_name: str = ""
    last_name: str = ""
    number: str = ""
    association: str = ""
    type_name: str = ""
    period: str = ""
    amount: str = ""
    due_on: str = ""
    signatory: str = ""
    role: str = ""
    is_several: bool = False

    def named(self) -> dict[str, str]:
        """Return the values by the names of their blanks."""
        return {
            **addressed(self.civility),
            "prénom": self.first_name,
            "nom": self.last_name,
            "numéro": self.number,
            "association": self.association,
            "tarif": self.type_name,
            "période": self.period,
            "montant": self.amount,
            "échéance": self.due_on,
            "signataire": self.signatory,
            "fonction": self.role,
        }


def addressed(civility: Civility) -> dict[str, str]:
    """Return how somebody is addressed, by the names of the blanks."""
    salutation, polite = _SALUTATIONS[civility]
    return {"salutation": salutation, "politesse": polite, "civilité": _TITLES[civility]}


def checked_template(
    template: LetterTemplate, blanks: tuple[str, ...] = BLANKS
) -> LetterTemplate:
    """Return the template cleaned; ``blanks`` are those that its kind has.

    Raises:
        RuleError: ``letter.unknown_blank`` naming the blank, ``letter.text_missing``.
    """
    subject, body = clean_line(template.subject), clean_text(template.body)
    for name, text in (("subject", subject), ("body", body)):
        if not text:
            raise RuleError("letter.text_missing", field=name)
        _check_blanks(text, name, blanks)
    return LetterTemplate(template.code, clean_line(template.label), subject, body)


def _check_blanks(text: str, name: str, blanks: tuple[str, ...]) -> None:
    known = set(map(fold, blanks))
    plain = _FORMS.sub("", text)
    # Around a blank two wordings are none: their braces and their bar would be printed.
    nested = ["|".join(forms) for forms in _FORMS.findall(_BLANK.sub("…", plain))]
    for blank in (*_BLANK.findall(plain), *nested):
        if fold(blank) not in known:
            raise RuleError(
                "letter.unknown_blank",
                field=name,
                blank=f"{{{blank[:40]}}}",
                known=" ".join(f"{{{one}}}" for one in blanks),
            )


def filled(template: LetterTemplate, values: Values) -> FilledText:
    """Fill the blanks of a template; a value is inserted as it is, never read as a template.

    Spaces that an empty value leaves behind are closed.

    Raises:
        RuleError: ``letter.unknown_blank`` naming the blank, ``letter.text_missing``.
    """
    found = values.named()
    checked = _checked_once(template, tuple(found))
    named = {fold(name): clean_line(text) for name, text in found.items()}
    form = r"\2" if values.is_several else r"\1"
    worded = (_FORMS.sub(form, text) for text in (checked.subject, checked.body))
    subject, body = (_filled(text, named) for text in worded)
    return FilledText(_closed(subject), _closed(body))


def _filled(text: str, named: dict[str, str]) -> str:
    def passage(found: re.Match[str]) -> str:
        is_said = any(named[fold(blank)] for blank in _BLANK.findall(found[1]))
        return found[1] if is_said else ""

    return _BLANK.sub(lambda found: named[fold(found[1])], _PASSAGE.sub(passage, text))


# One template is filled for hundreds of people.
_checked_once = lru_cache(maxsize=32)(checked_template)


def _closed(text: str) -> str:
    lines = (_LOST_SPACE.sub("", _SPACES.sub(" ", line)).strip() for line in text.split("\n"))
    return "\n".join(lines).strip()


def with_title(civility: Civility, name: str) -> str:
    """Return a name as a French sentence says it: ``Madame Élodie Lefèvre``."""
    return f"{_TITLES[civility]} {name}".strip()
