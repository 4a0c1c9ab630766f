"""The checks of OpenSSF Scorecard, to the letter: the same score, the same details, from files alone.

`tools/scorecard_agreement.py` holds them against results of the real engine, and
docs/reference/scorecard.md shows how well they agree. What Scorecard does not see is in `checks/hardening/`.
"""
