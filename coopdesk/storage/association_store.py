"""Read and write our own profile and the images it uses."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.association import Association, StoredImage
from coopdesk.storage.columns import table_of
from coopdesk.storage.stored_files import keep_file
from coopdesk.storage.tables import AssociationRow, StoredFileRow

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection, RowMapping

    from coopdesk.storage.recorder import Recorder

_association = table_of(AssociationRow)
_file = table_of(StoredFileRow)
_ONLY_ID = 1
_NOT_COLUMNS = frozenset({"address", "logo", "signature"})
_PLAIN = tuple(field.name for field in fields(Association) if field.name not in _NOT_COLUMNS)


class AssociationStore:
    """The profile of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    def get(self) -> Association | None:
        """Return the profile with its images, or None before the first run."""
        row = self._connection.execute(select(_association)).mappings().one_or_none()
        return None if row is None else self._to_domain(row)

    def put(self, profile: Association) -> None:
        """Store the profile, images by their content."""
        values: dict[str, Any] = {name: getattr(profile, name) for name in _PLAIN}
        values.update(asdict(profile.address))
        values["logo_id"] = self.file_id(profile.logo)
        values["signature_id"] = self.file_id(profile.signature)
        if self._connection.execute(select(_association.c.id)).scalar() is None:
            self._recorder.insert(_association, {"id": _ONLY_ID, **values})
        else:
            self._recorder.update(_association, _ONLY_ID, values)

    def image(self, sha256: str) -> bytes | None:
        """Return the content of a stored image by its digest."""
        query = select(_file.c.content).where(_file.c.sha256 == sha256)
        return self._connection.execute(query).scalar()

    def file_id(self, image: StoredImage | None) -> int | None:
        """Return the id of a file that is kept from now on, None for none."""
        if image is None:
            return None
        return keep_file(self._connection, image.name, image.sha256, image.content)

    def image_by_id(self, file_id: int | None) -> StoredImage | None:
        """Return a stored image, None without an id."""
        if file_id is None:
            return None
        row = self._connection.execute(select(_file).where(_file.c.id == file_id)).one()
        return StoredImage(name=row.name, content=row.content, sha256=row.sha256)

    def _to_domain(self, row: RowMapping) -> Association:
        return Association(
            **{name: row[name] for name in _PLAIN},
            address=address_of(row),
            logo=self.image_by_id(row["logo_id"]),
            signature=self.image_by_id(row["signature_id"]),
        )


def address_of(row: Mapping[str, Any] | RowMapping) -> PostalAddress:
    """Return the address that a row of an association or a contact holds."""
    return PostalAddress(**{field.name: row[field.name] for field in fields(PostalAddress)})
