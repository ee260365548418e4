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
  'daily, weekdays, weekends, or names; default daily': 'daily, weekdays, weekends oder Namen; sonst daily (täglich)',
  "City or IANA zone; default the channel's": 'Stadt oder IANA-Zone; sonst die des Kanals',
  'The topics you can subscribe to': 'Die Themen, die man abonnieren kann',
  'What became of an article or story, and why a briefing told it or did not':
    'Was aus einem Artikel oder einer Geschichte wurde, und warum ein Überblick sie nannte oder nicht',
  "Its link, DW's number, its number in the last briefing, or words of its title":
    'Link, Nummer der DW, Nummer im letzten Überblick oder Wörter des Titels',
  'Whether feeds are read and briefings delivered': 'Ob Feeds gelesen und Überblicke zugestellt werden',
  'What you can ask, or how one command works': 'Was du fragen kannst, oder wie ein Befehl geht',
  'A command': 'Ein Befehl',
  "Language of the articles; default the channel's": 'Sprache der Artikel; sonst die des Kanals',
  'What this channel missed since its last briefing, for you':
    'Was dieser Kanal seit seinem letzten Überblick verpasst hat, für dich',
  'Everything since then: 24h, 3d, monday; default: what it was not told yet':
    'Alles seitdem: 24h, 3d, monday; sonst, was er noch nicht bekam',
  'What the last seven days would have brought, before you subscribe':
    'Was die letzten sieben Tage gebracht hätten, bevor du abonnierst',
  'Topic, words, actor:, story:, region:, language:, with AND, OR, NOT':
    'Thema, Wörter, actor:, story:, region:, language:, mit AND, OR, NOT',
  'Topic, words, actor:, story:, region:, language:, with AND, OR, NOT; or everything':
    'Thema, Wörter, actor:, story:, region:, language:, mit AND, OR, NOT; oder everything',
  'Such as 08:00, "8am and 5pm" or "weekdays at noon"; default 08:00':
    'Etwa 08:00, "8am and 5pm" oder "weekdays at noon"; sonst 08:00',
  'At most so many stories, 1 to 20; further ones by title':
    'Höchstens so viele Geschichten, 1 bis 20; weitere mit Titel',
  'Briefings at these times (default), alerts when a story breaks, or both':
    'Überblicke zu diesen Zeiten (sonst), Eilmeldungen, wenn etwas geschieht, oder beides',
  Briefings: 'Überblicke',
  'Alerts when a story breaks': 'Eilmeldungen, wenn etwas geschieht',
  Both: 'Beides',
  "This channel's subscriptions: last and next run, pause, edit, preview, send now, move, remove":
    'Abonnements dieses Kanals: anhalten, ändern, Vorschau, jetzt senden, verschieben, entfernen',
  'Take a subscription into this channel that you offered in another one with its Move button':
    'Ein Abonnement in diesen Kanal holen, das du anderswo mit Move angeboten hast',
  'Its number': 'Seine Nummer',
  'City or IANA zone, for new subscriptions and quiet hours':
    'Stadt oder IANA-Zone, für neue Abonnements und Ruhezeiten',
  'Language of new subscriptions and of briefings asked for': 'Sprache neuer Abonnements und verlangter Überblicke',
  'Such as 22:00-07:00, or off: what is due then comes on time, but silently':
    'Etwa 22:00-07:00, oder off: was dann fällig ist, kommt pünktlich, aber still',
  "This channel's time zone, language, quiet hours and links; shows them, or changes what you give":
    'Zeitzone, Sprache, Ruhezeiten und Links dieses Kanals; zeigt sie oder ändert, was du angibst',
  'Whether links to articles that people post here are told in a line':
    'Ob Links zu Artikeln, die hier jemand schreibt, in einer Zeile erzählt werden',
  on: 'an',
  off: 'aus',
  'Who is in this?': 'Wer kommt hier vor?',
  Background: 'Hintergrund',
};
