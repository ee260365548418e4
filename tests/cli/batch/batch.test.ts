import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { batch } from '../../../src/cli/batch/index.ts';
import { UserError } from '../../../src/user-error.ts';

async function run(task: string, ...lines: readonly string[]) {
  const output = new PassThrough();
  const problem = await batch(
    task,
    (async function* () {
      yield lines.join('\n');
    })(),
    output,
  ).catch((error: unknown) => error);
  return { out: String(output.read() ?? ''), problem };
}

const tasks = ['summarize', 'actors', 'quotes', 'stories', 'novelty', 'extract', 'timeline', 'answers', 'editions'];

describe('batch', () => {
  it.each(tasks.flatMap((task) => ['{"x":1}', '5', 'null', '[]'].map((line) => [task, line])))(
    '%s says which line it cannot take: %s',
    async (task = '', line = '') => {
      const { problem } = await run(task, line);
      expect(problem).toBeInstanceOf(UserError);
      expect((problem as UserError).message).toMatch(`Line 1 is not valid input for ${task}: `);
    },
  );

  it('names the field and what stands there', async () => {
    const line = { id: 'a', title: 'Harbor bridge closed', text: '', publishedAt: 'yesterday' };
    const { problem } = await run(
      'stories',
      JSON.stringify({ ...line, publishedAt: '2031-03-01' }),
      JSON.stringify(line),
    );
    expect((problem as UserError).message).toBe(
      'Line 2 is not valid input for stories: publishedAt: "yesterday" is not a time; use the form 2026-05-01 or 2026-05-01T08:00:00Z.',
    );
  });

  it('says a line for each it took before', async () => {
    const { out, problem } = await run('actors', '{"id":"a","text":"Ilse Falkner spoke."}', '', '{');
    expect(JSON.parse(out)).toMatchObject({ id: 'a', mentions: [{ text: 'Ilse Falkner' }] });
    expect((problem as UserError).message).toMatch('Line 3 is not JSON');
  });

  it("composes a briefing of a line's articles, as if nothing had been delivered", async () => {
    const quake = {
      id: 71,
      title: 'Earthquake in Sarwana kills 140',
      text: 'An earthquake killed at least 140 people in Sarwana on Monday, the interior ministry said.\n\nThe ministry has sent 2,000 soldiers to the valley.',
    };
    const recipe = {
      id: 72,
      title: 'Why everybody bakes bread again',
      text: 'Bread is back in the kitchens of Varn, and Ilse Falkner knows why.',
    };
    const articles = [recipe, quake].map((one) => ({ ...one, language: 'en', publishedAt: '2031-03-03T10:00:00Z' }));
    const { out, problem } = await run('editions', JSON.stringify({ id: 'e', at: '2031-03-03', articles }));
    expect(problem).toBeUndefined();
    const { stories } = JSON.parse(out);
    expect(stories[0]).toMatchObject({ title: quake.title, articles: ['dw:71'] });
    expect(stories[0].statements[0]).toEqual({
      text: 'An earthquake killed at least 140 people in Sarwana on Monday, the interior ministry said.',
      citations: [{ articleId: 'dw:71' }],
    });
  });

  it('says which article of an edition is none', async () => {
    const { problem } = await run('editions', '{"id":"e","at":"2031-03-03","articles":[{"id":"a"}]}');
    expect((problem as UserError).message).toBe(
      'Line 1 is not valid input for editions: articles: 0: is not an article: it needs id, title, text and language.',
    );
  });
});
