"""A postal address and when it is complete enough for a tax receipt."""

from __future__ import annotations

from dataclasses import dataclass

from coopdesk.domain.errors import RuleError
from coopdesk.domain.identifiers import check_postcode
from coopdesk.domain.text import checked_line

_LINE_LIMIT = 120


@dataclass(frozen=True, slots=True)
class PostalAddress:
    """Street, complement, postcode, town and country (ISO 3166 code, FR by default)."""

    street: str = ""
    complement: str = ""
    postal_code: str = ""
    city: str = ""
    country: str = "FR"

    @property
    def is_complete(self) -> bool:
        """Tell whether a receipt may carry it: street and town, and a postcode in France."""
        return bool(self.street and self.city and (self.postal_code or self.country != "FR"))

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing but a country is known."""
        return not (self.street or self.complement or self.postal_code or self.city)

    @property
    def town_line(self) -> str:
        """Postcode and town on one line."""
        return f"{self.postal_code} {self.city}".strip()

    def checked(self) -> PostalAddress:
        """Return the address cleaned.

        Raises:
            RuleError: ``text.too_long``, ``country.wrong`` or ``postcode.wrong``.
        """
        country = checked_line(self.country, "country", 2).upper() or "FR"
        if not (len(country) == 2 and country.isascii() and country.isalpha()):
            raise RuleError("country.wrong", field="country", text=country)
        return PostalAddress(
            street=checked_line(self.street, "street", _LINE_LIMIT),
            complement=checked_line(self.complement, "complement", _LINE_LIMIT),
            postal_code=check_postcode(self.postal_code, country),
            city=checked_line(self.city, "city", _LINE_LIMIT),
            country=country,
        )
