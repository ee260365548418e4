import type { Catalog } from '../catalog.ts';

export const commands = {
  brief: {
    description: 'Ein Überblick jetzt, für Sie',
    interest: 'Themenfeld oder Wörter; ohne Angabe alles',
    since: 'Wie weit zurück: 24h, 3d, 2026-05-01; sonst 24h',
  },
  catchup: {
    description: 'Was dieser Kanal seit seinem letzten Überblick verpasst hat, für Sie',
    since: 'Alles seitdem: 24h, 3d, Montag; sonst, was er noch nicht bekam',
  },
  who: {
    description: 'Wer ist diese Person, Organisation oder dieser Staat in den Nachrichten?',
    actor: 'Name, der gesucht wird',
  },
  background: {
    description: 'Worum es geht, warum es wichtig ist, wer beteiligt ist, und der Verlauf',
    topic: 'Ein Thema, ein Akteur oder Wörter',
  },
  story: { description: 'Das Neueste zu einem Thema und alle seine Artikel', story: 'Ein Thema' },
  ask: {
    description: 'Eine Frage, beantwortet mit Sätzen aus dem Archiv oder gar nicht',
    question: 'Was Sie wissen wollen',
  },
  search: {
    description: 'Artikel mit diesen Wörtern, neueste und beste zuerst',
    words: 'Wörter, nach denen gesucht wird',
  },
  preview: {
    description: 'Was die letzten sieben Tage gebracht hätten, bevor Sie abonnieren',
    interest: 'Themenfeld, Wörter, actor:, story:, region:, language:, mit AND, OR, NOT',
  },
  subscribe: {
    description: 'Überblicke nach Plan in diesen Kanal schicken lassen',
    interest: 'Themenfeld, Wörter, actor:, story:, region:, language:, mit AND, OR, NOT; oder everything',
    times: 'Etwa 08:00, „8 Uhr und 17 Uhr“ oder „werktags um 8“; sonst 08:00',
    days: 'täglich, werktags, am Wochenende oder Namen; sonst täglich',
    zone: 'Stadt oder IANA-Zone; sonst die des Kanals',
    stories: 'Höchstens so viele Themen, 1 bis 20; weitere mit Titel',
    as: 'Überblicke zu diesen Zeiten (Vorgabe), Eilmeldungen bei wichtigen Ereignissen oder beides',
  },
  subscriptions: {
    description: 'Abonnements dieses Kanals: anhalten, ändern, Vorschau, jetzt senden, verschieben, entfernen',
  },
  move: {
    description: 'Ein Abonnement in diesen Kanal holen, das Sie anderswo mit „Verschieben“ angeboten haben',
    subscription: 'Seine Nummer',
  },
  settings: {
    description: 'Zeitzone, Sprache, Ruhezeiten und Links dieses Kanals; zeigt sie oder ändert, was Sie angeben',
    zone: 'Stadt oder IANA-Zone, für neue Abonnements und Ruhezeiten',
    language: 'Sprache neuer Abonnements, angeforderter Überblicke und meiner eigenen Worte',
    quiet: 'Etwa 22:00-07:00, oder off: was dann fällig ist, kommt pünktlich, aber still',
    unfurl: 'Ob Links zu Artikeln, die hier jemand schreibt, in einer Zeile zusammengefasst werden',
  },
  topics: { description: 'Die Themenfelder, die man abonnieren kann' },
  why: {
    description: 'Was aus einem Artikel oder Thema wurde, und warum ein Überblick es nannte oder nicht',
    article: 'Link, Nummer der DW, Nummer im letzten Überblick oder Wörter des Titels',
  },
  status: { description: 'Ob Feeds gelesen und Überblicke zugestellt werden' },
  help: { description: 'Was Sie fragen können, oder wie ein Befehl geht', command: 'Ein Befehl' },
  shared: {
    length: 'Wie viel von jedem Thema',
    language: 'Sprache der Artikel; sonst die des Kanals',
  },
  choices: {
    headlines: 'nur Überschriften',
    short: 'kurz: ein Satz je Thema',
    normal: 'normal: zwei oder drei',
    long: 'lang: bis zu fünf',
    digest: 'Überblicke',
    alerts: 'Eilmeldungen bei wichtigen Ereignissen',
    both: 'Beides',
    on: 'an',
    off: 'aus',
  },
  menu: { who: 'Wer kommt hier vor?', background: 'Hintergrund' },
} satisfies Catalog['commands'];
