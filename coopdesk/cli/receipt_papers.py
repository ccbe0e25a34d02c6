"""Commands about the papers of issued receipts: print, duplicate, verify."""

import os
from collections.abc import Sequence
from getpass import getpass
from pathlib import Path
from typing import Annotated, Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.documents import Document
from coopdesk.cli.failures import DONE, REFUSED, UsageProblemError
from coopdesk.cli.jobs import job
from coopdesk.cli.options import (
    OptionalYearOption,
    command,
    optional,
    optional_code,
    parse_count,
)
from coopdesk.cli.output import Answer
from coopdesk.cli.receipt_register import NumberArgument
from coopdesk.cli.selections import left_out_documents, left_out_parts
from coopdesk.domain.receipt_output import OutputOrder, OutputShape
from coopdesk.domain.receipt_proofs import Doubt, ProvenReceipt, Verification
from coopdesk.services.receipt_output import ReceiptFiles, ReceiptOutput
from coopdesk.wording.labels import label
from coopdesk.wording.language import _, ngettext
from coopdesk.wording.receipt_files import files_written
from coopdesk.wording.receipt_proofs import doubt_text, verification_lines

app = typer.Typer()

KEY_VARIABLE = "COOPDESK_SIGN_PASSPHRASE"
FolderOption = Annotated[
    Path, typer.Option("--to", metavar=_("FOLDER"), help=_("Folder to write into."))
]
SomeNumbersArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar=_("NUMBER…"),
        help=_("The numbers of the receipts, as printed, in place of a year."),
    ),
]
_FIELDS = {
    "one_file": Annotated[
        bool, typer.Option("--one-file", metavar="", help=_("All in one file."))
    ],
    "shape": optional_code(
        "--shape", _("One file each, one for all, or by e-mail and post."), OutputShape
    ),
    "order": optional_code(
        "--order", _("How they follow each other in one file."), OutputOrder
    ),
    "letters": Annotated[
        bool,
        typer.Option("--letters", metavar="", help=_("A letter in front of each donor's.")),
    ],
    "text": Annotated[
        int | None,
        typer.Option(
            "--text",
            metavar=_("N"),
            help=_("Which of the texts that go with receipts; the first."),
            parser=parse_count,
        ),
    ],
    "sign": optional(
        "--sign",
        _("Sign the copies; the password is asked, or stands in {name}.").format(
            name=KEY_VARIABLE
        ),
        _("FILE.p12"),
        Path,
    ),
}


@command(app, "print", _("Write receipts of a year, or some, as PDF files."), _FIELDS)
def print_receipts(
    call: Call,
    folder: FolderOption,
    numbers: SomeNumbersArgument = None,
    year: OptionalYearOption = None,
    **given: Any,
) -> Answer:
    """Write receipts that were issued; can be repeated."""
    if (year is None) == (not numbers):
        raise UsageProblemError(_("Give --year, or the numbers of receipts."))
    checked = None if year is None else call.checked_year(year)
    output = _output(given)
    with call.opened() as services, job(_("Writing receipts")) as progress:
        if checked is not None:
            files = services.receipt_papers.write_year(checked, folder, output, progress)
        else:
            ids = [services.receipts.id_of(number) for number in numbers or ()]
            files = services.receipt_papers.write(ids, folder, output, progress)
    return _written(files, year, folder)


def _output(given: dict[str, Any]) -> ReceiptOutput:
    """Return as which files receipts are written; asks for the password of a key."""
    sign = given["sign"]
    shape = given["shape"] or OutputShape.SEPARATE
    if given["one_file"]:
        if given["shape"] not in {None, OutputShape.ONE_FILE}:
            raise UsageProblemError(_("--one-file and --shape do not say the same."))
        shape = OutputShape.ONE_FILE
    _check_sign(sign, shape, letters=bool(given["letters"]))
    return ReceiptOutput(
        shape,
        given["order"] or OutputOrder.NUMBER,
        letters=bool(given["letters"]),
        sign=sign,
        passphrase=_passphrase() if sign is not None else "",
        text=(given["text"] or 1) - 1,
    )


