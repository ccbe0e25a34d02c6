"""Tax receipts: the review of a year, the issue, and the papers."""
