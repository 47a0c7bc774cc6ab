// Bonuses only: every page works without this file.
import htmx from "htmx.org";
import "./_keep.js";

htmx.config.includeIndicatorStyles = false;
htmx.config.allowEval = false;
htmx.config.allowScriptTags = false;
htmx.config.selfRequestsOnly = true;
// Pages may hold personal data: nothing of them is kept in the browser's storage (what _keep.js keeps, somebody typed).
htmx.config.historyCacheSize = 0;
window.htmx = htmx;

// One menu open at a time; Escape and a click elsewhere close it.
const menus = () => document.querySelectorAll("details.menu[open]");

document.addEventListener("click", (event) => {
  menus().forEach((menu) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  menus().forEach((menu) => {
    menu.open = false;
    menu.querySelector("summary").focus();
  });
});

// After a refused form the reader stands at what is to be mended: the list of it, or the one field.
(
  document.querySelector(".error-summary") ??
  document.querySelector(".has-error :is(input, select, textarea):not([type=hidden])")
)?.focus();

// A second click on the same form sends nothing twice; coming back by the browser's history frees it again.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented || form.hasAttribute("data-resubmit")) return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "1";
});

window.addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent);
});

// Ways in by passkey show only where the browser knows passkeys.
if (window.PublicKeyCredential) {
  document.querySelectorAll("[data-needs-passkeys]").forEach((button) => (button.hidden = false));
}

// allauth reports a passkey that was refused or put away; without this the page would seem to do nothing.
document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  document.querySelectorAll("[data-passkey-refused]").forEach((notice) => (notice.hidden = false));
  document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent);
});
