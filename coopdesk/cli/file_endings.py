"""What the name of a file that is written must end in: it says what opens it."""

from pathlib import Path

from coopdesk.cli.failures import UsageProblemError
from coopdesk.wording.language import _


def ending_of(path: Path, ending: str, other: str = "") -> str:
    """Return in which of one or two endings a name ends, whatever its case.

    Raises:
        UsageProblemError: in none of them.
    """
    suffix = path.suffix.lower()
    if suffix in {ending, other} - {""}:
        return suffix
    text = _("Give the file a name that ends in {ending}.")
    if other:
        text = _("Give the file a name that ends in {ending} or {other}.")
    raise UsageProblemError(text.format(ending=ending, other=other))
