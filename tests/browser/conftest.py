"""A real Chromium without network, and pages opened in it from files.

Without Chromium or axe-core these tests are skipped with the reason, except in CI, where they must run.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent / "render")]

from example_report import example_report  # noqa: E402
from hostile_report import hostile_report  # noqa: E402

from folkmoot.render import render  # noqa: E402

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
CHROMEDRIVER = os.environ.get("CHROMEDRIVER") or shutil.which("chromedriver")
AXE = HERE / "node_modules" / "axe-core" / "axe.min.js"
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-dev-shm-usage",
)  # fmt: skip
WIDE = 1280
NARROW = 320


def needed(there: object, what: str) -> None:
    """Skip when something is not installed; in CI that is a failure."""
    if not there:
        if os.environ.get("CI"):
            pytest.fail(f"{what} is not installed, and CI must run the browser tests.")
        pytest.skip(f"{what} is not installed; tests/browser/README.md says how.")


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    needed(CHROMIUM, "Chromium")
    needed(CHROMEDRIVER, "chromedriver")
    from selenium import webdriver
    from selenium.webdriver.chrome.options import Options
    from selenium.webdriver.chrome.service import Service

    options = Options()
    options.binary_location = str(CHROMIUM)
    for flag in FLAGS:
        options.add_argument(flag)
    options.add_argument(f"--user-data-dir={tmp_path_factory.mktemp('profile')}")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(str(CHROMEDRIVER)))
    try:
        yield driver
    finally:
        driver.quit()


@pytest.fixture(scope="session")
def axe() -> str:
    needed(AXE.exists(), "axe-core")
    return AXE.read_text("utf-8")


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Give the addresses of the example and the hostile page."""
    folder = tmp_path_factory.mktemp("pages")
    addresses = {}
    for name, made in (("example", example_report()), ("hostile", hostile_report())):
        file = folder / f"{name}.html"
        file.write_text(render(made, "html"), "utf-8")
        addresses[name] = file.as_uri()
    right_to_left = folder / "arabic.html"
    right_to_left.write_text(render(example_report(), "html", lang="ar"), "utf-8")
    return addresses | {"arabic": right_to_left.as_uri()}


Opener = Callable[..., Any]


@pytest.fixture
def opened(chromium: Any, pages: dict[str, str]) -> Opener:
    """Give a function that opens a page at a width, in a colour scheme or for print, unfolded or not."""

    def open_page(
        name: str, width: int = WIDE, scheme: str = "light", media: str = "", *, unfold: bool = True
    ) -> Any:
        chromium.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False},
        )
        chromium.execute_cdp_cmd(
            "Emulation.setEmulatedMedia",
            {"media": media, "features": [{"name": "prefers-color-scheme", "value": scheme}]},
        )
        chromium.get_log("browser")
        chromium.get_log("performance")
        chromium.get(pages[name])
        if unfold:
            chromium.execute_script("for (const one of document.querySelectorAll('details')) one.open = true")
        return chromium

    return open_page
