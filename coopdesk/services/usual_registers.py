"""The registers of action that the program offers to start from; nobody has to."""

from __future__ import annotations

import tomllib
from functools import cache

from coopdesk.system.paths import database_files


@cache
def usual_registers() -> tuple[str, ...]:
    """Return their names in the order of the seed."""
    path = database_files() / "seed" / "action_registers.toml"
    read = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(one["name"] for one in read["register"])
