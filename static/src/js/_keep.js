// What is typed at a firm isn't lost with the line: a form with data-keep remembers its fields on this device until the
// portal has taken them (it says so with ?sent= in the address), for two days at most. Files can't be kept.
const PREFIX = "kept:";
const LONGEST = 2 * 24 * 3600 * 1000;
const words = document.querySelector("[data-kept-words]")?.dataset;

const read = (key) => {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
};

function forgetOld() {
  for (const key of Object.keys(localStorage)) {
    if (!key.startsWith(PREFIX)) continue;
    const kept = read(key);
    if (!kept || Date.now() - kept.at > LONGEST) localStorage.removeItem(key);
  }
}

const fieldsOf = (form) =>
  [...form.elements].filter((field) => field.name && field.dataset.keptField !== undefined);

function remember(form, key) {
  const values = Object.fromEntries(fieldsOf(form).map((field) => [field.name, field.value]));
  localStorage.setItem(key, JSON.stringify({ at: Date.now(), values }));
}

function notice(form, text, discard) {
  const box = document.createElement("div");
  box.className = "alert alert-info kept-notice";
  box.setAttribute("role", "status");
  const said = document.createElement("span");
  said.textContent = text;
  box.append(said);
  if (discard) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn btn-link";
    button.textContent = words.keptDiscard;
    button.addEventListener("click", discard);
    box.append(button);
  }
  form.querySelector(".kept-notice")?.remove();
  form.prepend(box);
}

function restore(form, key) {
  const kept = read(key);
  if (!kept) return;
  const differing = fieldsOf(form).filter(
    (field) => field.type !== "hidden" && kept.values[field.name] !== undefined && kept.values[field.name] !== field.value,
  );
  if (!differing.length) return;
  fieldsOf(form).forEach((field) => {
    if (kept.values[field.name] !== undefined) field.value = kept.values[field.name];
  });
  const around = form.closest("details");
  if (around) around.open = true;
  notice(form, words.keptRestored, () => {
    localStorage.removeItem(key);
    location.reload();
  });
}

function keep(form, sent) {
  const name = form.dataset.keep;
  const key = PREFIX + name;
  // Marks which fields are the form's own: neither its token nor its files.
  for (const field of form.elements) {
    if (!field.name || ["csrfmiddlewaretoken", "acting_as"].includes(field.name)) continue;
    if (!["file", "submit", "button"].includes(field.type)) field.dataset.keptField = "";
  }
  if (sent && name.endsWith(`-${sent}`)) localStorage.removeItem(key);
  // A page that comes back with a fault already holds what was typed.
  else if (!form.querySelector(".has-error, .error-summary")) restore(form, key);
  form.addEventListener("input", () => remember(form, key));
  form.addEventListener("submit", (event) => {
    if (navigator.onLine) return;
    event.preventDefault();
    remember(form, key);
    delete form.dataset.sent;
    notice(form, words.keptOffline);
  });
}

const forms = document.querySelectorAll("form[data-keep]");
if (forms.length && words) {
  forgetOld();
  const address = new URL(location.href);
  const sent = address.searchParams.get("sent");
  forms.forEach((form) => keep(form, sent));
  if (sent) {
    address.searchParams.delete("sent");
    history.replaceState(null, "", address);
  }
}

// Whoever signs out leaves nothing behind on a device that others use.
document.addEventListener("submit", (event) => {
  if (!event.target.matches('form[action$="/logout/"]')) return;
  Object.keys(localStorage)
    .filter((key) => key.startsWith(PREFIX))
    .forEach((key) => localStorage.removeItem(key));
});
