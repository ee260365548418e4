import type { Catalog } from '../catalog.ts';
import { plural } from '../plural.ts';

const count = (forms: { one: string; other: string }) => plural('de', forms);

export const service = {
  settings: {
    title: 'Einstellungen dieses Kanals',
    zone: 'Zeitzone',
    language: 'Sprache',
    notChosen: (language: string) => `${language} (nicht gewählt; ich spreche die Sprache derer, die fragen)`,
    quiet: 'Ruhezeiten',
    noQuiet: 'keine',
    links: 'Gepostete Links',
    told: 'werden in einer Zeile zusammengefasst',
    leftAlone: 'bleiben, wie sie sind',
    note: 'Zeitzone und Sprache gelten für neue Abonnements; bestehende behalten ihre. In Ruhezeiten kommt ein Überblick pünktlich, ohne Ton, wo die Plattform das kann.',
  },
  status: {
    title: 'Zustand',
    allWell: 'Alle Feeds werden gelesen.',
    noneRead: 'Noch wurde kein Feed gelesen.',
    needLook: (troubled: string, of: string) => `Bei ${troubled} von ${of} Feeds sollte jemand nachsehen.`,
    archive: 'Archiv',
    since: 'seit',
    feeds: 'Feeds',
    subscriptions: 'Abonnements',
    deliveries: 'Zustellungen',
    model: 'Modell',
    runningSince: 'Läuft seit',
    lastRead: 'Zuletzt gelesen',
    never: 'nie',
    nextTry: 'Nächster Versuch',
    noneYet: 'noch keine',
    states: {
      due: 'fällig',
      claimed: 'in Arbeit',
      sent: 'zugestellt',
      retrying: 'im nächsten Versuch',
      suspended: 'ausgesetzt',
      dead: 'aufgegeben',
      missed: 'verpasst',
    },
    worded: (worded: string, quoted: string, dropped: string) =>
      `Texte formuliert: ${worded}, stattdessen zitiert: ${quoted}, Aussagen verworfen: ${dropped}`,
    lastProblem: 'Letzte Störung',
  },
  topics: {
    title: 'Themenfelder',
    count: count({ one: '# Themenfeld', other: '# Themenfelder' }),
    everything: 'Alles',
    mixtures: (mixture: string, words: string) => `Jede Mischung geht auch: ${mixture}, oder Wörter: ${words}`,
  },
  help: {
    title: 'Befehle',
    note: (command: string) =>
      `Jede Zeile nennt ihre Quelle. Was das Archiv nicht hat, wird nicht beantwortet. ${command} zeigt einen Befehl.`,
    optional: 'kann entfallen',
    example: 'Beispiel',
  },
  outlook: {
    title: (topic: string) => `${topic}: die letzten 7 Tage`,
    nothing: 'Nichts. Versuchen Sie weniger Wörter oder andere Namen für dasselbe.',
    articles: count({ one: '# Artikel', other: '# Artikel' }),
    lessThanOne: 'weniger als ein Thema am Tag',
    about: count({ one: 'etwa # Thema am Tag', other: 'etwa # Themen am Tag' }),
    more: count({ one: 'und # weiteres Thema', other: 'und # weitere Themen' }),
    subscribe: (command: string) => `Hier abonnieren: ${command}.`,
  },
  mute: {
    done: (story: string) => `Dieser Kanal hört nichts mehr von: ${story}`,
    note: 'Es bleibt im Archiv, und jeder Befehl findet es weiterhin. /subscriptions hebt das auf.',
    undo: 'Stummschaltung aufheben',
  },
  followed: (story: string) => `Thema: ${story}`,
  share: 'Teilen',
  sharedBy: (name: string) => `Geteilt von ${name}`,
  chart: {
    day: 'Nennungen je Tag',
    week: 'Nennungen je Woche',
    month: 'Nennungen je Monat',
    mentions: count({ one: '# Nennung', other: '# Nennungen' }),
    intro: (name: string, mentions: string, from: string, until: string) =>
      `${name}: ${mentions}, ${from} bis ${until}.`,
    none: 'Sonst keine.',
    weekOf: (day: string) => `Woche vom ${day}`,
  },
} satisfies Catalog['service'];
