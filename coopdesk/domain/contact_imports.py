"""Importing contacts: what a file says of each, and what an import would do with it."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coopdesk.domain.contact_details import ConsentPurpose, ReferenceSource
from coopdesk.domain.import_formats import FileFormat
from coopdesk.domain.imports import Problem, RowVerdict

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from coopdesk.domain.contacts import NewContact
    from coopdesk.domain.duplicates_scores import Reason

# What a column may be used for; a custom field is ``custom:ID``. IGNORED is left out on a
# person's word only: everything unknown is KEPT in the note.
IGNORED = "ignored"
KEPT = "kept"
CUSTOM = "custom:"
FIELDS = (
    "contact_id",
    "kind",
    "civility",
    "last_name",
    "first_name",
    "full_name",
    "organisation",
    "role",
    "acronym",
    "legal_form",
    "organisation_kind",
    "siren",
    "siret",
    "rna",
    "fiscal_year_end",
    "parent",
    "email",
    "phone",
    "address",
    "street",
    "complement",
    "postal_code",
    "city",
    "country",
    "website",
    "birth_on",
    "language",
    "sector",
    "discipline",
    "number",
    "reference",
    "tags",
    "groups",
    "newsletter",
    "public_thanks",
    "photo",
    "member_since",
    "note",
    "exported_at",
    KEPT,
    IGNORED,
)
# Several columns of a file may hold the same one of these.
REPEATABLE = frozenset(
    {"email", "phone", "website", "street", "tags", "groups", "note", KEPT, IGNORED}
)
# One of these tells who a row is about.
NAMING = frozenset({"last_name", "first_name", "full_name", "organisation", "email"})
CONSENT_FIELDS = {
    "newsletter": ConsentPurpose.NEWSLETTER,
    "public_thanks": ConsentPurpose.PUBLIC_THANKS,
    "photo": ConsentPurpose.PHOTO,
}


class Sureness(enum.Enum):
    """How the use of a column was found."""

    KNOWN = "known"
    NAME = "name"
    CONTENT = "content"
    NONE = "none"
    CHOSEN = "chosen"


@dataclass(frozen=True, slots=True)
class ColumnUse:
    """What a column of a file is taken for: a key of ``FIELDS`` or ``custom:ID``.

    ``samples`` are its first distinct texts, to show beside.
    """

    column: str
    field: str
    sureness: Sureness = Sureness.KNOWN
    samples: tuple[str, ...] = ()


def are_chosen(columns: Sequence[ColumnUse]) -> bool:
    """Tell whether a person said what each column means, now or for an earlier file."""
    return bool(columns) and all(use.sureness is Sureness.CHOSEN for use in columns)


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a file is and how its columns would be read; ``header_key`` remembers a mapping.

    ``needs_mapping`` when nothing in it tells who the rows are about.
    """

    file_format: FileFormat
    columns: tuple[ColumnUse, ...]
    header_key: str
    needs_mapping: bool
    row_count: int


@dataclass(frozen=True, slots=True)
class Tie:
    """A person's tie to an organisation as a file names it."""

    organisation: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class ContactRow:
    """One contact of a file.

    ``reference`` is its number in the program it comes from, ``contact_id`` ours when we wrote
    the file (at ``exported_at``). ``told`` are the fields that the file has a column for,
    filled or not, ``unread`` those whose text means nothing there. ``kept`` are the texts
    without a place of their own, which the note repeats. ``photo`` is an image file.
    """

    line: int
    raw: Mapping[str, str]
    profile: NewContact
    source: ReferenceSource
    reference: str = ""
    contact_id: int | None = None
    exported_at: dt.datetime | None = None
    ties: tuple[Tie, ...] = ()
    parent: str = ""
    groups: tuple[str, ...] = ()
    consents: Mapping[ConsentPurpose, bool] = field(default_factory=dict)
    member_since: dt.date | None = None
    kept: tuple[tuple[str, str], ...] = ()
    told: frozenset[str] = frozenset()
    photo: bytes = field(default=b"", repr=False)
    unread: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ReadContacts:
    """A file as read; ``refused`` are the texts of the rows that ``problems`` refuse, by line.

    ``warnings`` concern the whole file, or a row that is in ``rows`` all the same.
    """

    name: str
    sha256: str
    file_format: FileFormat
    source: ReferenceSource
    rows: tuple[ContactRow, ...]
    columns: tuple[ColumnUse, ...] = ()
    header_key: str = ""
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    refused: Mapping[int, Mapping[str, str]] = field(default_factory=dict)

    @property
    def is_our_own(self) -> bool:
        """Tell whether we wrote it: what is emptied there is then meant to be."""
        return self.file_format is FileFormat.COOPDESK_CONTACTS


