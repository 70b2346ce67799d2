"""Looks at HTML pages in Chromium: nothing on the console, nothing fetched, nothing wider than a phone
or a sheet of paper, and no violation that axe finds, light and dark.

usage: pages.py CHROMIUM PAGE...     prints a line for each fault; ends with 1 where there is one
"""

import sys

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

WCAG = {"wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"}
LANDMARKS = {
    "landmark-one-main", "landmark-no-duplicate-main", "landmark-no-duplicate-banner",
    "landmark-no-duplicate-contentinfo", "landmark-banner-is-top-level", "region",
    "heading-order", "page-has-heading-one", "empty-heading",
}
# CSS pixels between the margins of 14 mm: A4 is 210 mm wide, Letter 215.9 mm.
PAPER = {"A4": 688, "Letter": 710}

faults = []


def fault(page, text):
    faults.append(f"{page}: {text}")


def wide(tab):
    """What reaches beyond the window, if anything does."""
    return tab.evaluate("""() => {
      const width = document.documentElement.clientWidth;
      if (document.documentElement.scrollWidth <= width) return null;
      const names = [...document.querySelectorAll('body *')]
        .filter(e => e.getBoundingClientRect().right > width + 1)
        .map(e => e.tagName + '.' + e.className).slice(0, 3).join(' ');
      return document.documentElement.scrollWidth + ' px in ' + width + ': ' + names;
    }""")


def look(browser, path):
    """As a reader gets it, with its own policy in force."""
    tab = browser.new_page(viewport={"width": 1000, "height": 900})
    address = "file://" + path
    tab.on("console", lambda message: fault(path, f"console: {message.text}"))
    tab.on("pageerror", lambda error: fault(path, f"error: {error}"))
    tab.on("request", lambda request: request.url == address or fault(path, f"asks for {request.url}"))
    tab.goto(address)
    tab.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    for width in (1000, 360):
        tab.set_viewport_size({"width": width, "height": 900})
        if found := wide(tab):
            fault(path, f"overflow on a screen: {found}")
    tab.emulate_media(media="print")
    for paper, width in PAPER.items():
        tab.set_viewport_size({"width": width, "height": 900})
        if found := wide(tab):
            fault(path, f"overflow on {paper}: {found}")
    tab.close()


def check(tab, axe, path):
    """Axe brings a script of its own, which the page's policy would refuse."""
    tab.emulate_media(color_scheme="light")
    tab.goto("file://" + path)
    tab.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    tab.set_viewport_size({"width": 360, "height": 900})
    tell(path, "phone", axe.run(tab, options={"resultTypes": ["violations"]}))
    tab.set_viewport_size({"width": 1000, "height": 900})
    tell(path, "light", axe.run(tab, options={"resultTypes": ["violations"]}))
    tab.emulate_media(color_scheme="dark")
    contrast = {"runOnly": ["color-contrast"], "resultTypes": ["violations"]}
    tell(path, "dark", axe.run(tab, options=contrast))


def tell(path, scheme, result):
    for violation in result.response["violations"]:
        if violation["id"] in LANDMARKS or WCAG & set(violation["tags"]):
            node = violation["nodes"][0]["html"][:120]
            fault(path, f"axe, {scheme}: {violation['id']} ({violation['help']}) {node}")


def main(chromium, paths):
    axe = Axe()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        context = browser.new_context(bypass_csp=True, viewport={"width": 1000, "height": 900})
        axed = context.new_page()
        for path in paths:
            look(browser, path)
            check(axed, axe, path)
        browser.close()
    print("\n".join(faults))
    print(f"{len(paths)} pages looked at")
    return 1 if faults else 0


sys.exit(main(sys.argv[1], sys.argv[2:]))
