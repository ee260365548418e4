import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestNewsroom, type TestNewsroom } from '../commands/newsroom.ts';

let room: TestNewsroom;

const subjects = [
  ['Harbor of Valmora reopens', 'The harbor of Valmora has reopened after a strike of the dockers.'],
  ['Museum of Ostrava buys a clock', 'The museum of Ostrava has bought a clock from an auction in Vienna.'],
  ['Orchestra of Kalumba tours Peru', 'The orchestra of Kalumba is going to play in nine cities of Peru.'],
] as const;

/** Three stories, the first with two articles; a briefing tells one in full. */
beforeEach(async () => {
  room = await openTestNewsroom('2026-05-06T08:00:00Z');
  await room.command('subscribe', { interest: 'asia', times: '18:00', stories: '1' });
  for (const [index, [headline, lead]] of subjects.entries())
    await room.archive({ id: `dw:${7000 + index}`, headline, lead, paragraphs: [], topics: ['asia'] });
  await room.archive({
    id: 'dw:7009',
    headline: 'Harbor of Valmora reopens: ships wait',
    lead: 'Ships wait before the harbor of Valmora, which has reopened after a strike of the dockers.',
    paragraphs: [],
    topics: ['asia'],
  });
  await room.runTo('2026-05-06T16:00:00Z');
});
afterEach(() => room.close());

describe('why', () => {
  test('shows the sum of a story that was told, and where the briefing ended', async () => {
    const said = await room.command('why', { article: '1' });
    expect(said).toContain('Harbor of Valmora reopens');
    expect(said).toContain('Place 1 of 3: included.');
    expect(said).toContain('number of articles on it: 1.7');
    expect(said).toContain('how well it fits the subscription: 2.50 (2.5 × 1)');
    const summands = [...said.matchAll(/: (-?[\d.]+) \(-?[\d.]+ × [\d.]+\)/g)].map(([, summand]) => Number(summand));
    const sum = Number(/([\d.]+) points, for:/.exec(said)?.[1]);
    expect(summands).toEqual(summands.toSorted((one, other) => other - one));
    expect(summands.reduce((total, summand) => total + summand, 0)).toBeCloseTo(sum, 1);
    expect(said).toMatch(/No points for: .*a change in a figure sent earlier/);
    expect(said).toContain(`The last story included has ${sum.toFixed(2)} points.`);
  });

  test('of an article that was told by title alone shows its story’s place', async () => {
    const said = await room.command('why', { article: '7001' });
    expect(said).toMatch(/Revision 1: "Museum of Ostrava buys a clock", 1 sentence, $/mu);
    const inChinese = await room.command('why', { article: '7001' }, { ...room.callerIn('here'), locale: 'zh-CN' });
    expect(inChinese).toMatch(/第1版：“Museum of Ostrava buys a clock”，1句，$/mu);
    expect(inChinese).toContain('asia：');
    expect(said).toMatch(/Place [23] of 3: listed by title only\./);
  });

  test('finds a story by words of its title, and says what the briefing could not know', async () => {
    await room.archive({
      id: 'dw:9000',
      headline: 'Volcano Tamra erupts',
      lead: 'The volcano Tamra has erupted.',
      paragraphs: [],
      topics: ['asia'],
    });
    expect(await room.command('why', { article: 'volcano tamra' })).toContain('Not considered');
  });

  test('names what has a place instead of a story, in a briefing that somebody asked for', async () => {
    const news = [
      ['Earthquake kills 40 in Lanzberg', 'An earthquake has killed 40 people in the mountains of Lanzberg.'],
      ['President of Ankaya resigns', 'Nour Halvard has resigned as president of Ankaya after three years.'],
      ['Missile hits port of Estby', 'A missile has struck two ferries in Estby, and rebels claim the attack.'],
      ['Court jails mayor of Sarwana', 'Judges found Ilse Falkner guilty of fraud with building land.'],
      ['Orvena signs ceasefire with Varn', 'Generals met on a bridge and agreed to a ceasefire of sixty days.'],
    ];
    for (const [at, [headline = '', lead = '']] of news.entries())
      await room.archive({ id: `dw:91${at}`, headline, lead, paragraphs: [] });
    await room.runTo('2026-05-06T16:05:00Z');
    await room.command('brief', { interest: 'everything' }, room.callerIn('elsewhere'));
    const said = await room.command('why', { article: 'museum clock' }, room.callerIn('elsewhere'));
    expect(said).toMatch(/Place \d of 8: (?:listed by title only|left out)\./);
    expect(said).toContain('These have a place');
    expect(said).toMatch(/President of Ankaya resigns: [\d.]+ \(change of power: \+/u);
  });

  test('says how a week weighs affairs', async () => {
    await room.command('brief', { interest: 'everything', as: 'week' });
    expect(await room.command('why', { article: '1' })).toContain('included');
  });

  test('says that nothing in a story was new', async () => {
    await room.archive({
      id: 'dw:9001',
      headline: 'Harbor of Valmora reopens',
      lead: 'The harbor of Valmora has reopened after a strike of the dockers.',
      paragraphs: [],
      topics: ['asia'],
    });
    await room.runTo('2026-05-07T16:00:00Z');
    expect(await room.command('why', { article: '9001' })).toContain('it had nothing new');
  });

  test.each([
    ['7', 'has no story 7; it has 1'],
    ['nothing of the kind', 'no story has that name'],
  ])('refuses “%s” with what to do', async (article, refusal) => {
    expect(await room.command('why', { article })).toContain(refusal);
  });
});
