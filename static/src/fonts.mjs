// The characters of printed documents, for events/camps/fonts.py: Source Han Serif (SIL OFL 1.1) as npm brings it, in
// slices of a hundred characters or so. The Chinese family has every character of GB 18030-2022; names with others, such
// as the 𠮷 of a Japanese grandmother, are drawn from the Hong Kong and Japanese ones, which are the same design.
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";

const FAMILIES = [
  "@chinese-fonts/syst/dist/SourceHanSerifCN/result.css",
  "@fontsource-variable/noto-serif-hk/wght.css",
  "@fontsource-variable/noto-serif-jp/wght.css",
];

function points(ranges) {
  const found = [];
  for (const range of ranges.split(",")) {
    const [first, last] = range.trim().replace(/^U\+/i, "").split("-");
    for (let point = parseInt(first, 16); point <= parseInt(last ?? first, 16); point += 1) found.push(point);
  }
  return found;
}

// Each slice with the characters it is said to hold, in hexadecimal, of the second families only what the first one
// lacks. Some say more than they hold: the reader looks again.
export async function fonts(modules, target) {
  await mkdir(target, { recursive: true });
  const known = new Set();
  const index = {};
  const copies = [];
  for (const [number, sheet] of FAMILIES.entries()) {
    const css = await readFile(path.join(modules, sheet), "utf8");
    for (const [face] of css.matchAll(/@font-face\s*\{[^}]*\}/g)) {
      const [, file] = face.match(/url\(["']?([^"')]+\.woff2)["']?\)/);
      const said = points(face.match(/unicode-range:([^;}]+)/)[1]);
      const fresh = number === 0 ? said : said.filter((point) => !known.has(point));
      if (fresh.length === 0) continue;
      if (number === 0) fresh.forEach((point) => known.add(point));
      const name = `${number}-${path.basename(file)}`;
      index[name] = fresh.map((point) => point.toString(16)).join(",");
      copies.push(copyFile(path.join(modules, path.dirname(sheet), file), path.join(target, name)));
    }
  }
  await Promise.all([...copies, writeFile(path.join(target, "index.json"), JSON.stringify(index))]);
}
