"""French identifiers: SIREN, RNA, IBAN, postcode, e-mail.

Patterns and checks: SIREN and SIRET by Luhn (La Poste excepted), RNA ``W`` and nine
characters (overseas numbers hold a letter), IBAN modulo 97, postcode five digits.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError

if TYPE_CHECKING:
    from collections.abc import Callable

_RNA = re.compile(r"W[0-9][0-9A-Z][0-9]{7}")
_POSTCODE = re.compile(r"[0-9]{5}")
_SEPARATORS = re.compile(r"[\s.\-/]+")
# Local parts that every mail program accepts; the others take the long way.
_PLAIN_LOCAL = re.compile(r"[a-z0-9_+-]+(?:\.[a-z0-9_+-]+)*", re.IGNORECASE | re.ASCII)
_LONGEST_EMAIL = 254


def _compact(text: str) -> str:
    return _SEPARATORS.sub("", text).upper() if text else ""


def check_siren(text: str) -> str:
    """Return the nine digits of a SIREN; empty stays empty.

    Raises:
        RuleError: ``siren.wrong_length`` or ``siren.wrong_key`` (Luhn).
    """
    if not text:
        return ""
    from stdnum.fr import siren

    wrong_key = RuleError("siren.wrong_key", field="siren", text=text[:40])
    wrong_length = RuleError("siren.wrong_length", field="siren", text=text[:40])
    return _numbered(text, siren.validate, wrong_key, wrong_length)


def check_siret(text: str) -> str:
    """Return the fourteen digits of a SIRET; empty stays empty.

    La Poste (SIREN 356000000) also numbers establishments whose digits add up to a multiple
    of 5.

    Raises:
        RuleError: ``siret.wrong_length`` or ``siret.wrong_key`` (Luhn).
    """
    if not text:
        return ""
    from stdnum.fr import siret

    wrong_key = RuleError("siret.wrong_key", field="siret", text=text[:40])
    wrong_length = RuleError("siret.wrong_length", field="siret", text=text[:40])
    return _numbered(text, siret.validate, wrong_key, wrong_length)


def _numbered(
    text: str, validate: Callable[[str], str], wrong_key: RuleError, wrong_length: RuleError
) -> str:
    """Return the digits of a number with a key, or raise what says why they are none."""
    digits = _compact(text)
    if not digits:
        return ""
    from stdnum.exceptions import InvalidChecksum, ValidationError

    try:
        validate(digits)
    except InvalidChecksum as error:
        raise wrong_key from error
    except ValidationError as error:
        raise wrong_length from error
    return digits


def check_rna(text: str) -> str:
    """Return an RNA number such as W442000001; empty stays empty.

    Raises:
        RuleError: ``rna.wrong_pattern``.
    """
    rna = _compact(text)
    if rna and not _RNA.fullmatch(rna):
        raise RuleError("rna.wrong_pattern", field="rna", text=text[:40])
    return rna


def check_iban(text: str) -> str:
    """Return an IBAN without spaces; empty stays empty.

    Raises:
        RuleError: ``iban.wrong`` (length, country or key modulo 97).
    """
    iban = _compact(text)
    if not iban:
        return ""
    from stdnum import iban as iban_number
    from stdnum.exceptions import ValidationError

    try:
        # The national part is left to the bank: RIB keys differ for some old accounts.
        iban_number.validate(iban, check_country=False)
    except ValidationError as error:
        raise RuleError("iban.wrong", field="iban", text=text[:40]) from error
    return iban


def check_postcode(text: str, country: str) -> str:
    """Return a postcode; French ones have five digits, the others stay as typed.

    Raises:
        RuleError: ``postcode.wrong``.
    """
    postcode = " ".join(text.split())
    if country in {"", "FR"}:
        postcode = postcode.replace(" ", "")
        if postcode and not _POSTCODE.fullmatch(postcode):
            raise RuleError("postcode.wrong", field="postal_code", text=text[:40])
    return postcode


def check_email(text: str) -> str:
    """Return an e-mail address whose syntax holds; empty stays empty, nothing is looked up.

    Raises:
        RuleError: ``email.wrong``.
    """
    address = text.strip()
    if not address:
        return ""
    if not _looks_like_email(address):
        raise RuleError("email.wrong", field="email", text=text[:80])
    return address


def _looks_like_email(address: str) -> bool:
    local, _at, domain = address.rpartition("@")
    plain = (
        len(address) <= _LONGEST_EMAIL and len(local) <= 64 and _PLAIN_LOCAL.fullmatch(local)
    )
    # Thousands of rows share a few domains: what stands before the sign is soon read.
    return _is_domain(domain) if plain else _passes(address)


@lru_cache(maxsize=4096)
def _is_domain(domain: str) -> bool:
    return _passes(f"a@{domain}")


def _passes(address: str) -> bool:
    from email_validator import EmailNotValidError, validate_email

    try:
        validate_email(address, check_deliverability=False, allow_smtputf8=True)
    except EmailNotValidError:
        return _is_reserved_domain(address)
    return True


def _is_reserved_domain(address: str) -> bool:
    """Accept reserved domains (``.test``, ``.local``): they are real in small networks."""
    local, _, domain = address.rpartition("@")
    return bool(local) and domain.rpartition(".")[2] in {
        "test",
        "local",
        "invalid",
        "localhost",
    }
