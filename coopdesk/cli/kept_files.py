"""Answers about files kept with records: listed, taken off, written again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from coopdesk.cli.expense_answers import attachment_document
from coopdesk.cli.output import Answer, Column, Listing
from coopdesk.services.saving import save
from coopdesk.wording.errors import error_text
from coopdesk.wording.formats import day_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.attachments import Attachment
    from coopdesk.domain.errors import CoopDeskError
    from coopdesk.services.kept_files import KeptFiles

FilesArgument = Annotated[
    list[Path], typer.Argument(metavar=_("FILE …"), help=_("The files to keep."))
]


def files_answer(found: Sequence[Attachment], refused: Sequence[CoopDeskError] = ()) -> Answer:
    """Answer with kept files, and why others could not be kept."""
    columns = (
        Column(_("No."), at_right=True),
        Column(_("File")),
        Column(_("Added on"), at_right=True),
    )
    rows = [(str(one.id), one.name, day_text(one.added_on)) for one in found]
    document = {
        "files": [attachment_document(one) for one in found],
        "refused": [{"code": one.code, "message": error_text(one)} for one in refused],
    }
    said = tuple(map(error_text, refused))
    listing = Listing(columns, rows, _("No file."))
    return Answer(document, (listing, *said), exit_code=1 if refused else 0)


def attached_answer(keeper: KeptFiles, record_id: int, paths: Sequence[Path]) -> Answer:
    """Keep files with a record, and answer with all of its files.

    Raises:
        RuleError: none can be kept. NotFoundError: the record is gone.
    """
    refused = keeper.attach_all(record_id, paths).value
    return files_answer(keeper.files(record_id), refused)


def detached_answer(gone: Attachment) -> Answer:
    """Answer with a file that was taken off."""
    text = _("File taken off: {name}").format(name=gone.name)
    return Answer({"id": gone.id, "name": gone.name}, (text,))


def saved_answer(path: Path, name: str, content: bytes) -> Answer:
    """Write a kept file, and answer with where it stands now."""
    save(path, content)
    text = _("File written: {file}").format(file=path)
    return Answer({"name": name, "file": path}, (text,))
