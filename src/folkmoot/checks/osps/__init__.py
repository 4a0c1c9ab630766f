"""The requirements of the OSPS Baseline v2026.02.19, one file each."""
