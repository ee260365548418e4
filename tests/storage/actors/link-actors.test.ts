import { beforeEach, describe, expect, test } from 'vitest';
import type { ActorInText } from '../../../src/actors/actor.ts';
import { createStorage, type Storage } from '../../../src/storage/storage.ts';
import { openTestDatabase } from '../../fakes/test-database.ts';
import { makeTestArticle } from '../../fixtures/make-test-article.ts';

let storage: Storage;

beforeEach(async () => {
  storage = createStorage(await openTestDatabase());
});

function person(name: string, role?: string, aliases: readonly string[] = []): ActorInText {
  const roles = role === undefined ? [] : [{ name, role, sentence: 0, former: false }];
  return { kind: 'person', name, aliases, sentences: [0], roles };
}

async function tell(id: number, actors: readonly ActorInText[], day = id): Promise<void> {
  const at = `2022-07-${String(day).padStart(2, '0')}T10:00:00Z`;
  const article = makeTestArticle({ id: `dw:${id}`, headline: `News ${id}`, at, paragraphs: ['It happened.'] });
  await storage.articles.save(article, { archivedAt: article.publishedAt, isSeed: false });
  await storage.actors.link(article, actors, []);
}

async function counts(name: string): Promise<number[]> {
  return (await storage.actors.findByName(name)).map(({ articleCount }) => articleCount);
}

describe('across articles', () => {
  test('the same name in the same line of work is one actor', async () => {
    await tell(1, [person('Park Min', 'foreign minister')]);
    await tell(2, [person('Park Min', 'foreign minister of Norland')]);
    await tell(3, [person('Park Min')]);
    expect(await counts('Park Min')).toEqual([3]);
  });

  test('two transliterations of one name are one actor where line of work or company agree, which is told', async () => {
    const aide = person('Kira Yaro');
    await tell(1, [person('Alexei Navarin'), aide]);
    await tell(2, [person('Alexey Navarin'), aide]);
    await tell(3, [person('Volodymyr Zelinsky', 'lawmaker')]);
    await tell(4, [person('Wladimir Selinskyj', 'minister')]);
    expect(await counts('Alexei Navarin')).toEqual([2]);
    expect(await counts('Volodymyr Zelinsky')).toEqual([2]);
    const [navarin] = await storage.actors.findByName('Alexey Navarin');
    const { links } = await storage.actors.explain(navarin?.id ?? 0);
    expect(links.map(({ why, detail }) => [why, detail])).toEqual([['spelling', 'alexei navarin: Kira Yaro']]);
  });

  test('two transliterations of other company or line of work stay two', async () => {
    await tell(1, [person('Alexei Navarin', 'goalkeeper'), person('Ines Falk')]);
    await tell(2, [person('Alexey Navarin', 'ambassador'), person('Ines Falk')]);
    await tell(3, [person('Alexej Navarin'), person('Ilse Dorn')]);
    expect(await counts('Alexei Navarin')).toEqual([1]);
    expect(await counts('Alexey Navarin')).toEqual([1]);
    expect(await counts('Alexej Navarin')).toEqual([1]);
  });

  test('what two transliterations are taken for one by is undone by a split', async () => {
    await tell(1, [person('Alexei Navarin'), person('Kira Yaro')]);
    await tell(2, [person('Alexey Navarin'), person('Kira Yaro')]);
    const [one] = await storage.actors.findByName('Alexei Navarin');
    await storage.actors.split(one?.id ?? 0, { articleIds: ['dw:2'], at: '2022-07-03T00:00:00Z' });
    expect(await counts('Alexei Navarin')).toEqual([1, 1]);
  });

  test('a city written in two ways is one', async () => {
    const city = (name: string): ActorInText => ({ kind: 'place', name, aliases: [], sentences: [0], roles: [] });
    await tell(1, [city('Kyiv')]);
    await tell(2, [city('Kiev')]);
    expect(await counts('Kiew')).toEqual([]);
    expect(await counts('Kyiv')).toEqual([2]);
  });

  test('two people of one name stay two, and each gets the articles of its own line of work', async () => {
    await tell(1, [person('Park Min', 'foreign minister')]);
    await tell(2, [person('Park Min', 'goalkeeper')]);
    await tell(3, [person('Park Min', 'goalkeeper')]);
    expect(await counts('Park Min')).toEqual([2, 1]);
  });

  test('without a role the company tells whose article it is', async () => {
    const coach = person('Ines Falk', 'coach');
    const envoy = person('Ilse Dorn', 'ambassador');
    await tell(1, [person('Park Min', 'foreign minister'), envoy]);
    await tell(2, [person('Park Min', 'goalkeeper'), coach]);
    await tell(3, [person('Park Min'), envoy]);
    await tell(4, [person('Park Min'), envoy]);
    const [minister] = await storage.actors.findByName('Park Min');
    expect(minister?.articleCount).toBe(3);
    const { links } = await storage.actors.explain(minister?.id ?? 0);
    expect(links.map(({ why, detail }) => [why, detail])).toEqual([
      ['company', 'Ilse Dorn'],
      ['company', 'Ilse Dorn'],
    ]);
  });

  test('a change of job keeps one who is in the same company', async () => {
    const mate = person('Ines Falk');
    await tell(1, [person('Vito Marsh', 'boxer'), mate]);
    await tell(2, [person('Vito Marsh', 'mayor'), mate]);
    expect(await counts('Vito Marsh')).toEqual([2]);
  });

  test('a misprint in the same role is the same, and it is said why', async () => {
    await tell(1, [person('Park Min', 'foreign minister')]);
    await tell(2, [person('Park Nin', 'foreign minister')]);
    expect(await counts('Park Min')).toEqual([2]);
    const [park] = await storage.actors.findByName('Park Min');
    expect((await storage.actors.explain(park?.id ?? 0)).links).toMatchObject([
      { name: 'park nin', why: 'role', articleId: 'dw:2', detail: 'park min: foreign minister' },
    ]);
  });

  test('a middle name more is the same in the same company, not among strangers', async () => {
    const friends = [person('Ines Falk'), person('Ilse Dorn')];
    await tell(1, [person('John Marsh'), ...friends]);
    await tell(2, [person('John Henry Marsh'), ...friends]);
    await tell(3, [person('John Victor Marsh'), person('Odo Brand')]);
    expect(await counts('John Henry Marsh')).toEqual([2]);
    expect(await counts('John Victor Marsh')).toEqual([1]);
  });
});

