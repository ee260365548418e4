import { describe, expect, test } from 'vitest';
import { answerActor, answerWho } from '../../../src/answers/who/who.ts';
import { harborDispute, smallArchive } from '../small-archive.ts';

const wording = (answer: Awaited<ReturnType<typeof answerWho>>) => answer.statements.map(({ text }) => text).join('\n');

test('returns the newest role with its date and sentence', async () => {
  const answer = await answerWho('Petra Aalto', await smallArchive(harborDispute));
  expect(answer).toMatchObject({ kind: 'who', title: 'Petra Aalto', refused: false });
  expect(wording(answer)).toMatch(/new transport minister/);
  expect(answer.statements.every(({ date, citations }) => date === '2022-07-18' && citations.length === 1)).toBe(true);
});

test('shows a former minister as former, newest news first', async () => {
  const answer = await answerWho('Ingrid Solheim', await smallArchive(harborDispute));
  const self = answer.actors?.find(({ id }) => id === answer.actorId);
  expect(self?.role?.former).toBe(true);
  expect(wording(answer)).toMatch(/resigned on Monday/);
});

test('names the stories and the company', async () => {
  const answer = await answerWho('Marek Novak', await smallArchive(harborDispute));
  expect(answer.stories?.length).toBeGreaterThan(0);
  expect(answer.actors?.map(({ name }) => name)).toContain('Ingrid Solheim');
});

test.each([
  ['Ingrid Solheim', 'Solheim'],
  ['Ingrid Solhiem', 'Solheim'],
  ['Solheimm', 'Solheim'],
  ['minister Solheim', 'Solheim'],
  ['who is Marek Novák?', 'Novak'],
])('finds "%s"', async (asked, name) => {
  const answer = await answerWho(asked, await smallArchive(harborDispute));
  expect(answer.refused).toBe(false);
  expect(answer.title).toContain(name);
});

test('says so when the archive writes the name otherwise', async () => {
  const answer = await answerWho('Ingrid Solhiem', await smallArchive(harborDispute));
  expect(answer.text).toMatch(/archive has Ingrid Solheim/);
});

test.each(['Olga Brandt', 'Jonas Brandt', 'Vestby United'])('refuses "%s", which no article names', async (name) => {
  const answer = await answerWho(name, await smallArchive(harborDispute));
  expect(answer).toMatchObject({ refused: true, statements: [], text: expect.stringMatching(/^Not in the archive: /) });
});

const twoLunds = [
  ...harborDispute,
  {
    id: 'dw:1003',
    headline: 'Ski jumper Erik Lund wins in Vestby',
    at: '2022-07-18T16:00:00Z',
    paragraphs: [
      'Ski jumper Erik Lund won the summer jump in Vestby on Sunday.',
      'Erik Lund had been injured for a year.',
    ],
  },
  {
    id: 'dw:1004',
    headline: 'Judge Maria Lund to lead harbor inquiry',
    at: '2022-07-18T17:00:00Z',
    paragraphs: [
      'Judge Maria Lund will lead an inquiry into the harbor sale.',
      'Maria Lund said she would report in May.',
    ],
  },
];

test('asks back if a surname is ambiguous', async () => {
  const answer = await answerWho('Lund', await smallArchive(twoLunds));
  expect(answer).toMatchObject({ kind: 'choice', refused: false, statements: [] });
  expect(answer.choices?.map(({ label }) => label).toSorted()).toEqual(['Erik Lund', 'Maria Lund']);
});

test('keeps two people with the same name apart', async () => {
  const answer = await answerWho('Maria Lund', await smallArchive(twoLunds));
  expect(wording(answer)).toMatch(/inquiry/);
  expect(wording(answer)).not.toMatch(/summer jump/);
});

test('answers for an actor chosen by id', async () => {
  const context = await smallArchive(twoLunds);
  const { choices } = await answerWho('Lund', context);
  const erik = choices?.find(({ label }) => label === 'Erik Lund');
  expect((await answerActor(erik?.actorId ?? -1, context)).title).toBe('Erik Lund');
});

test('finds a given name near the family name', async () => {
  const context = await smallArchive([
    {
      id: 'dw:1005',
      headline: 'Lindqvist mourns',
      at: '2022-07-18T18:00:00Z',
      paragraphs: [
        'Prime Minister Jonas Lindqvist buried his son Axel on Friday.',
        'Lindqvist canceled all his meetings.',
        'Many people wrote to Lindqvist.',
      ],
    },
  ]);
  expect((await answerWho('Axel Lindqvist', context)).statements[0]?.text).toContain('his son Axel');
});

