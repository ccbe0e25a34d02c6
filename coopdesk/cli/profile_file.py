"""Reads a profile written as TOML; its keys are the fields of ``Association``."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coopdesk.cli.failures import obstacle_text
from coopdesk.cli.profile_words import ADDRESS_FIELDS, FIELD_TYPES, IMAGE_FIELDS
from coopdesk.domain.errors import ExternalError, RuleError, raise_all
from coopdesk.services.association import read_image
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.association import Association

_PLACE = re.compile(r"at line (\d+), column (\d+)")


def read_profile(path: Path, profile: Association) -> Association:
    """Return the profile with the fields that the file names replaced.

    Images are paths relative to the file. Nothing is checked but names and types of fields.

    Raises:
        RuleError: ``profile.unreadable``, ``profile.unknown_field``, ``profile.wrong_type``, or
            an image is wrong. FieldErrors: several.
        ExternalError: the file cannot be read.
    """
    values = _flattened(_parsed(path))
    for name in IMAGE_FIELDS:
        if isinstance(values.get(name), str) and values[name]:
            values[name] = str(path.parent / values[name])
    return merged(profile, values)


def merged(profile: Association, values: dict[str, Any]) -> Association:
    """Return the profile with fields replaced; images by the files at their paths, "" for none.

    Raises:
        RuleError: a field is not known or not of its type, or an image is wrong. FieldErrors:
            several fields.
    """
    errors = [error for error in map(_wrong_type, values, values.values()) if error]
    raise_all(errors)
    found = dict(values)
    address = {name: found.pop(name) for name in ADDRESS_FIELDS if name in found}
    for name in IMAGE_FIELDS:
        if name in found:
            found[name] = read_image(Path(found[name]), name) if found[name] else None
    return replace(profile, address=replace(profile.address, **address), **found)


def _parsed(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        detail = obstacle_text(error)
        raise ExternalError("profile.unreadable", path=path, detail=detail) from error
    except UnicodeDecodeError as error:
        detail = _("it is not UTF-8 text")
        raise RuleError("profile.unreadable", path=path, detail=detail) from error
    except tomllib.TOMLDecodeError as error:
        detail = _syntax_text(str(error))
        raise RuleError("profile.unreadable", path=path, detail=detail) from error


def _syntax_text(message: str) -> str:
    place = _PLACE.search(message)
    if place is None:
        return _("the end is missing")
    line, column = place.groups()
    return _("TOML is wrong at line {line}, column {column}").format(line=line, column=column)


def _flattened(found: dict[str, Any]) -> dict[str, Any]:
    """Put the fields of the table ``address`` beside the others."""
    address = found.get("address")
    if not isinstance(address, dict):
        return found
    others = {name: value for name, value in found.items() if name != "address"}
    named = {
        name if name in ADDRESS_FIELDS else f"address.{name}": value
        for name, value in address.items()
    }
    return others | named


def _wrong_type(name: str, value: object) -> RuleError | None:
    wanted = FIELD_TYPES.get(name)
    if wanted is None:
        return RuleError("profile.unknown_field", field=name, name=name)
    is_good = type(value) is wanted or (wanted is dt.date and value is None)
    return None if is_good else RuleError("profile.wrong_type", field=name, name=name)
