"""Shared settings of the test suite."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from folkmoot.sources import clock

IS_CI = bool(os.environ.get("CI"))
ELSEWHERE = (
    "http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY",
    "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_COMMON_DIR", "GIT_NAMESPACE", "GIT_QUARANTINE_PATH", "GIT_CONFIG_PARAMETERS", "GIT_CONFIG_COUNT",
)  # fmt: skip
"""What leads away from the servers and repositories that tests make; a hook of git sets some of it."""
for name in [*ELSEWHERE, *(name for name in os.environ if name.endswith("_TOKEN"))]:
    os.environ.pop(name, None)  # with a token of the machine's, forges would truly be asked
os.environ["COLUMNS"] = "80"  # text is folded for the terminal, however wide it is

# How fast a machine is must decide no test. In CI the same examples are tried each time, so that no change is
# refused for a find of chance; everywhere else new ones are, and what they find comes back the next time.
settings.register_profile(
    "any speed",
    settings(),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=IS_CI,
    **({"database": None} if IS_CI else {}),
)
settings.load_profile("any speed")

sys.path.insert(0, str(Path(__file__).parent))
from still_clock import StillClock  # noqa: E402 - found by the line above

if IS_CI:
    # Hypothesis also tries the constants of what is loaded from our tools: that is all of it, whichever
    # test comes first.
    sys.path.append(str(Path(__file__).parents[1] / "tools"))
    import fake_forge.serving
    import fake_forge.worlds  # noqa: F401 - loaded for its constants


@pytest.fixture(scope="session", autouse=True)
def own_folders_of_all(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep keys, stores and what is remembered out of the user's own folders, and theirs out of the tests."""
    with pytest.MonkeyPatch.context() as patched:
        for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"):
            patched.setenv(name, str(tmp_path_factory.mktemp(name.lower())))
        yield


@pytest.fixture(scope="session", autouse=True)
def clock_stands_still() -> Iterator[None]:
    """Let no second, midnight or year of the machine's come between two looks at the clock."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(clock, "time", StillClock)
        yield
