"""Print a request for a grant as Cerfa 12156 asks for it, to help fill in the form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.flowing_pages import STRONG
from coopdesk.documents.grant_attestation import write_attestation
from coopdesk.documents.grant_pages import GrantPages
from coopdesk.documents.grant_words import (
    address_text,
    balance_text,
    days_text,
    identity,
    says,
    share_text,
    table_notes,
)
from coopdesk.documents.paper import PaperTitle
from coopdesk.documents.paper_texts import paper_texts
from coopdesk.domain.grant_layout import UNTOLD_FUNDER
from coopdesk.domain.grant_requests import (
    GrantProfile,
    RequestForm,
    RequestFrequency,
    RequestPurpose,
    RequestSpan,
)
from coopdesk.domain.money import total
from coopdesk.wording.formats import day_long, money_short, number_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coopdesk.domain.grant_papers import ApplicationPaper
    from coopdesk.domain.grant_tables import GrantTables

_RECOGNISED = "oig_rup"


def draw_application(paper: ApplicationPaper) -> bytes:
    """Return the paper as a PDF; what nobody recorded is a line to write on."""
    texts = {
        **paper_texts("grant_papers", "shared"),
        **paper_texts("grant_papers", "application"),
    }
    grant, content = paper.grant, paper.grant.request.content
    title = PaperTitle(f"{texts['title']} — {content.title}", grant.house.name, grant.made_on)
    pages = GrantPages(grant.house, title, texts["title"], says(grant, texts))
    _request(pages, paper, texts)
    pages.heading(texts["part_1"])
    _association(pages, paper, texts)
    pages.heading(texts["part_2"])
    _authorities(pages, paper, texts)
    pages.heading(texts["part_3"])
    _others(pages, paper, texts)
    pages.heading(texts["part_4"].format(year=paper.people.year))
    _people(pages, paper, texts)
    _budget(pages, paper, texts)
    _project(pages, paper, texts)
    _project_budget(pages, paper, texts)
    write_attestation(pages, paper, texts)
    return pages.finished(f"{grant.house.name} — {content.title}")


def _request(pages: GrantPages, paper: ApplicationPaper, texts: Mapping[str, str]) -> None:
    request = paper.grant.request
    content = request.content
    pages.field(texts["recipient"], request.funder_name)
    pages.field(texts["service"], content.funder_service)
    for label, names, chosen in (
        ("form_label", RequestForm, content.form),
        ("frequency_label", RequestFrequency, content.frequency),
        (
            "purpose_label",
            (RequestPurpose.OPERATING, RequestPurpose.PROJECT),
            content.purpose,
        ),
        ("span_label", RequestSpan, content.span),
    ):
        choices = [(texts[name.value], name is chosen) for name in names]
        pages.boxes(texts[label], choices)


def _association(pages: GrantPages, paper: ApplicationPaper, texts: Mapping[str, str]) -> None:
    house, profile = paper.grant.house, paper.grant.profile
    identity(pages, paper.grant, texts)
    pages.field(texts["short_name"], profile.short_name)
    pages.field(texts["website"], house.website)
    pages.field(texts["seat"], address_text(house.address))
    pages.field(texts["address"], "")
    for name in ("representative", "correspondent"):
        pages.field(texts[name], getattr(profile, name))
        for part in ("role", "phone", "email"):
            pages.field(texts[part], getattr(profile, f"{name}_{part}"))


def _authorities(pages: GrantPages, paper: ApplicationPaper, texts: Mapping[str, str]) -> None:
    house, profile = paper.grant.house, paper.grant.profile
    pages.field(texts["approvals"], profile.approvals)
    is_recognised = house.category == _RECOGNISED
    _yes_or_no(pages, texts, "public_utility", is_yes=is_recognised)
    if is_recognised:
        day = day_long(house.decree_on, "fr") if house.decree_on else ""
        pages.field(texts["decree"], day)
    for name, is_yes in (
        ("commercial_taxes", profile.has_commercial_taxes),
        ("vat", profile.has_vat),
    ):
        _yes_or_no(pages, texts, name, is_yes=is_yes if _is_filled(profile) else None)


def _yes_or_no(
    pages: GrantPages, texts: Mapping[str, str], name: str, *, is_yes: bool | None
) -> None:
    choices = [(texts["yes"], is_yes is True), (texts["no"], is_yes is False)]
    pages.boxes(texts[name], choices)


def _is_filled(profile: GrantProfile) -> bool:
    """Tell whether somebody said anything: until then a zero or a no says nothing."""
    return profile != GrantProfile()


def _others(pages: GrantPages, paper: ApplicationPaper, texts: Mapping[str, str]) -> None:
    profile = paper.grant.profile
    pages.field(texts["networks"], profile.networks or ", ".join(paper.networks))
    pages.field(texts["legal_entities"], profile.legal_entities)


def _people(pages: GrantPages, paper: ApplicationPaper, texts: Mapping[str, str]) -> None:
    profile, people = paper.grant.profile, paper.people
    volunteers = people.volunteers if profile.volunteers is None else profile.volunteers
    full_time = number_text(profile.full_time_hundredths // 100)
    if profile.full_time_hundredths % 100:
        full_time += f",{profile.full_time_hundredths % 100:02d}"
    pages.field(texts["volunteers"], _count(volunteers))
    for name, said in (
        ("civic_volunteers", _count(profile.civic_volunteers)),
        ("employees", _count(profile.employees)),
        ("aided_employees", _count(profile.aided_employees)),
        ("full_time", full_time),
        ("seconded", _count(profile.seconded)),
    ):
        pages.field(texts[name], said if _is_filled(profile) else "")
    pages.field(texts["members"], _count(people.members))


def _count(number: int | None) -> str:
    return "" if number is None else number_text(number)


def _budget(pages: GrantPages, paper: ApplicationPaper, texts: Mapping[str, str]) -> None:
    tables, year = paper.tables.association, paper.tables.association_year
    if tables is None:
        pages.heading(texts["part_5"])
        pages.paragraph(texts["no_budget"])
        return
    _table(pages, texts["part_5_year"].format(year=year), tables, texts)
    untold = [x for x in tables.lines if x.layout.code == UNTOLD_FUNDER]
    if total(one.planned for one in untold):
        pages.note(texts["unsplit_grants"])


def _project(pages: GrantPages, paper: ApplicationPaper, texts: Mapping[str, str]) -> None:
    request, project = paper.grant.request, paper.grant.project
    is_operating = request.content.purpose is RequestPurpose.OPERATING
    pages.heading(texts["part_6_operating" if is_operating else "part_6"])
    content = project.content if project is not None else None
    pages.field(texts["project_title"], content.title if content else request.content.title)
    days = request.content if content is None or content.starts_on is None else content
    pages.field(texts["days"], days_text(days.starts_on, days.ends_on, texts))
    pages.field(texts["territory"], content.territory if content else "")
    for name in ("aims", "description", "audience", "means", "indicators"):
        pages.text_or_lines(texts[name], getattr(content, name) if content else "")
    if content is not None and paper.tables.project.has_indirect:
        pages.text_or_lines(texts["allocation"], content.allocation_rule, 2)


def _project_budget(
    pages: GrantPages, paper: ApplicationPaper, texts: Mapping[str, str]
) -> None:
    project = paper.grant.project
    if project is not None:
        heading = texts["project_budget_of"].format(title=project.content.title)
        pages.budget(heading, paper.tables.project, texts)
        pages.paragraph(balance_text(paper.tables.project, texts), STRONG)
    _asked(pages, paper, texts)
    if project is not None:
        _notes(pages, paper.tables.project, texts)


def _asked(pages: GrantPages, paper: ApplicationPaper, texts: Mapping[str, str]) -> None:
    asked, percent = paper.tables.asked, paper.tables.asked_percent
    is_operating = paper.grant.request.content.purpose is RequestPurpose.OPERATING
    of = texts["of_association" if is_operating else "of_project"]
    amount = texts["unknown_amount"] if asked is None else money_short(asked)
    share = texts["unknown_percent"] if percent is None else share_text(percent)
    pages.paragraph(texts["asked"].format(amount=amount, percent=share, of=of), STRONG)
    if asked is None or percent is None:
        return
    planned = total(
        one.planned
        for line in paper.tables.project.lines
        for one in line.requests
        if one.request_id == paper.grant.request.id
    )
    if paper.grant.project is not None and planned != asked:
        amounts = {"planned": money_short(planned), "asked": money_short(asked)}
        pages.note(texts["asked_differs"].format(**amounts))


def _table(
    pages: GrantPages, heading: str, tables: GrantTables, texts: Mapping[str, str]
) -> None:
    pages.budget(heading, tables, texts)
    pages.paragraph(balance_text(tables, texts), STRONG)
    _notes(pages, tables, texts)


def _notes(pages: GrantPages, tables: GrantTables, texts: Mapping[str, str]) -> None:
    for note in table_notes(tables, texts):
        pages.note(note)
