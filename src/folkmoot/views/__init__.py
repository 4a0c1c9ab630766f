"""A question becomes a page of panels: the only floor that joins metrics, checks, decisions and forecasts.

`build_report` is the one entry: it gives the same Report to every format.
"""

from folkmoot.views.report import build_report

__all__ = ["build_report"]
