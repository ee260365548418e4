import type { Catalog } from '../catalog.ts';

export const refusals = {
  unexpected: (id: string) =>
    `Hier ist etwas schiefgegangen, nicht bei Ihnen. Versuchen Sie es noch einmal; wenn es wieder geschieht, nennen Sie dem Betreiber diese Kennung: ${id}.`,
  tooLate: (id: string) =>
    `Eine hier angeforderte Antwort konnte nicht rechtzeitig gezeigt werden. Fragen Sie noch einmal; wenn es wieder geschieht, nennen Sie dem Betreiber diese Kennung: ${id}.`,
  formTooLate: 'Das Formular konnte nicht rechtzeitig geöffnet werden. Drücken Sie die Schaltfläche noch einmal.',
  formNotHere:
    'Discord öffnet ein Formular nur nach einer Schaltfläche oder einem Befehl. Geben Sie / ein und wählen Sie den Befehl.',
  otherVersion:
    'Das stammt aus einer anderen Version, oder niemand beantwortet es mehr. Geben Sie den Befehl noch einmal ein; /help nennt alle.',
  oldForm: 'Dieses Formular stammt aus einer älteren Version. Geben Sie den Befehl noch einmal ein.',
  oldButton: 'Diese Schaltfläche stammt aus einer älteren Version. Geben Sie den Befehl noch einmal ein.',
  deadButton: 'Diese Schaltfläche führt nirgends mehr hin. Geben Sie den Befehl noch einmal ein.',
  notShared: 'Diese Antwort kann nicht mehr geteilt werden. Geben Sie den Befehl noch einmal ein.',
  storyGone: 'Dieses Thema ist nicht mehr im Archiv. Suchen Sie es mit /search.',
  actorGone: 'Diesen Namen kennt das Archiv nicht mehr. Suchen Sie ihn mit /who.',
  sentenceGone: 'Diesen Satz hat das Archiv nicht mehr. Was es jetzt hat, findet /search.',
  briefingGone: 'Dieser Überblick wird nicht mehr aufbewahrt. /catchup sagt, was der Kanal verpasst hat.',
  nobodyNamed: 'Nicht im Archiv: niemand, den diese Nachricht nennt. /who sucht einen Namen.',
  nobodyLinked:
    'Nicht im Archiv: weder der Artikel hinter diesem Link noch jemand, den die Nachricht nennt. /who sucht einen Namen.',
  noTopic:
    'Diese Nachricht hat weder Wörter noch einen Link, den das Archiv kennt. Mit /background geben Sie selbst ein Thema an.',
  notManager: 'Abonnements dieses Kanals ändern nur die, die ihn verwalten dürfen. Fragen Sie jemanden von ihnen.',
  notManagerOfSettings:
    'Einstellungen dieses Kanals ändern nur die, die ihn verwalten dürfen. Fragen Sie jemanden von ihnen.',
  needsPermission: (permission: string) =>
    `Nur Mitglieder mit der Berechtigung „${permission}“ können hier die Abonnements dieses Kanals ändern. Fragen Sie jemanden von ihnen.`,
  commandsOnly:
    'Wer einen Kanal verwalten darf, erfahren wir nur mit Befehlen. Geben Sie / ein und wählen Sie den Befehl aus der Liste.',
  noCommand: (commands: string) => `Es fehlt ein Befehl; möglich ist ${commands}.`,
  unknownCommand: (name: string, commands: string) => `Unbekannter Befehl „${name}“; möglich ist ${commands}.`,
  nearCommand: (name: string, near: string) => `Unbekannter Befehl „${name}“; meinten Sie ${near}?`,
  unknownOption: (name: string, command: string, options: string) =>
    `Unbekannte Angabe „${name}“ bei ${command}; möglich ist ${options}.`,
  noOptions: (name: string, command: string) => `Unbekannte Angabe „${name}“ bei ${command}; der Befehl hat keine.`,
  optionTwice: (name: string) => `„${name}“ steht zweimal da; geben Sie es einmal an.`,
  tooLong: (option: string, length: string, most: string) =>
    `Das ist zu lang für „${option}“: ${length} Zeichen, höchstens ${most} gehen. Sagen Sie es kürzer.`,
  noWords: (command: string, words: string) => `Hinter ${command} gehört nichts; lassen Sie „${words}“ weg.`,
  value: 'Wert',
  noValue: (option: string, command: string, example: string) =>
    `„${option}“ bei ${command} hat keinen Wert; schreiben Sie ${example}.`,
  needs: (command: string, option: string, description: string, example: string) =>
    `${command} braucht „${option}“: ${description}. Zum Beispiel: ${example}`,
} satisfies Catalog['refusals'];
