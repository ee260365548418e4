import { expect, test } from 'vitest';
import type { Answer } from '../../src/answers/answer.ts';
import { answerMessage } from '../../src/answers/answer-message.ts';
import { answerBackground } from '../../src/answers/background/background.ts';
import { harborDispute, smallArchive } from './small-archive.ts';

const citation = {
  articleId: 'dw:1001',
  revision: 1,
  sentence: 0,
  quote: 'The port was built in 1964.',
  url: 'https://www.dw.com/en/test/a-1001',
  publishedAt: '2022-07-11T09:00:00Z',
};
const answer: Answer = {
  kind: 'ask',
  title: 'when was the port built?',
  refused: false,
  statements: [{ text: citation.quote, quoted: true, date: '2022-07-11', citations: [citation] }],
  language: 'en',
  headlines: { 'dw:1001': 'Norland: harbor workers begin strike' },
  archive: { articles: 1_234, since: '2022-03-02' },
};

test('shows each line dated, quoted and cited, its source by headline, and how much was searched', () => {
  const { blocks } = answerMessage(answer);
  expect(blocks).toEqual([
    { kind: 'heading', level: 1, spans: [{ kind: 'text', text: answer.title }] },
    {
      kind: 'list',
      items: [
        [
          { kind: 'text', text: '11 July 2022', style: 'muted' },
          { kind: 'text', text: '  ' },
          { kind: 'quoted', text: citation.quote },
          { kind: 'text', text: ' ' },
          { kind: 'citation', number: 1, url: citation.url },
        ],
      ],
    },
    {
      kind: 'actions',
      items: [
        {
          kind: 'select',
          label: 'Evidence for a line',
          action: 'evidence',
          options: [{ label: 'The port was built in 1964.', value: 'dw:1001@1.0' }],
        },
      ],
    },
    {
      kind: 'sources',
      sources: [
        {
          number: 1,
          title: 'Norland: harbor workers begin strike',
          url: citation.url,
          publishedAt: citation.publishedAt,
        },
      ],
    },
    {
      kind: 'context',
      spans: [{ kind: 'text', text: 'Archive: 1,234 articles since 2 March 2022', style: 'muted' }],
    },
  ]);
});

test('offers a picker for an ambiguous name', () => {
  const choices = [
    { label: 'Erik Lund', description: 'ski jumper', actorId: 4 },
    { label: 'Maria Lund', description: 'judge', actorId: 7 },
  ];
  const { blocks } = answerMessage({ ...answer, kind: 'choice', text: 'Which Lund?', statements: [], choices });
  expect(blocks).toContainEqual({
    kind: 'actions',
    items: [
      {
        kind: 'select',
        label: 'Which Lund?',
        action: 'who',
        options: [
          { label: 'Erik Lund', description: 'ski jumper', value: '4' },
          { label: 'Maria Lund', description: 'judge', value: '7' },
        ],
      },
    ],
  });
});

test('speaks the language of its articles', () => {
  const { blocks } = answerMessage({ ...answer, language: 'de' });
  expect(JSON.stringify(blocks)).toContain('Archiv: 1.234 Artikel seit dem 2. März 2022');
});

test('says a refusal in its summary too', () => {
  const text = 'Not in the archive: no article answers "why?".';
  expect(answerMessage({ ...answer, refused: true, text, statements: [] }).summary).toBe(text);
});

test('numbers every cited article once and leads on to who is who', async () => {
  const message = answerMessage(await answerBackground('harbor sale in Norland', await smallArchive(harborDispute)));
  const sources = message.blocks.flatMap((block) => (block.kind === 'sources' ? block.sources : []));
  expect(sources.map(({ number }) => number)).toEqual([1, 2]);
  const buttons = message.blocks.flatMap((block) => (block.kind === 'actions' ? block.items : []));
  expect(buttons.map((item) => 'action' in item && item.action)).toEqual([
    'timeline',
    'whos-who',
    'follow',
    'evidence',
  ]);
});

test('dates every role, and lists earlier ones with their dates', () => {
  const roleOn = (text: string, date: string) => ({
    text,
    former: false,
    statement: { text: citation.quote, quoted: true, date, citations: [citation] },
  });
  const actors = [
    {
      id: 4,
      name: 'Erik Lund',
      kind: 'person' as const,
      aliases: [],
      role: roleOn('mayor', '2022-07-11'),
      earlierRoles: [roleOn('Bürgermeister', '2022-07-11'), roleOn('judge', '2019-03-02')],
      articleCount: 3,
    },
    {
      id: 5,
      name: 'Maria Lund',
      kind: 'person' as const,
      aliases: [],
      role: roleOn('minister', '2022-07-09'),
      articleCount: 1,
    },
  ];
  const { blocks } = answerMessage({ ...answer, kind: 'who', actorId: 4, actors });
  const fields = blocks.flatMap((block) => (block.kind === 'fields' ? block.fields : []));
  const told = fields.map(
    ({ name, value }) => `${name}: ${value.map((span) => ('text' in span ? span.text : '')).join('')}`,
  );
  expect(told.map((line) => line.trim())).toEqual([
    'Role: mayor (11 July 2022)',
    'Earlier: judge (2 March 2019)',
    'With: Maria Lund, minister (9 July 2022)',
  ]);
  const opened = fields.flatMap(({ value }) =>
    value.flatMap((span) => (span.kind === 'text' ? (span.opens ?? []) : [])),
  );
  expect(opened).toEqual([{ action: 'who', value: '5' }]);
});

test('names the kind of the actor, and the language of the interface', () => {
  const lund = { id: 4, name: 'Erik Lund', kind: 'person' as const, aliases: [], articleCount: 3 };
  const { blocks, language } = answerMessage(
    { ...answer, kind: 'who', title: 'Erik Lund', actorId: 4, actors: [lund] },
    'fr',
  );
  const title = blocks[0]?.kind === 'heading' ? blocks[0].spans : [];
  expect(title.map((span) => ('text' in span ? span.text : '')).join('')).toBe('Erik Lund · personne');
  expect(language).toBe('fr-FR');
});

test('calls states what the reader calls them', () => {
  const place = { id: 7, name: 'Germany', kind: 'place' as const, aliases: [], articleCount: 3 };
  const { blocks } = answerMessage({ ...answer, kind: 'background', actors: [place] }, 'de');
  expect(JSON.stringify(blocks)).toContain('Deutschland');
});

test('offers the questions of a story as buttons that ask them', () => {
  const offered = ['What did Marek Novak say about Ingrid Solheim?', 'Who is Marek Novak?'];
  const { blocks } = answerMessage({ ...answer, kind: 'background', storyId: 7, offered });
  const items = blocks.flatMap((block) => (block.kind === 'actions' ? block.items : []));
  const asking = offered.map((question) => ({ kind: 'button', label: question, action: 'ask', value: question }));
  expect(items).toEqual(expect.arrayContaining(asking));
});
