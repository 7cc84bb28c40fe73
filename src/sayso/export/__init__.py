"""The whole ledger as files for other programs."""
