import type { Catalog } from '../catalog.ts';

export const slack = {
  search: 'Im Archiv suchen',
  searchHint: 'Wörter, oder eine Frage mit Fragezeichen',
  briefMe: 'Überblick jetzt',
  subscribe: 'Abonnieren',
  settings: 'Einstellungen',
  yours: 'Für Sie allein, als Direktnachrichten:',
  ofChannel: 'In einem Kanal:',
  channel: 'Kanal',
  nothing: 'Hier ist noch nichts.',
  more: 'Es gibt mehr, als hier Platz hat.',
  notThere:
    'In diesem Kanal bin ich nicht, oder Sie sind es nicht. Laden Sie mich dort mit /invite ein, oder wählen Sie einen anderen.',
  cancel: 'Abbrechen',
  close: 'Schließen',
  oneMoment: 'Einen Augenblick …',
  notSaid: 'Im Kanal konnte ich das nicht sagen. Laden Sie mich dort ein, sonst kann kein Überblick kommen.',
  adminsOnly: 'Die Abonnements hier ändern nur die, die der Betreiber genannt hat. Fragen Sie jemanden von ihnen.',
  guest: 'Gäste können nicht ändern, was ein Kanal bekommt. Fragen Sie ein Vollmitglied dieses Workspace.',
  stranger:
    'Sie sind aus einem anderen Workspace hier und können nicht ändern, was dieser Kanal bekommt. Fragen Sie ein Mitglied dieses Workspace.',
  notKnown:
    'Slack kann gerade nicht sagen, ob Sie ändern dürfen, was dieser Kanal bekommt. Versuchen Sie es in einer Minute noch einmal.',
} satisfies Catalog['slack'];
