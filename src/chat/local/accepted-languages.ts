/** The languages a browser asks for, best first, as BCP 47. https://www.rfc-editor.org/rfc/rfc9110#name-accept-language */
export function acceptedLanguages(header: string | undefined): readonly string[] {
  const wanted = (header ?? '').split(',').map((part) => {
    const [tag = '', ...parameters] = part.split(';').map((each) => each.trim());
    const quality = Number(parameters.find((each) => each.startsWith('q='))?.slice(2) ?? 1);
    return { tag, quality: Number.isNaN(quality) ? 0 : quality };
  });
  return wanted
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) => b.quality - a.quality)
    .flatMap(({ tag }) => canonical(tag));
}

function canonical(tag: string): string[] {
  try {
    return Intl.getCanonicalLocales(tag);
  } catch {
    return [];
  }
}