describe('a surname', () => {
  const articles = [
    {
      id: 'dw:4001',
      headline: 'Norland: Foreign Minister Marta Okafor visits Estby',
      at: '2023-03-01T08:00:00Z',
      paragraphs: [
        'Norland Foreign Minister Marta Okafor has visited Estby.',
        'Okafor spoke to farmers, Marta Okafor said.',
      ],
    },
    {
      id: 'dw:4002',
      headline: 'Farmers protest in Estby',
      at: '2023-03-05T08:00:00Z',
      paragraphs: ['Farmers have protested in Estby.', 'They want a meeting with Minister Okafor, they said.'],
    },
  ];

  test('resolves to the fuller name if one article gives it alone', async () => {
    const answer = await answerWho('Okafor', await smallArchive(articles));
    expect(answer).toMatchObject({ title: 'Marta Okafor', refused: false });
    expect(answer.actors?.[0]?.role?.text).toMatch(/Foreign Minister/);
  });

  test('spelt almost so is offered', async () => {
    const { title, text = '' } = await answerWho('Okaffor', await smallArchive(articles));
    expect(`${title} ${text}`).toContain('Marta Okafor');
  });
});

test('does not attach a pronoun to the actor if the sentence named another first', async () => {
  const context = await smallArchive([
    {
      id: 'dw:4001',
      headline: 'Norland: Former minister Brandt dies',
      at: '2022-07-18T09:00:00Z',
      paragraphs: [
        'Olaf Brandt has died in Vestby, his family said on Monday.',
        'At one point, Brandt was to follow Chancellor Helmer Koll in the highest office. He had been minister of the interior.',
        'Koll had ruled Norland until 1998. He founded the harbor of Vestby.',
      ],
    },
  ]);
  const told = wording(await answerWho('Helmer Koll', context));
  expect(told).toMatch(/He founded the harbor/);
  expect(told).not.toMatch(/He had been minister/);
});

test.each([
  [
    'a quotation that another sentence ascribes',
    '"The jury was right. Okello is a great writer," said the critic Ana Ruiz.',
  ],
  ['what an earlier sentence introduced', 'Anna Berg paid for a boat. The boat means that Okello can write on.'],
  ['who is only a surname there', 'Jakob Lind is a critic. Okello had been praised by Lind.'],
])('does not show %s', async (_, paragraph) => {
  const context = await smallArchive([
    {
      id: 'dw:4101',
      headline: 'Norland: prize for Grace Okello',
      at: '2022-07-18T09:00:00Z',
      paragraphs: [
        'Norland writer Grace Okello has won the Vestby Prize for her third novel.',
        'Okello was born in Vestby in 1981 and teaches at the harbor school there.',
        paragraph,
      ],
    },
  ]);
  const told = wording(await answerWho('Grace Okello', context));
  expect(told).toMatch(/third novel/);
  expect(told).toMatch(/harbor school/);
  expect(told).not.toMatch(/great writer|can write on|praised by Lind/);
});

test.each(['Norland', 'norland', 'Port of Estby'])('finds "%s" where headlines alone name it', async (name) => {
  const context = await smallArchive([
    {
      id: 'dw:1201',
      headline: 'Farmers of Norland block the Port of Estby',
      at: '2022-07-20T09:00:00Z',
      paragraphs: ['Hundreds of tractors stood before the gates on Wednesday, and ships had to wait.'],
    },
  ]);
  const answer = await answerWho(name, context);
  expect(answer.refused).toBe(false);
  expect(wording(answer)).toContain('Farmers of Norland block the Port of Estby');
});

test('finds the full name for a surname that an organization has too', async () => {
  const context = await smallArchive([
    {
      id: 'dw:1211',
      headline: 'Norland President Jane Doering meets dockers',
      at: '2022-07-20T09:00:00Z',
      paragraphs: ['President Jane Doering met dockers in Vestby on Wednesday.', 'Jane Doering praised the harbor.'],
    },
    {
      id: 'dw:1212',
      headline: 'Doering bank buys the harbor',
      at: '2022-07-21T09:00:00Z',
      paragraphs: ['The Doering Bank bought the harbor on Thursday.', 'President Doering opposes the sale.'],
    },
  ]);
  expect(await answerWho('doering', context)).toMatchObject({ title: 'Jane Doering' });
});
