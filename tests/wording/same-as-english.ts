/** Entries that rightly read as in English, by their path: in every language, or in those named. */
const allowed: Readonly<Record<string, 'all' | readonly string[]>> = {
  colon: 'all',
  dir: 'all',
  'answer.articles': ['fr'],
  'answer.in': ['de'],
  'briefing.since': ['tr', 'zh'],
  'briefing.minutes': ['fr'],
  'commands.names.status': ['de'],
  'errors.fullStop': 'all',
  'operator.articles': ['fr'],
  'operator.columns.articles': ['fr'],
  'operator.columns.feed': ['de', 'es', 'pt'],
  'operator.feeds': ['de', 'es', 'pt'],
  'operator.topicName': ['de'],
  'page.optional': ['de'],
  'page.source': ['fr'],
  'page.sources': ['fr'],
  'page.suggestions': ['fr'],
  'page.thread': ['de'],
  'service.chart.mentions': ['fr'],
  'service.help.optional': ['de'],
  'service.outlook.articles': ['fr'],
  'service.status.title': ['de'],
  'slack.channel': ['de'],
  'service.status.feeds': ['de', 'es', 'pt'],
  comma: 'all',
  semicolon: 'all',
  'subscription.form.color': ['es'],
  'subscription.form.mention': ['fr'],
  'subscription.lengths.long': ['fr'],
  'subscription.lengths.normal': ['de', 'fr', 'es', 'pt', 'tr'],
  'lines.each': 'all',
  'why.articles': ['fr'],
};

export function sameAsEnglish(path: string, code: string): boolean {
  const languages = Object.hasOwn(allowed, path) ? allowed[path] : undefined;
  return languages === 'all' || (languages?.includes(code) ?? false);
}

/** The languages for which an entry is allowed, so that the list holds nothing that is no longer so. */
export const allowedPairs = Object.entries(allowed).flatMap(([path, languages]) =>
  languages === 'all' ? [] : languages.map((code) => [path, code] as const),
);
