import { expect, test } from 'vitest';
import { answerBackground } from '../../../src/answers/background/background.ts';
import { answerStory } from '../../../src/answers/background/story.ts';
import { answerSearch } from '../../../src/answers/search.ts';
import { sampleArchive } from '../sample-archive.ts';
import { harborDispute, smallArchive } from '../small-archive.ts';

test('says what it is about, why it matters, who and when', async () => {
  const answer = await answerBackground('harbor sale in Norland', await smallArchive(harborDispute));
  expect(answer.refused).toBe(false);
  expect(answer.sections?.map(({ heading }) => heading)).toEqual(
    expect.arrayContaining(['What it is about', 'Why it matters', 'Timeline']),
  );
  expect(answer.timeline?.map(({ date }) => date)).toContain('1964');
  expect(answer.actors?.map(({ name }) => name)).toContain('Ingrid Solheim');
});

test('puts under "Why it matters" what an article answers under such a subhead', async () => {
  const { sections } = await answerBackground('harbor sale in Norland', await smallArchive(harborDispute));
  const why = sections?.find(({ heading }) => heading === 'Why it matters');
  expect(why?.statements[0]?.text).toContain('two thirds of its exports');
});

test('shows no sentence twice, and dates and cites each', async () => {
  const { statements } = await answerBackground('harbor strike', await smallArchive(harborDispute));
  expect(new Set(statements.map(({ text }) => text)).size).toBe(statements.length);
  expect(statements.every(({ date, citations }) => date !== undefined && citations.length > 0)).toBe(true);
});

test('keeps the timeline in order', async () => {
  const { timeline } = await answerBackground('harbor strike', await smallArchive(harborDispute));
  const dates = timeline?.map(({ date }) => date ?? '') ?? [];
  expect(dates).toEqual(dates.toSorted());
});

test('takes a story by its id and by its title', async () => {
  const context = await smallArchive(harborDispute);
  const [story] = await context.archive.listStories({ limit: 1 });
  for (const asked of [String(story?.id), story?.title ?? '']) {
    expect(await answerBackground(asked, context)).toMatchObject({ refused: false, storyId: story?.id });
  }
});

test.each(['Southland earthquake', 'harbor in Southland', 'bank collapse'])('refuses "%s"', async (topic) => {
  const answer = await answerBackground(topic, await smallArchive(harborDispute));
  expect(answer).toMatchObject({ refused: true, statements: [], text: expect.stringMatching(/^Not in the archive: /) });
});

test('lists articles with a matching sentence, the newest of the good ones first', async () => {
  const context = await smallArchive(harborDispute);
  const { statements } = await answerSearch('harbor', context);
  expect(statements.map(({ citations }) => citations[0]?.articleId)).toEqual(['dw:1002', 'dw:1001']);
  expect(await answerSearch('volcano', context)).toMatchObject({ refused: true, statements: [] });
});

test('puts the latest news of a story first', async () => {
  const answer = await answerStory('harbor', await smallArchive(harborDispute));
  expect(answer.statements[0]?.citations[0]?.articleId).toBe('dw:1002');
});

test('is a quick read in order of time, on every story of the sample edition', async () => {
  const context = await sampleArchive();
  const lengths: number[] = [];
  for (const { id } of await context.archive.listStories({ limit: 50 })) {
    const { statements, sections = [] } = await answerBackground(String(id), context);
    lengths.push(statements.reduce((sum, { text }) => sum + text.length, 0));
    for (const section of sections) {
      const dates = section.statements.map(({ date = '' }) => date);
      expect(dates).toEqual(dates.toSorted());
    }
  }
  expect(Math.max(...lengths)).toBeLessThanOrEqual(2_500);
  expect(Math.max(...lengths)).toBeGreaterThan(1_500);
});

test('leaves out a sentence that shares one frequent word with the topic, and shows an opening that shares none', async () => {
  const context = await smallArchive([
    {
      id: 'dw:2101',
      headline: 'Norland: Dockers walk out in Vestby',
      at: '2022-07-18T09:00:00Z',
      paragraphs: [
        'Work has stopped at all nine quays over plans for a sale to investors.',
        'The dockers of Vestby want higher wages and the end of night work.',
        'Union leader Marek Novak said the dockers would stay out for nine days.',
        'The walkout in Vestby has cost shippers millions, the government said.',
        'Bakers elsewhere baked more bread than usual for a summer festival.',
        'A fair of brass bands in Norland drew large crowds.',
      ],
    },
  ]);
  const { statements } = await answerBackground('Vestby dockers', context);
  const shown = statements.map(({ text }) => text).join('\n');
  expect(shown).toContain('all nine quays');
  expect(shown).not.toMatch(/brass bands/);
});

test('leaves out what a roundup goes on to, what presents the article, and a pronoun for nobody named', async () => {
  const context = await smallArchive([
    {
      id: 'dw:2111',
      headline: 'Norland news: Harbor strike in Vestby begins',
      at: '2022-07-18T09:00:00Z',
      paragraphs: [
        'Dockers in the harbor of Vestby began a strike on Monday over plans to sell the port.',
        'Meanwhile, a poll has found that voters want lower taxes.',
        'Meanwhile, bakers near the harbor celebrate a prize.',
        'Update, July 19: The article was updated to clarify the dates of the harbor strike in Vestby.',
        'DW takes a closer look at the harbor strike.',
        'In May 2019, newspapers reported that he had bought the harbor.',
        'The port of Vestby has been owned by the state since 1972.',
      ],
    },
  ]);
  const { statements } = await answerBackground('harbor strike in Vestby', context);
  const shown = statements.map(({ text }) => text).join('\n');
  expect(shown).toContain('over plans to sell the port');
  expect(shown).not.toMatch(/a poll|bakers|closer look|newspapers reported|was updated/);
});
