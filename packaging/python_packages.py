"""The Python packages: .venv, uv, the exact versions of the lock, then the program itself."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from install_steps import Checkout, InstallError, complaint, tell
from system_libraries import add_system_packages

if TYPE_CHECKING:
    from collections.abc import Sequence


def install_packages(checkout: Checkout) -> None:
    """Install the exact packages of the lock, then the program itself, into .venv."""
    tell("Installation de CoopDesk dans son dossier (une seule fois, une minute environ)…")
    _make_venv(checkout)
    checkout.unfinished.touch()
    pip = _pip_install(checkout)
    uv = _find_uv(checkout)
    exactly = ["--require-hashes", "--requirement", str(checkout.requirements)]
    itself = ["--no-deps", "--no-build-isolation", "--editable", str(checkout.root)]
    # uv is several times faster; pip gets through networks that uv does not.
    for install in [_uv_install(uv, checkout), pip] if uv else [pip]:
        if all(_succeeds([*install, *what], checkout) for what in (exactly, itself)):
            checkout.unfinished.unlink()
            return
    raise InstallError(
        "Les bibliothèques de CoopDesk n'ont pas pu être installées (voir ci-dessus).\n"
        "Vérifiez la connexion à Internet et la place sur le disque, puis relancez."
    )


def _make_venv(checkout: Checkout) -> None:
    """Make .venv with the Python that runs this, unless a sound one is already there."""
    if _has_sound_venv(checkout):
        return
    command = [sys.executable, "-m", "venv", "--clear", str(checkout.venv)]
    if not complaint(command):
        return
    shutil.rmtree(checkout.venv, ignore_errors=True)  # Debian leaves one without pip
    add_system_packages(["python3-venv"], "Le module venv de Python manque.")
    problem = complaint(command)
    if problem:
        reason = f"Le dossier {checkout.venv} n'a pas pu être créé : {problem}"
        raise InstallError(reason)


def _has_sound_venv(checkout: Checkout) -> bool:
    """Tell whether .venv answers, has this version of Python and was not left half-filled."""
    if checkout.unfinished.exists() or not checkout.python.exists():
        return False
    tools = "sys" if shutil.which("uv") else "sys, pip"
    question = f"import {tools}; sys.exit(sys.version_info[:2] != {sys.version_info[:2]})"
    return not complaint([str(checkout.python), "-c", question])


def _find_uv(checkout: Checkout) -> str | None:
    """Return the path of uv, installed into .venv if the machine has none."""
    on_path = shutil.which("uv")
    if on_path:
        return on_path
    with tempfile.TemporaryDirectory() as folder:
        only_uv = Path(folder) / "uv.txt"
        only_uv.write_text(_locked("uv", checkout), encoding="utf-8")
        hashed = ["--require-hashes", "--requirement", str(only_uv)]
        if not _succeeds([*_pip_install(checkout), *hashed], checkout):
            return None
    return shutil.which("uv", path=str(checkout.python.parent))


def _locked(name: str, checkout: Checkout) -> str:
    """Return the entry of one package in the lock: its line and those of its hashes."""
    lines = checkout.requirements.read_text(encoding="utf-8").splitlines()
    start = end = next(i for i, line in enumerate(lines) if line.startswith(f"{name}=="))
    while lines[end].endswith("\\"):
        end += 1
    return "\n".join(lines[start : end + 1]) + "\n"


def _pip_install(checkout: Checkout) -> list[str]:
    pip = [str(checkout.python), "-m", "pip", "install"]
    return [*pip, "--quiet", "--disable-pip-version-check"]


def _uv_install(uv: str, checkout: Checkout) -> list[str]:
    install = [uv, "pip", "install", "--python", str(checkout.python)]
    return [*install, "--quiet", "--compile-bytecode"]


def _succeeds(command: Sequence[str], checkout: Checkout) -> bool:
    """Run a command in the checkout, its words on stderr; say whether it succeeded."""
    # uv trusts only its own certificates unless told; both names, for old and new versions.
    environment = {**os.environ, "UV_SYSTEM_CERTS": "1", "UV_NATIVE_TLS": "1", "PIP_USER": "0"}
    return not subprocess.call(command, cwd=checkout.root, env=environment, stdout=sys.stderr)
