// Builds everything the browser gets. federation/local/assets.py runs this and then puts the result in ../dist in one
// move, so that a failed build leaves the former one standing.
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import * as sass from "sass";
import { fonts } from "./fonts.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const dist = path.join(here, "node_modules", ".fresh-dist");
const tokens = JSON.parse(await readFile(path.join(here, "tokens.json"), "utf8"));

// One Sass mixin per set of tokens, so that scss/_themes.scss alone says when each set applies.
const tokensAsSass = Object.entries(tokens)
  .filter(([, set]) => typeof set === "object")
  .map(([name, set]) => {
    const lines = Object.entries(set).map(([key, value]) => `  --${key}: ${value};`);
    return `@mixin ${name} {\n${lines.join("\n")}\n}`;
  })
  .join("\n");

const tokenImporter = {
  canonicalize: (url) => (url === "tokens" ? new URL("tokens:all") : null),
  load: () => ({ contents: tokensAsSass, syntax: "scss" }),
};

async function styles(name) {
  const result = sass.compile(path.join(here, "scss", `${name}.scss`), {
    style: "compressed",
    importers: [tokenImporter],
    loadPaths: [path.join(here, "node_modules")],
    quietDeps: true,
    // Bootstrap 5.3 itself is written with @import and the old built-ins.
    silenceDeprecations: ["import", "global-builtin", "color-functions", "if-function"],
  });
  await writeFile(path.join(dist, "css", `${name}.css`), result.css);
}

// Every sheet and script of its own; those that begin with an underscore are parts of others.
async function sources(folder) {
  const names = await readdir(path.join(here, folder));
  return names.filter((name) => !name.startsWith("_"));
}

await rm(dist, { recursive: true, force: true });
await mkdir(path.join(dist, "css"), { recursive: true });
await Promise.all([
  ...(await sources("scss")).map((name) => styles(path.parse(name).name)),
  build({
    entryPoints: (await sources("js")).map((name) => path.join(here, "js", name)),
    outdir: path.join(dist, "js"),
    bundle: true,
    minify: true,
    legalComments: "none",
    target: ["es2020"],
    format: "iife",
    logLevel: "warning",
  }),
  cp(path.join(here, "svg"), path.join(dist, "img"), { recursive: true }),
  // A folder with a dot is left out when static files are collected: browsers have their own fonts.
  fonts(path.join(here, "node_modules"), path.join(dist, ".fonts")),
]);
