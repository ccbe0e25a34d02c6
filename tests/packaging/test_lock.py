"""The lock: each package exact, with hashes, no address, inside what pyproject allows."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import distributions
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
LOCK = (ROOT / "packaging" / "requirements.lock").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
ENTRY = re.compile(r"^(\S+)==(\S+)(.*?)(?=^\S|\Z)", re.MULTILINE | re.DOTALL)


def locked() -> dict[str, str]:
    return {name: version for name, version, _ in ENTRY.findall(LOCK)}


def wanted() -> list[Requirement]:
    project = PROJECT["project"]
    lines = [
        *project["dependencies"],
        *project["optional-dependencies"]["test"],
        *PROJECT["build-system"]["requires"],
    ]
    return [Requirement(line) for line in lines]


def test_every_entry_has_hashes():
    bare = [name for name, _, rest in ENTRY.findall(LOCK) if "--hash=sha256:" not in rest]

    assert len(locked()) > 50
    assert bare == []


def test_every_line_belongs_to_an_entry():
    lines = [line for line in LOCK.splitlines() if not line.startswith("#")]
    strange = [line for line in lines if not re.match(r"^\S+==\S+|^ {4}--hash=sha256:", line)]

    assert strange == []


def test_lock_names_no_address():
    assert "http" not in LOCK
    assert "://" not in LOCK


def test_every_dependency_is_locked_inside_its_range():
    outside = [
        str(requirement)
        for requirement in wanted()
        if (version := locked().get(canonicalize_name(requirement.name))) is None
        or not requirement.specifier.contains(version)
    ]

    assert outside == []


def test_only_the_essentials_of_qt_are_locked_and_installed():
    installed = {canonicalize_name(d.name) for d in distributions()}

    for names in (installed, set(locked())):
        assert {n for n in names if n.startswith("pyside6")} == {"pyside6-essentials"}


def test_both_starters_lead_to_the_program():
    project = PROJECT["project"]

    assert project["scripts"] == {"coopdesk": "coopdesk.app:main"}
    assert project["gui-scripts"] == {"coopdesk-gui": "coopdesk.app:main"}


def test_folders_of_the_wheel_exist():
    wheel = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]

    assert [name for name in wheel["force-include"] if not (ROOT / name).is_dir()] == []


def test_packaging_folder_does_not_hide_the_package_of_that_name():
    assert not (ROOT / "packaging" / "__init__.py").exists()
