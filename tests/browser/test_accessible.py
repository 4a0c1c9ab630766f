"""axe-core finds nothing on any page, in light and dark, narrow and wide, with every detail open."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from typing import Any

import pytest

pytestmark = pytest.mark.browser

RUN = """
const done = arguments[arguments.length - 1];
axe.run(document, {resultTypes: ["violations"]}).then(done, error => done({error: String(error)}));
"""


def findings(driver: Any, axe: str) -> tuple[list[str], int]:
    """Give what axe finds wrong, and how many of its rules looked and were content."""
    driver.execute_script(axe)
    driver.set_script_timeout(120)
    result = driver.execute_async_script(RUN)
    assert "error" not in result, result
    wrong = [
        f"{one['id']}: {one['help']}: {node['html'][:160]}"
        for one in result["violations"]
        for node in one["nodes"]
    ]
    return wrong, len(result["passes"])


@pytest.mark.parametrize(
    ("name", "scheme", "width"),
    [
        *product(["example"], ["light", "dark"], [320, 1280]),
        ("arabic", "light", 1280),
        ("hostile", "dark", 320),
    ],
)
def test_nothing_is_found(opened: Callable[..., Any], axe: str, name: str, scheme: str, width: int) -> None:
    wrong, content = findings(opened(name, width, scheme), axe)
    assert wrong == []
    assert content > 20


def test_axe_would_find_something(opened: Callable[..., Any], axe: str) -> None:
    driver = opened("example")
    driver.execute_script("document.querySelector('figure svg').removeAttribute('aria-label')")
    wrong, _ = findings(driver, axe)
    assert [one for one in wrong if one.startswith("svg-img-alt")]
