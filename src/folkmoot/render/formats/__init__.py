"""One file per format. Each has `FORMAT` and `render(report, *, translate=str) -> str`."""
