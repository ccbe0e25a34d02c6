"""A full disk stops one command, names the cause, and costs nothing else."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from coopdesk.domain.errors import ExternalError
from coopdesk.domain.receipt_output import OutputShape
from coopdesk.services.receipt_output import ReceiptOutput
from coopdesk.storage.migrations import create_database
from tests.building import person
from tests.reliability.disks import fill, small_disk
from tests.reliability.office import YEAR, build_office, faults, open_office, waiting_gifts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from coopdesk.services.registry import Services

TOGETHER = ReceiptOutput(OutputShape.ONE_FILE)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_office(tmp_path_factory.mktemp("office") / "office.coopdesk", 12)


@pytest.fixture
def services(template: Path, tmp_path: Path) -> Iterator[Services]:
    opened = open_office(shutil.copy(template, tmp_path / "office.coopdesk"))
    yield opened
    opened.database.close()


def limit_pages(services: Services, more: int | None) -> None:
    """Let the file grow by so many pages only; None takes the limit away."""
    database = services.database._units.database
    with database.outside_transactions() as connection:
        (now,) = connection.execute("PRAGMA page_count").fetchone()
        limit = 1 << 30 if more is None else now + more
        connection.execute(f"PRAGMA max_page_count={limit}")


def issue_one(services: Services) -> int:
    (receipt,) = services.receipts.issue_year(
        YEAR, donation_ids=waiting_gifts(services)[:1]
    ).value
    return receipt.number


def issue_all(services: Services, numbers: list[int]) -> None:
    """Issue a receipt for each gift that waits, one after the other, and note the numbers."""
    while waiting_gifts(services):
        numbers.append(issue_one(services))


@pytest.mark.parametrize("pages", [0, 1])
def test_no_room_in_the_file_refuses_the_receipt_and_burns_no_number(services, pages):
    numbers = [issue_one(services)]
    limit_pages(services, pages)

    # A receipt may still fit into what the last one left of its page.
    with pytest.raises(ExternalError) as refused:
        issue_all(services, numbers)

    assert refused.value.code == "database.disk_full"
    assert numbers == list(range(1, len(numbers) + 1))
    assert sorted(line.number for line in services.receipts.find(YEAR)) == numbers
    assert len(waiting_gifts(services)) == 12 - len(numbers)
    assert services.database.check().ok
    limit_pages(services, None)
    assert issue_one(services) == len(numbers) + 1
    assert services.operations.state().undo is not None


@pytest.mark.parametrize("kilobytes", [0, 4, 8, 16, 24, 32, 48, 64])
def test_a_full_disk_refuses_the_receipt_and_the_next_number_follows(
    template, tmp_path, kilobytes
):
    with small_disk(tmp_path / "disk", 3072) as disk:
        path = shutil.copy(template, disk / "office.coopdesk")
        services = open_office(path)
        told = {waiting_gifts(services)[0]: issue_one(services)}
        ballast = fill(disk, kilobytes)

        codes, issued = set(), 0
        for _attempt in range(4):
            gift = waiting_gifts(services)[0]
            try:
                told[gift] = issue_one(services)
                issued += 1
            except ExternalError as error:
                codes.add(error.code)
        assert codes == {"database.disk_full"}
        assert len(services.receipts.find(YEAR)) == 1 + issued
        assert services.contacts.count() == 12

        ballast.unlink()
        gift = waiting_gifts(services)[0]
        told[gift] = issue_one(services)
        assert told[gift] == 2 + issued
        services.database.close()
        assert faults(path, told) == []


def test_a_file_on_a_full_disk_is_still_opened_and_read(template, tmp_path):
    with small_disk(tmp_path / "disk", 3072) as disk:
        path = shutil.copy(template, disk / "office.coopdesk")
        fill(disk)

        services = open_office(path)

        assert services.contacts.count() == 12
        with pytest.raises(ExternalError) as refused:
            services.contacts.add(person("Trop"))
        assert refused.value.code == "database.disk_full"
        assert services.database.check().ok
        services.database.close()


def test_a_full_disk_makes_no_new_database(tmp_path):
    with small_disk(tmp_path / "disk", 64) as disk:
        fill(disk, leave_kilobytes=20)

        with pytest.raises(ExternalError) as refused:
            create_database(disk / "office.coopdesk")

        assert refused.value.code == "database.disk_full"
        assert [entry.name for entry in disk.iterdir()] == ["ballast"]


def test_papers_on_a_full_stick_leave_the_earlier_ones_as_they_were(services, tmp_path):
    services.receipts.issue_year(YEAR)
    with small_disk(tmp_path / "usb", 3072) as usb:
        writers = (
            lambda: services.receipt_papers.write_year(YEAR, usb),
            lambda: services.receipt_papers.write_year(YEAR, usb, TOGETHER),
            lambda: services.workbooks.write_board(
                services.fiscal_years.current(), usb / "classeur.xlsx"
            ),
        )
        for write in writers:
            write()
        before = {path.name: path.read_bytes() for path in usb.iterdir()}
        ballast = fill(usb, leave_kilobytes=3)

        for write in writers:
            with pytest.raises(ExternalError) as refused:
                write()
            assert refused.value.code == "file.disk_full"

        ballast.unlink()
        assert {path.name: path.read_bytes() for path in usb.iterdir()} == before
        for write in writers:
            write()
