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

const tasks = ['summarize', 'actors', 'quotes', 'stories', 'novelty', 'extract', 'timeline'];

describe('batch', () => {
  it.each(tasks.flatMap((task) => ['{"x":1}', '5', 'null', '[]'].map((line) => [task, line])))(
    '%s says which line it cannot take: %s',
    async (task = '', line = '') => {
      const { problem } = await run(task, line);
      expect(problem).toBeInstanceOf(UserError);
      expect((problem as UserError).message).toMatch(`Line 1 is not what ${task} takes: `);
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
      'Line 2 is not what stories takes: publishedAt: "yesterday" is no time; write 2026-05-01 or 2026-05-01T08:00:00Z.',
    );
  });

  it('says a line for each it took before', async () => {
    const { out, problem } = await run('actors', '{"id":"a","text":"Ilse Falkner spoke."}', '', '{');
    expect(JSON.parse(out)).toMatchObject({ id: 'a', mentions: [{ text: 'Ilse Falkner' }] });
    expect((problem as UserError).message).toMatch('Line 3 is not JSON');
  });
});
