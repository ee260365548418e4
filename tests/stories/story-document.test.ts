import { expect, test } from 'vitest';
import { eventText } from '../../src/stories/story-document.ts';

const textOf = (lead: string, language = 'en') =>
  eventText({ id: 'a', language, headline: 'Ferry sinks', lead, body: '' });

test('leaves out what turns to other news and what invites to read on', () => {
  const text = 'A ferry sank off Kestrel Bay. Meanwhile, the mayor of Orsk resigned. DW has the latest.';
  expect(textOf(text)).toBe('A ferry sank off Kestrel Bay.');
  expect(textOf('Eine Fähre sank. Unterdessen trat der Bürgermeister von Orsk zurück.', 'de')).toBe('Eine Fähre sank.');
});

test('keeps a first sentence, the turns of a language it does not know, and all of a longer text', () => {
  expect(textOf('Meanwhile, divers found the ferry.')).toBe('Meanwhile, divers found the ferry.');
  expect(textOf('Un ferry a coulé. Meanwhile le port ferme.', 'fr')).toBe(
    'Un ferry a coulé.\nMeanwhile le port ferme.',
  );
  const long = `${'Divers went down to the wreck. '.repeat(20)}Meanwhile, the mayor resigned.`;
  expect(textOf(long)).toBe(long);
});
