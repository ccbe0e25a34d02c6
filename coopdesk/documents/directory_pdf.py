"""Print the directory of a programme's structures, in three columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.name_columns import write_columns
from coopdesk.documents.paper import PORTRAIT, Paper, PaperTitle
from coopdesk.documents.paper_texts import paper_texts
from coopdesk.documents.table_pages import Table
from coopdesk.wording.formats import day_long

if TYPE_CHECKING:
    from coopdesk.domain.group_papers import DirectoryPaper


def draw_directory(paper: DirectoryPaper) -> bytes:
    """Return the directory as a PDF, read down each column."""
    texts, name = paper_texts("group_papers", "directory"), paper.group.name
    count = len(paper.structures)
    said = texts["count_one" if count == 1 else "count"]
    says = [
        texts["title"],
        said.format(count=count, day=day_long(paper.made_on, "fr")) if count else texts["none"],
    ]
    table = Table((), PORTRAIT)
    table.begin(paper.house, name, says)
    write_columns(table, [structure.name for structure in paper.structures])
    title = PaperTitle(f"{texts['title']} — {name}", paper.house.name, paper.made_on)
    foot = f"{paper.house.name} — {name}"
    return Paper(title, PORTRAIT, [paper.house.logo]).finished(table.number_pages(foot))
