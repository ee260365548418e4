import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { baseLanguage, fold, termsOf } from '../text/terms.ts';

const byLanguage = z.record(z.string(), z.array(z.string()));
const presetSchema = z.strictObject({ topics: z.array(z.string()), names: byLanguage, words: byLanguage });

/** What one word leaves out, by presets.yaml. */
type Preset = z.infer<typeof presetSchema>;

let presets: ReadonlyMap<string, Preset> | undefined;

/** Read when the first is needed. */
function allPresets(): ReadonlyMap<string, Preset> {
  presets ??= new Map(
    Object.entries(
      z.record(z.string(), presetSchema).parse(parse(readFileSync(new URL('presets.yaml', import.meta.url), 'utf8'))),
    ),
  );
  return presets;
}

/** The ids of all presets. */
export function presetIds(): readonly string[] {
  return [...allPresets().keys()];
}

/** The preset of that name, in any of our languages; undefined if there is none. */
export function findPreset(typed: string): string | undefined {
  const wanted = fold(typed);
  for (const [id, { names }] of allPresets())
    if (id === wanted || Object.values(names).some((list) => list.some((name) => fold(name) === wanted))) return id;
  return undefined;
}

/** What is looked at of an article: its topics, headline and lead. */
export interface Sorted {
  readonly language: string;
  readonly topics: readonly string[];
  readonly headline: string;
  readonly sentences: readonly { readonly text: string; readonly role?: string }[];
}

/** Whether an article is of a preset. What it mentions in passing does not count. */
export function isOfPreset(id: string, { language, topics, headline, sentences }: Sorted): boolean {
  const preset = allPresets().get(id);
  if (!preset) return false;
  if (preset.topics.some((topic) => topics.includes(topic))) return true;
  const words = preset.words[baseLanguage(language)] ?? [];
  const [first] = sentences;
  const opening = [headline, ...(first ? [first.text] : [])];
  const text = ` ${opening.map((part) => termsOf(part, language).join(' ')).join(' | ')} `;
  return words.some((word) => text.includes(` ${termsOf(word, language).join(' ')} `));
}
