/** The briefing's own words, by language; English where we have none yet. */
export interface BriefingWording {
  readonly locale: string;
  readonly day: (day: Temporal.ZonedDateTime) => string;
  readonly title: (topic: string) => string;
  /** Of a story that breaks. */
  readonly alert: (topic: string | undefined) => string;
  readonly everything: string;
  readonly stories: (count: number) => string;
  readonly minutes: (count: number) => string;
  readonly update: string;
  readonly newSince: (when: string) => string;
  readonly whyItMatters: string;
  readonly articles: (count: number) => string;
  readonly also: string;
  readonly quiet: (subject: string, since: string) => string;
  /** For a briefing asked for, not scheduled. */
  readonly absent: (subject: string, since: string) => string;
  readonly next: (when: string) => string;
  readonly today: string;
  readonly tomorrow: string;
  readonly late: string;
  /** The word for a toll of stories/quantities.ts. */
  readonly toll: (of: string) => string;
  readonly now: string;
  readonly correction: string;
  readonly corrected: string;
  readonly correctedAt: (when: string) => string;
  readonly saidSays: (before: string, now: string) => string;
  /** The sentence is another now. */
  readonly saysOtherwise: string;
  /** The sentence is not in the article any more. */
  readonly takenOut: string;
  readonly headlineChanged: (before: string) => string;
  readonly quoted: (publishers: string) => string;
  /** In place of `quoted` where a model worded or translated something. */
  readonly generated: (publishers: string) => string;
  /** Behind a statement that is not verbatim. */
  readonly byModel: string;
  readonly translated: (from: string) => string;
  readonly background: string;
  readonly whosWho: string;
  /** Of one story: at greater length, with what else can be done with it. */
  readonly more: string;
  readonly moreStories: string;
  readonly subject: (topic: string | undefined) => string;
}

function languageNames(language: string): Intl.DisplayNames {
  return new Intl.DisplayNames(language, { type: 'language' });
}

const longDay = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;

const english: BriefingWording = {
  locale: 'en-GB',
  day: (day) => day.toLocaleString('en-GB', longDay).replace(',', ''),
  title: (topic) => `${topic.charAt(0).toLocaleUpperCase('en')}${topic.slice(1)} briefing`,
  alert: (topic) => (topic === undefined ? 'Breaking news' : `Breaking: ${topic}`),
  everything: 'News',
  stories: (count) => (count === 1 ? '1 story' : `${count} stories`),
  minutes: (count) => `${count} min`,
  update: 'UPDATE',
  newSince: (when) => `New since ${when}`,
  whyItMatters: 'Why it matters',
  articles: (count) => (count === 1 ? '1 article' : `${count} articles`),
  also: 'Also',
  quiet: (subject, since) => `Nothing new${subject} since ${since}.`,
  absent: (subject, since) => `Not in the archive: nothing${subject} since ${since}.`,
  next: (when) => `Next: ${when}`,
  today: 'today',
  tomorrow: 'tomorrow',
  late: 'late, after a pause of this service',
  toll: (of) => of,
  now: 'now',
  correction: 'Correction',
  corrected: 'Corrected',
  correctedAt: (when) => `Corrected ${when}`,
  saidSays: (before, now) => `said ${before}, says ${now}`,
  saysOtherwise: 'the article says it otherwise now',
  takenOut: 'not in the article any more',
  headlineChanged: (before) => `Headline changed; it was “${before}”`,
  quoted: (publishers) => `Quoted from ${publishers}; nothing rewritten.`,
  generated: (publishers) =>
    `From ${publishers}. What is marked was worded by a model and checked against the sentences it cites; the rest is quoted.`,
  byModel: 'worded by a model',
  translated: (from) => `translated by a model from ${languageNames('en').of(from) ?? from}`,
  background: 'Background',
  whosWho: "Who's who",
  more: 'More',
  moreStories: 'More stories',
  subject: (topic) => (topic === undefined ? '' : ` on ${topic}`),
};

const germanTolls: Readonly<Record<string, string>> = {
  killed: 'Tote',
  injured: 'Verletzte',
  missing: 'Vermisste',
  arrested: 'Festgenommene',
  rescued: 'Gerettete',
  displaced: 'Vertriebene',
  infected: 'Infizierte',
};

const german: BriefingWording = {
  locale: 'de-DE',
  day: (day) => day.toLocaleString('de-DE', longDay),
  title: (topic) => `Überblick ${topic}`,
  alert: (topic) => (topic === undefined ? 'Eilmeldung' : `Eilmeldung: ${topic}`),
  everything: 'Nachrichten',
  stories: (count) => (count === 1 ? '1 Thema' : `${count} Themen`),
  minutes: (count) => `${count} Min.`,
  update: 'NEUER STAND',
  newSince: (when) => `Neu seit ${when}`,
  whyItMatters: 'Warum es wichtig ist',
  articles: (count) => `${count} Artikel`,
  also: 'Außerdem',
  quiet: (subject, since) => `Nichts Neues${subject} seit ${since}.`,
  absent: (subject, since) => `Nicht im Archiv: nichts${subject} seit ${since}.`,
  next: (when) => `Nächster: ${when}`,
  today: 'heute',
  tomorrow: 'morgen',
  late: 'verspätet, nach einer Pause dieses Dienstes',
  toll: (of) => germanTolls[of] ?? of,
  now: 'jetzt',
  correction: 'Korrektur',
  corrected: 'Korrigiert',
  correctedAt: (when) => `Korrigiert ${when}`,
  saidSays: (before, now) => `es hieß ${before}, es heißt ${now}`,
  saysOtherwise: 'im Artikel steht es jetzt anders',
  takenOut: 'steht nicht mehr im Artikel',
  headlineChanged: (before) => `Überschrift geändert; sie war „${before}“`,
  quoted: (publishers) => `Zitiert aus ${publishers}; nichts umgeschrieben.`,
  generated: (publishers) =>
    `Aus ${publishers}. Gekennzeichnetes hat ein Modell formuliert; es wurde mit den Sätzen verglichen, die es nennt. Alles andere ist zitiert.`,
  byModel: 'von einem Modell formuliert',
  translated: (from) => `von einem Modell übersetzt aus: ${languageNames('de').of(from) ?? from}`,
  background: 'Hintergrund',
  whosWho: 'Wer ist wer',
  more: 'Mehr',
  moreStories: 'Weitere Themen',
  subject: (topic) => (topic === undefined ? '' : ` zu ${topic}`),
};

export function briefingWording(language: string): BriefingWording {
  return language.startsWith('de') ? german : english;
}
