// Copies the subsets of Inter and Source Serif 4 that korpu's languages need from npm to where pages load them.
import { copyFile, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, "..", "src", "korpu", "web", "static", "fonts");
const faces = ["inter", "source-serif-4"];
const subsets = ["latin", "latin-ext", "cyrillic", "cyrillic-ext"];

await mkdir(target, { recursive: true });
for (const face of faces) {
  const folder = join(here, "node_modules", "@fontsource-variable", face);
  for (const subset of subsets) {
    const file = `${face}-${subset}-wght-normal.woff2`;
    await copyFile(join(folder, "files", file), join(target, file));
  }
  await copyFile(join(folder, "LICENSE"), join(target, `${face}-LICENSE.txt`));
}
