"""Use cases around the fields that the association adds to its contacts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.contacts import ContactKind
from coopdesk.domain.custom_fields import (
    CustomField,
    NewCustomField,
    checked_field,
    converted,
)
from coopdesk.domain.errors import RuleError
from coopdesk.domain.text import fold
from coopdesk.services.outcome import Outcome, Subject, changed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coopdesk.storage.unit_of_work import Units, Work

_BATCH = 500


class CustomFieldService:
    """Define fields and keep their values readable."""

    def __init__(self, units: Units) -> None:
        self._units = units

    def all(self, kind: ContactKind | None = None) -> list[CustomField]:
        """Return the fields in their order; with ``kind``, those that such contacts have."""
        with self._units.read() as work:
            fields = work.custom_fields.all()
        return [x for x in fields if kind is None or x.content.concerns(kind)]

    def add(self, new: NewCustomField) -> Outcome[CustomField]:
        """Define a field, after the others.

        Raises:
            RuleError: something is wrong, or ``field.name_taken``.
        """
        cleaned = checked_field(new)
        with self._units.write("custom_field.added", name=cleaned.name) as work:
            fields = work.custom_fields.all()
            _refuse_name(fields, cleaned.name)
            position = max((field.position for field in fields), default=-1) + 1
            field_id = work.custom_fields.add(cleaned, position)
            work.commit()
        return changed(CustomField(field_id, cleaned, position), Subject.CONTACTS)

    def change(
        self, field_id: int, new: NewCustomField, renamed: Mapping[str, str] | None = None
    ) -> Outcome[CustomField]:
        """Replace a definition; its values take the new form.

        ``renamed`` gives choices their new names: the values follow.

        Raises:
            RuleError: as ``add``; ``field.values_unreadable`` with how many values the
                new definition cannot hold; ``field.values_of_other_kind``.
        """
        cleaned = checked_field(new)
        with self._units.write("custom_field.changed", name=cleaned.name) as work:
            known = work.custom_fields.get(field_id)
            wanted = CustomField(field_id, cleaned, known.position)
            _refuse_name(work.custom_fields.all(), cleaned.name, field_id)
            _refuse_kind(work, wanted)
            texts = _converted(work, known, wanted, renamed or {})
            work.custom_fields.change(field_id, cleaned)
            work.filters.follow_choices(known.content.name, renamed or {})
            work.filters.follow_renaming("field", known.content.name, cleaned.name)
            work.custom_fields.rewrite(field_id, texts)
            was_searched = known.content.is_searched
            if cleaned.is_searched is not was_searched or (was_searched and _differs(texts)):
                _refold(work, work.custom_fields.holders(field_id))
            work.commit()
        return changed(wanted, Subject.CONTACTS)

    def move(self, field_id: int, position: int) -> Outcome[list[CustomField]]:
        """Put a field at a place, counted from 0; the others make room."""
        with self._units.write("custom_field.moved") as work:
            moved = work.custom_fields.get(field_id)
            work.recorder.relabel(name=moved.content.name)
            others = [x.id for x in work.custom_fields.all() if x.id != field_id]
            place = max(0, min(position, len(others)))
            for rank, key in enumerate([*others[:place], field_id, *others[place:]]):
                work.custom_fields.place(key, rank)
            fields = work.custom_fields.all()
            work.commit()
        return changed(fields, Subject.CONTACTS)

    def value_count(self, field_id: int) -> int:
        """Count the contacts that have a value: what removing the field would empty."""
        with self._units.read() as work:
            return work.custom_fields.value_count(field_id)

    def remove(self, field_id: int) -> Outcome[int]:
        """Remove a field with its values; undone, all is back. Return how many had one."""
        with self._units.write("custom_field.removed") as work:
            known = work.custom_fields.get(field_id)
            work.recorder.relabel(name=known.content.name)
            holders = work.custom_fields.holders(field_id)
            work.custom_fields.remove_values(field_id)
            if known.content.is_searched:
                _refold(work, holders)
            work.custom_fields.remove(field_id)
            work.commit()
        return changed(len(holders), Subject.CONTACTS)


def _refuse_name(fields: Sequence[CustomField], name: str, but: int | None = None) -> None:
    if any(fold(x.content.name) == fold(name) and x.id != but for x in fields):
        raise RuleError("field.name_taken", field="name", name=name)


def _refuse_kind(work: Work, wanted: CustomField) -> None:
    for kind in ContactKind:
        if wanted.content.concerns(kind):
            continue
        count = work.custom_fields.count_of_kind(wanted.id, kind)
        if count:
            code = "field.values_of_other_kind"
            raise RuleError(code, field="kind_of_contact", count=count)


def _converted(
    work: Work, known: CustomField, wanted: CustomField, renamed: Mapping[str, str]
) -> dict[str, str]:
    """Return the new form of each value; refuse when one cannot be held."""
    texts: dict[str, str] = {}
    lost: dict[str, int] = {}
    for text, count in work.custom_fields.distinct_values(known.id).items():
        try:
            texts[text] = converted(text, known, wanted, renamed)
        except RuleError:
            lost[text] = count
    if lost:
        example = next(iter(lost)).splitlines()[0]
        count = sum(lost.values())
        code = "field.values_unreadable"
        raise RuleError(code, field="kind", count=count, example=example)
    return texts


def _refold(work: Work, ids: Sequence[int]) -> None:
    for start in range(0, len(ids), _BATCH):
        work.kin.refold(work.contacts.get_many(ids[start : start + _BATCH]))


def _differs(texts: Mapping[str, str]) -> bool:
    return any(old != new for old, new in texts.items())
