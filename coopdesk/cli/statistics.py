"""Commands about figures: members by year, type, age and département."""

from collections.abc import Sequence

from coopdesk.cli.calls import Call
from coopdesk.cli.member_documents import year_document
from coopdesk.cli.options import OptionalYearOption, command, subject_app
from coopdesk.cli.output import Answer, Column, Listing
from coopdesk.domain.contacts import Civility
from coopdesk.domain.member_statistics import (
    ABROAD,
    AgeBand,
    DepartmentFigure,
    MemberFigure,
    MemberStatistics,
    YearFigures,
)
from coopdesk.wording.formats import number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _, ngettext

app = subject_app("statistics", _("Figures."))


@command(app, "members", _("Count the members by year, type, age and département."))
def count_members(call: Call, year: OptionalYearOption = None) -> Answer:
    """Answer with the figures of five years up to one."""
    with call.opened() as services:
        found = services.statistics.members(None if year is None else call.checked_year(year))
    return Answer(_document(found), _parts(found))


def _document(found: MemberStatistics) -> dict[str, object]:
    return {
        "year": found.year,
        "years": [year_document(row) for row in found.years],
        "by_type": [year_document(row) for row in found.by_type],
        "ages": [_band_document(band) for band in found.ages],
        "unknown_age": found.unknown_age.count,
        "departments": [
            {"code": row.code, "name": row.name, "count": row.figure.count}
            for row in found.departments
        ],
    }


def _band_document(band: AgeBand) -> dict[str, object]:
    return {
        "from": band.start,
        "count": band.count,
        "madam": band.counts[Civility.MADAM].count,
        "sir": band.counts[Civility.SIR].count,
        "none": band.counts[Civility.NONE].count,
    }


def _parts(found: MemberStatistics) -> tuple[Listing | str, ...]:
    return (
        _years_listing(found.years),
        _years_listing(found.by_type),
        _ages_listing(found.ages),
        *_unknown_ages(found.unknown_age.count),
        _departments_listing(found.departments),
    )


def _years_listing(rows: Sequence[YearFigures]) -> Listing:
    columns = (
        Column(_("Year"), at_right=True),
        Column(_("Membership type")),
        *(Column(label(figure), at_right=True) for figure in MemberFigure),
    )
    texts = [
        (
            str(row.year),
            row.type_name,
            *(number_text(row.count(figure)) for figure in MemberFigure),
        )
        for row in rows
    ]
    return Listing(columns, texts, _("No member."))


def _ages_listing(bands: Sequence[AgeBand]) -> Listing:
    columns = (
        Column(_("Age"), at_right=True),
        *(Column(label(civility), at_right=True) for civility in Civility),
    )
    rows = [
        (
            f"{band.start}–{band.start + 4}",
            *(number_text(band.counts[civility].count) for civility in Civility),
        )
        for band in bands
    ]
    return Listing(columns, rows, _("No birth date is known."))


def _unknown_ages(count: int) -> tuple[str, ...]:
    text = ngettext(
        "{count} member whose age is unknown", "{count} members whose age is unknown", count
    )
    return (text.format(count=number_text(count)),) if count else ()


def _departments_listing(rows: Sequence[DepartmentFigure]) -> Listing:
    columns = (Column(_("Département")), Column(_("Name")), Column(_("Members"), at_right=True))
    elsewhere = {"": _("No address"), ABROAD: _("Abroad")}
    texts = [
        (row.code, elsewhere.get(row.code, row.name), number_text(row.figure.count))
        for row in rows
    ]
    return Listing(columns, texts, _("No member."))
