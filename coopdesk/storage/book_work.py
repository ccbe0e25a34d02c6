"""The stores of the books: the half of a unit of work that keeps accounts."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from coopdesk.storage.bank_proof_store import BankProofStore
from coopdesk.storage.bank_rule_store import BankRuleStore
from coopdesk.storage.bank_store import BankStore
from coopdesk.storage.board_store import BoardStore
from coopdesk.storage.book_line_store import BookLineStore
from coopdesk.storage.book_tie_store import BookTieStore
from coopdesk.storage.booking_links import BookingLinks
from coopdesk.storage.booking_store import BookingStore
from coopdesk.storage.closing_store import ClosingStore
from coopdesk.storage.entry_import_store import EntryImportStore
from coopdesk.storage.entry_marks import EntryMarks
from coopdesk.storage.entry_store import Books, EntryStore
from coopdesk.storage.entry_validation import EntryValidation
from coopdesk.storage.fec_store import FecStore
from coopdesk.storage.fiscal_year_store import FiscalYearStore
from coopdesk.storage.inventory_work import InventoryStores
from coopdesk.storage.journal_store import JournalStore
from coopdesk.storage.ledger_search import LedgerSearch
from coopdesk.storage.match_following import MatchFollowing
from coopdesk.storage.match_reading import MatchReading
from coopdesk.storage.match_targets import MatchTargets
from coopdesk.storage.report_store import ReportStore
from coopdesk.storage.statement_list import StatementList
from coopdesk.storage.template_store import TemplateStore
from coopdesk.storage.undo_review_store import UndoReviewStore

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from coopdesk.storage.recorder import Recorder


class BookStores(InventoryStores):
    """Makes each store of the books when it is first asked for."""

    _connection: Connection
    recorder: Recorder

    @cached_property
    def book_ties(self) -> BookTieStore:
        """Gifts and fees as lists have them, and as entries do."""
        return BookTieStore(self._connection)

    @cached_property
    def reports(self) -> ReportStore:
        """What the books say."""
        return ReportStore(self._connection)

    @cached_property
    def journals(self) -> JournalStore:
        """The journals of the books."""
        return JournalStore(self._connection, self.recorder)

    @cached_property
    def fiscal_years(self) -> FiscalYearStore:
        """Fiscal years and what was decided about them."""
        return FiscalYearStore(self._connection, self.recorder)

    @cached_property
    def entries(self) -> EntryStore:
        """Entries of the books."""
        books = Books(self.chart, self.journals, self.fiscal_years)
        return EntryStore(self._connection, self.recorder, books)

    @cached_property
    def entry_validation(self) -> EntryValidation:
        """The step from draft to for ever."""
        return EntryValidation(self._connection, self.recorder)

    @cached_property
    def entry_marks(self) -> EntryMarks:
        """What is said of lines beside the books: matching, reconciling, activities."""
        return EntryMarks(self._connection, self.recorder)

    @cached_property
    def entry_templates(self) -> TemplateStore:
        """Models of entries that come again."""
        return TemplateStore(self._connection, self.recorder)

    @cached_property
    def booking(self) -> BookingStore:
        """What automatic entries are made of."""
        return BookingStore(self._connection, self.recorder)

    @cached_property
    def booking_links(self) -> BookingLinks:
        """The ties between entries and their sources."""
        return BookingLinks(self._connection)

    @cached_property
    def closing(self) -> ClosingStore:
        """What closing a fiscal year reads."""
        return ClosingStore(self._connection)

    @cached_property
    def board(self) -> BoardStore:
        """What the board's workbook lists."""
        return BoardStore(self._connection)

    @cached_property
    def book_lines(self) -> BookLineStore:
        """The lines of the books as papers print them."""
        return BookLineStore(self._connection)

    @cached_property
    def ledger_search(self) -> LedgerSearch:
        """Lines of accounts by words."""
        return LedgerSearch(self._connection)

    @cached_property
    def fec(self) -> FecStore:
        """Validated lines as the file of entries has them."""
        return FecStore(self._connection)

    @cached_property
    def entry_imports(self) -> EntryImportStore:
        """What an import of entries rests on."""
        return EntryImportStore(self._connection)

    @cached_property
    def bank(self) -> BankStore:
        """Bank accounts and what is written of their statements."""
        return BankStore(self._connection, self.recorder)

    @cached_property
    def statement_lines(self) -> StatementList:
        """Lines of bank statements as lists show them."""
        return StatementList(self._connection)

    @cached_property
    def bank_proofs(self) -> BankProofStore:
        """Statements and what proves them."""
        return BankProofStore(self._connection)

    @cached_property
    def matches(self) -> MatchFollowing:
        """What lines of statements are matched with."""
        return MatchFollowing(self._connection, self.recorder)

    @cached_property
    def match_reading(self) -> MatchReading:
        """What bank and books have in common, and what they have apart."""
        return MatchReading(self._connection)

    @cached_property
    def match_targets(self) -> MatchTargets:
        """What open lines of statements may be matched with."""
        return MatchTargets(self._connection)

    @cached_property
    def bank_rules(self) -> BankRuleStore:
        """The rules for bank lines."""
        return BankRuleStore(self._connection, self.recorder)

    @cached_property
    def undo_reviews(self) -> UndoReviewStore:
        """What rests on what imports recorded."""
        return UndoReviewStore(self._connection)
