"""The books as reports: accounts and their lines, statements, treasury, budget."""
