import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type AnswerOutput, createAnswersTask } from '../../../src/cli/batch/answer-task.ts';
import { UserError } from '../../../src/user-error.ts';

const bridge = {
  id: '71',
  title: 'Harbor bridge in Varn closed',
  text: 'The harbor bridge in Varn was closed on Monday because of cracks, the city said.\n\nRepairs of the bridge will cost 12 million euros, engineer Ilse Falkner said.',
  publishedAt: '2031-03-03T10:00:00Z',
  language: 'en',
};
const reopened = {
  id: '72',
  title: 'Harbor bridge in Varn open again',
  text: 'The harbor bridge in Varn was opened again on Friday, the city said.',
  publishedAt: '2031-03-07T10:00:00Z',
  firstSeen: '2031-03-08T09:00:00Z',
  language: 'en',
};

function sourceOf(...lines: readonly object[]): string {
  const path = join(mkdtempSync(join(tmpdir(), 'answers-')), 'articles.jsonl');
  writeFileSync(path, lines.map((line) => JSON.stringify(line)).join('\n'));
  return path;
}

const idsOf = (output: AnswerOutput) =>
  output.statements.flatMap(({ citations }) => citations.map(({ articleId }) => articleId));

describe('batch answers', () => {
  it('answers over the articles that a line brings, with what a reader sees', async () => {
    const answer = await createAnswersTask([]);
    const output = await answer({
      id: 'a',
      q: 'Why was the harbor bridge closed?',
      asOf: '2031-03-04',
      articles: [bridge],
    });
    expect(output).toMatchObject({ id: 'a', kind: 'ask', refused: false });
    expect(output.statements[0]).toEqual({
      text: 'The harbor bridge in Varn was closed on Monday because of cracks, the city said.',
      citations: [{ articleId: 'dw:71' }],
    });
    expect(output.text).toContain('because of cracks');
  });

  it('answers from the sources as far as they could be read at the end of the day', async () => {
    const answer = await createAnswersTask([sourceOf(reopened, bridge)]);
    const search = async (asOf: string) =>
      idsOf(await answer({ id: asOf, q: '/search harbor bridge', asOf })).toSorted();
    expect(await search('2031-03-02')).toEqual([]);
    expect(await search('2031-03-07')).toEqual(['dw:71']);
    expect(await search('2031-03-08')).toEqual(['dw:71', 'dw:72']);
    // A day back: an archive of that day.
    expect(await search('2031-03-04')).toEqual(['dw:71']);
  });

  it('counts ages from the end of the day asked for', async () => {
    const answer = await createAnswersTask([sourceOf(bridge)]);
    const brief = async (asOf: string) => await answer({ id: asOf, q: '/brief everything since:1d', asOf });
    expect(idsOf(await brief('2031-03-03'))).toContain('dw:71');
    expect((await brief('2031-03-05')).refused).toBe(true);
  });

  it('refuses what is in no article, and replies to what is no question as chat does', async () => {
    const answer = await createAnswersTask([sourceOf(bridge)]);
    const ask = async (id: string, q: string, after?: string) => await answer({ id, q, asOf: '2031-03-04', after });
    expect(await ask('a', 'Who won the regatta of Sarwana?')).toMatchObject({ refused: true, statements: [] });
    expect(await ask('b', 'help', 'a')).toMatchObject({ kind: 'message', statements: [] });
    expect(await ask('c', '/whoo Ilse Falkner')).toMatchObject({ kind: 'message', refused: true });
  });

  it('says what a line lacks', async () => {
    const answer = await createAnswersTask([sourceOf(bridge)]);
    await expect(answer({ id: 'b', q: 'why?', asOf: '2031-03-04', after: 'a' })).rejects.toThrow(
      'Line "b" continues "a", which is no line before it.',
    );
    const without = await createAnswersTask([]);
    await expect(without({ id: 'a', q: 'why?', asOf: '2031-03-04' })).rejects.toThrow(
      'Line "a" brings no articles. Give it "articles", or name sources with --from.',
    );
    await expect(createAnswersTask([sourceOf()])).rejects.toBeInstanceOf(UserError);
  });
});
