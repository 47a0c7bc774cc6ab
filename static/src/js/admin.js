// The look that the visitor chose for the whole portal. The theme has a switch of its own, which would forget it.
// Runs in the head, before anything is painted; the server says the choice in this script's address.
const chosen = new URL(document.currentScript.src).searchParams;
for (const name of ["theme", "contrast", "type"]) {
  const value = chosen.get(name);
  if (value) {
    document.documentElement.dataset[name] = value;
  }
}
localStorage.removeItem("adminTheme");

// Names that screen readers need and the theme's parts leave out.
function nameParts() {
  for (const box of document.querySelectorAll(".select2-selection[role=combobox], .select2-selection__rendered")) {
    const select = box.closest(".select2-container")?.previousElementSibling;
    const label = select?.labels?.[0] ?? columnOf(select);
    if (label) box.setAttribute("aria-label", label.textContent.trim());
  }
  for (const field of document.querySelectorAll(".select2-search__field:not([aria-label])")) {
    // The one of a dropdown lies at the end of the page, away from the field that it belongs to.
    const own = field.closest(".select2-search--inline")?.closest(".select2-container");
    const select = (own ?? document.querySelector("select + .select2-container--open"))?.previousElementSibling;
    const label = select?.labels?.[0] ?? columnOf(select);
    if (label) field.setAttribute("aria-label", label.textContent.trim());
  }
  for (const field of document.querySelectorAll("#result_list :is(input, select):not([type=hidden], [aria-label])")) {
    const label = field.labels.length ? null : columnOf(field);
    if (label) field.setAttribute("aria-label", label.textContent.trim());
  }
}

// The theme's scroll box comes with an English name: it is put right before anybody can hear it.
function nameScrollBoxes() {
  const menu = document.querySelector(".head-menu")?.getAttribute("aria-label");
  for (const box of document.querySelectorAll(".simplebar-content-wrapper")) {
    if (menu) box.setAttribute("aria-label", menu);
  }
}

// The heading over a cell of a table.
function columnOf(field) {
  const cell = field?.closest("td, th");
  return cell && cell.closest("table").tHead?.rows[0]?.cells[cell.cellIndex];
}

// The parts come when their scripts please, and more of them with each new line of a form.
let asked = 0;
new MutationObserver(() => {
  nameScrollBoxes();
  cancelAnimationFrame(asked);
  asked = requestAnimationFrame(nameParts);
}).observe(document.documentElement, { childList: true, subtree: true });
