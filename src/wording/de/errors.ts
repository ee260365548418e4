import type { Catalog } from '../catalog.ts';
import { plural } from '../plural.ts';

export const errors = {
  noDay: (text: string) =>
    `„${text}“ ist kein Tag. Schreiben Sie ein Datum wie 2026-12-24, eine Spanne wie 3d oder 2w, oder einen Wochentag.`,
  dayPassed: (text: string, day: string, today: string) =>
    `„${text}“ ist ${day} und liegt nicht nach heute, ${today}. Schreiben Sie einen späteren Tag.`,
  unknownChoice: (option: string, text: string, choices: string) =>
    `Unbekannt bei ${option}: „${text}“; möglich ist ${choices}.`,
  noStoryNumber: (text: string, most: string) => `„${text}“ ist keine Zahl von Themen; möglich ist 1 bis ${most}.`,
  nearRegion: (name: string, near: string) => `Unbekannte Region „${name}“; meinten Sie ${near}?`,
  daysTwice: (one: string, other: string) =>
    `Die Tage stehen zweimal da, in „${one}“ und „${other}“; geben Sie sie einmal an.`,
  timesDiffer: (text: string) =>
    `„${text}“ hat verschiedene Zeiten für verschiedene Tage; machen Sie aus jeder ein Abonnement.`,
  noOffer: (id: string) =>
    `Sie haben diesem Kanal kein Abonnement „${id}“ angeboten. Geben Sie /subscriptions in seinem Kanal ein, drücken Sie Verschieben, und geben Sie innerhalb eines Tages hier /move ein.`,
  unknownZone: (text: string, near: string) => `Unbekannte Zeitzone „${text}“; möglich ist ${near}.`,
  noZone: (text: string) => `Unbekannte Zeitzone „${text}“; möglich ist ein Name wie Europe/Berlin oder Asia/Seoul.`,
  severalZones: (text: string, zones: string) =>
    `„${text}“ hat mehrere Zeitzonen; nehmen Sie eine davon, etwa ${zones}.`,
  noQuietHours: (text: string) => `„${text}“ sind keine Ruhezeiten. Schreiben Sie sie als 22:00-07:00, oder „keine“.`,
  noSince: (text: string) =>
    `„${text}“ ist keine Zeit, auf die zurückgeblickt werden kann. Schreiben Sie 24h, 3d, 2w, gestern, Montag oder einen Tag wie 2026-05-01.`,
  noTimes: 'Es fehlt eine Zeit. Schreiben Sie Zeiten wie 08:00, 8 Uhr oder „08:00 und 17:00“.',
  tooManyTimes: (count: string, most: string) =>
    `${count} Zeiten am Tag sind zu viele; möglich sind höchstens ${most}.`,
  noTime: (text: string) =>
    `„${text}“ ist keine Uhrzeit. Schreiben Sie Zeiten wie 08:00, 8 Uhr oder „08:00 und 17:00“.`,
  noRolesHere: 'Hier gibt es keine Rollen, die erwähnt werden könnten. Lassen Sie das leer.',
  noUserGroup: (text: string) =>
    `„${text}“ ist keine Nutzergruppe. Geben Sie ihre ID an, etwa S0614TZR7, aus dem Menü der Gruppe in Slack.`,
  everybody: 'Alle können nicht erwähnt werden. Geben Sie die ID einer Rolle an.',
  noRole: (text: string) =>
    `„${text}“ ist keine Rolle. Geben Sie ihre ID an: 17 bis 20 Ziffern, über „Rollen-ID kopieren“ im Entwicklermodus.`,
  mayNotMention:
    'Diese Rolle dürfen Sie selbst nicht erwähnen, also tue ich es auch nicht. Fragen Sie jemanden, der es darf.',
  nameTooLong: (most: string) => `Dieser Name ist zu lang; möglich sind höchstens ${most} Zeichen.`,
  badName: (text: string) => `„${text}“ kann kein Name sein: lassen Sie @, #, Backticks, „discord“ und „clyde“ weg.`,
  noPicture: (text: string) => `„${text}“ ist keine Adresse eines Bildes; sie beginnt mit https://.`,
  noColor: (text: string) => `„${text}“ ist keine Farbe; schreiben Sie sie als #05b2fc.`,
  noSubscription: (id: string) => `Dieser Kanal hat kein Abonnement ${id}. /subscriptions zeigt die, die er hat.`,
  hasAlready: (id: string) =>
    `Das hat dieser Kanal schon, als Abonnement ${id}. Ändern lässt es sich mit /subscriptions.`,
  tooMany: plural('de', {
    one: 'Dieser Kanal hat # Abonnement, mehr geht nicht. Entfernen Sie erst eines mit /subscriptions.',
    other: 'Dieser Kanal hat # Abonnements, mehr geht nicht. Entfernen Sie erst eines mit /subscriptions.',
  }),
  fullStop: '.',
  interestAt: (position: string, problem: string) =>
    `Das Interesse ist bei Zeichen ${position} nicht zu lesen: ${problem}`,
  interest: {
    openQuote: 'das Anführungszeichen wird nie geschlossen',
    emptyQuote: 'zwischen den Anführungszeichen steht nichts',
    missingAfter: (name: string) => `nach „${name}“ fehlt etwas`,
    unknownFilter: (name: string) =>
      `„${name}“ ist unbekannt; möglich ist topic:, actor:, story:, language: oder region:`,
    tooLong: (most: string) => `ein Interesse hat höchstens ${most} Zeichen`,
    strayClose: 'vor „)“ steht kein „(“',
    notEverything: 'NOT everything lässt nichts übrig',
    openGroup: '„(“ wird nie geschlossen',
    missingAtEnd: 'am Ende fehlt etwas',
    missingBefore: (word: string) => `vor „${word}“ fehlt ein Themenfeld oder Wort`,
    storyNumber: 'ein Thema wird mit seiner Nummer genannt, etwa story:123; die Vervollständigung findet es am Titel',
    noTopic: (name: string, topics: string) => `ein Themenfeld „${name}“ gibt es nicht; es gibt ${topics}`,
    nearTopic: (name: string, near: string) => `ein Themenfeld „${name}“ gibt es nicht; meinten Sie ${near}?`,
  },
  noInterest: 'Es fehlt ein Interesse. Geben Sie ein Themenfeld wie asia an, Wörter oder „everything“.',
  unknownLanguage: (text: string) =>
    `Unbekannte Sprache „${text}“; möglich ist ein Kürzel wie en oder de, oder ein Name wie Deutsch.`,
  unknownToldAs: (text: string) => `Unbekannt: „${text}“; möglich ist digest, alerts oder both.`,
  unknownDay: (text: string) =>
    `Unbekannter Tag „${text}“; möglich ist täglich, werktags, am Wochenende oder Namen wie „Montag, Mittwoch“.`,
  noDays: 'Es fehlt ein Tag. Möglich ist täglich, werktags, am Wochenende oder Namen wie „Montag, Mittwoch“.',
  notActive: (id: string, state: string) =>
    `Abonnement ${id} ist ${state}. Setzen Sie es erst mit /subscriptions fort.`,
  notListed: (text: string) =>
    `Kein Feed, den wir lesen, hat „${text}“ gelistet, und kein Thema heißt so. Prüfen Sie den Link; welche Feeds gelesen werden, zeigt /status.`,
  noBriefing: 'Diesem Kanal wurde bisher kein Überblick zugestellt. Geben Sie den Link eines Artikels an.',
  noPlace: (place: string, stories: string) =>
    `Der letzte Überblick hat kein Thema ${place}; er hat ${stories}. Geben Sie den Link eines Artikels an.`,
  noSuchSubscription: (id: string) =>
    `Ein Abonnement ${id} gibt es nicht; /subscriptions zeigt die eines Kanals mit ihren Nummern.`,
} satisfies Catalog['errors'];
