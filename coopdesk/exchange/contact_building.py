"""Builds one contact from the cells of a row or a card, checked like one typed in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.contact_details import (
    TAG_LIMIT,
    ContactPoint,
    FurtherAddress,
    PointKind,
    ReferenceSource,
)
from coopdesk.domain.contact_imports import ContactRow, Tie
from coopdesk.domain.contacts import (
    NAME_LIMIT,
    Civility,
    ContactKind,
    NewContact,
    checked_contact,
)
from coopdesk.domain.errors import FieldErrors, RuleError
from coopdesk.domain.phones import phone_key
from coopdesk.domain.text import fold
from coopdesk.domain.ties import GROUP_LIMIT, ROLE_LIMIT
from coopdesk.exchange.contact_cells import CellReader
from coopdesk.exchange.contact_draft import Cell, Draft
from coopdesk.exchange.contact_values import split_aligned, split_name
from coopdesk.exchange.open_collective_contacts import handle_of
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

# Fields of a contact whose wrong value moves to the note; a contact is worth more than they.
_MOVABLE = {"email", "siren", "siret", "rna", "postal_code", "emails", "phones"}
_MOVABLE_WHEN_LONG = {"acronym", "discipline", "legal_form", "number", "sector", "website"}
_NAMELESS = {"contact.last_name_missing", "contact.organisation_name_missing"}


class ContactBuilder(CellReader):
    """Reads rows: ``start``, ``take`` each cell, then ``finish`` makes the contact."""

    def finish(self, raw: Mapping[str, str], told: frozenset[str]) -> ContactRow | None:
        """Return the contact, or None when the row is refused."""
        before = len(self.problems)
        draft = self.draft
        kind = self._name(draft)
        if self.is_our_own and kind is ContactKind.PERSON:
            draft.organisations = [
                x for text in draft.organisations for x in split_aligned(text)
            ]
        addresses = self._addresses(draft)
        self._check_names(draft)
        draft.roles = self._keep_long("role", draft.roles, ROLE_LIMIT)
        draft.groups = self._keep_long("groups", draft.groups, GROUP_LIMIT)
        draft.tags = self._keep_long("tags", draft.tags, TAG_LIMIT)
        if kind is ContactKind.PERSON:
            self._keep_idle_roles(draft)
        profile = self._checked(self._profile(draft, kind, addresses))
        if profile is None or len(self.problems) > before:
            return None
        is_person = kind is ContactKind.PERSON
        return ContactRow(
            line=self.line,
            raw=raw,
            profile=profile,
            source=self.source,
            reference=self._reference(draft),
            contact_id=draft.contact_id,
            exported_at=draft.exported_at,
            ties=_ties(draft) if is_person else (),
            parent="" if is_person else draft.lines.get("parent", ""),
            groups=tuple(dict.fromkeys(draft.groups)),
            consents=draft.consents,
            member_since=draft.member_since,
            kept=tuple(draft.kept),
            told=told,
            unread=_unread(draft, told),
            photo=draft.photo,
        )

    def _check_names(self, draft: Draft) -> None:
        """Refuse names around the contact that are too long to be kept as such."""
        for name, texts, limit in (
            ("organisation", draft.organisations, NAME_LIMIT),
            ("parent", [draft.lines.get("parent", "")], NAME_LIMIT),
        ):
            for text in texts:
                if len(text) > limit:
                    column = draft.columns.get(name, name)
                    self.refuse("text.too_long", column, length=len(text), limit=limit)

    def _keep_long(self, name: str, texts: list[str], limit: int) -> list[str]:
        """Return the texts that are short enough; the note keeps the others."""
        if not texts:
            return texts
        column = self.draft.columns.get(name, name)
        for text in texts:
            if len(text) > limit:
                cell = Cell(name, column, text)
                self.keep_wrong(cell, "text.too_long", length=len(text), limit=limit)
        return [text for text in texts if len(text) <= limit]

    def _keep_idle_roles(self, draft: Draft) -> None:
        """Let the note keep the roles for which no organisation is named."""
        count = len(draft.organisations)
        # One organisation takes all the roles, several take one each.
        idle = draft.roles[count:] if count != 1 else []
        for role in filter(None, idle):
            self.keep(Cell("role", draft.columns.get("role", _("Role")), role))

    def _reference(self, draft: Draft) -> str:
        lines = draft.lines
        if self.source is ReferenceSource.PAHEKO:
            return lines.get("reference") or lines.get("number", "")
        if self.source is ReferenceSource.OPEN_COLLECTIVE:
            return handle_of(lines.get("reference", ""))
        return lines.get("reference", "")

    def _name(self, draft: Draft) -> ContactKind:
        """Decide whether this is a person, and take a whole name apart."""
        lines = draft.lines
        named = lines.get("last_name") or lines.get("first_name")
        whole = draft.full_name
        is_person = bool(named) or (bool(whole) and whole not in draft.organisations)
        kind = draft.kind or (
            ContactKind.ORGANISATION
            if draft.organisations and not is_person
            else ContactKind.PERSON
        )
        if kind is ContactKind.ORGANISATION:
            self._name_organisation(draft)
        elif whole and not named:
            last, first, title = split_name(whole, self.titles)
            lines["last_name"], lines["first_name"] = last, first
            if title and draft.civility is Civility.NONE:
                self.take_civility(Cell("civility", draft.columns["full_name"], title))
        elif whole:
            self._keep_other_name(draft, whole)
        if kind is ContactKind.PERSON and not (whole or named) and draft.emails:
            # Somebody without a name is called by the e-mail, as payers are.
            lines["last_name"] = draft.emails[0][0]
        if kind is ContactKind.PERSON and (parent := lines.get("parent")):
            self.keep(Cell("parent", draft.columns["parent"], parent))
        return kind

    def _name_organisation(self, draft: Draft) -> None:
        """Give an organisation its name; the names of a person beside it go to the note."""
        lines = draft.lines
        if not draft.organisations:
            name = draft.full_name or lines.pop("last_name", "")
            draft.organisations = [name] if name else []
        for key in ("last_name", "first_name"):
            if text := lines.pop(key, ""):
                self.keep(Cell(key, draft.columns[key], text))
        for text in (*draft.organisations[1:], *filter(None, draft.roles)):
            self.keep(Cell("role", draft.columns.get("role", _("Organisation")), text))

    def _keep_other_name(self, draft: Draft, whole: str) -> None:
        known = {*fold(draft.lines.get("last_name", "")).split(" ")}
        known |= {*fold(draft.lines.get("first_name", "")).split(" ")}
        if not set(fold(whole).split(" ")) <= known | self.titles:
            self.keep(Cell("full_name", draft.columns["full_name"], whole))

    def _addresses(self, draft: Draft) -> list[FurtherAddress]:
        found = []
        for one in sorted(draft.addresses.values(), key=lambda x: not x.preferred):
            address = one.finish(self.words.countries)
            for column, text, code, values in one.wrong:
                self.keep_wrong(Cell("kept", column, text), code, **values)
            for column, text, code, restored in one.restored:
                self.warn_restored(Cell("kept", column, text), code, restored)
            if not address.is_empty:
                found.append(FurtherAddress(address, one.label))
        return found

    def _profile(
        self, draft: Draft, kind: ContactKind, addresses: list[FurtherAddress]
    ) -> NewContact:
        lines = draft.lines
        is_organisation = kind is ContactKind.ORGANISATION
        self._keep_labels(draft, addresses)
        for site, label, column in draft.websites[1:]:
            self.keep(Cell("website", column, site, label))
        return NewContact(
            kind=kind,
            civility=draft.civility,
            last_name=lines.get("last_name", ""),
            first_name=lines.get("first_name", ""),
            organisation_name=draft.organisations[0]
            if is_organisation and draft.organisations
            else "",
            legal_form=lines.get("legal_form", ""),
            siren=lines.get("siren", ""),
            siret=lines.get("siret", ""),
            rna=lines.get("rna", ""),
            fiscal_year_end=lines.get("fiscal_year_end", ""),
            acronym=lines.get("acronym", ""),
            organisation_kind=draft.organisation_kind,
            sector=lines.get("sector", ""),
            discipline=lines.get("discipline", ""),
            number=lines.get("number", ""),
            email=self._main(draft.emails),
            phone=self._main(draft.phones),
            points=_points(self._main(draft.emails), draft.emails, PointKind.EMAIL)
            + _points(self._main(draft.phones), draft.phones, PointKind.PHONE),
            address=addresses[0].address if addresses else PostalAddress(),
            further_addresses=tuple(addresses[1:]),
            website=draft.websites[0][0] if draft.websites else "",
            birth_on=draft.birth_on,
            language=draft.language,
            tags=tuple(draft.tags),
            custom=tuple(draft.custom),
        )

    def _keep_labels(self, draft: Draft, addresses: Sequence[FurtherAddress]) -> None:
        """Keep in the note what the file calls main e-mails, phones, addresses and sites."""
        if self.means_what_it_says:
            return
        mains = [*draft.emails[:1], *draft.phones[:1], *draft.websites[:1]]
        mains += [(x.address.street or x.address.city, x.label, "") for x in addresses[:1]]
        for value, label, name in mains:
            words = {fold(word) for word in label.split(",")} if label else set()
            if not words <= self.words.usual_labels:
                column = name or _("Address")
                self.keep(Cell("kept", column, value, label))

    def _main(self, told: Sequence[tuple[str, str, str]]) -> str:
        """Return the main one of e-mails or phones; our own tables may have others only."""
        if not told or (self.is_our_own and fold(told[0][2]) in self.words.further):
            return ""
        return told[0][0]

    def _checked(self, profile: NewContact) -> NewContact | None:
        """Return the profile cleaned and with its note; None refuses the row."""
        note = self._note()
        try:
            return checked_contact(replace(profile, note=note) if note else profile)
        except RuleError as error:
            errors = error.errors if isinstance(error, FieldErrors) else (error,)
        wrong = [one for one in errors if _is_movable(one)]
        if not wrong or len(wrong) < len(errors):
            self._refuse_for(errors)
            return None
        for one in wrong:
            profile = self._without_wrong(profile, one)
        return self._checked(profile)

    def _without_wrong(self, profile: NewContact, error: RuleError) -> NewContact:
        """Return the profile without a value that is wrong, which the note keeps."""
        name = str(error.field)
        if name in {"emails", "phones"}:
            return self._without_points(profile, error)
        column = self.draft.columns.get(name, name)
        if name == "postal_code":
            cell = Cell(name, column, profile.address.postal_code)
            left = replace(profile, address=replace(profile.address, postal_code=""))
        else:
            cell = Cell(name, column, str(getattr(profile, name)))
            emptied: dict[str, Any] = {name: ""}
            left = replace(profile, **emptied)
        values = {k: v for k, v in error.values.items() if k not in {"field", "text"}}
        self.keep_wrong(cell, error.code, **values)
        return _with_main(left)

    def _without_points(self, profile: NewContact, error: RuleError) -> NewContact:
        """Return the profile without the further points that are wrong by themselves."""
        kept = []
        for point in profile.points:
            try:
                checked_contact(NewContact(last_name="x", points=(point,)))
            except RuleError:
                column = self.draft.columns[point.kind.value]
                self.keep_wrong(Cell("kept", column, point.value), error.code)
            else:
                kept.append(point)
        return replace(profile, points=tuple(kept))

    def _refuse_for(self, errors: Iterable[RuleError]) -> None:
        for error in errors:
            name = str(error.field)
            values = {k: v for k, v in error.values.items() if k != "field"}
            code = "row.nameless" if error.code in _NAMELESS else error.code
            column = "" if code == "row.nameless" else self.draft.columns.get(name, name)
            self.refuse(code, column, **values)

    def _note(self) -> str:
        kept = [
            _("{name}: {message}").format(name=name, message=text)
            for name, text in self.draft.kept
        ]
        return "\n".join((*self.draft.notes, *kept))


def _is_movable(error: RuleError) -> bool:
    """Tell whether the note may keep what is wrong, so that the contact is not refused."""
    if error.code == "text.too_long":
        return error.field in _MOVABLE_WHEN_LONG
    return error.field in _MOVABLE


def _unread(draft: Draft, told: frozenset[str]) -> frozenset[str]:
    """Return the fields that hold a text which stands in the note instead."""
    if not draft.unread:
        return frozenset()
    columns = draft.columns
    return frozenset(x for x in told if not draft.unread.isdisjoint((x, columns.get(x))))


def _ties(draft: Draft) -> tuple[Tie, ...]:
    if not draft.organisations:
        return ()
    roles = [*draft.roles, *[""] * len(draft.organisations)]
    if len(draft.organisations) == 1:
        return (Tie(draft.organisations[0], ", ".join(x for x in draft.roles if x)),)
    pairs = zip(draft.organisations, roles, strict=False)
    return tuple(Tie(name, role) for name, role in pairs if name)


def _points(
    main: str, told: Sequence[tuple[str, str, str]], kind: PointKind
) -> tuple[ContactPoint, ...]:
    """Return what comes beside the main e-mail or phone, each once."""
    if not told or (main and len(told) < 2):
        return ()
    key = str.casefold if kind is PointKind.EMAIL else phone_key
    seen = {key(main)} if main else set()
    found: list[ContactPoint] = []
    for value, label, _column in told[1:] if main else told:
        if (known := key(value) or value) not in seen:
            seen.add(known)
            found.append(ContactPoint(kind, value, label[:40]))
    return tuple(found)


def _with_main(profile: NewContact) -> NewContact:
    """Return the profile with a further e-mail as main one, if that is empty."""
    if profile.email:
        return profile
    emails = [point for point in profile.points if point.kind is PointKind.EMAIL]
    if not emails:
        return profile
    others = tuple(point for point in profile.points if point is not emails[0])
    return replace(profile, email=emails[0].value, points=others)
