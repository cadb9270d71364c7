"""Tests of the ledger's programmes, through doors."""
