"""Cooperative shares: who holds them, the register, subscriptions and withdrawals."""
