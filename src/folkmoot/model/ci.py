"""What ran on a change before it was merged, and which of it is a test by OpenSSF Scorecard's rule.

https://github.com/ossf/scorecard/blob/main/probes/testsRunInCI/impl.go
"""

from __future__ import annotations

import re
from functools import lru_cache

RUN_DAYS = 365
"""What ran is asked for of changes merged so many days ago at most. GitHub forgets it after 400."""
SIGNS = (
    "appveyor", "buildkite", "circleci", "e2e", "github-actions", "jenkins", "mergeable",
    "packit-as-a-service", "semaphoreci", "test", "travis-ci", "flutter-dashboard", "cirrus-ci",
    "azure-pipelines", "ci/woodpecker", "vstfs:///build/build",
)  # fmt: skip
"""What Scorecard looks for in lower case; its "Cirrus CI" has capitals, so that it is never found there."""
_TEST = re.compile(
    r"(?<![a-z])(?:(?:unit|doc|py|go|c|j|integration|smoke)?tests?(?:suites?|ing)?|e2e|rspec|vitest|tox|nox)(?![a-z])",
    re.IGNORECASE,
)


@lru_cache(maxsize=10_000)  # the same few names on every change
def names_test(name: str) -> bool:
    """Tell whether a name has the word for a test in it, as "unit tests" has, and "attestation" has not."""
    return _TEST.search(name) is not None


@lru_cache(maxsize=10_000)
def signs_of(text: str) -> frozenset[str]:
    """Give every sign of a test in a name or an address."""
    lower = text.lower()
    return frozenset(sign for sign in SIGNS if sign in lower)


def sign_of(text: str) -> str:
    """Give the first of these signs, "" where there is none."""
    return next((sign for sign in SIGNS if sign in signs_of(text)), "")
