"""The bootstrap, on a copy of the checkout whose .venv has a recording stand-in for Python."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BOOTSTRAP = ("bootstrap", "install_steps", "python_packages", "system_libraries")
POSIX_ONLY = pytest.mark.skipif(os.name != "posix", reason="the stand-in is a script")

# Answers every question of the bootstrap with success, or fails when its words hold `$FAIL`.
STAND_IN = """#!{python}
import json, os, sys
words = sys.argv[1:]
with open({record!r}, "a") as file:
    file.write(json.dumps({{"words": words, "folder": os.getcwd()}}) + "\\n")
fail = os.environ.get("FAIL")
sys.exit(7 if fail and any(fail in word for word in words) else 0)
"""

pytestmark = POSIX_ONLY


class Copy:
    """A copy of the program's starters, and the calls that its Python received."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.record = root / "calls"
        self.python = root / ".venv" / "bin" / "python"
        (root / "packaging").mkdir()
        names = ["main.py", "pyproject.toml", "packaging/requirements.lock"]
        for name in [*names, *(f"packaging/{module}.py" for module in BOOTSTRAP)]:
            shutil.copy(ROOT / name, root / name)
        self.stand_in(self.python)

    def stand_in(self, path: Path) -> None:
        """Put a stand-in that records its calls here."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(STAND_IN.format(python=sys.executable, record=str(self.record)))
        path.chmod(0o755)

    def start(self, *words: str, **variables: str) -> subprocess.CompletedProcess[str]:
        environment = {"PATH": "/nowhere", "QT_QPA_PLATFORM": "offscreen", **variables}
        return subprocess.run(
            [sys._base_executable, str(self.root / "main.py"), *words],
            env=environment,
            cwd=self.root.parent,
            capture_output=True,
            text=True,
            check=False,
        )

    def calls(self) -> list[dict[str, object]]:
        """Return what the stand-in was asked since the last time."""
        lines = self.record.read_text().splitlines() if self.record.exists() else []
        self.record.unlink(missing_ok=True)
        return [json.loads(line) for line in lines]


@pytest.fixture
def checkout(tmp_path: Path) -> Copy:
    root = tmp_path / "le bureau d'à côté"
    root.mkdir()
    return Copy(root)


def is_stand_in(python: Path) -> bool:
    return python.is_file() and not python.is_symlink()


def stamps(checkout: Copy) -> set[str]:
    return {path.name for path in (checkout.root / ".venv").glob(".coopdesk-*")}


def test_first_start_installs_the_lock_with_hashes_then_the_program(checkout: Copy):
    checkout.start()
    installs = [call["words"] for call in checkout.calls() if "install" in call["words"]]

    assert "--require-hashes" in installs[-2]
    assert installs[-2][-1].endswith("requirements.lock")
    assert installs[-1][-2:] == ["--editable", str(checkout.root)]
    assert "--no-deps" in installs[-1]


def test_second_start_only_runs_the_program_where_the_person_stands(checkout: Copy):
    checkout.start()
    checkout.calls()

    done = checkout.start("--database", "a b.coopdesk")

    words = [str(checkout.root / "main.py"), "--database", "a b.coopdesk"]
    assert checkout.calls() == [{"words": words, "folder": str(checkout.root.parent)}]
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_word_test_runs_pytest_in_the_checkout(checkout: Copy):
    checkout.start()
    checkout.calls()

    checkout.start("test", "-k", "money")

    words = ["-m", "pytest", "-k", "money"]
    assert checkout.calls() == [{"words": words, "folder": str(checkout.root)}]


def test_exit_code_of_the_program_is_handed_on(checkout: Copy):
    checkout.start()

    assert checkout.start("check", FAIL="check").returncode == 7


def test_interrupted_installation_is_not_believed_complete(checkout: Copy):
    failed = checkout.start(FAIL="--editable")

    assert failed.returncode == 3
    assert "relancez" in failed.stderr
    assert not stamps(checkout) & {".coopdesk-packages", ".coopdesk-qt"}


def test_half_filled_environment_is_made_anew(checkout: Copy):
    checkout.start(FAIL="--editable")

    again = checkout.start(PIP_NO_INDEX="1")  # the real Python of a new .venv finds no package

    assert again.returncode == 3
    assert not is_stand_in(checkout.python)
    assert not stamps(checkout) & {".coopdesk-packages", ".coopdesk-qt"}


def test_failed_update_forgets_the_older_installation(checkout: Copy):
    checkout.start()
    pyproject = checkout.root / "pyproject.toml"
    before = pyproject.read_text()
    pyproject.write_text(before + "\n")
    checkout.start(FAIL="--editable")

    pyproject.write_text(before)

    assert ".coopdesk-packages" not in stamps(checkout)


@pytest.mark.parametrize("name", ["pyproject.toml", "packaging/requirements.lock"])
def test_changed_requirements_are_installed_at_the_next_start(checkout: Copy, name: str):
    checkout.start()
    checkout.calls()
    with (checkout.root / name).open("a") as file:
        file.write("# changed\n")

    checkout.start()

    assert any("install" in call["words"] for call in checkout.calls())


def test_pip_takes_over_when_uv_cannot_be_had(checkout: Copy):
    done = checkout.start(FAIL="uv.txt")
    installs = [call["words"] for call in checkout.calls() if "install" in call["words"]]

    assert done.returncode == 0
    assert all(words[:3] == ["-m", "pip", "install"] for words in installs)
    assert "--require-hashes" in installs[-2]


def test_uv_itself_is_installed_from_the_lock_with_hashes(checkout: Copy):
    checkout.start()
    first = next(call["words"] for call in checkout.calls() if "install" in call["words"])

    assert "--require-hashes" in first
    assert first[-1].endswith("uv.txt")


@pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="only there are they installed"
)
def test_missing_libraries_are_named_with_the_line_to_type(checkout: Copy):
    # Without apt-get on the PATH nobody can install them, root or not.
    done = checkout.start(FAIL="QtWidgets")

    assert done.returncode == 3
    assert "sudo apt-get update && sudo apt-get install" in done.stderr
    assert "libgl1" in done.stderr
    assert stamps(checkout) == {".coopdesk-packages"}


@pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="only there are they installed"
)
def test_first_start_with_a_screen_looks_for_its_libraries(checkout: Copy):
    checkout.start()
    checkout.calls()

    checkout.start(QT_QPA_PLATFORM="", DISPLAY=":7")

    assert [c["words"][-1] for c in checkout.calls() if c["words"][0] == "-c"] == ["qxcb"]
    assert ".coopdesk-screen" in stamps(checkout)


def test_nothing_but_the_command_itself_reaches_stdout(checkout: Copy):
    assert checkout.start("check", "--json").stdout == ""
