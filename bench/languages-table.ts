import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { languageName } from '../src/text/languages.ts';
import { baseLanguage, hasStemmer } from '../src/text/terms.ts';
import { languages as spoken } from '../src/wording/wording-for.ts';

// Writes the table of languages in docs/languages.md from measurements: `node bench/languages-table.ts LANGUAGES.jsonl ANSWERS.json
// [--document docs/languages.md]`, the output of ../shared/bench/score-languages.mjs and of `score.mjs answers` on qa-dev-languages and qa-dev-xquad
// (several lines). A language of config/feeds.yaml that is in no set is listed without figures.

interface LanguageRow {
  readonly language?: string;
  readonly empty: number;
  readonly asEnglish: number;
  readonly recall: number;
  readonly precision: number;
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { document: { type: 'string', default: 'docs/languages.md' } },
});
const [languagesPath = '', answersPath = ''] = positionals;

function jsonLines<Line>(path: string): readonly Line[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Line);
}

const measured = new Map(jsonLines<LanguageRow>(languagesPath).map((row) => [row.language ?? '', row]));
const byKind = Object.assign({}, ...jsonLines<{ byKind: object }>(answersPath).map((line) => line.byKind)) as Record<
  string,
  string
>;

function shareOf(kind: string): string | undefined {
  const [right, all] = (byKind[kind] ?? '').split('/').map(Number);
  return right === undefined || !all ? undefined : percent(right / all);
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function cellsOf(language: string): readonly string[] {
  const row = measured.get(language);
  const [answered, refused] = [shareOf(`${language}-answer`), shareOf(`${language}-removed`)];
  return [
    `${languageName(language)} (${language})`,
    language === 'en' ? 'the reference' : row ? percent(row.asEnglish) : '–',
    row ? `${percent(row.recall)}, ${percent(row.precision)}` : '–',
    answered && refused ? `${answered}, ${refused}` : '–',
    hasStemmer(language) ? 'by stem' : 'by first five letters',
    spoken.some((code) => code === language) ? 'yes' : 'English',
  ];
}

const catalog = readFileSync('config/feeds.yaml', 'utf8');
const read = [
  ...new Set([...catalog.matchAll(/\blanguage: ([a-z-]+)/gu)].map(([, language = '']) => baseLanguage(language))),
];
const order = (language: string) => (measured.has(language) ? 0 : 1);
const rows = read.toSorted((a, b) => order(a) - order(b) || a.localeCompare(b)).map(cellsOf);
const head = [
  'language',
  'sentences chosen as in English',
  'stories: joined, joined rightly',
  'questions: answered, rightly refused',
  'how words are matched',
  'interface',
];
const table = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
const text = readFileSync(values.document, 'utf8');
const marks = /(<!-- languages -->\n)[\s\S]*?(\n<!-- \/languages -->)/u;
if (!marks.test(text)) throw new Error(`${values.document} has no <!-- languages --> ... <!-- /languages -->`);
writeFileSync(
  values.document,
  text.replace(marks, (_, open: string, close: string) => open + table + close),
);