class ChangeKind(enum.Enum):
    """What a cell of a file does to a known contact.

    FILLS what was empty and is done unless refused; the others only if accepted.
    """

    FILLS = "fills"
    REPLACES = "replaces"
    CLEARS = "clears"


@dataclass(frozen=True, slots=True)
class CellChange:
    """One difference between a contact and a row; ``accepted`` when it will be done."""

    field: str
    old: str
    new: str
    kind: ChangeKind
    accepted: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """A known contact that a row may be; the reasons stand in ``wording.duplicates``."""

    contact_id: int
    score: int = 0
    reasons: tuple[Reason, ...] = ()
    name: str = ""
    detail: str = ""


class Choice(enum.Enum):
    """What becomes of a row: as proposed, left out, a new contact, or a known one."""

    AS_PROPOSED = "as_proposed"
    LEAVE_OUT = "leave_out"
    CREATE = "create"
    ATTACH = "attach"


@dataclass(frozen=True, slots=True)
class LineDecision:
    """What a person decided of a row; ``accepted`` and ``refused`` name changed fields.

    ``contact_id`` goes with ATTACH.
    """

    choice: Choice = Choice.AS_PROPOSED
    contact_id: int | None = None
    accepted: frozenset[str] = frozenset()
    refused: frozenset[str] = frozenset()


_AS_PROPOSED = LineDecision()


@dataclass(frozen=True, slots=True)
class Decisions:
    """What a person decided of a file; without any, nothing known is overwritten.

    ``replaces`` accepts every cell that says something else, ``clears`` every emptied one.
    """

    lines: Mapping[int, LineDecision] = field(default_factory=dict)
    replaces: bool = False
    clears: bool = False

    def of(self, line: int) -> LineDecision:
        """Return the decision about one line."""
        return self.lines.get(line, _AS_PROPOSED)

    def accepts(self, line: int, name: str, kind: ChangeKind) -> bool:
        """Tell whether a change is done."""
        decision = self.of(line)
        if name in decision.refused:
            return False
        if name in decision.accepted or kind is ChangeKind.FILLS:
            return True
        return self.replaces if kind is ChangeKind.REPLACES else self.clears


NO_DECISIONS = Decisions()


@dataclass(frozen=True, slots=True)
class ContactPreviewLine:
    """What the import would do with one line, and why.

    ``reason`` is a code of ``wording.labels.import_reason_text``, completed by ``values``.
    ``contact_id`` is the known contact that the row is about; ``candidates`` those it may be.
    ``changed_since`` when that contact was changed here after the file was written. ``row`` is
    what was read, None where nothing could be. ``at_home`` when the contact lives with others,
    whom a new address concerns too.
    """

    line: int
    verdict: RowVerdict
    name: str
    detail: str = ""
    contact_id: int | None = None
    reason: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    candidates: tuple[Candidate, ...] = ()
    changes: tuple[CellChange, ...] = ()
    warnings: tuple[Problem, ...] = ()
    changed_since: bool = False
    left_out: bool = False
    attached: bool = False
    row: ContactRow | None = field(default=None, repr=False, compare=False)
    at_home: bool = False

    @property
    def writes(self) -> bool:
        """Tell whether the import would write something for this line."""
        if self.left_out or self.verdict in {RowVerdict.DOUBTFUL, RowVerdict.REFUSED}:
            return False
        changes = self.attached or any(change.accepted for change in self.changes)
        return self.verdict is RowVerdict.NEW or changes


@dataclass(frozen=True, slots=True)
class ContactPreview:
    """What an import of contacts would do; nothing has been changed.

    ``warnings`` concern the file as a whole; those of one line stand there.
    """

    file_name: str
    sha256: str
    file_format: FileFormat
    columns: tuple[ColumnUse, ...]
    header_key: str
    lines: tuple[ContactPreviewLine, ...]
    warnings: tuple[Problem, ...]

    def count(self, verdict: RowVerdict) -> int:
        """Count the lines with one verdict."""
        return sum(line.verdict is verdict for line in self.lines)

    @property
    def left_over(self) -> tuple[str, ...]:
        """The columns that have no place of their own and go to the note."""
        return tuple(use.column for use in self.columns if use.field == KEPT)

    @property
    def kept_columns(self) -> tuple[str, ...]:
        """The columns that the notes repeat something of, in the order of the file."""
        rows = [line.row for line in self.lines if line.row is not None]
        kept = {name for row in rows for name, _text in row.kept}
        return tuple(name for name in self.left_over if name in kept)
