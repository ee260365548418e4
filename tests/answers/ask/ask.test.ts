import { beforeAll, describe, expect, test } from 'vitest';
import { answerQuestion } from '../../../src/answers/ask/ask.ts';
import { harborDispute, smallArchive } from '../small-archive.ts';

let context: Awaited<ReturnType<typeof smallArchive>>;

beforeAll(async () => {
  context = await smallArchive(harborDispute);
});

describe('answers with sentences of the archive', () => {
  test.each([
    ['how many dockers are on strike?', /2,300/],
    ['when was the port built?', /1964/],
    ['who is the new transport minister?', /Petra Aalto/],
    ['why did Solheim resign?', /after a week of strikes/],
    ['how much was the port to be sold for?', /\$400 million/],
    ['was the sale of the port cancelled?', /called off/],
  ])('%s', async (question, expected) => {
    const answer = await answerQuestion(question, context);
    expect(answer.refused).toBe(false);
    expect(answer.statements.map(({ text }) => text).join('\n')).toMatch(expected);
  });
});

describe('refuses if no sentence answers', () => {
  test.each([
    ['who owns the shipyard in Vestby?'],
    ['how many people were injured in the strike?'],
    ['how tall is the lighthouse of Vestby?'],
    ['which treaty did Solheim sign?'],
    ['how old is Marek Novak?'],
  ])('%s', async (question) => {
    const answer = await answerQuestion(question, context);
    expect(answer).toMatchObject({
      refused: true,
      statements: [],
      text: expect.stringMatching(/^Not in the archive: /),
    });
  });
});

describe('refuses although most words of the question are there', () => {
  const told = [
    {
      id: 'dw:13',
      headline: 'Remembering the savings bank',
      at: '2021-03-02T09:00:00Z',
      paragraphs: ['Gunmen robbed the savings bank of Vestby in May 1998.', 'The loot was buried under the old ferry.'],
    },
    {
      id: 'dw:11',
      headline: 'Vestby gets a new concert hall',
      at: '2022-07-18T09:00:00Z',
      paragraphs: [
        'Mayor Ida Berg of Vestby presented the plans for the new concert hall on Monday.',
        'Former Finance Minister Jonas Lund of Norland praised the hall.',
        'The city council did not approve the new tram line of Vestby on Monday.',
        'The foreign minister of Sweden, Elsa Lindqvist, met the new prime minister of Denmark.',
      ],
    },
  ];

  test.each([
    ['what is asked is not told', 'when did Mayor Ida Berg of Vestby resign?'],
    ['somebody else is asked about', 'did Berg praise Kovacs?'],
    ['it is told not to be so', 'when did the city council approve the new tram line of Vestby?'],
    ['only a former holder is named', 'who is the finance minister of Norland?'],
    ['a year counts nothing', 'how many gunmen robbed the savings bank of Vestby?'],
    ['nobody is named', 'who buried the loot under the old ferry?'],
    ["the holder is another state's", 'who is the foreign minister of Denmark?'],
    ['the new holder is not named', 'who is the new prime minister of Denmark?'],
  ])('since %s', async (_, question) => {
    const answer = await answerQuestion(question, await smallArchive(told));
    expect(answer.statements.map(({ text }) => text)).toEqual([]);
    expect(answer.refused).toBe(true);
  });

  test('but answers what is told with other words', async () => {
    const answer = await answerQuestion('when did Mayor Ida Berg of Vestby show the plans?', await smallArchive(told));
    expect(answer.statements[0]?.text).toMatch(/presented the plans/);
  });
});

test('shows the closest sentence with a refusal only if it is on the same subject and deed', async () => {
  const archive = await smallArchive([
    {
      id: 'dw:12',
      headline: 'Norland talks on fishing',
      at: '2021-07-18T09:00:00Z',
      paragraphs: [
        'Minister Ida Berg visited the fishing port of Vestby with a delegation of trawler captains in May.',
      ],
    },
  ]);
  const other = await answerQuestion('why did Minister Ida Berg resign at the fishing port?', archive);
  expect(other).toMatchObject({ refused: true });
  expect(other.text).not.toContain('trawler');
});

test('does not ask the archive whom a question means that refers to another', async () => {
  for (const question of ['who replaces her', 'when will they strike?'])
    expect(await answerQuestion(question, context)).toMatchObject({ refused: true, statements: [] });
});

test('finds what is denied for words that ask nothing', async () => {
  const answer = await answerQuestion('Solheim talks with dockers', context);
  expect(answer.statements[0]?.text).toMatch(/ruled out talks/);
});

test('answers two questions of one line', async () => {
  for (const line of [
    'when was the port built and how many dockers are on strike?',
    'When was the port built? How many dockers are on strike?',
  ]) {
    const answer = await answerQuestion(line, context);
    const text = answer.statements.map((one) => one.text).join('\n');
    expect(text).toMatch(/1964/);
    expect(text).toMatch(/2,300/);
  }
});

test('puts the newest state first', async () => {
  const answer = await answerQuestion('who is transport minister now?', context);
  expect(answer.statements[0]?.citations[0]?.articleId).toBe('dw:1002');
});

test('cites every line with its sentence, article and day', async () => {
  const { statements } = await answerQuestion('when was the port built?', context);
  for (const { text, quoted, date, citations } of statements) {
    expect(quoted).toBe(true);
    expect(date).toMatch(/^2022-07-1[18]$/);
    expect(citations[0]).toMatchObject({ quote: text, url: expect.stringContaining('/a-100') });
  }
});

test('returns at most four lines', async () => {
  const { statements } = await answerQuestion('what about the port in Vestby?', context);
  expect(statements.length).toBeLessThanOrEqual(4);
});

describe('German questions on German articles', () => {
  const articles = [
    {
      id: 'dw:2001',
      headline: 'Nordland: Hafenarbeiter im Streik',
      at: '2022-07-11T09:00:00Z',
      language: 'de',
      paragraphs: [
        'In der nordländischen Hauptstadt Vestby haben am Montag 2300 Hafenarbeiter die Arbeit niedergelegt.',
        'Verkehrsministerin Ingrid Solheim will den Hafen für 400 Millionen Dollar verkaufen.',
        'Die Gewerkschaft ist seit 2019 mit dem Hafen zerstritten, sagte der französische Arbeitsminister Israel Moreau.',
      ],
    },
  ];

  test('are answered', async () => {
    const answer = await answerQuestion('Wie viele Hafenarbeiter streiken?', await smallArchive(articles));
    expect(answer.statements[0]?.text).toContain('2300');
  });

  test.each([
    ['Seit wann ist die Gewerkschaft mit dem Hafen zerstritten?', /2019/],
    ['Wer ist der französische Arbeitsminister?', /Israel Moreau/],
  ])('%s', async (question, expected) => {
    const answer = await answerQuestion(question, await smallArchive(articles));
    expect(answer.statements[0]?.text).toMatch(expected);
  });

  test('are refused in German', async () => {
    const answer = await answerQuestion('Wie viele Soldaten starben in Vestby?', await smallArchive(articles));
    expect(answer.refused).toBe(true);
    expect(answer.text).toMatch(/^Nicht im Archiv: /);
  });
});

test('refuses in an empty archive', async () => {
  const answer = await answerQuestion('who is transport minister?', await smallArchive([]));
  expect(answer).toMatchObject({ refused: true, archive: { articles: 0 } });
});
