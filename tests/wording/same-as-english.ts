/** Entries that rightly read as in English, by their path: in every language, or in those named. */
const allowed: Readonly<Record<string, 'all' | readonly string[]>> = {
  dir: 'all',
  'errors.fullStop': 'all',
  'subscription.comma': 'all',
  'answer.in': ['de'],
  'service.status.feeds': ['de'],
  'subscription.lengths.normal': ['de'],
};

export function sameAsEnglish(path: string, code: string): boolean {
  const languages = Object.hasOwn(allowed, path) ? allowed[path] : undefined;
  return languages === 'all' || (languages?.includes(code) ?? false);
}

/** So that the list holds nothing that is no longer so. */
export const allowedPaths = Object.keys(allowed);
