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
