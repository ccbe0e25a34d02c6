"""Read and write fixed assets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.fixed_assets import FixedAsset, NewFixedAsset
from coopdesk.domain.money import Money
from coopdesk.domain.text import fold
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import AccountRow, FixedAssetRow

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy import Connection, Row, Select

    from coopdesk.storage.chart_store import ChartStore
    from coopdesk.storage.recorder import Recorder

_asset = table_of(FixedAssetRow)
_account = table_of(AccountRow)
_depreciation = _account.alias("depreciation")
_allowance = _account.alias("allowance")


class AssetStore:
    """The fixed assets of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder, chart: ChartStore) -> None:
        self._connection = connection
        self._recorder = recorder
        self._chart = chart

    def add(self, new: NewFixedAsset) -> int:
        """Store an asset and return its id; its accounts are taken into the chart."""
        gone = {"disposed_on": None, "disposal_cents": None}
        return self._recorder.insert(_asset, {**self._values(new), **gone})

    def change(self, asset_id: int, new: NewFixedAsset) -> bool:
        """Replace what is known of an asset; return whether anything differed."""
        return self._recorder.update(_asset, asset_id, self._values(new))

    def set_disposed(self, asset_id: int, on: dt.date | None, price: Money | None) -> bool:
        """Note that an asset left us, or that it did not after all."""
        cents = None if price is None else price.cents
        values = {"disposed_on": on, "disposal_cents": cents}
        return self._recorder.update(_asset, asset_id, values)

    def delete(self, asset_id: int) -> None:
        """Delete an asset of which the books say nothing."""
        self._recorder.delete(_asset, asset_id)

    def get(self, asset_id: int) -> FixedAsset:
        """Return one asset.

        Raises:
            NotFoundError: ``asset.missing``.
        """
        row = self._connection.execute(_assets().where(_asset.c.id == asset_id)).one_or_none()
        if row is None:
            raise NotFoundError("asset.missing", id=asset_id)
        return _to_domain(row)

    def all(self, *, in_use: bool = False) -> list[FixedAsset]:
        """Return the assets by account and day of purchase; ``in_use`` those not gone."""
        query = _assets().order_by("account_number", _asset.c.bought_on, _asset.c.id)
        if in_use:
            query = query.where(_asset.c.disposed_on.is_(None))
        return [_to_domain(row) for row in self._connection.execute(query)]

    def of_grant(self, award_id: int) -> list[FixedAsset]:
        """Return the assets that a grant pays for."""
        query = _assets().where(_asset.c.grant_award_id == award_id).order_by(_asset.c.id)
        return [_to_domain(row) for row in self._connection.execute(query)]

    def _values(self, new: NewFixedAsset) -> dict[str, Any]:
        return {
            "label": new.label,
            "label_key": fold(new.label),
            "account_id": self._chart.take(new.account).id,
            "depreciation_account_id": self._account_id(new.depreciation_account),
            "allowance_account_id": self._account_id(new.allowance_account),
            "bought_on": new.bought_on,
            "in_service_on": new.in_service_on or new.bought_on,
            "cost_cents": new.cost.cents,
            "residual_cents": new.residual.cents,
            "prior_cents": 0 if new.prior is None else new.prior.cents,
            "months": new.months,
            "activity_id": new.activity_id,
            "grant_award_id": new.grant_award_id,
            "note": new.note,
        }

    def _account_id(self, number: str) -> int | None:
        return self._chart.take(number).id if number else None


def _assets() -> Select[Any]:
    return (
        select(
            _asset,
            _account.c.number.label("account_number"),
            _depreciation.c.number.label("depreciation_number"),
            _allowance.c.number.label("allowance_number"),
        )
        .join(_account, _account.c.id == _asset.c.account_id)
        .outerjoin(_depreciation, _depreciation.c.id == _asset.c.depreciation_account_id)
        .outerjoin(_allowance, _allowance.c.id == _asset.c.allowance_account_id)
    )


def _to_domain(row: Row[Any]) -> FixedAsset:
    content = NewFixedAsset(
        label=row.label,
        account=row.account_number,
        cost=Money(row.cost_cents),
        bought_on=row.bought_on,
        months=row.months,
        in_service_on=row.in_service_on,
        residual=Money(row.residual_cents),
        prior=Money(row.prior_cents),
        depreciation_account=row.depreciation_number or "",
        allowance_account=row.allowance_number or "",
        activity_id=row.activity_id,
        grant_award_id=row.grant_award_id,
        note=row.note,
    )
    return FixedAsset(row.id, content, row.disposed_on, Money(row.disposal_cents or 0))
