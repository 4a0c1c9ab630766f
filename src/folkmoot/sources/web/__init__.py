"""Asking the web interfaces of others: one host, bounded, patient, and without a trace of tokens."""
