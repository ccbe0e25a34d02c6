"""The receipts behind a figure of the yearly declaration, and how the list names them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.donations import TaxArticle
from coopdesk.domain.money import Money, total
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.declarations import Declaration


@dataclass(frozen=True, slots=True)
class DeclaredFigure:
    """A figure of a fiscal year: of one form and article, of all, or what was issued in it."""

    year: int
    form: str = ""
    article: TaxArticle | None = None
    is_issued: bool = False

    @property
    def text(self) -> str:
        """What is counted, in a few words."""
        text = _("Declared for the fiscal year {year}")
        if self.is_issued:
            text = _("Issued in the fiscal year {year}")
        parts = [text.format(year=self.year)]
        if self.form:
            parts.append(_("form {number}").format(number=self.form))
        if self.article is TaxArticle.WEALTH:
            parts.append(_("art. {article}").format(article=self.article.value))
        return " · ".join(parts)

    def amounts(self, found: Declaration) -> dict[int, Money]:
        """Return the receipts that are counted, each with what is counted of it.

        A receipt may also name gifts of another fiscal year, which are declared there.
        """
        if self.is_issued:
            return {receipt.id: receipt.amount for receipt in found.issued_living}
        counted: dict[int, list[Money]] = defaultdict(list)
        for gift in found.counted:
            receipt = gift.receipt
            is_of_article = self.article in {None, receipt.article}
            if self.form in {"", receipt.form} and is_of_article:
                counted[receipt.id].append(gift.amount)
        return {key: total(amounts) for key, amounts in counted.items()}
