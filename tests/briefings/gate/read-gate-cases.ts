import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import type { GateRequest } from '../../../src/briefings/gate/gate.ts';

const fileSchema = z.array(
  z.strictObject({
    evidence: z.array(z.string()),
    evidenceLanguage: z.string().optional(),
    language: z.string().optional(),
    variants: z.array(z.array(z.string())).default([]),
    keep: z.array(z.string()).default([]),
    drop: z.record(z.string(), z.array(z.string())).default({}),
  }),
);

/** One line of the table; `reason` is what it must be dropped for, `any` where several reasons are as good. */
export interface GateTableCase {
  readonly file: string;
  readonly request: GateRequest;
  readonly reason: string | undefined;
}

const publishedAt = Temporal.Instant.from('2022-07-19T08:00:00Z');

/** Every case of the tables beside this file. */
export function readGateCases(): readonly GateTableCase[] {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .toSorted()
    .flatMap((file) => {
      const groups = fileSchema.parse(parse(readFileSync(`${folder}/${file}`, 'utf8')));
      return groups.flatMap((group): GateTableCase[] => {
        const language = group.language ?? (file.includes('.de.') ? 'de' : 'en');
        const evidence = group.evidence.map((text) => ({
          text,
          language: group.evidenceLanguage ?? language,
          publishedAt,
        }));
        const request = (text: string): GateRequest => ({ text, language, evidence, variants: group.variants });
        return [
          ...group.keep.map((text) => ({ file, request: request(text), reason: undefined })),
          ...Object.entries(group.drop).flatMap(([reason, texts]) =>
            texts.map((text) => ({ file, request: request(text), reason })),
          ),
        ];
      });
    });
}

const craftedSchema = z.array(
  z.strictObject({
    language: z.string(),
    source: z.array(z.string()),
    true: z.array(z.string()),
    false: z.array(z.strictObject({ of: z.string(), says: z.string() })),
  }),
);

/** The statements that were written before the present gate was read; the reason says what was changed. */
export function readCraftedCases(): readonly GateTableCase[] {
  const file = fileURLToPath(new URL('../../fixtures/gate/crafted.yaml', import.meta.url));
  return craftedSchema.parse(parse(readFileSync(file, 'utf8'))).flatMap((group) => {
    const { language } = group;
    const evidence = group.source.map((text) => ({ text, language, publishedAt }));
    const toCase = (text: string, reason: string | undefined): GateTableCase => ({
      file: 'crafted',
      request: { text, language, evidence },
      reason,
    });
    return [
      ...group.true.map((text) => toCase(text, undefined)),
      ...group.false.map(({ of, says }) => toCase(says, of)),
    ];
  });
}
