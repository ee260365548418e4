import type { Catalog } from '../catalog.ts';
import { plural } from '../plural.ts';

const count = (forms: { one: string; other: string }) => plural('de', forms);

export const why = {
  became: (title: string) => `Was wurde aus: ${title}`,
  weighed: (title: string) => `Wie gewichtet wurde: ${title}`,
  articles: count({ one: '# Artikel', other: '# Artikel' }),
  noSubscription: 'Kein Abonnement hier bekommt Überblicke, in denen es stehen könnte.',
  topics: 'Themenfelder',
  story: 'Thema',
  told: 'Erzählt',
  toNobody: 'bisher keinem Kanal',
  toldTo: (id: string, interest: string, channel: string, slot: string) =>
    `Abonnement ${id} (${interest}) in ${channel}, Termin ${slot}, zugestellt`,
  states: {
    stored: 'archiviert',
    unchanged: 'nichts Neues darin',
    'too-old': 'nicht gelesen, zu alt',
    'fetch-failed': 'nicht gelesen, wird wieder versucht',
  },
  listedFrom: 'Gelistet von',
  to: 'bis',
  revision: (number: string, headline: string, note: string) => `Fassung ${number}: „${headline}“, ${note},`,
  sentences: count({ one: '# Satz', other: '# Sätze' }),
  feedOnly: (reason: string) => `nur aus dem Feed: ${reason}`,
  skipped: {
    kind: 'solche Seiten haben keinen eigenen Text',
    robots: 'robots.txt bittet, die Seite nicht zu lesen',
    'no-text': 'auf der Seite war kein Text zu finden',
    'not-html': 'der Link führt zu einer Datei',
  },
  newHeadline: 'neue Überschrift',
  added: count({ one: '# neu', other: '# neu' }),
  removed: count({ one: '# entfernt', other: '# entfernt' }),
  numbers: (changes: string) => `geänderte Zahlen: ${changes}`,
  byFeed: (feed: string) => `Feed ${feed}`,
  byKicker: (label: string) => `Dachzeile „${label}“`,
  bySection: (label: string) => `Ressort „${label}“`,
  byAddress: (label: string) => `Adresse „${label}“`,
  byCategory: 'eine Kategorie im Feed',
  noBriefing: 'Bisher wurde kein Überblick zugestellt.',
  lastBriefing: 'Sein letzter Überblick:',
  beforeWeights: 'Er entstand, bevor Gewichte aufbewahrt wurden.',
  nothingNew: 'Weggelassen: Nichts darin war für diesen Kanal neu.',
  notConsidered:
    'Nicht betrachtet: In dieser Zeit wurde kein Artikel dazu archiviert, der zum Interesse passt. Was später kam, ist für den nächsten Überblick.',
  factors: {
    articles: 'Artikel (Logarithmus ihrer Zahl)',
    desks: 'Redaktionen dahinter',
    freshness: 'Frische',
    actors: 'wie zentral die Akteure sind',
    novelty: 'Anteil, der neu ist',
    moved: 'eine erzählte Zahl hat sich bewegt',
    prominence: 'Platz in einem Top-Feed',
    interest: 'Anteil, der zum Interesse passt',
  },
  place: (place: string, of: string, outcome: string) => `Platz ${place} von ${of}: ${outcome}.`,
  outcomes: { told: 'erzählt', title: 'nur mit Titel erzählt', out: 'weggelassen' },
  sum: 'Summe',
  lastTold: (score: string) => `Das letzte erzählte hat ${score}.`,
  lastTitle: (score: string) => `Das letzte mit Titel erzählte hat ${score}.`,
} satisfies Catalog['why'];
