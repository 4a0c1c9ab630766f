"""Shared settings of the test suite."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

IS_CI = bool(os.environ.get("CI"))
PROXIES = ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")

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
if IS_CI:
    # Hypothesis also tries the constants of what is loaded from our tools: that is all of it, whichever
    # test comes first.
    sys.path.append(str(Path(__file__).parents[1] / "tools"))
    import fake_forge.serving
    import fake_forge.worlds  # noqa: F401 - loaded for its constants


@pytest.fixture(scope="session", autouse=True)
def no_proxy_between() -> Iterator[None]:
    """Let tests reach the servers of this machine that they start, whatever proxy the machine has."""
    with pytest.MonkeyPatch.context() as patched:
        for name in PROXIES:
            patched.delenv(name, raising=False)
        yield


@pytest.fixture(scope="session", autouse=True)
def own_keys(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the keys that stores are made with out of the user's own configuration folder."""
    before = os.environ.get("XDG_CONFIG_HOME")
    os.environ["XDG_CONFIG_HOME"] = str(tmp_path_factory.mktemp("config"))
    yield
    if before is None:
        del os.environ["XDG_CONFIG_HOME"]
    else:
        os.environ["XDG_CONFIG_HOME"] = before
