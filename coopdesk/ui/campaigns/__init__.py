"""Campaigns: what was raised, tier by tier, and by whom."""
