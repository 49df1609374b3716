"""The pages in a real Chromium: no error, no request, nothing hostile runs, search and keyboard work."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--no-first-run",
]  # fmt: skip

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Debian's chromium is missing: apt-get install chromium"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    with sync_api.sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=CHROMIUM, headless=True, args=ARGUMENTS)
        yield made
        made.close()


def test_pages_load_nothing_say_nothing_and_run_nothing_hostile(browser, site: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    for path in sorted(site.rglob("*.html")):
        page.goto(path.as_uri())
        assert page.evaluate("window.struck") is None, path
        assert page.evaluate("document.styleSheets.length") == 1, "the style sheet is blocked"
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
    context.close()
    assert said == []
    assert asked
    assert [url for url in asked if not url.startswith(site.as_uri())] == []


def test_pages_fit_a_phone_in_the_dark(browser, site: Path) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 700}, color_scheme="dark")
    page = context.new_page()
    for path in sorted(site.rglob("*.html")):
        page.goto(path.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path
        red, green, blue = page.evaluate("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)")
        assert red + green + blue < 150, path
    context.close()


def test_everything_is_said_without_scripts(browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "index.html").as_uri())
    assert page.locator("li.event").count() > 1
    assert page.locator("#filters").is_hidden()
    page.goto((site / "events" / "harbour.html").as_uri())
    assert page.locator("figure.chart svg").is_visible()
    assert page.locator("[data-discrepancy-id=d-fall] mark").first.is_visible()
    context.close()


def test_the_index_can_be_searched_filtered_and_ordered(browser, site: Path) -> None:
    page = browser.new_page()
    page.goto((site / "index.html").as_uri())
    events = page.locator("li.event:visible")
    everything = events.count()
    page.get_by_label("Search").fill("harbour blast")
    assert events.count() == 1
    assert page.get_by_role("status").inner_text() == f"1 of {everything} events on this page"
    page.get_by_label("Type").select_option("hard_conflict")
    page.get_by_label("Search").fill("")
    assert events.count() == 2
    page.get_by_label("Type").select_option("downward_correction")
    assert events.all_inner_texts()[0].startswith("Blast at the harbour")
    page.close()


def test_the_first_tab_stop_skips_to_the_content(browser, site: Path) -> None:
    page = browser.new_page()
    page.goto((site / "events" / "harbour.html").as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#main"
    page.close()
