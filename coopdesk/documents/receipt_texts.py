"""Read the legal wording of tax receipts from the shipped texts."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from typing import Any

from coopdesk.domain.errors import ExternalError
from coopdesk.domain.receipt_forms import FormCategory, ReceiptForm
from coopdesk.system.paths import resources

_BLANK = re.compile(r"{(\w+)}")
# A line never starts with these, nor ends with those: the space beside them does not break.
_BESIDE_SIGN = re.compile(r" (?=[:;!?»%€])|(?<=«) |(?<=\b[nN]°) ")


@cache
def load_form(number: str, version: str = "") -> ReceiptForm:
    """Return a form such as ``11580``, in a version or in the newest one we have.

    Raises:
        ExternalError: ``texts.missing``; the installation is damaged.
    """
    name = f"receipt_{number}_{version or '*'}.toml"
    found = sorted((resources() / "texts").glob(name))
    if not found:
        raise ExternalError("texts.missing", name=name)
    return _form(_read(found[-1].name))


@cache
def _words() -> dict[str, dict[str, str]]:
    """Return what our receipts say beside the official forms."""
    return _read("receipt_words.toml")


def _read(name: str) -> dict[str, Any]:
    path = resources() / "texts" / name
    if not path.exists():
        raise ExternalError("texts.missing", name=name)
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _form(text: dict[str, Any]) -> ReceiptForm:
    words = _words()
    labels = words["labels"] | text["labels"]
    boxes = ("articles", "gift_forms", "natures", "modes")
    lists = ("payment_modes", "payment_natures")
    return ReceiptForm(
        number=text["number"],
        version=text["version"],
        model=text["model"],
        checked_on=text["checked_on"],
        confidence=text["confidence"],
        categories=tuple(_category(entry) for entry in text["categories"]),
        notes=tuple(hard_spaced(note) for note in text["notes"]),
        register_note=hard_spaced(text["register_note"]),
        labels=_table(labels),
        **{name: _table(text[name]) for name in boxes},
        **{name: _table(words[name]) for name in lists},
    )


def _table(entries: dict[str, str]) -> dict[str, str]:
    return {name: hard_spaced(entry) for name, entry in entries.items()}


def _category(entry: dict[str, Any]) -> FormCategory:
    return FormCategory(
        code=entry["code"],
        label=entry["label"],
        text=hard_spaced(entry["text"]),
        group=entry.get("group", ""),
        blanks=tuple(dict.fromkeys(_BLANK.findall(entry["text"]))),
        chosen_alone=entry.get("chosen_alone", True),
    )


def hard_spaced(text: str) -> str:
    """Return French text whose spaces beside signs cannot break a line."""
    return _BESIDE_SIGN.sub("\u00a0", text)
