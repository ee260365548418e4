import { expect, test } from 'vitest';
import { readDocument } from '../../src/stories/read-document.ts';
import type { StoryDocument } from '../../src/stories/story-document.ts';

const document = (): StoryDocument => ({
  id: 'a',
  language: 'en',
  headline: 'Ferry sinks off Kestrel Bay',
  lead: 'At least 19 died. Police blame the captain.',
  body: 'Divers found the Norlinde. "Kestrel Bay mourns," said Mayor Orla Finn.',
});

test('reads the same words for who wants few, whoever asked before', () => {
  const [one, other] = [document(), document()];
  const few = readDocument(one, 5);
  readDocument(other, 500);
  expect(readDocument(other, 5)).toEqual({ headline: few.headline, text: few.text });
  expect(few.text.map(({ text }) => text)).toEqual(['At', 'least', '19', 'died', 'Police']);
});

test('reads more of a document for who wants more than the first did', () => {
  const one = document();
  readDocument(one, 5);
  expect(readDocument(one, 500).text.at(-1)).toMatchObject({ text: 'Finn', term: 'finn' });
});

test('a word may be a name if it is capitalized inside a sentence and not a common news word', () => {
  const { headline, text } = readDocument(document(), 500);
  const names = (words: typeof text) => words.filter(({ mayBeName }) => mayBeName).map(({ text: word }) => word);
  expect(names(headline)).toEqual(['Kestrel', 'Bay']);
  expect(names(text)).toEqual(['Norlinde', 'Bay', 'Orla', 'Finn']);
});
