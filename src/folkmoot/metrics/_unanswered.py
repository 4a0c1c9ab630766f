"""What several metrics say in place of numbers."""

from folkmoot.i18n import Absence

FEW_RELEASES = "There are too few releases here to tell how much time usually lies between them."
GONE_LATER = "Whether somebody has gone silent can be told after half a year."
KNOWN_OF_FEW = (
    "Of hardly any commit of the last 12 months is the organisation known: the addresses are private ones. "
    "Files in .folkmoot/people can say who works for whom."
)
NOBODY_COUNTED = Absence("Nobody has committed here in the last 12 months; bots and merges are not counted.")
NOT_WELCOMING = Absence("No issue here carries a label that invites newcomers, such as `good first issue`.")
NO_DAILY_COUNTS = (
    "Nobody counted on two days in a row here. `folkmoot snapshot` counts; run daily, it also shows what was "
    "taken back."
)
NO_TRANSLATIONS = Absence("No translations were found in the tree, by the names of its files.")
QUIET = Absence("Nobody has answered anybody in the last 12 months, as far as the forge tells.")
