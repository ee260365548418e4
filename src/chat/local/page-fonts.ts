import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Style sheets of font packages, by the name under which the page asks for them. */
const sheets: Readonly<Record<string, string>> = {
  'inter/400.css': '@fontsource/inter/400.css',
  'inter/600.css': '@fontsource/inter/600.css',
  'source-serif/index.css': '@fontsource-variable/source-serif-4/index.css',
};

/**
 * The files of the page's fonts, by the path after `/page/fonts/`: the packages' own style sheets and whatever these name, so that the
 * page looks the same everywhere and asks no other host.
 */
export async function listFontFiles(): Promise<ReadonlyMap<string, string>> {
  const listed = await Promise.all(
    Object.entries(sheets).map(async ([name, specifier]) => {
      const path = fileURLToPath(import.meta.resolve(specifier));
      const css = await readFile(path, 'utf8');
      const files = Array.from(css.matchAll(/url\(\.\/(files\/[\w-]+\.woff2)\)/gu), ([, file = '']) => file);
      const folder = dirname(name);
      return [[name, path] as const, ...files.map((file) => [`${folder}/${file}`, join(dirname(path), file)] as const)];
    }),
  );
  return new Map(listed.flat());
}
