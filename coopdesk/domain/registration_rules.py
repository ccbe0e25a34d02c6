"""Rules of registrations: who has a place, what taking part costs, how its money stands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.event_registrations import (
    NewRegistration,
    RegistrationSource,
    Settlement,
    TakenOption,
)
from coopdesk.domain.events import Pricing, TariffKind
from coopdesk.domain.field_checks import FieldChecks
from coopdesk.domain.money import ZERO, Money, total

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coopdesk.domain.event_registrations import OptionChoice, Registration
    from coopdesk.domain.events import NewTariff, Tariff

_NAME_LIMIT = 120
_NOTE_LIMIT = 1_000
_MOST_OF_AN_OPTION = 99


@dataclass(frozen=True, slots=True)
class CheckedRegistration:
    """A registration fit to store: what was typed, cleaned, and what it costs."""

    content: NewRegistration
    price: Money
    options: tuple[TakenOption, ...] = ()


def seat(registered: int, capacity: int | None, waiting: Sequence[int]) -> tuple[int, ...]:
    """Return who moves up from a waiting list, in its order.

    ``capacity`` None is without limit. Where more are registered than it says, nobody moves up
    and nobody is thrown out.
    """
    if capacity is None:
        return tuple(waiting)
    return tuple(waiting[: max(capacity - registered, 0)])


def settlement(due: Money, paid: Money) -> Settlement:
    """Return how the money of a party stands; ``paid`` is less what went back."""
    if paid > due:
        return Settlement.OVERPAID
    if paid == due:
        return Settlement.PAID if due else Settlement.FREE
    return Settlement.PARTLY_PAID if paid > ZERO else Settlement.UNPAID


def with_usual_tariff(new: NewRegistration, tariffs: Mapping[int, Tariff]) -> NewRegistration:
    """Return a registration with the first open tariff of the event where none is chosen."""
    if new.tariff_id is not None:
        return new
    fees = (
        key
        for key, one in tariffs.items()
        if one.content.kind is TariffKind.FEE and not one.is_closed
    )
    return replace(new, tariff_id=next(fees, None))


def checked_registration(
    new: NewRegistration, tariffs: Mapping[int, Tariff], before: Registration | None = None
) -> CheckedRegistration:
    """Return a registration as it may be stored, with what it costs.

    ``tariffs`` are those of the event, in their order. What ``before`` has already stays
    possible: a tariff closed or sold out meanwhile, a price that was another one then.

    Raises:
        RuleError: a field is wrong, ``registration.nobody``, ``registration.tariff_unknown``,
            ``registration.tariff_closed``, ``registration.tariff_full``,
            ``registration.price_fixed``, ``registration.price_free``,
            ``registration.price_too_low``, ``registration.price_negative``,
            ``registration.option_quantity``, ``registration.option_twice``.
        FieldErrors: several fields are wrong.
    """
    checks = FieldChecks()
    cleaned = _cleaned(checks, new)
    price = checks.taken(lambda: _price(cleaned, tariffs, before), ZERO)
    none: tuple[TakenOption, ...] = ()
    options = checks.taken(lambda: _options(cleaned, tariffs, before), none)
    checks.finish()
    return CheckedRegistration(cleaned, price, options)


def _cleaned(checks: FieldChecks, new: NewRegistration) -> NewRegistration:
    is_guest = new.contact_id is None
    last_name = checks.line(new.last_name, "last_name", _NAME_LIMIT) if is_guest else ""
    first_name = checks.line(new.first_name, "first_name", _NAME_LIMIT) if is_guest else ""
    if is_guest and not last_name and not first_name:
        checks.refuse("registration.nobody", "last_name")
    return replace(
        new,
        last_name=last_name,
        first_name=first_name,
        email=checks.email(new.email),
        phone=checks.phone(new.phone),
        note=checks.text(new.note, "note", _NOTE_LIMIT),
    )


def _price(
    new: NewRegistration, tariffs: Mapping[int, Tariff], before: Registration | None
) -> Money:
    if new.price is not None and new.price < ZERO:
        raise RuleError("registration.price_negative", field="price")
    keeps = before is not None and before.tariff_id == new.tariff_id
    if new.tariff_id is None:
        usual = before.price if before is not None and keeps else ZERO
        return usual if new.price is None else new.price
    tariff = _usable(new.tariff_id, tariffs, TariffKind.FEE, 0 if keeps else 1)
    if new.price is None:
        return before.price if before is not None and keeps else _usual(tariff.content)
    told = new.source is RegistrationSource.TICKET
    if told or (before is not None and keeps and before.price == new.price):
        return new.price
    return _checked_price(tariff.content, new.price, 1, "price")


def _options(
    new: NewRegistration, tariffs: Mapping[int, Tariff], before: Registration | None
) -> tuple[TakenOption, ...]:
    had = {} if before is None else {one.tariff_id: one for one in before.options}
    ids = [choice.tariff_id for choice in new.options]
    if len(set(ids)) < len(ids):
        raise RuleError("registration.option_twice", field="options")
    return tuple(_option(one, tariffs, had.get(one.tariff_id), new) for one in new.options)


def _option(
    choice: OptionChoice,
    tariffs: Mapping[int, Tariff],
    had: TakenOption | None,
    new: NewRegistration,
) -> TakenOption:
    if not 0 < choice.quantity <= _MOST_OF_AN_OPTION:
        raise RuleError("registration.option_quantity", field="options")
    more = choice.quantity - (had.quantity if had else 0)
    tariff = _usable(choice.tariff_id, tariffs, TariffKind.OPTION, more)
    name, each = tariff.content.name, _usual(tariff.content)
    price = choice.price
    if price is None:
        kept = had.price if had is not None and more == 0 else None
        price = kept if kept is not None else Money(each.cents * choice.quantity)
    elif new.source is not RegistrationSource.TICKET and not (
        had is not None and more == 0 and had.price == price
    ):
        price = _checked_price(tariff.content, price, choice.quantity, "options")
    return TakenOption(choice.tariff_id, name, choice.quantity, price)


def _usable(
    tariff_id: int, tariffs: Mapping[int, Tariff], kind: TariffKind, more: int
) -> Tariff:
    """Return a tariff of which ``more`` are wanted than before."""
    field = "tariff" if kind is TariffKind.FEE else "options"
    tariff = tariffs.get(tariff_id)
    if tariff is None or tariff.content.kind is not kind:
        raise RuleError("registration.tariff_unknown", field=field)
    if more > 0 and tariff.is_closed:
        raise RuleError("registration.tariff_closed", field=field, name=tariff.content.name)
    refuse_no_more(tariff, more, field)
    return tariff


def _usual(tariff: NewTariff) -> Money:
    return ZERO if tariff.pricing is Pricing.FREE else tariff.amount


def _checked_price(tariff: NewTariff, price: Money, quantity: int, field: str) -> Money:
    """Return what was chosen, as far as the tariff lets people choose."""
    if tariff.pricing is Pricing.FREE and price:
        raise RuleError("registration.price_free", field=field, name=tariff.name)
    fixed = Money(tariff.amount.cents * quantity)
    if tariff.pricing is Pricing.FIXED and price != fixed:
        raise RuleError("registration.price_fixed", field=field, name=tariff.name, amount=fixed)
    least = Money(tariff.minimum.cents * quantity)
    if tariff.pricing is Pricing.OPEN and price < least:
        raise RuleError(
            "registration.price_too_low", field=field, name=tariff.name, amount=least
        )
    return price


def refuse_sold_out(before: Registration, tariffs: Mapping[int, Tariff]) -> None:
    """Refuse that somebody comes back to a tariff or an option that others took meanwhile.

    Raises:
        RuleError: ``registration.tariff_full``.
    """
    wanted = [(one.tariff_id, one.quantity) for one in before.options]
    if before.tariff_id is not None:
        wanted.append((before.tariff_id, 1))
    for tariff_id, quantity in wanted:
        refuse_no_more(tariffs[tariff_id], quantity, "tariff")


def refuse_no_more(tariff: Tariff, more: int, field: str) -> None:
    """Raise RuleError ``registration.tariff_full`` unless so many more can have a tariff."""
    name, quota = tariff.content.name, tariff.content.quota
    if more > 0 and quota is not None and tariff.taken + more > quota:
        left = max(quota - tariff.taken, 0)
        raise RuleError("registration.tariff_full", field=field, name=name, left=left)


def due_of(price: Money, options: Sequence[TakenOption]) -> Money:
    """Return what a registration with its options costs."""
    return price + total(one.price for one in options)
