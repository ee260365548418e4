/**
 * The BCP 47 tag that a feed or page means: `en_US` is `en-US`. Undefined for what is none, which Intl would refuse with an error;
 * broken documents name whole paragraphs as their language.
 */
export function languageTag(text: string | undefined | null): string | undefined {
  const tag = text?.trim().replaceAll('_', '-') ?? '';
  return /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(tag) && isKnownForm(tag) ? tag : undefined;
}

function isKnownForm(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

const names = new Intl.DisplayNames('en', { type: 'language' });

/** A language by its English name: `pt-BR` is "Brazilian Portuguese". */
export function languageName(language: string): string {
  return names.of(language) ?? language;
}
