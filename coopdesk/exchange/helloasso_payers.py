"""Who paid, as HelloAsso's exports say it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.contacts import NAME_LIMIT
from coopdesk.domain.errors import RuleError
from coopdesk.domain.identifiers import check_email, check_postcode, check_siren
from coopdesk.domain.imports import Payer
from coopdesk.exchange.helloasso_words import word

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coopdesk.exchange.row_cells import RowCells

_LEGAL_FORM_LIMIT = 80
_EMAIL_LIMIT = 254
_ADDRESS_LINE = 120
_NO_ADDRESS = PostalAddress()
# Local parts that every mail program accepts; the others take the long way.
_PLAIN_LOCAL = re.compile(r"[a-z0-9_+-]+(?:\.[a-z0-9_+-]+)*", re.IGNORECASE)


def read_payer(cells: RowCells, countries: Mapping[str, str]) -> Payer:
    """Return the payer of the current row.

    What is wrong in an e-mail, a SIREN, a postcode or a country is left out with a warning: the
    money is there all the same. A text that is too long refuses the row.
    """
    return Payer(
        last_name=cells.text("payer_last_name", NAME_LIMIT),
        first_name=cells.text("payer_first_name", NAME_LIMIT),
        organisation_name=cells.text("organisation", NAME_LIMIT),
        legal_form=cells.text("legal_form", _LEGAL_FORM_LIMIT),
        siren=_siren(cells),
        email=_email(cells),
        address=_address(cells, countries),
    )


def _siren(cells: RowCells) -> str:
    written = cells.text("siren", _LEGAL_FORM_LIMIT)
    if not written:
        return ""
    try:
        return check_siren(written)
    except RuleError as error:
        cells.warn_about(error, "siren")
        return ""


def _email(cells: RowCells) -> str:
    written = cells.text("payer_email", _EMAIL_LIMIT)
    if not written:
        return ""
    local, _at, domain = written.rpartition("@")
    if len(local) <= 64 and _PLAIN_LOCAL.fullmatch(local) and _is_domain(domain):
        return written
    try:
        return check_email(written)
    except RuleError as error:
        cells.warn_about(error, "payer_email")
        return ""


@lru_cache(maxsize=4096)
def _is_domain(domain: str) -> bool:
    """Tell whether addresses of a domain are well formed: thousands of rows share a few."""
    try:
        check_email(f"a@{domain}")
    except RuleError:
        return False
    return True


def _address(cells: RowCells, countries: Mapping[str, str]) -> PostalAddress:
    street, complement = _street(cells)
    city = cells.text("city", _ADDRESS_LINE)
    postcode = cells.text("postal_code", _ADDRESS_LINE)
    if not (street or city or postcode):
        return _NO_ADDRESS
    named = cells.text("country", _ADDRESS_LINE)
    country = countries.get(word(named)) if named else "FR"
    if country is None:
        # A receipt must not carry an address in the wrong country: better none than that.
        cells.warn("country.unknown", cells.header.label("country"), text=named[:40])
        return _NO_ADDRESS
    try:
        postcode = check_postcode(postcode, country)
    except RuleError as error:
        cells.warn_about(error, "postal_code")
        postcode = ""
    return PostalAddress(street, complement, postcode, city, country)


def _street(cells: RowCells) -> tuple[str, str]:
    """Return street and complement; a long address is split at a word, nothing is lost."""
    street = cells.text("street", 2 * _ADDRESS_LINE)
    if len(street) <= _ADDRESS_LINE:
        return street, ""
    cut = street.rfind(" ", 0, _ADDRESS_LINE + 1)
    first, rest = street[:cut], street[cut + 1 :]
    if cut == -1 or len(rest) > _ADDRESS_LINE:
        column = cells.header.label("street")
        cells.refuse("text.too_long", column, length=len(street), limit=_ADDRESS_LINE)
        return "", ""
    return first, rest
