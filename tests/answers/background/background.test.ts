import { expect, test } from 'vitest';
import { answerBackground } from '../../../src/answers/background/background.ts';
import { answerStory } from '../../../src/answers/background/story.ts';
import { answerSearch } from '../../../src/answers/search.ts';
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

test('is a quick read in order of time, without what passers-by say', async () => {
  const goods = 'coffee timber steel cars grain toys fish salt paper glass wine bananas'.split(' ');
  const towns = 'Ostby Lund Kestrel Marnow Pelham Rikstad Tornby Elvik Soholm Granby Halden Nyvik'.split(' ');
  const days = goods.map((cargo, day) => ({
    id: `dw:21${day}`,
    headline: `Norland: harbor strike in Vestby, day ${day + 1}`,
    at: `2022-07-${day + 10}T09:00:00Z`,
    paragraphs: [
      `Because of the harbor strike in Vestby, ${cargo} rotted or rusted in ${day + 3} ships that wait outside ${towns[day]}.`,
      `Importers of ${cargo} lost ${day + 20} million crowns in the strike and pay truckers from ${towns[11 - day]} instead.`,
      `Runa, a baker near the harbor, sold ${day + 40} loaves to dockers on strike who guard the ${cargo}.`,
      `In 19${day + 50}, a judge in ${towns[day]} ended an earlier strike over ${cargo} and fined its leaders.`,
    ],
  }));
  const { statements, sections = [] } = await answerBackground('harbor strike in Vestby', await smallArchive(days));
  const told = statements.map(({ text }) => text).join('');
  expect(told.length).toBeGreaterThan(1_000);
  expect(told.length).toBeLessThanOrEqual(2_500);
  expect(told).not.toContain('Runa');
  for (const section of sections) {
    const dates = section.statements.map(({ date = '' }) => date);
    expect(dates).toEqual(dates.toSorted());
  }
});
