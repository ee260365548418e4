/** What Discord shows of our commands to people who read German, by the English text. A text that is missing stays English. */
export const german: Readonly<Record<string, string>> = {
  'A briefing now, for you': 'Ein Überblick jetzt, für dich',
  'Topic or words; everything if left out': 'Thema oder Wörter; ohne Angabe alles',
  'How far back: 24h, 3d, 2026-05-01; default 24h': 'Wie weit zurück: 24h, 3d, 2026-05-01; sonst 24h',
  'How much of each story': 'Wie viel von jeder Geschichte',
  'headlines only': 'nur Überschriften',
  'short: one sentence a story': 'kurz: ein Satz je Geschichte',
  'normal: two or three': 'normal: zwei oder drei',
  'long: up to five': 'lang: bis zu fünf',
  'Language of the articles': 'Sprache der Artikel',
  English: 'Englisch',
  Deutsch: 'Deutsch',
  'Who is this person, organization or state in the news?':
    'Wer ist diese Person, Organisation oder dieser Staat in den Nachrichten?',
  'Name to look up': 'Name, der gesucht wird',
  'What a story is about, why it matters, who is involved, and its timeline':
    'Worum es geht, warum es wichtig ist, wer beteiligt ist, und der Verlauf',
  'A story, an actor, or words': 'Eine Geschichte, ein Akteur oder Wörter',
  'The latest of one story, and all its articles': 'Das Neueste einer Geschichte und alle ihre Artikel',
  'A story': 'Eine Geschichte',
  'A question, answered with sentences of the archive or not at all':
    'Eine Frage, beantwortet mit Sätzen aus dem Archiv oder gar nicht',
  'What you want to know': 'Was du wissen willst',
  'Articles that hold these words, newest and best first': 'Artikel mit diesen Wörtern, neueste und beste zuerst',
  'Words to look for': 'Wörter, nach denen gesucht wird',
  'Have briefings posted to this channel on a schedule': 'Überblicke nach Plan in diesen Kanal schicken lassen',
  'Topic, words with AND, OR, NOT, or everything': 'Thema, Wörter mit AND, OR, NOT, oder everything für alles',
  'Local times, such as 08:00 or "8am and 5pm"; default 08:00': 'Ortszeiten wie 08:00 oder "8am and 5pm"; sonst 08:00',
  'daily, weekdays, weekends, or names; default daily': 'daily, weekdays, weekends oder Namen; sonst daily (täglich)',
  "City or IANA zone; default the channel's": 'Stadt oder IANA-Zone; sonst die des Kanals',
  "This channel's subscriptions: last and next run, pause, resume, edit, preview, remove":
    'Abonnements dieses Kanals: letzter und nächster Lauf, anhalten, ändern, Vorschau, entfernen',
  'The topics you can subscribe to': 'Die Themen, die man abonnieren kann',
  'What became of an article: archived or not, in which story, and why':
    'Was aus einem Artikel wurde: archiviert oder nicht, in welcher Geschichte, und warum',
  "Its link or DW's number": 'Sein Link oder die Nummer der DW',
  'Whether feeds are read and briefings delivered': 'Ob Feeds gelesen und Überblicke zugestellt werden',
  'What you can ask, or how one command works': 'Was du fragen kannst, oder wie ein Befehl geht',
  'A command': 'Ein Befehl',
  'Who is in this?': 'Wer kommt hier vor?',
  Background: 'Hintergrund',
};
