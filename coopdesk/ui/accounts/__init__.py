"""The journal of payments and the workbook for the board."""
