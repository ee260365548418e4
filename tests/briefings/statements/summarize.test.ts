import { describe, expect, test } from 'vitest';
import type { Sentence } from '../../../src/articles/article.ts';
import { summarize } from '../../../src/briefings/statements/summarize.ts';
import { summarizeTask } from '../../../src/cli/batch/summary-tasks.ts';

const article = sentencesOf([
  'The town council of Brenwick voted on Tuesday to close the old harbor bridge before winter.',
  'But many shop owners in Brenwick are against it.',
  'Engineers had found cracks in three pillars of the harbor bridge in January.',
  'What will happen to the market?',
  'Mayor Ilse Falkner said that repairs of the bridge would cost 40 million euros and take four years.',
  'Falkner has led the town since 2027 and likes to sail on weekends with friends from school.',
  'The harbor bridge was closed by a vote of the council of Brenwick on Tuesday.',
  'The line Norlinie will run free ferries across the harbor from June.',
  'Read more: Brenwick and the story of its bridges.',
]);

function sentencesOf(texts: readonly string[]): Sentence[] {
  return texts.map((text, index) => ({ index, text, role: index === 0 ? 'lead' : 'body', block: index - 1 }));
}

const indexes = (sentences: readonly Sentence[]): number[] => sentences.map(({ index }) => index);

describe('summarize', () => {
  test('returns the article’s own sentences in reading order', () => {
    const summary = summarize(article, { max: 3, language: 'en' });
    expect(summary.length).toBeGreaterThan(1);
    for (const sentence of summary) expect(article[sentence.index]).toBe(sentence);
    expect(indexes(summary)).toEqual(indexes(summary).toSorted((a, b) => a - b));
  });

  test('opens with the news of the article', () => {
    expect(summarize(article, { max: 1, language: 'en' })[0]?.index).toBe(0);
  });

  test('chooses no question, link or connective without its sentence', () => {
    const chosen = indexes(summarize(article.slice(2), { max: 9, language: 'en' }));
    expect(chosen.filter((index) => [3, 8].includes(index))).toEqual([]);
    expect(indexes(summarize(article.slice(1), { max: 9, language: 'en' }))).not.toContain(1);
  });

  test('does not say the same twice', () => {
    const chosen = indexes(summarize(article, { max: 4, language: 'en' }));
    expect(chosen).toContain(0);
    expect(chosen).not.toContain(6);
  });

  test('uses a surname only with the sentence that gives the full name, or when the headline has it', () => {
    const [, , , , introduction, surname] = article;
    const only = [
      { ...sentencesOf(['The council of Brenwick met on Tuesday.'])[0], ...article[0] },
      introduction,
      surname,
    ];
    const texts = only.map((sentence) => sentence?.text ?? '');
    const delivered = { alreadyShown: [introduction?.text ?? ''] };
    expect(indexes(summarize(sentencesOf(texts), { max: 3, language: 'en', ...delivered }))).not.toContain(2);
    const known = summarize(sentencesOf(texts), {
      max: 3,
      language: 'en',
      headline: 'Falkner closes bridge',
      ...delivered,
    });
    expect(indexes(known)).toContain(2);
  });

  test('leaves out what was shown', () => {
    const alreadyShown = [article[0]?.text ?? ''];
    const chosen = indexes(summarize(article, { max: 3, language: 'en', alreadyShown }));
    expect(chosen).not.toContain(0);
    expect(chosen).not.toContain(6);
    expect(chosen.length).toBeGreaterThan(0);
  });

  test('prefers what the headline is about', () => {
    const texts = sentencesOf([
      'The parliament of Oland debated the budget for the coming year until late on Thursday night.',
      'The ministry for ports wants to build a second lock at Varn for larger freight ships.',
      'The ministry for schools wants to hire a thousand teachers in the rural north.',
    ]);
    expect(
      indexes(summarize(texts, { max: 1, language: 'en', headline: 'Second lock for freight ships planned at Varn' })),
    ).toEqual([1]);
  });

  test('has nothing to say about nothing', () => {
    expect(summarize([], { max: 3, language: 'en' })).toEqual([]);
    expect(summarize(article, { max: 0, language: 'en' })).toEqual([]);
  });

  test('reads German', () => {
    const german = sentencesOf([
      'Der Stadtrat von Lanzberg hat am Dienstag die Sperrung der alten Hafenbrücke beschlossen.',
      'Doch viele Händler sind dagegen.',
      'Fachleute hatten Risse in drei Pfeilern der Hafenbrücke entdeckt.',
    ]);
    expect(indexes(summarize(german, { max: 2, language: 'de' }))).toEqual([0, 2]);
  });
});

describe('batch summarize', () => {
  test('returns sentences with their offsets in the text', () => {
    const text = article.map((sentence) => sentence.text).join('  ');
    const { id, sentences } = summarizeTask({ id: 's', text, maxSentences: 2 });
    expect(id).toBe('s');
    expect(sentences).toHaveLength(2);
    for (const sentence of sentences) expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text);
  });
});
