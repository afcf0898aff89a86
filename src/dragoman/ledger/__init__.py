"""The ledger: SQLite, bitemporal, with an audit chain."""
