"""Addresses of websites: readable for people, whole for a browser."""

from __future__ import annotations

import pytest

from coopdesk.wording.websites import website_text, website_url


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("https://labo.example.org/%C3%A9conomie", "labo.example.org/économie"),
        ("http://labo.example.org/", "labo.example.org"),
        ("labo.example.org", "labo.example.org"),
        ("https://labo.example.org/%FF", "https://labo.example.org/%FF"),
        ("https://labo.example.org/%0Aailleurs", "https://labo.example.org/%0Aailleurs"),
        ("", ""),
    ],
)
def test_address_is_shown_without_escapes_unless_they_hide_something(typed, shown):
    assert website_text(typed) == shown


@pytest.mark.parametrize(
    ("typed", "opened"),
    [
        ("labo.example.org", "https://labo.example.org"),
        ("http://labo.example.org/?a=1&b=2#c", "http://labo.example.org/?a=1&b=2#c"),
        ("https://labo.example.org/%C3%A9", "https://labo.example.org/%C3%A9"),
        (
            "labo.example.org/économie sociale",
            "https://labo.example.org/%C3%A9conomie%20sociale",
        ),
        ("file:///etc/passwd", ""),
        ("  ", ""),
    ],
)
def test_browser_gets_a_whole_address_of_the_web_or_nothing(typed, opened):
    assert website_url(typed) == opened
