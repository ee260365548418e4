/** The page's own words in the reader's language; the server writes them into the page. */
const given = JSON.parse(document.getElementById('page-words').textContent);

export const locale = given.locale;
export const words = given.words;

/** Words with a count, in the form that the language has for it. */
export function counted(forms, count) {
  const form = forms[new Intl.PluralRules(locale).select(count)] ?? forms.other;
  return form.replaceAll('#', new Intl.NumberFormat(locale).format(count));
}
