import type { Catalog } from '../catalog.ts';

export const slack = {
  search: 'Im Archiv suchen',
  searchHint: 'Wörter, oder eine Frage mit Fragezeichen',
  briefMe: 'Überblick jetzt',
  subscribe: 'Abonnieren',
  settings: 'Einstellungen',
  yours: 'Für dich allein, als Direktnachrichten:',
  ofChannel: 'In einem Kanal:',
  channel: 'Kanal',
  nothing: 'Hier ist noch nichts.',
  notThere: 'In diesem Kanal bin ich nicht, oder du nicht. Lade mich dort mit /invite ein, oder wähle einen anderen.',
  cancel: 'Abbrechen',
  close: 'Schließen',
  oneMoment: 'Einen Augenblick …',
  notSaid: 'Im Kanal konnte ich das nicht sagen. Lade mich dort ein, sonst kann kein Überblick kommen.',
  adminsOnly: 'Die Abonnements hier ändern nur die, die der Betreiber genannt hat. Frag jemanden von ihnen.',
  guest: 'Gäste können nicht ändern, was ein Kanal bekommt. Frag ein volles Mitglied dieses Workspace.',
  stranger:
    'Du bist aus einem anderen Workspace hier und kannst nicht ändern, was dieser Kanal bekommt. Frag ein Mitglied von diesem.',
  notKnown:
    'Slack kann gerade nicht sagen, ob du ändern darfst, was dieser Kanal bekommt. Versuch es in einer Minute noch einmal.',
} satisfies Catalog['slack'];
