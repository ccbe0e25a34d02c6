"""Names of the languages that people are written to in."""

from __future__ import annotations

from coopdesk.domain.text import fold
from coopdesk.wording.formats import capital
from coopdesk.wording.language import _, language

# Languages of France and its neighbours, and those most spoken in its associations.
_OFFERED = (
    *("fr", "en", "es", "pt", "it", "de", "nl", "br", "eu", "oc", "co", "ar", "ber", "tr"),
    *("ru", "uk", "pl", "ro", "sq", "hr", "cs", "el", "hu", "fa", "ps", "ku", "ur", "hi"),
    *("bn", "ta", "zh", "vi", "km", "lo", "ja", "ko", "th", "wo", "ff", "bm", "ln", "sw"),
    *("mg", "ht", "am", "ti", "so"),
)


def language_text(code: str) -> str:
    """Return the name of a language from its ISO code; an unknown code stays as it is."""
    from babel import Locale

    name = str(Locale.parse(language()).languages.get(code, code))
    return capital(name)


def language_choices() -> list[tuple[str, str]]:
    """Return (ISO code, name), first none: the association's own language."""
    named = [(code, language_text(code)) for code in _OFFERED]
    return [("", _("The association's")), *sorted(named, key=lambda pair: fold(pair[1]))]
