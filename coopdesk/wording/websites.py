"""Addresses of websites as people read them, and as a browser wants them."""

from __future__ import annotations

from urllib.parse import quote, unquote

# What an address may hold as it is; the rest of an address that is shown is escaped again.
_PLAIN = ":/?#[]@!$&'()*+,;=-._~%"


def website_text(address: str) -> str:
    """Return ``labo.example.org/économie`` for ``https://labo.example.org/%C3%A9conomie/``."""
    shown = unquote(address).removeprefix("https://").removeprefix("http://")
    readable = shown.isprintable() and "\ufffd" not in shown
    return shown.removesuffix("/") if readable else address


def website_url(address: str) -> str:
    """Return the address that a browser opens, empty for what is no website."""
    typed = address.strip()
    scheme, colon, _rest = typed.partition("://")
    if not typed or (colon and scheme.lower() not in {"http", "https"}):
        return ""
    return quote(typed if colon else f"https://{typed}", safe=_PLAIN)
