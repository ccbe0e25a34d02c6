"""Papers people read: PDFs and workbooks."""