describe('an operator', () => {
  const at = '2022-07-20T00:00:00.000Z';
  const idOf = async (name: string) => (await storage.actors.findByName(name))[0]?.id ?? 0;

  test('merges two names; what comes later is shown as one too, until it is undone', async () => {
    await tell(1, [person('Bin Harun', 'crown prince')]);
    await tell(2, [person('Omar bin Harun')]);
    const [from, into] = [await idOf('Omar bin Harun'), await idOf('Bin Harun')];
    await storage.actors.merge({ from, into, detail: 'one man', at });
    await tell(3, [person('Omar bin Harun')]);
    expect(await storage.actors.findByName('Omar bin Harun')).toMatchObject([
      { id: into, name: 'Bin Harun', aliases: ['Omar bin Harun'], articleCount: 3 },
    ]);
    expect(await storage.actors.mentions(into, 10)).toHaveLength(3);
    expect((await storage.actors.explain(into)).merges).toMatchObject([{ actorId: from, detail: 'one man' }]);
    await storage.actors.undoMerge(from);
    expect(await storage.actors.findByName('Omar bin Harun')).toMatchObject([
      { id: from, name: 'Omar bin Harun', articleCount: 2 },
    ]);
    expect(await storage.actors.mentions(into, 10)).toHaveLength(1);
  });

  test('undoes the middle of a chain of merges and leaves the rest', async () => {
    for (const [index, name] of ['Ann Marsh', 'Anna Berg', 'Ada Colm'].entries()) await tell(index + 1, [person(name)]);
    const [ann, anna, ada] = [await idOf('Ann Marsh'), await idOf('Anna Berg'), await idOf('Ada Colm')];
    await storage.actors.merge({ from: ann, into: anna, at });
    await storage.actors.merge({ from: anna, into: ada, at });
    expect(await counts('Ann Marsh')).toEqual([3]);
    await storage.actors.undoMerge(anna);
    expect(await counts('Ada Colm')).toEqual([1]);
    expect(await counts('Ann Marsh')).toEqual([2]);
  });

  test('splits articles off to another actor of the same name; a revision of them stays with it', async () => {
    await tell(1, [person('Park Min')]);
    await tell(2, [person('Park Min')]);
    const other = await storage.actors.split(await idOf('Park Min'), { articleIds: ['dw:2'], at });
    expect(await counts('Park Min')).toEqual([1, 1]);
    await tell(2, [person('Park Min')], 5);
    expect(await storage.actors.mentions(other, 10)).toMatchObject([{ articleId: 'dw:2' }]);
    expect((await storage.actors.explain(other)).links).toMatchObject([{ articleId: 'dw:2', why: 'operator' }]);
  });

  test('is told that there is nothing to undo', async () => {
    await tell(1, [person('Park Min')]);
    await expect(storage.actors.undoMerge(await idOf('Park Min'))).rejects.toThrow(/was never merged/);
  });
});

test('relations count the articles and give the newest sentence that names both', async () => {
  await tell(1, [person('Ann Marsh'), person('Bo Lind')]);
  await tell(2, [person('Ann Marsh'), { ...person('Bo Lind'), sentences: [1] }]);
  const [ann] = await storage.actors.findByName('Ann Marsh');
  expect(await storage.actors.relations(ann?.id ?? 0, 5)).toMatchObject([
    { actor: { name: 'Bo Lind' }, articles: 2, sentences: 1, latest: { articleId: 'dw:1', sentence: 0 } },
  ]);
});
