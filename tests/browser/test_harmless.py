"""A page made of payloads runs nothing and calls nobody."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hostile_report import hostile_report

from folkmoot.render.panel_file import panel_svg

pytestmark = pytest.mark.browser


def requests(driver: Any) -> list[str]:
    """Give the address of everything the browser asked for since the page was opened."""
    messages = (json.loads(entry["message"])["message"] for entry in driver.get_log("performance"))
    return [
        message["params"]["request"]["url"]
        for message in messages
        if message["method"] == "Network.requestWillBeSent"
    ]


@pytest.mark.parametrize("name", ["example", "hostile"])
def test_nothing_but_the_page_is_asked_for(opened: Callable[..., Any], name: str) -> None:
    driver = opened(name)
    asked = requests(driver)
    assert asked
    assert all(address.startswith("file:") for address in asked)
    assert len(set(asked)) == 1


@pytest.mark.parametrize("name", ["example", "hostile"])
def test_the_policy_is_never_broken(opened: Callable[..., Any], name: str) -> None:
    driver = opened(name)
    assert [entry["message"] for entry in driver.get_log("browser")] == []


def test_no_payload_runs(opened: Callable[..., Any]) -> None:
    driver = opened("hostile")
    move = "for (const one of document.querySelectorAll('*')) one.dispatchEvent(new MouseEvent('mouseover'))"
    driver.execute_script(move)
    assert driver.title.startswith("<script>")
    assert driver.execute_script("return document.scripts.length") == 0
    handlers = "e => e.getAttributeNames().some(name => name.startsWith('on'))"
    assert driver.execute_script(f"return [...document.querySelectorAll('*')].filter({handlers}).length") == 0


def test_the_policy_would_stop_a_script(opened: Callable[..., Any]) -> None:
    driver = opened("example")
    driver.execute_script(
        "const bad = document.createElement('div');"
        "bad.innerHTML = '<img src=x onerror=\"document.title = 1\">';"
        "document.body.append(bad)"
    )
    driver.execute_script(
        "const worse = document.createElement('script'); worse.text = 'document.title = 2';"
        "document.body.append(worse)"
    )
    assert driver.title == "harbour · Folkmoot"
    assert any("Content Security Policy" in entry["message"] for entry in driver.get_log("browser"))


def test_no_payload_runs_in_a_panel_file(chromium: Any, tmp_path: Any) -> None:
    panels = [panel for page in hostile_report().pages for panel in page.panels]
    for number, panel in enumerate(panels[::5]):
        file = tmp_path / f"{number}.svg"
        file.write_text(panel_svg(panel), "utf-8")
        chromium.get(file.as_uri())
        assert chromium.execute_script("return document.documentElement.tagName") == "svg"
        assert chromium.execute_script("return document.querySelectorAll('script').length") == 0
        assert chromium.title != "ran"
