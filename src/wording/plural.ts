/** The forms of a counted noun, by the categories of CLDR; `#` stands for the number. */
export type PluralForms = { readonly other: string } & Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;

/** Words with a count; `forms` are what it chooses from, for the tests. */
export interface Plural {
  (count: number): string;
  readonly locale: string;
  readonly forms: PluralForms;
}

/** Chooses the form of a locale, and writes the number as it does. https://cldr.unicode.org/index/cldr-spec/plural-rules */
export function plural(locale: string, forms: PluralForms): Plural {
  const rules = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  const tell = (count: number): string =>
    (forms[rules.select(count)] ?? forms.other).replaceAll('#', numbers.format(count));
  return Object.assign(tell, { locale, forms });
}
