const cyrillic = /(?:ами|ями|ого|его|ому|ему|ыми|ими|ах|ях|ам|ям|ом|ем|[аеиійїоуыэюяь]{1,3})$/;
const slavic = /(?:ami|ach|om|em|[aeiouy]{1,2})$/;
/** What declension adds to a name, folded; by language. */
const caseEndings: Readonly<Record<string, RegExp>> = {
  ru: cyrillic,
  uk: cyrillic,
  bg: cyrillic,
  mk: cyrillic,
  sr: cyrillic,
  pl: slavic,
  hr: slavic,
  bs: slavic,
  el: /(?:[αεηο]ς|ους|ου|ων|[αεηο])$/,
  tr: /'\p{L}+$/u,
};

/** Whether a language declines names of states, so that they must be compared without endings. */
export function isDeclined(language: string): boolean {
  return language in caseEndings;
}

/** A folded name without what declension adds, word by word; short words stay. */
export function withoutCaseEnding(name: string, language: string): string {
  const ending = caseEndings[language];
  return ending
    ? name
        .split(' ')
        .map((word) => (word.length > 4 ? word.replace(ending, '') : word))
        .join(' ')
    : name;
}
