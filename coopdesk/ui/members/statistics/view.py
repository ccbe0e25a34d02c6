"""Members by year, type, age and département: each count opens the people it counts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from coopdesk.domain.contacts import Civility
from coopdesk.domain.member_statistics import (
    ABROAD,
    Figure,
    FigureKey,
    MemberFigure,
)
from coopdesk.ui.members.statistics.age_pyramid import AgePyramid, band_text
from coopdesk.ui.members.statistics.figure_table import FigureTable
from coopdesk.ui.members.statistics.people_list import PeopleList
from coopdesk.ui.widgets.card import Card
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.year_box import YearBox
from coopdesk.wording.formats import number_text
from coopdesk.wording.language import N_, _, ngettext

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from coopdesk.domain.member_statistics import (
        AgeBand,
        DepartmentFigure,
        MemberStatistics,
        YearFigures,
    )
    from coopdesk.ui.desk import Desk

# Narrower, the names of the tariffs would be cut.
_TWO_COLUMNS_FROM = 1040
_GAP = 16
_TITLES = {
    MemberFigure.MEMBERS: N_("Members in the year"),
    MemberFigure.JOINED: N_("Newly joined"),
    MemberFigure.RENEWED: N_("Members who renewed"),
    MemberFigure.LEFT: N_("Members who left"),
    MemberFigure.LAPSED: N_("Members who did not renew"),
}
_SIDES = (Civility.MADAM, Civility.SIR, Civility.NONE)


class StatisticsView(QWidget):
    """Figures in cards; the list of a figure takes their place and gives it back."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._statistics: MemberStatistics | None = None
        self.year_box = YearBox(desk.today().year)
        self.years = FigureTable(_("Members by year"))
        self.types = FigureTable(_("Members by tariff"))
        self.departments = FigureTable(_("Members by département"))
        self.ages = FigureTable(_("Members by age"))
        self.pyramid = AgePyramid()
        self.unknown_button = QPushButton()
        self.unknown_button.setProperty("kind", "link")
        self.table_button = QPushButton(_("As a table"))
        self.table_button.setShortcut("Ctrl+T")
        self.people = PeopleList(desk)
        self.stack = QStackedWidget()
        self._lay_out()
        self._connect()

    # building

    def _lay_out(self) -> None:
        inner = self._scrolling()
        row = QHBoxLayout(inner)
        row.setContentsMargins(0, 0, 8, 0)
        self.table_button.setProperty("kind", "flat")
        self.table_button.setToolTip(_("The ages as a table or as a picture (Ctrl+T)"))
        self.years_card = Card(_("By year"), (self.year_box,))
        self.years_card.body.addWidget(self.years)
        self.types_card = Card(_("By tariff"))
        self.types_card.body.addWidget(self.types)
        self.ages_card = Card(_("By age"), (self.table_button,))
        self.no_ages = plain_label(
            _("Nobody's date of birth is known: enter it on the contacts to see the ages."),
            "muted",
            wrap=True,
        )
        self.ages.hide()
        for widget in (self.no_ages, self.pyramid, self.ages, self.unknown_button):
            self.ages_card.body.addWidget(widget)
        self.departments_card = Card(_("By département"))
        self.departments_card.body.addWidget(self.departments)
        self._columns = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._columns.setSpacing(_GAP)
        row.addLayout(self._columns)
        for cards in (
            (self.years_card, self.types_card),
            (self.ages_card, self.departments_card),
        ):
            column = QVBoxLayout()
            column.setSpacing(_GAP)
            for card in cards:
                card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
                column.addWidget(card)
            column.addStretch()
            # The tables at the left have more columns.
            self._columns.addLayout(column, 3 if self._columns.count() else 7)
        self.stack.addWidget(self.people)
        self.setFocusProxy(self.years)

    def _scrolling(self) -> QWidget:
        """Put the stack and what scrolls in it into place before they are filled."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stack)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.stack.addWidget(self.area)
        inner = QWidget()
        self.area.setWidget(inner)
        return inner

    def _connect(self) -> None:
        for table in (self.years, self.types, self.departments, self.ages):
            table.opened.connect(self.open_figure)
        self.pyramid.opened.connect(self._on_band)
        self.unknown_button.clicked.connect(self._on_unknown)
        self.table_button.clicked.connect(self._on_table)
        self.year_box.year_changed.connect(self.reload)
        self.people.closed.connect(self._on_closed)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= _TWO_COLUMNS_FROM
        direction = QBoxLayout.Direction
        self._columns.setDirection(direction.LeftToRight if wide else direction.TopToBottom)

    # the figures

    @Slot()
    def reload(self) -> None:
        """Read the figures up to the chosen year."""
        call = partial(self._desk.services.statistics.members, self.year_box.year)
        self._desk.tasks.query(self, call, self._on_statistics, replaces="statistics")

    def show_years(self, years: list[int]) -> None:
        """Offer these years, and those before that the figures may need."""
        self.year_box.set_years(years)

    def _on_statistics(self, found: MemberStatistics) -> None:
        self._statistics = found
        titles = [_(_TITLES[figure]) for figure in MemberFigure]
        self.years.show_figures(
            [_("Year"), *titles], [(str(one.year), _counts(one)) for one in found.years]
        )
        of_year = [one for one in found.by_type if one.year == found.year]
        self.types.show_figures(
            [str(found.year), *titles], [(one.type_name, _counts(one)) for one in of_year]
        )
        self.types_card.setVisible(bool(of_year))
        self.departments.show_figures(
            [str(found.year), _(_TITLES[MemberFigure.MEMBERS])],
            [(_department(one), [one.figure]) for one in found.departments],
        )
        self.departments_card.setVisible(bool(found.departments))
        self._show_ages(found)

    def _show_ages(self, found: MemberStatistics) -> None:
        bands = found.ages
        self.pyramid.show_bands(bands)
        self.ages.show_figures(
            [_("Age"), _("Women"), _("Men"), _("Without civility")],
            [(band_text(band.start), _sides(band)) for band in reversed(bands)],
        )
        as_table = self.shows_table
        self.no_ages.setVisible(not bands)
        self.pyramid.setVisible(bool(bands) and not as_table)
        self.ages.setVisible(bool(bands) and as_table)
        self.table_button.setVisible(bool(bands))
        count = found.unknown_age.count
        text = ngettext(
            "{count} member whose age is unknown", "{count} members whose age is unknown", count
        )
        self.unknown_button.setText(text.format(count=number_text(count)))
        self.unknown_button.setVisible(bool(count))

    @property
    def shows_table(self) -> bool:
        """Whether the ages are shown as a table."""
        return self.table_button.text() != _("As a table")

    @Slot()
    def _on_table(self) -> None:
        text = _("As a table") if self.shows_table else _("As a picture")
        self.table_button.setText(text)
        if self._statistics is not None:
            self._show_ages(self._statistics)
            (self.ages if self.shows_table else self.pyramid).setFocus()

    # the people behind

    @Slot(object, str)
    def open_figure(self, figure: Figure, words: str) -> None:
        """Show whom a figure counts."""
        said = _("{year}: {what} ({count})")
        self.people.show_figure(
            figure,
            said.format(year=figure.key.year, what=words, count=number_text(figure.count)),
        )
        self.stack.setCurrentWidget(self.people)

    @Slot()
    def _on_closed(self) -> None:
        self.stack.setCurrentWidget(self.area)
        self.years.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(int)
    def _on_band(self, start: int) -> None:
        if self._statistics is not None:
            bands = {band.start: band for band in self._statistics.ages}
            self._open_age(bands[start])

    @Slot()
    def _on_unknown(self) -> None:
        if self._statistics is not None:
            self._open_age(self._statistics.unknown_age)

    def _open_age(self, band: AgeBand) -> None:
        assert self._statistics is not None
        key = FigureKey(MemberFigure.MEMBERS, self._statistics.year, age=band.start)
        self.open_figure(Figure(key, band.count), band_text(band.start))


def _counts(one: YearFigures) -> list[Figure]:
    return [one.figures[figure] for figure in MemberFigure]


def _sides(band: AgeBand) -> list[Figure]:
    return [band.counts[civility] for civility in _SIDES]


def _department(one: DepartmentFigure) -> str:
    if not one.code:
        return _("No address")
    if one.code == ABROAD:
        return _("Abroad")
    return f"{one.code} {one.name}" if one.name else one.code
