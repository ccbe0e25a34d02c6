"""Phone numbers of France, overseas included, and of the world: shown, compared, restored."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

# The library takes some of these for numbers of the mainland, which has none of them.
_OVERSEAS = {
    "262": "RE",
    "263": "RE",
    "269": "YT",
    "508": "PM",
    "590": "GP",
    "594": "GF",
    "596": "MQ",
    "639": "YT",
    "690": "GP",
    "691": "GP",
    "692": "RE",
    "693": "RE",
    "694": "GF",
    "696": "MQ",
    "697": "MQ",
}
# Dialled with ten digits from one another; the Pacific is called like any other country.
_FRENCH_CODES = frozenset({33, 262, 508, 590, 594, 596})
# A number of the mainland as most people write it; those with an 8 are shown otherwise.
_ORDINARY = re.compile(r"(?:0|\+33 ?)([1-79])" + r"[ .\-/]?([0-9]{2})" * 4)
_SPREADSHEET = re.compile(r"(\d+)[.,]0*|(\d)[.,](\d{1,11})[eE]\+?(\d{1,2})")


def normalise_phone(text: str) -> str:
    """Return a phone number in the national form people read; unknown forms stay as typed.

    ``+33612345678`` and ``0612345678`` → ``06 12 34 56 78``; abroad in international form.
    """
    typed = " ".join(text.split())
    if pairs := _ordinary(typed):
        return f"0{' '.join(pairs)}"
    number = _number(typed)
    return typed if number is None else _shown(number)


def phone_key(text: str) -> str:
    """Return a number as ``+33612345678`` (E.164) for comparing; empty when it is none.

    Words around the number are passed over; of several numbers the first counts.
    """
    if pairs := _ordinary(text):
        return f"+33{''.join(pairs)}"
    from phonenumbers import PhoneNumberFormat, format_number

    number = _number(restored_digits(text)) or _first_within(text)
    return "" if number is None else str(format_number(number, PhoneNumberFormat.E164))


def restore_phone(text: str) -> str:
    """Propose the number that a spreadsheet took for an amount; empty when nothing was lost.

    ``612345678``, ``612345678.0`` and ``6,12345678E+08`` → ``06 12 34 56 78``;
    ``33612345678`` → the same. For imports, which show a proposal and apply none unseen.
    """
    digits = restored_digits(text)
    if not digits.isdigit() or not 9 <= len(digits) <= 12 or digits.startswith("0"):
        return ""
    number = _number(f"0{digits}" if len(digits) == 9 else f"+{digits}")
    return "" if number is None or number.country_code not in _FRENCH_CODES else _shown(number)


def restored_digits(text: str) -> str:
    """Return a number that was stored as an amount with its digits alone; other texts as is."""
    typed = " ".join(text.split())
    amount = _SPREADSHEET.fullmatch(typed)
    if amount is None:
        return typed
    if amount[1]:
        return amount[1]
    decimals, places = amount[3], int(amount[4])
    # A power smaller than its decimals is no whole number, a great one no phone.
    return amount[2] + decimals.ljust(places, "0") if len(decimals) <= places <= 12 else typed


def _ordinary(typed: str) -> tuple[str, ...]:
    """Return the parts of a valid number of the mainland: 6, 12, 34, 56, 78; empty for others.

    Says what the library says, fifty times as fast: imports bring tens of thousands.
    """
    found = _ORDINARY.fullmatch(typed)
    if found is None or found[1] + found[2] in _OVERSEAS:
        return ()
    return found.groups() if _french_numbers().fullmatch("".join(found.groups())) else ()


@cache
def _french_numbers() -> re.Pattern[str]:
    """Return the pattern of the national numbers that the library takes for valid ones."""
    from phonenumbers import PhoneMetadata

    known = PhoneMetadata.metadata_for_region("FR")
    kinds = (known.fixed_line, known.mobile, known.voip) if known else ()
    patterns = [kind.national_number_pattern for kind in kinds if kind]
    # Should the library know none, nothing is ordinary.
    return re.compile("|".join(filter(None, patterns)) or "(?!)")


@lru_cache(maxsize=4096)
def _number(typed: str) -> PhoneNumber | None:
    """Read a text that is one number and nothing else; None when it is not, or not valid."""
    if not any(char.isdigit() for char in typed):
        return None
    number = _valid(typed, "FR")
    if number is not None and number.country_code != 33:
        return number
    national = str(number.national_number) if number else _bare(typed)
    region = _OVERSEAS.get(national[:3], "")
    if region and len(national) == 9:
        return _valid(f"0{national}", region) or number
    return number


def _valid(typed: str, region: str) -> PhoneNumber | None:
    from phonenumbers import NumberParseException, is_valid_number, parse

    try:
        number = parse(typed, region)
    except NumberParseException:
        return None
    return number if is_valid_number(number) else None


def _bare(typed: str) -> str:
    """Return the nine digits after the 0 of a national number; words make it none."""
    if any(char.isalpha() for char in typed):
        return ""
    digits = "".join(char for char in typed if char.isdigit())
    for prefix in ("0033", "33", "0"):
        if digits.startswith(prefix) and len(digits) == len(prefix) + 9:
            return digits.removeprefix(prefix)
    return digits


def _first_within(text: str) -> PhoneNumber | None:
    from phonenumbers import PhoneNumberMatcher

    if _ORDINARY.fullmatch(text):  # ten digits that are no number hold no other one
        return None
    for found in PhoneNumberMatcher(text, "FR"):
        return _number(found.raw_string)
    return None


def _shown(number: PhoneNumber) -> str:
    from phonenumbers import PhoneNumberFormat, format_number

    is_french = number.country_code in _FRENCH_CODES
    form = PhoneNumberFormat.NATIONAL if is_french else PhoneNumberFormat.INTERNATIONAL
    return str(format_number(number, form)).replace(".", " ")