def _check_sign(sign: Path | None, shape: OutputShape, *, letters: bool) -> None:
    """Refuse to sign what is made to be printed: the signature would be nowhere."""
    other = ""
    if shape is OutputShape.ONE_FILE:
        other = "--one-file"
    elif letters and shape is OutputShape.SEPARATE:
        other = "--letters"
    if sign is not None and other:
        text = _("{one} and {other} do not go together.")
        raise UsageProblemError(text.format(one="--sign", other=other))


def _passphrase() -> str:
    """Return the password of the key: from the environment, else asked without an echo."""
    known = os.environ.get(KEY_VARIABLE)
    return getpass(_("Password of the key:") + " ") if known is None else known


def _written(files: ReceiptFiles, year: int | None, folder: Path) -> Answer:
    document: Document = {
        "year": year,
        "folder": folder,
        "files": list(files.paths),
        "emails": list(files.emails),
        "written": len(files.written),
        "left_out": left_out_documents(files.left_out),
        "listing": files.listing,
    }
    parts = []
    if files.paths or not files.emails:
        said = files_written(len(files.written) - len(files.mailed), len(files.paths))
        parts.append(_("{written}, in {folder}.").format(written=said, folder=folder))
    if files.emails:
        text = ngettext(
            "{count} draft written in {folder}.",
            "{count} drafts written in {folder}.",
            len(files.emails),
        )
        parts.append(text.format(count=len(files.emails), folder=folder))
    count = len(files.left_out)
    left_out = ngettext("{count} receipt left out:", "{count} receipts left out:", count)
    return Answer(
        document, (*parts, *left_out_parts(files.left_out, left_out.format(count=count)))
    )


@command(app, "duplicate", _("Write the paper of a receipt once more, marked DUPLICATA."))
def duplicate(
    call: Call,
    number: NumberArgument,
    file: Annotated[
        Path, typer.Option("--to", metavar=_("FILE"), help=_("The PDF file to write."))
    ],
) -> Answer:
    """Write a duplicate; ANNULÉ once the receipt was voided."""
    with call.opened() as services:
        receipt_id = services.receipts.id_of(number)
        is_voided = services.receipts.get(receipt_id).voided_on is not None
        path = services.receipt_papers.write_one(receipt_id, file, duplicate=True)
    text = _("Duplicate of receipt no. {number}: {file}")
    if is_voided:
        text = _("Voided copy of receipt no. {number}: {file}")
    return Answer({"number": number, "file": path}, (text.format(number=number, file=path),))


@command(app, "verify", _("Say whether a file is a receipt of ours, as it was issued."))
def verify(
    call: Call,
    file: Annotated[
        Path | None, typer.Argument(metavar=_("FILE"), help=_("The file to read."))
    ] = None,
    code: Annotated[
        str,
        typer.Option(metavar="CD1|…", help=_("In place of a file: what its QR code says.")),
    ] = "",
) -> Answer:
    """Answer with what a file is; exit code 1 unless it is authentic or our duplicate."""
    if (file is None) == (not code):
        raise UsageProblemError(_("Give a file, or --code with the text of its QR code."))
    with call.opened() as services, job(_("Reading the file")) as progress:
        papers = services.receipt_papers
        found = papers.verify_code(code) if file is None else papers.verify(file, progress)
    lines = verification_lines(found)
    return Answer(_document(file, found), tuple(lines), DONE if found.is_ours else REFUSED)


def _document(file: Path | None, found: Verification) -> Document:
    signature = found.signature
    return {
        "file": file,
        "outcome": found.outcome,
        "outcome_text": label(found.outcome),
        "receipts": [_receipt(each) for each in found.receipts],
        "findings": _findings(found.findings),
        "marked_on": found.marked_on,
        "signature": None
        if signature is None
        else {
            "signer": signature.signer,
            "signed_on": signature.signed_on,
            "intact": signature.is_intact,
        },
    }


def _receipt(receipt: ProvenReceipt) -> Document:
    return {
        "id": receipt.receipt_id,
        "number": receipt.number_text,
        "donor": receipt.donor_name,
        "amount_cents": receipt.amount.cents,
        "issued_on": receipt.issued_on,
        "voided_on": receipt.voided_on,
        "replaced_by": receipt.replaced_by,
        "pages": list(receipt.pages),
        "findings": _findings(receipt.findings),
    }


def _findings(findings: Sequence[Doubt]) -> list[Document]:
    return [{"code": one.code, "message": doubt_text(one)} for one in findings]
