"""Money, numbers and dates as text; Babel is the oracle."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from babel.dates import format_date
from babel.numbers import format_currency, format_decimal
from hypothesis import given
from hypothesis import strategies as st

from coopdesk.domain.money import Money, parse_amount
from coopdesk.wording.booking import reversal_words
from coopdesk.wording.formats import (
    country_choices,
    country_text,
    day_long,
    day_text,
    french_figures,
    iban_text,
    moment_text,
    money_short,
    money_text,
    month_names,
    number_text,
)
from coopdesk.wording.language import _, set_language

if TYPE_CHECKING:
    from collections.abc import Iterator

CENTS = st.integers(-99_999_999_999, 99_999_999_999)
DAYS = st.dates(dt.date(1901, 1, 1), dt.date(2199, 12, 31))


@pytest.fixture
def english() -> Iterator[None]:
    set_language("en")
    yield
    set_language("fr")


def test_money_uses_a_comma_and_no_break_spaces() -> None:
    assert money_text(Money(123_456)) == "1\u202f234,56\u00a0€"
    assert money_text(Money(-1_200)) == "-12,00\u00a0€"
    assert money_text(Money(5)) == "0,05\u00a0€"


def test_round_money_may_drop_its_cents() -> None:
    assert money_short(Money(4_500)) == "45\u00a0€"
    assert money_short(Money(-450_000)) == "-4\u202f500\u00a0€"
    assert money_short(Money(4_550)) == "45,50\u00a0€"


@given(CENTS)
def test_french_money_is_written_as_babel_writes_it(cents: int) -> None:
    expected = format_currency(Money(cents).cents / 100, "EUR", locale="fr")
    assert money_text(Money(cents)) == expected


@given(st.integers(-1_000_000_000, 1_000_000_000))
def test_money_can_be_read_back(cents: int) -> None:
    assert parse_amount(money_text(Money(cents))) == Money(cents)


@given(st.integers(-(10**15), 10**15))
def test_french_numbers_are_written_as_babel_writes_them(number: int) -> None:
    assert number_text(number) == format_decimal(number, locale="fr")


@given(DAYS)
def test_french_days_are_written_as_babel_writes_them(day: dt.date) -> None:
    assert day_text(day) == format_date(day, "dd/MM/y", locale="fr")
    assert day_long(day).replace("1er ", "1 ", 1) == format_date(day, "d MMMM y", locale="fr")


def test_only_the_first_day_of_a_month_takes_er() -> None:
    assert day_long(dt.date(2026, 3, 1)) == "1er mars 2026"
    assert day_long(dt.date(2026, 3, 11)) == "11 mars 2026"
    assert day_long(dt.date(2026, 8, 21)) == "21 août 2026"


def test_a_moment_shows_the_hour_as_french_papers_do() -> None:
    moment = dt.datetime(2026, 3, 12, 14, 5)
    assert moment_text(moment) == "12/03/2026 14\u00a0h\u00a005"


def test_a_moment_of_another_zone_is_shown_in_local_time() -> None:
    moment = dt.datetime(2026, 3, 12, 14, 5, tzinfo=dt.UTC)
    assert moment_text(moment) == moment_text(moment.astimezone().replace(tzinfo=None))


@pytest.mark.usefixtures("english")
def test_english_writes_money_numbers_and_days_its_own_way() -> None:
    assert money_text(Money(-123_456)) == "-€1,234.56"
    assert money_short(Money(450_000)) == "€4,500"
    assert number_text(-12_345) == "-12,345"
    assert day_long(dt.date(2026, 3, 1)) == "1 March 2026"
    assert day_text(dt.date(2026, 3, 1)) == "01/03/2026"
    assert moment_text(dt.datetime(2026, 3, 1, 9, 5)) == "01/03/2026 09:05"


@pytest.mark.usefixtures("english")
def test_legal_papers_stay_french_in_an_english_window() -> None:
    assert french_figures(Money(-123_456)) == "-1\u202f234,56"
    assert day_long(dt.date(2026, 3, 1), "fr") == "1er mars 2026"
    assert country_text("DE", "fr") == "Allemagne"


def test_a_country_is_named_and_an_unknown_code_is_kept() -> None:
    assert country_text("FR") == "France"
    assert country_text("ZZZ") == "ZZZ"
    assert country_text("") == ""


def test_france_leads_the_countries_and_groups_of_countries_are_left_out() -> None:
    choices = country_choices()
    assert choices[0] == ("FR", "France")
    names = [name for _code, name in choices]
    assert names.index("Égypte") < names.index("Espagne") < names.index("Zambie")
    assert not {"EU", "UN", "ZZ"} & {code for code, _name in choices}


def test_an_iban_is_grouped_by_four() -> None:
    spaced = "FR76 3000 6000 0112 3456 7890 189"
    assert iban_text("FR7630006000011234567890189") == spaced
    assert iban_text(spaced) == spaced
    assert iban_text("") == ""


def test_amounts_and_short_days_do_not_load_babel() -> None:
    program = (
        "import sys, datetime as dt\n"
        "from coopdesk.domain.money import Money\n"
        "from coopdesk.wording.language import set_language\n"
        "from coopdesk.wording.formats import day_text, money_text\n"
        "set_language('en')\n"
        "money_text(Money(1)), day_text(dt.date(2026, 1, 1))\n"
        "sys.exit('babel' in sys.modules)\n"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_months_are_named_in_full_and_short(english: None) -> None:
    assert month_names()[0] == "January"
    set_language("fr")
    assert month_names()[0] == "janvier"
    assert month_names(short=True)[:2] == ("janv.", "févr.")
    assert len(month_names()) == 12


def test_books_stay_in_french_whatever_the_window_speaks(english: None) -> None:
    assert reversal_words("Loyer", 1_234) == "Extourne du n°\u00a01\u202f234\u00a0: Loyer"
    assert _("Reversal") == "Reversal"
