"""The official budget of grants, as the seed has it: read once."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from coopdesk.domain.grant_layout import (
    FormVersion,
    GrantForm,
    Layout,
    LayoutGroup,
    LayoutLine,
    LayoutSection,
    LayoutSide,
)
from coopdesk.domain.legal_parameters import Confidence
from coopdesk.system.paths import database_files


@cache
def official_layout() -> Layout:
    """Return the lines of Cerfa 12156 and 15059 with the accounts that each gathers."""
    path = database_files() / "seed" / "grant_layout.toml"
    seed = tomllib.loads(path.read_text(encoding="utf-8"))
    return Layout(
        tuple(_group(entry) for entry in seed["group"]),
        {GrantForm(entry["code"]): _form(entry) for entry in seed["form"]},
        {entry["kind"]: entry["line"] for entry in seed["funder"]},
    )


def _form(entry: dict[str, Any]) -> FormVersion:
    confidence = Confidence(entry["confidence"])
    told = (entry["number"], entry["notice"])
    return FormVersion(*told, confidence, entry["source"], entry["remark"])


def _group(entry: dict[str, Any]) -> LayoutGroup:
    side = LayoutSide(entry["side"])
    section = LayoutSection(entry.get("section", LayoutSection.DIRECT.value))
    lines = tuple(
        LayoutLine(
            code=line["code"],
            label=line["label"],
            group=entry["code"],
            side=side,
            section=section,
            accounts=tuple(line.get("accounts", ())),
            is_own=line.get("own", False),
            is_private=line.get("private", False),
        )
        # A group without finer lines is filled itself.
        for line in entry.get("lines", [entry])
    )
    confidence = Confidence(entry["confidence"])
    return LayoutGroup(entry["code"], entry["label"], side, section, confidence, lines)
