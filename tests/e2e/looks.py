"""What is asked of every page in every look: axe has nothing serious to say, nothing lies beside the screen, and a
Chinese page speaks Chinese."""

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

PHONE, DESK = 390, 1440
AXE = """async () => {
  const { violations } = await axe.run(document, { resultTypes: ["violations"] });
  return violations
    .filter((one) => ["serious", "critical"].includes(one.impact))
    .map((one) => `${one.id}: ${one.nodes[0].html.slice(0, 200)} ${one.nodes[0].any[0]?.message ?? ""}`);
}"""
ENGLISH = """() => {
  const english = /[A-Za-z]+,? [a-z]{2,}/;
  const said = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement } = walker.currentNode;
    if (!parentElement.closest("script, noscript, style, code, template, [lang=en], .material-symbols-outlined")) {
      said.push(walker.currentNode.textContent);
    }
  }
  for (const element of document.querySelectorAll("[placeholder], [aria-label], [title], [alt]")) {
    said.push(...["placeholder", "aria-label", "title", "alt"].map((name) => element.getAttribute(name) ?? ""));
  }
  return [...new Set([document.title, ...said].filter((text) => english.test(text)).map((text) => text.trim()))];
}"""


def faults_of(page: Page, path: str) -> list[str]:
    """Everything wrong with the page in Chinese: on a phone by day, at a desk by night."""
    found = _on_a_phone(page, path)
    found += [f"says in English: {text}" for text in page.evaluate(ENGLISH)]
    page.set_viewport_size({"width": DESK, "height": 900})
    page.emulate_media(color_scheme="dark")
    # The admin's theme asks for the scheme once, when it loads; the portal's follows by itself.
    page.evaluate("document.querySelector('.head-place') && document.documentElement.classList.add('dark')")
    found += [f"at a desk, in the dark: {fault}" for fault in page.evaluate(AXE)]
    found += _too_wide(page, DESK)
    return [f"{path} {fault}" for fault in dict.fromkeys(found)]


def faults_in_english(page: Page, path: str) -> list[str]:
    """English words are longer, so they break first where there is least room."""
    return [f"{path} in English {fault}" for fault in _on_a_phone(page, path)]


def _on_a_phone(page: Page, path: str) -> list[str]:
    page.set_viewport_size({"width": PHONE, "height": 844})
    page.emulate_media(color_scheme="light")
    answer = page.goto(path)
    found = [] if answer and answer.ok else [f"answers {answer and answer.status}"]
    page.evaluate(AXE_SCRIPT)
    found += [f"on a phone: {fault}" for fault in page.evaluate(AXE)]
    return found + _too_wide(page, PHONE)


def _too_wide(page: Page, width: int) -> list[str]:
    wide = page.evaluate("document.documentElement.scrollWidth")
    return [f"is {wide} px wide on a screen of {width}"] if wide > width else []
