"""Opens a database file and offers what can be done with it; nothing else builds services."""

from __future__ import annotations

import datetime as dt
import getpass
from functools import cached_property
from typing import TYPE_CHECKING

from coopdesk.services.databases import DatabaseService, back_up_before_migration
from coopdesk.services.opened_partners import OpenedPartners
from coopdesk.services.opened_people import OpenedPeople
from coopdesk.services.receipt_anchors import catch_up
from coopdesk.services.registry import Services
from coopdesk.storage import migrations
from coopdesk.storage.unit_of_work import Signature, Units

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coopdesk.domain.operations import Origin
    from coopdesk.services.association import AssociationService
    from coopdesk.services.campaigns import CampaignService
    from coopdesk.services.declarations import DeclarationService
    from coopdesk.services.demo import DemoService
    from coopdesk.services.donations import DonationService
    from coopdesk.services.donor_letters import DonorLetterService
    from coopdesk.services.expenses import ExpenseService
    from coopdesk.services.home import HomeService
    from coopdesk.services.legal import LegalService
    from coopdesk.services.mileage_scales import MileageService
    from coopdesk.services.operations import OperationService
    from coopdesk.services.payments import PaymentService
    from coopdesk.services.pledges import PledgeService
    from coopdesk.services.receipt_life import ReceiptLifeService
    from coopdesk.services.receipt_papers import ReceiptPaperService
    from coopdesk.services.receipts import ReceiptService
    from coopdesk.services.statements import StatementService
    from coopdesk.services.vehicles import VehicleService
    from coopdesk.services.workbooks import WorkbookService
    from coopdesk.storage.database import Database


def signature(author: str, origin: Origin) -> Signature:
    """Return what operations are signed with; without an author, the name of the login."""
    return Signature(author=author or _login_name(), origin=origin, now=_now)


def create_database(
    path: Path, signed: Signature, *, on_close: Callable[[], None] | None = None
) -> Services:
    """Create a file and open it; ``on_close`` is called when it is closed.

    Raises:
        ExternalError: the file exists already, or the folder or disk is in the way.
    """
    database = migrations.create_database(path)
    catch_up(Units(database, signed))
    return _OpenedServices(database, signed, on_close)


def open_database(
    path: Path,
    signed: Signature,
    *,
    on_close: Callable[[], None] | None = None,
    to_check: bool = False,
) -> Services:
    """Open a file; an older one is backed up beside itself, then brought to our schema.

    ``to_check`` opens one whose protections were taken away as well: only to look at it.

    Raises:
        ExternalError: missing, not ours, newer, locked, or the disk is in the way.
    """
    database = migrations.open_database(path, back_up_before_migration, to_check=to_check)
    if not to_check:
        catch_up(Units(database, signed))
    return _OpenedServices(database, signed, on_close)


class _OpenedServices(OpenedPeople, OpenedPartners, Services):
    """Builds each service when it is first asked for: most commands want one or two of them."""

    def __init__(
        self, database: Database, signed: Signature, on_close: Callable[[], None] | None
    ) -> None:
        object.__setattr__(self, "_units", Units(database, signed))
        object.__setattr__(self, "_today", _today)
        object.__setattr__(self, "_on_close", on_close)

    _units: Units
    _on_close: Callable[[], None] | None

    @cached_property
    def database(self) -> DatabaseService:
        return _OpenedDatabase(self._units, self._on_close)

    @cached_property
    def association(self) -> AssociationService:
        from coopdesk.services.association import AssociationService

        return AssociationService(self._units)

    @cached_property
    def donations(self) -> DonationService:
        from coopdesk.services.donations import DonationService

        return DonationService(self._units, _today)

    @cached_property
    def campaigns(self) -> CampaignService:
        from coopdesk.services.campaigns import CampaignService

        return CampaignService(self._units, _today)

    @cached_property
    def pledges(self) -> PledgeService:
        from coopdesk.services.pledges import PledgeService

        return PledgeService(self._units, _today)

    @cached_property
    def receipts(self) -> ReceiptService:
        from coopdesk.services.receipts import ReceiptService

        return ReceiptService(self._units, _today)

    @cached_property
    def receipt_life(self) -> ReceiptLifeService:
        from coopdesk.services.receipt_life import ReceiptLifeService

        return ReceiptLifeService(self._units, _today)

    @cached_property
    def donor_letters(self) -> DonorLetterService:
        from coopdesk.services.donor_letters import DonorLetterService

        return DonorLetterService(self._units, _today)

    @cached_property
    def receipt_papers(self) -> ReceiptPaperService:
        from coopdesk.services.receipt_papers import ReceiptPaperService

        return ReceiptPaperService(self._units, _today)

    @cached_property
    def expenses(self) -> ExpenseService:
        from coopdesk.services.expenses import ExpenseService

        return ExpenseService(self._units, _today)

    @cached_property
    def vehicles(self) -> VehicleService:
        from coopdesk.services.vehicles import VehicleService

        return VehicleService(self._units)

    @cached_property
    def mileage(self) -> MileageService:
        from coopdesk.services.mileage_scales import MileageService

        return MileageService(self._units, _today)

    @cached_property
    def declarations(self) -> DeclarationService:
        from coopdesk.services.declarations import DeclarationService

        return DeclarationService(self._units, _today)

    @cached_property
    def statements(self) -> StatementService:
        from coopdesk.services.statements import StatementService

        return StatementService(self._units, _today)

    @cached_property
    def legal(self) -> LegalService:
        from coopdesk.services.legal import LegalService

        return LegalService(self._units, _today)

    @cached_property
    def payments(self) -> PaymentService:
        from coopdesk.services.payments import PaymentService

        return PaymentService(self._units, _today)

    @cached_property
    def workbooks(self) -> WorkbookService:
        from coopdesk.services.workbooks import WorkbookService

        return WorkbookService(self._units, _today)

    @cached_property
    def operations(self) -> OperationService:
        from coopdesk.services.operations import OperationService

        return OperationService(self._units)

    @cached_property
    def home(self) -> HomeService:
        from coopdesk.services.home import HomeService

        return HomeService(self._units, _today, self.receipt_counter)

    @cached_property
    def demo(self) -> DemoService:
        from coopdesk.services.demo import DemoService

        return DemoService(self._units, _today)


class _OpenedDatabase(DatabaseService):
    """Closes the file, then gives back what was held while it was open."""

    def __init__(self, units: Units, on_close: Callable[[], None] | None) -> None:
        super().__init__(units)
        self._on_close = on_close

    def close(self) -> None:
        super().close()
        if self._on_close is not None:
            self._on_close()


def _today() -> dt.date:
    return dt.datetime.now().astimezone().date()


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
