const names = new Intl.DisplayNames('en', { type: 'language' });

/** A language by its English name: `pt-BR` is "Brazilian Portuguese". */
export function languageName(language: string): string {
  return names.of(language) ?? language;
}
