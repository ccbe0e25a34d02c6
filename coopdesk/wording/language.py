"""The language of the window, the command line and everyday papers.

Source strings are English; French is the default. ``_`` translates at once, ``N_`` marks a
string that is translated later, ``ngettext`` chooses between one and many.
"""

from __future__ import annotations

import gettext as _gettext
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import TYPE_CHECKING

from coopdesk.system.paths import resources

if TYPE_CHECKING:
    from collections.abc import Iterator

DEFAULT_LANGUAGE = "fr"
LANGUAGES = ("fr", "en")

_DOMAIN = "coopdesk"
_current: tuple[str, _gettext.NullTranslations] | None = None
_meanwhile: ContextVar[tuple[str, _gettext.NullTranslations] | None] = ContextVar(
    "meanwhile", default=None
)


def set_language(language: str) -> None:
    """Choose the language: ``fr`` or ``en``; anything else means French."""
    global _current  # noqa: PLW0603 (one language a process, like the locale)
    chosen = language if language in LANGUAGES else DEFAULT_LANGUAGE
    _current = _spoken(chosen)


@contextmanager
def in_french() -> Iterator[None]:
    """Speak French meanwhile, in this thread: books are kept in it whatever the window speaks.

    As a decorator too. Source: Code de commerce, art. L123-22.
    """
    token = _meanwhile.set(_spoken(DEFAULT_LANGUAGE))
    try:
        yield
    finally:
        _meanwhile.reset(token)


@cache
def _spoken(code: str) -> tuple[str, _gettext.NullTranslations]:
    if code == "en":
        return code, _gettext.NullTranslations()
    return code, _gettext.translation(_DOMAIN, resources() / "locale", [code])


def language() -> str:
    """Return the code of the language in use."""
    return _catalogue()[0]


def _(message: str) -> str:
    """Translate a sentence."""
    return _catalogue()[1].gettext(message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """Translate a sentence that counts something; the caller formats ``{count}``."""
    return _catalogue()[1].ngettext(singular, plural, count)


def N_(message: str) -> str:  # noqa: N802 (the name every gettext tool knows)
    """Mark a string for translation and return it untouched."""
    return message


def _catalogue() -> tuple[str, _gettext.NullTranslations]:
    meanwhile = _meanwhile.get()
    if meanwhile is not None:
        return meanwhile
    if _current is None:
        set_language(DEFAULT_LANGUAGE)
    assert _current is not None
    return _current
