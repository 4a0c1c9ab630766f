"""A question becomes a page of panels: the only floor that joins metrics, checks, decisions and forecasts.

`report.build_report` is the one entry: it gives the same Report to every format. Nothing is imported here,
because who asks one thing need not wait for all the others.
"""
