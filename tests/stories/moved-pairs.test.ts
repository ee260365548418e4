import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { findNews } from '../../src/stories/find-news.ts';

const pairsSchema = z.array(
  z.strictObject({
    moved: z.boolean(),
    told: z.string(),
    now: z.string(),
    language: z.string().default('en'),
    fails: z.string().optional(),
  }),
);

const pairs = pairsSchema.parse(parse(readFileSync(new URL('moved-pairs.yaml', import.meta.url), 'utf8')));
const refer = (text: string): { text: string; ref: string } => ({ text, ref: text });

describe('facts that have moved', () => {
  for (const { moved, told, now, language, fails } of pairs) {
    const check = fails === undefined ? test : test.fails;
    check(`${moved ? 'finds' : 'finds none in'}: ${now}`, () => {
      const news = findNews([refer(told)], [refer(now)], language);
      const found = [...news.moved, ...news.reversed].map(({ beforeRef, nowRef }) => [beforeRef, nowRef]);
      expect(found.slice(0, 1)).toEqual(moved ? [[told, now]] : []);
    });
  }
});
