"""The desk in a real browser: every page, what comes in while it is open, keys, and what a screen reader is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from dragoman.app.desk.sheets import SHEETS
from tests.app.desk.conftest import Served, Tab, confirm, put, told, until

AXE = Path(__file__).parent / "vendored" / "axe.min.js"
SERIOUS = {"serious", "critical"}


def paths(desk: Served) -> dict[str, str]:
    """The address of every page in the table; those about one thing with an id of this ledger."""
    entry = httpx.get(f"{desk.url}/accounts.json").json()["listings"][0]["line"]["entry"]
    made = confirm(desk.ledger, entry)
    until(lambda: desk.get(f"/correction/{made}").status_code == 200)
    ids = {
        **dict.fromkeys(("readouts", "entry", "correct"), entry),
        **dict.fromkeys(("actor", "rename"), "Anna Lund"),
        "article": "one",
        "correction": made,
        "rest": "changed",
    }
    more = {"search": "?q=crossing", "article": "?at=0-20", "correct": "?field=duration"}
    found = {}
    for sheet in SHEETS:
        path = sheet.path.replace("{id}", ids.get(sheet.name, "")).replace("{id:path}", ids.get(sheet.name, ""))
        found[sheet.name] = path + more.get(sheet.name, "")
    return found


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (1440, "dark"), (390, "light")])
def test_every_page_has_no_serious_barrier_and_nothing_that_runs_off_the_screen(
    desk: Served, open_tab: Callable[..., Tab], width: int, scheme: str
) -> None:
    known = paths(desk)
    tab = open_tab(f"{desk.url}/", width, color_scheme=scheme, bypass_csp=True)
    for name, path in known.items():
        tab.page.goto(desk.url + path)
        tab.page.add_script_tag(path=AXE)
        found = tab.page.evaluate("axe.run({resultTypes: ['violations']})")
        barriers = [
            f"{name}: {one['id']} at {node['target']}"
            for one in found["violations"]
            if one["impact"] in SERIOUS
            for node in one["nodes"]
        ]
        assert barriers == []
        root = "document.documentElement"
        assert tab.page.evaluate(f"{root}.scrollWidth <= {root}.clientWidth"), f"{name} is wider than {width} px"
        assert tab.page.locator("h1").count() == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_line_that_has_just_changed_can_be_read(desk: Served, open_tab: Callable[..., Tab], scheme: str) -> None:
    known = paths(desk)
    tab = open_tab(f"{desk.url}/", color_scheme=scheme, bypass_csp=True, reduced_motion="reduce")
    for name in ("brief", "actor", "entry", "hand"):
        tab.page.goto(desk.url + known[name])
        tab.page.eval_on_selector_all(".line", "lines => lines.forEach(line => line.classList.add('fresh'))")
        tab.page.add_script_tag(path=AXE)
        found = tab.page.evaluate("axe.run({runOnly: ['color-contrast']})")
        assert [node["target"] for one in found["violations"] for node in one["nodes"]] == [], name


def test_what_comes_in_is_shown_and_marked_and_told_once(desk: Served, open_tab: Callable[..., Tab]) -> None:
    tab = open_tab(f"{desk.url}/")
    tab.page.wait_for_selector("#pulse:text('live')")
    assert "Cape Courier" not in tab.page.inner_text("#sheet")
    put(desk.ledger, told("three", 7, outlet="Cape Courier", duration="PT3H"))
    tab.page.wait_for_selector(".fresh >> text=3 hours")
    assert "3 articles" in tab.page.inner_text("#sheet")
    assert "Page updated" in tab.page.inner_text("#news")
    assert tab.page.locator("#news").get_attribute("aria-live") == "polite"


def test_what_comes_in_while_the_line_is_down_is_shown_when_it_is_up_again(
    desk: Served, open_tab: Callable[..., Tab]
) -> None:
    tab = open_tab(f"{desk.url}/")
    tab.page.wait_for_selector("#pulse:text('live')")
    tab.page.evaluate("window.dispatchEvent(new Event('pagehide'))")
    put(desk.ledger, told("three", 7))
    tab.page.evaluate("window.dispatchEvent(new Event('pageshow'))")
    tab.page.wait_for_selector("text=3 articles")


def test_a_citation_opens_its_sentence_beside_the_page_and_escape_closes_it(
    desk: Served, open_tab: Callable[..., Tab]
) -> None:
    tab = open_tab(f"{desk.url}/")
    cite = tab.page.locator(".column a.cite").first
    cite.click()
    tab.page.wait_for_selector("#beside #cited")
    assert tab.page.inner_text("#beside #cited").strip(" .") in cite.get_attribute("title").replace("…", "")
    assert tab.page.url == f"{desk.url}/"
    assert cite.get_attribute("aria-current") == "true"
    tab.page.keyboard.press("Escape")
    assert tab.page.locator("#beside").is_hidden()
    assert cite.evaluate("link => document.activeElement === link")


def test_on_a_phone_a_citation_leads_to_the_article(desk: Served, open_tab: Callable[..., Tab]) -> None:
    tab = open_tab(f"{desk.url}/", 390)
    tab.page.locator(".column a.cite").first.click()
    tab.page.wait_for_url("**/article/**")
    tab.page.wait_for_selector("#cited", state="visible")


def test_marked_words_show_their_record_under_the_pointer_and_to_who_tabs_there(
    desk: Served, open_tab: Callable[..., Tab]
) -> None:
    tab = open_tab(f"{desk.url}/article/one")
    mark = tab.page.locator(".said-here").first
    mark.hover()
    assert "contact" in tab.page.inner_text("#card")
    tab.page.mouse.move(2, 2)
    assert tab.page.locator("#card").is_hidden()
    mark.focus()
    assert tab.page.locator("#card").is_visible()
    assert mark.get_attribute("aria-describedby") == "card"
    tab.page.keyboard.press("Escape")
    assert tab.page.locator("#card").is_hidden()


def test_on_a_phone_the_record_stands_below_and_never_on_the_cited_words(
    desk: Served, open_tab: Callable[..., Tab]
) -> None:
    tab = open_tab(f"{desk.url}/article/one?at=0-62#cited", 390, has_touch=True, is_mobile=True)
    page = tab.page
    page.wait_for_selector("#cited", state="visible")
    assert page.locator("#card").is_hidden()  # nobody touched anything yet
    for mark in page.locator(".said-here").all():
        mark.tap()
        card, words = page.locator("#card").bounding_box(), mark.bounding_box()
        assert card["y"] >= words["y"] + words["height"]
        assert card["y"] + card["height"] <= page.evaluate("innerHeight") + 1
        assert "#r" not in page.url
    assert page.locator("#card a").get_attribute("href").startswith("/entry/forecast-")
    page.locator("h1").tap()
    assert page.locator("#card").is_hidden()


def test_beside_the_words_the_record_never_stands_on_them(desk: Served, open_tab: Callable[..., Tab]) -> None:
    tab = open_tab(f"{desk.url}/article/one?at=20-90#cited")
    for mark in tab.page.locator(".said-here").all():
        mark.hover()
        card = tab.page.locator("#card").bounding_box()
        cited = tab.page.locator(".cited").all() if "cited" in mark.get_attribute("class") else [mark]
        boxes = [one.bounding_box() for one in cited]
        above = card["y"] + card["height"] <= min(box["y"] for box in boxes)
        assert above or card["y"] >= max(box["y"] + box["height"] for box in boxes)


def test_on_a_phone_every_page_of_the_menu_is_in_sight(desk: Served, open_tab: Callable[..., Tab]) -> None:
    tab = open_tab(f"{desk.url}/", 390)
    boxes = [link.bounding_box() for link in tab.page.locator(".bar nav a").all()]
    assert len(boxes) >= 12
    assert all(box["x"] >= 0 and box["x"] + box["width"] <= 390 and box["height"] >= 24 for box in boxes)
    assert max(box["y"] + box["height"] for box in boxes) < 160


def test_keys_walk_the_lines_open_citations_and_pages_and_can_be_switched_off(
    desk: Served, open_tab: Callable[..., Tab]
) -> None:
    tab = open_tab(f"{desk.url}/")
    tab.page.keyboard.press("j")
    tab.page.keyboard.press("j")
    assert tab.page.locator(".line.here").count() == 1
    tab.page.keyboard.press("o")
    tab.page.wait_for_selector("#beside #cited")
    tab.page.keyboard.press("Escape")
    tab.page.keyboard.press("/")
    assert tab.page.evaluate("document.activeElement.id") == "seek"
    tab.page.keyboard.type("gp")
    assert tab.page.input_value("#seek") == "gp"
    tab.page.evaluate("document.activeElement.blur()")
    tab.page.keyboard.press("g")
    tab.page.keyboard.press("p")
    tab.page.wait_for_url("**/positions")
    tab.page.keyboard.press("?")
    tab.page.uncheck("#keys-on")
    tab.page.keyboard.press("Escape")
    tab.page.keyboard.press("j")
    assert tab.page.locator(".line.here").count() == 0


@pytest.mark.parametrize(("width", "scripts"), [(1440, True), (1440, False), (390, True)])
def test_an_entry_is_corrected_and_put_back_with_scripts_and_without(
    desk: Served, open_tab: Callable[..., Tab], width: int, scripts: bool
) -> None:
    tab = open_tab(f"{desk.url}/", width, java_script_enabled=scripts)
    page = tab.page
    page.goto(desk.url + paths(desk)["entry"])
    page.click("text=Correct, confirm or decide by hand")
    page.click("a:has-text('change place')")
    page.fill("#set-value", "Tern")
    page.fill("#set-by", "Ana")
    page.click("button:text-is('Change')")
    wrong = page.locator(".off")
    assert wrong.inner_text().endswith("say why it is so; it is kept with it")
    assert page.locator("#set-reason").get_attribute("aria-describedby").split()[0] == wrong.get_attribute("id")
    assert page.locator("#set-reason").get_attribute("aria-invalid") == "true"
    assert (page.input_value("#set-value"), page.input_value("#set-by")) == ("Tern", "Ana")
    page.fill("#set-reason", "she was there")
    page.click("button:text-is('Change')")
    page.wait_for_url("**/entry/*#by-hand")
    assert "place: – → Tern; Ana: she was there" in page.inner_text(".by-hand")
    page.click(".by-hand >> text=details, undo >> nth=-1")
    page.fill("#undo-reason", "it was elsewhere")
    page.fill("#undo-by", "Ana")
    page.click("button:text-is('Undo')")
    page.wait_for_url("**/correction/*")
    page.goto(desk.url + paths(desk)["entry"])
    assert "Tern" not in page.inner_text("h1")
    tab.complaints[:] = [said for said in tab.complaints if "400" not in said]  # the form that was off


def test_what_is_being_typed_is_not_replaced_by_what_comes_in(desk: Served, open_tab: Callable[..., Tab]) -> None:
    tab = open_tab(f"{desk.url}/")
    tab.page.goto(desk.url + paths(desk)["correct"])
    tab.page.wait_for_selector("#pulse:text('live')")
    tab.page.fill("#set-reason", "because")
    put(desk.ledger, told("three", 7, outlet="Cape Courier", duration="PT3H"))
    until(lambda: "Cape Courier" in desk.get(paths(desk)["entry"]).text)
    tab.page.wait_for_timeout(500)
    assert tab.page.input_value("#set-reason") == "because"


def test_what_was_asked_for_before_somebody_typed_does_not_come_in_over_the_words(
    desk: Served, open_tab: Callable[..., Tab]
) -> None:
    address = desk.url + paths(desk)["correct"]
    tab = open_tab(address)
    tab.page.wait_for_selector("#pulse:text('live')")
    held: list[Any] = []
    tab.page.route(
        lambda url: url == address,
        lambda route: held.append(route) if "hx-request" in route.request.headers else route.continue_(),
    )
    put(desk.ledger, told("three", 7, outlet="Cape Courier", duration="PT3H"))
    until(lambda: tab.page.wait_for_timeout(50) or bool(held))
    tab.page.fill("#set-reason", "because")
    held[0].continue_()
    tab.page.wait_for_timeout(500)
    assert tab.page.input_value("#set-reason") == "because"


def test_a_note_of_who_was_told_is_sent_by_a_browser(desk: Served, open_tab: Callable[..., Tab]) -> None:
    tab = open_tab(f"{desk.url}/told")
    tab.page.click("text=Record a briefing")
    assert tab.page.inner_text("optgroup >> nth=0").startswith("Tue 4 Mar: Anna Lund and Boris Kral")
    tab.page.select_option("select[name=article]", index=1)
    tab.page.fill("input[name=to]", "the envoy")
    tab.page.click("button:text-is('Record')")
    tab.page.wait_for_selector("table >> text=the envoy")


def test_the_first_tab_stop_skips_to_the_page(desk: Served, open_tab: Callable[..., Tab]) -> None:
    tab = open_tab(f"{desk.url}/")
    tab.page.keyboard.press("Tab")
    tab.page.keyboard.press("Enter")
    assert tab.page.evaluate("document.activeElement.id") == "sheet"


def test_without_scripts_every_page_reads_the_same(desk: Served, open_tab: Callable[..., Tab]) -> None:
    tab = open_tab(f"{desk.url}/", java_script_enabled=False)
    assert "2 articles" in tab.page.inner_text("#sheet")
    tab.page.locator(".column a.cite").first.click()
    tab.page.wait_for_selector("#cited", state="visible")
    tab.page.locator(".said-here").first.click()
    tab.page.wait_for_url("**#r*")


def test_a_page_loads_nothing_from_elsewhere_and_runs_no_script_of_its_text(
    desk: Served, open_tab: Callable[..., Tab]
) -> None:
    spoiled = told("<script>alert(1)</script>", 7, outlet="<img src=x onerror=alert(2)>")
    put(desk.ledger, spoiled)
    tab = open_tab("about:blank")
    asked: list[str] = []
    tab.page.on("request", lambda request: asked.append(request.url))
    tab.page.on("dialog", lambda dialog: pytest.fail("a script of an article ran"))
    tab.page.goto(f"{desk.url}/")
    tab.page.goto(f"{desk.url}/article/{spoiled.article.id.replace('<', '%3C').replace('/', '%2F')}")
    tab.page.goto(f"{desk.url}/search?q=reporter")
    until(lambda: asked)
    assert {url for url in asked if not url.startswith((desk.url, "data:"))} == set()
    tab.complaints[:] = [said for said in tab.complaints if "404" not in said]  # an id with a slash has no page
