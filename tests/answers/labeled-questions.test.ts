import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readLabeledArchive } from '../../bench/lib/labeled-archives.ts';
import { headlineOf, readSentences } from '../../src/answers/article-sentences.ts';

const labels = new URL('../../bench/labels/', import.meta.url);
const questionFile = /^questions-(?<archive>[\w-]+)\.jsonl$/;
const names = readdirSync(labels).filter((name) => questionFile.test(name));

const lineSchema = z.strictObject({
  id: z.string().regex(/^l\d{3}$/),
  archive: z.string(),
  asOf: z.iso.date(),
  language: z.string(),
  q: z.string().min(1),
  wants: z.enum(['answer', 'refuse']),
  kind: z.string().regex(/^[a-z-]+$/),
  answers: z.array(z.strictObject({ articleId: z.string(), sentences: z.array(z.int()).min(1) })),
  after: z.string().optional(),
});

const linesByName = new Map(
  names.map((name) => [
    name,
    readFileSync(new URL(name, labels), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => lineSchema.parse(JSON.parse(line))),
  ]),
);
const all = [...linesByName.values()].flat();

describe('the labeled questions of bench/labels', () => {
  it('have each an id of their own, and the archive of their file', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const [name, lines] of linesByName)
      expect(new Set(lines.map(({ archive }) => archive))).toEqual(new Set([questionFile.exec(name)?.groups?.archive]));
  });

  it('name sentences where an answer is wanted, and none where a refusal is', () => {
    const wrong = all.filter(({ wants, answers }) => (wants === 'answer') !== answers.length > 0);
    expect(wrong).toEqual([]);
    expect(all.filter(({ wants, kind }) => (wants === 'refuse') !== kind.startsWith('refuse'))).toEqual([]);
  });

  it('continue a question of the same file and day', () => {
    for (const lines of linesByName.values()) {
      const byId = new Map(lines.map((line) => [line.id, line]));
      for (const { id, after, asOf } of lines.filter((line) => line.after !== undefined))
        expect(byId.get(after ?? ''), `${id} continues ${after}`).toMatchObject({ asOf });
    }
  });
});

const shared = new URL('../../../shared/dw/corpus/', import.meta.url);

describe.skipIf(!existsSync(shared))('their answers (skipped without the shared texts)', () => {
  it.each(names)('are sentences of articles that could be read on the day asked: %s', (name) => {
    const lines = linesByName.get(name) ?? [];
    const archive = new Map(
      readLabeledArchive(lines[0]?.archive ?? '').map(({ article, seenAt }) => [article.id, { article, seenAt }]),
    );
    for (const { id, asOf, answers } of lines) {
      const endOfDay = Temporal.PlainDate.from(asOf).add({ days: 1 }).toZonedDateTime('UTC').toInstant();
      for (const { articleId, sentences } of answers) {
        const found = archive.get(articleId);
        if (!found) throw new Error(`${id}: there is no article ${articleId} in ${name}`);
        const numbers = [headlineOf(found.article), ...readSentences(found.article)].map(
          ({ sentence }) => sentence.index,
        );
        expect(numbers, `${id} in ${articleId}`).toEqual(expect.arrayContaining(sentences));
        if (found.seenAt) expect(Temporal.Instant.compare(found.seenAt, endOfDay), id).toBeLessThan(0);
      }
    }
  });
});
