"""The user's page on the command line names every command and every option."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.main import get_command

from coopdesk.cli.root import root_app

PAGE = Path(__file__).resolve().parents[2] / "docs" / "ligne-de-commande.md"


def _commands(group, path=()):
    """Yield every command with the words that lead to it."""
    for name in group.list_commands(None):
        found = group.get_command(None, name)
        if hasattr(found, "list_commands"):
            yield from _commands(found, (*path, name))
        else:
            yield " ".join((*path, name)), found


COMMANDS = dict(_commands(get_command(root_app())))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_described(name):
    page = PAGE.read_text(encoding="utf-8")
    assert f"`{name}" in page[: page.index("## Les réponses en JSON")]


def test_typer_looks_at_no_file_itself():
    """It would say in English, and with another exit code, that one cannot be read."""
    for name, command in COMMANDS.items():
        for param in command.params:
            read = param.type_descriptor
            assert not (read.is_path and read.parameter_info.readable), (name, param.name)


def test_every_command_has_a_line_of_help_and_takes_json():
    for name, command in COMMANDS.items():
        assert command.help, name
        assert "--json" in {opt for param in command.params for opt in param.opts}, name
        for param in command.params:
            assert param.help, (name, param.name)


@pytest.mark.parametrize("name", COMMANDS)
def test_help_of_each_command_is_drawn_and_names_no_type_of_python(line, name):
    result = line.bare(*name.split(), "--help")
    assert (result.code, result.err) == (0, "")
    assert not any(one in result.out for one in ("<path>", "<int>", "<list"))
