"""Groups and commands that speak our language in their help and load only what is wanted."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from typer.core import TyperCommand, TyperGroup
from typer.main import get_group
from typing_extensions import override

from coopdesk.cli.failures import UsageProblemError, unknown_command_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import typer

# Which module holds a word of the first rank; a word that names its module's Typer is a group.
_SUBJECTS = {
    "new": "database",
    "profile": "profile",
    "demo": "demo",
    "import": "imports",
    "contacts": "contacts",
    "members": "members",
    "shares": "shares",
    "donations": "donations",
    "expenses": "expenses",
    "campaigns": "campaigns",
    "pledges": "pledges",
    "receipts": "receipts",
    "letters": "letters",
    "legal": "legal",
    "accounts": "accounts",
    "bank": "bank",
    "payments": "payments",
    "activities": "activities",
    "budget": "budgets",
    "grants": "grants",
    "funds": "funds",
    "assets": "assets",
    "volunteers": "volunteers",
    "events": "events",
    "venues": "venues",
    "cycles": "cycles",
    "polls": "polls",
    "groups": "groups",
    "programmes": "programmes",
    "registers": "registers",
    "partners": "partners",
    "agreements": "agreements",
    "commitments": "commitments",
    "network-fees": "network_fees",
    "report": "annual_report",
    "indicators": "indicators",
    "home": "home",
    "duties": "duties",
    "statistics": "statistics",
    "operations": "operations",
    "check": "database",
    "backup": "database",
    "restore": "database",
    "screenshot": "screenshots",
}


def _translate_titles() -> None:
    """Set the titles that Typer draws around help."""
    import typer.rich_utils as drawn

    drawn.ARGUMENTS_PANEL_TITLE = _("Arguments")
    drawn.OPTIONS_PANEL_TITLE = _("Options")
    drawn.COMMANDS_PANEL_TITLE = _("Commands")
    drawn.DEFAULT_STRING = _("[default: {}]")
    drawn.ENVVAR_STRING = _("[variable: {}]")
    drawn.REQUIRED_LONG_STRING = _("[required]")


def _translated_usage(usage: str) -> str:
    return usage.replace("Usage:", _("Usage:"), 1)


def _no_type(**_context: object) -> None:
    """Name no Python type beside an argument."""


class DeskCommand(TyperCommand):
    """A command with its help in the chosen language."""

    @override
    def get_usage(self, ctx: Any) -> str:
        return _translated_usage(super().get_usage(ctx))

    @override
    def get_help_option(self, ctx: Any) -> Any:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help, option.metavar = _("Show this help."), ""
        return option

    @override
    def format_help(self, ctx: Any, formatter: Any) -> None:
        _translate_titles()
        for param in self.params:
            if getattr(param, "param_type_name", "") == "argument":
                vars(param)["display_type_rich"] = _no_type
        super().format_help(ctx, formatter)


class DeskGroup(TyperGroup):
    """A group with its help in the chosen language; says which commands it has."""

    @override
    def get_usage(self, ctx: Any) -> str:
        return _translated_usage(super().get_usage(ctx))

    @override
    def get_help_option(self, ctx: Any) -> Any:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help, option.metavar = _("Show this help."), ""
        return option

    @override
    def format_help(self, ctx: Any, formatter: Any) -> None:
        _translate_titles()
        super().format_help(ctx, formatter)

    @override
    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        names = self.list_commands(ctx)
        if args[0] not in names and not args[0].startswith("-"):
            near = ", ".join(get_close_matches(args[0], names))
            text = unknown_command_text(args[0], near)
            raise UsageProblemError(text, "command.unknown", ctx)
        return super().resolve_command(ctx, args)


class SubjectGroup(DeskGroup):
    """The root: imports the module of a subject when its word is used."""

    @override
    def list_commands(self, ctx: Any) -> list[str]:
        return list(_SUBJECTS)

    @override
    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        return _subject(cmd_name) if cmd_name in _SUBJECTS else None


@cache
def _subject(name: str) -> Any:
    """Return the commands of a subject, made once by its module."""
    app: typer.Typer = import_module(f"coopdesk.cli.{_SUBJECTS[name]}").app
    group = get_group(app)
    return group if group.name == name else group.commands[name]
