"""Tests of the ledger's obligations, through doors."""
