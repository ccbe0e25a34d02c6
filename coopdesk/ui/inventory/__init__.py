"""What the books take stock of: activities, volunteers, grants, funds, assets, year-end."""
