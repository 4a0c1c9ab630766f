"""Archives of public events, hour by hour, as GH Archive keeps them since 2011.

`places` finds the files and says which hours they hold, `stream` reads them within bounds, `objects` takes
their text apart, `eras` brings every year's form to today's, `shape` says which fields are read at all.
"""
