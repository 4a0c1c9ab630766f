"""What a person meets: no sideways scrolling, targets large enough, readable print, working navigation."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

pytestmark = pytest.mark.browser

TARGETS = """
const inText = one => one.closest("p") !== null;
return [...document.querySelectorAll("a[href], summary, button")]
  .filter(one => !one.classList.contains("skip") && !inText(one))
  .map(one => [one.textContent.trim(), one.getBoundingClientRect()])
  .filter(([, box]) => box.width < 24 || box.height < 24)
  .map(([words]) => words);
"""
MEASURE = """
const wide = [];
for (const one of document.querySelectorAll("main p")) {
  const probe = document.createElement("span");
  probe.textContent = "0"; probe.style.font = getComputedStyle(one).font; probe.style.position = "absolute";
  document.body.append(probe);
  const letter = probe.getBoundingClientRect().width;
  if (one.getBoundingClientRect().width > 65.5 * letter) wide.push(one.textContent);
  probe.remove();
}
return wide;
"""


@pytest.mark.parametrize("name", ["example", "hostile", "arabic"])
@pytest.mark.parametrize("width", [320, 768, 1280, 1920])
def test_the_page_never_scrolls_sideways(opened: Callable[..., Any], name: str, width: int) -> None:
    driver = opened(name, width)
    assert driver.execute_script("return document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [320, 1280])
def test_targets_are_large_enough(opened: Callable[..., Any], width: int) -> None:
    assert opened("example", width).execute_script(TARGETS) == []


def test_lines_are_not_longer_than_one_can_read(opened: Callable[..., Any]) -> None:
    assert opened("example", 1920).execute_script(MEASURE) == []


def test_charts_keep_inside_their_panels(opened: Callable[..., Any]) -> None:
    outside = """
    return [...document.querySelectorAll("svg.chart")].flatMap(chart => {
      const room = chart.getBoundingClientRect();
      return [...chart.querySelectorAll("*")]
        .map(one => [one.textContent || one.getAttribute("class"), one.getBoundingClientRect()])
        .filter(([, box]) => box.right > room.right + 2 || box.left < room.left - 2
          || box.bottom > room.bottom + 2)
        .map(([words]) => words);
    });
    """
    assert opened("example", 1280).execute_script(outside) == []


def test_colours_follow_the_reader(opened: Callable[..., Any]) -> None:
    ground = "return getComputedStyle(document.body).backgroundColor"
    assert opened("example", scheme="light").execute_script(ground) == "rgb(255, 255, 255)"
    assert opened("example", scheme="dark").execute_script(ground) == "rgb(22, 24, 29)"


def test_print_is_light_without_navigation_and_names_its_definitions(opened: Callable[..., Any]) -> None:
    driver = opened("example", scheme="dark", media="print")
    style = "return getComputedStyle(document.querySelector(arguments[0]), arguments[1])[arguments[2]]"
    assert driver.execute_script(style, "body", None, "backgroundColor") == "rgb(255, 255, 255)"
    assert driver.execute_script(style, "nav", None, "display") == "none"
    assert driver.execute_script(style, "details", None, "display") == "none"
    assert driver.execute_script(style, "article.panel", None, "breakInside") in {"avoid", "auto"}
    assert driver.execute_script(style, "figure", None, "breakInside") == "avoid"
    link = driver.find_element(By.CSS_SELECTOR, ".source a").get_attribute("href")
    assert link in driver.execute_script(style, ".source a", "::after", "content")


@pytest.mark.parametrize("width", [600, 718])
def test_nothing_is_wider_than_paper(opened: Callable[..., Any], width: int) -> None:
    """Of A5 lying and of A4: what is wider makes a browser print everything smaller."""
    driver = opened("example", width, media="print")
    assert driver.execute_script("return document.documentElement.scrollWidth") <= width


OVERLAPS = """
return [...document.querySelectorAll("svg.chart")].flatMap(chart => {
  const said = [...chart.querySelectorAll("text")]
    .map(one => [one.textContent, one.getBoundingClientRect()])
    .filter(([, box]) => box.width > 0);
  return said.flatMap(([words, a], place) => said.slice(place + 1)
    .filter(([, b]) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2
      && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > Math.min(a.height, b.height) * .45)
    .map(([others]) => [words, others]));
});
"""


@pytest.mark.parametrize(("width", "media"), [(390, "screen"), (1280, "screen"), (718, "print")])
def test_no_two_words_of_a_chart_lie_on_one_another(
    opened: Callable[..., Any], width: int, media: str
) -> None:
    assert opened("example", width, media=media).execute_script(OVERLAPS) == []


def test_the_first_tab_offers_to_skip(opened: Callable[..., Any]) -> None:
    driver = opened("example", unfold=False)
    driver.find_element(By.TAG_NAME, "body").send_keys(Keys.TAB)
    first = driver.switch_to.active_element
    assert first.get_attribute("class") == "skip"
    assert first.rect["y"] >= 0
    first.send_keys(Keys.ENTER)
    assert driver.switch_to.active_element.get_attribute("id") == "main"


def test_focus_can_be_seen(opened: Callable[..., Any]) -> None:
    driver = opened("example", unfold=False)
    driver.find_element(By.TAG_NAME, "body").send_keys(Keys.TAB + Keys.TAB)
    outline = "const s = getComputedStyle(document.activeElement); return [s.outlineStyle, s.outlineWidth]"
    assert driver.execute_script(outline) == ["solid", "3px"]


def test_navigation_leads_to_each_page(opened: Callable[..., Any]) -> None:
    driver = opened("example", unfold=False)
    links = driver.find_elements(By.CSS_SELECTOR, "nav a")
    targets = [link.get_attribute("href").partition("#")[2] for link in links]
    assert targets == [
        f"page-{slug}"
        for slug in (
            "overview",
            "people",
            "newcomers",
            "collaboration",
            "flow",
            "knowledge",
            "rhythm",
            "community",
            "decisions",
            "compliance",
        )
    ]
    assert all(driver.find_elements(By.ID, target) for target in targets)


def test_right_to_left_begins_on_the_right(opened: Callable[..., Any]) -> None:
    edge = "const box = document.querySelector('h1').getBoundingClientRect(); return box.right"
    driver = opened("arabic", 1280)
    assert driver.execute_script("return getComputedStyle(document.body).direction") == "rtl"
    assert driver.execute_script(edge) > 1200
