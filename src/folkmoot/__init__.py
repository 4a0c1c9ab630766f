"""Folkmoot: see, grow, govern, guard and sustain an open source community.

The floors of the house, imports going down only::

    cli, web                          commands and routes; nothing is computed here
    render                            a Page becomes HTML, SVG, JSON, CSV, Markdown, text
    views                             a question becomes a Page of Panels
    metrics, checks, govern, forecast the knowledge; these rooms never import one another
    store                             the tables and the engines
    people                            identities become persons, organisations, bots
    sources                           where facts come from, one file (or folder) each
    model, i18n                       what the words mean; no I/O
"""

__all__ = ["__version__"]

__version__ = "0.1.0"
