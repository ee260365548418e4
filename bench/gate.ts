import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { checkStatement } from '../src/briefings/gate/gate.ts';
import { isFit, isSelfContained } from '../src/briefings/statements/sentence-fitness.ts';
import { isPersonal } from '../src/briefings/statements/sentence-voice.ts';
import { splitSentences } from '../src/text/sentences.ts';
import { type GateTableCase, readCraftedCases, readGateCases } from '../tests/briefings/gate/read-gate-cases.ts';

/** How often the gate errs: on its tables, and on real articles, where a sentence supports itself and its neighbor does not. */
function measureTable(name: string, cases: readonly GateTableCase[]): void {
  const judged = cases.map(({ request, reason }) => ({
    reason,
    kept: checkStatement(request).kind === 'kept',
  }));
  const good = judged.filter(({ reason }) => reason === undefined);
  const bad = judged.filter(({ reason }) => reason !== undefined);
  const wrong = (list: typeof judged, kept: boolean) => list.filter((one) => one.kept === kept).length;
  console.log(
    `${name}: ${wrong(good, false)} of ${good.length} rejected falsely, ${wrong(bad, true)} of ${bad.length} accepted falsely`,
  );
}

function measureArticles(path: string): void {
  const counts = { sentences: 0, rejected: 0, neighbors: 0, accepted: 0 };
  const startedMs = performance.now();
  const lines = gunzipSync(readFileSync(path)).toString().split('\n').filter(Boolean).slice(0, 150);
  for (const line of lines) {
    const {
      text,
      language,
      publishedAt: day,
    } = JSON.parse(line) as {
      readonly text: string;
      readonly language: string;
      readonly publishedAt: string | null;
    };
    const publishedAt = Temporal.Instant.from(`${(day ?? '2025-05-15').slice(0, 10)}T12:00:00Z`);
    const sentences = splitSentences(text, language)
      .map((sentence) => sentence.text)
      .filter((one) => isFit(one, language) && isSelfContained(one, language) && !isPersonal(one, language));
    const isKept = (own: string, cited: string) =>
      checkStatement({ text: own, language, evidence: [{ text: cited, language, publishedAt }] }).kind === 'kept';
    for (const [index, own] of sentences.entries()) {
      const next = sentences[index + 1];
      counts.sentences += 1;
      if (!isKept(own, own)) counts.rejected += 1;
      if (next === undefined) continue;
      counts.neighbors += 1;
      if (isKept(own, next)) counts.accepted += 1;
    }
  }
  const each = (performance.now() - startedMs) / (counts.sentences + counts.neighbors);
  console.log(path.split('/').at(-1), counts, `${each.toFixed(1)} ms a statement`);
}

measureTable('tables', readGateCases());
measureTable('crafted', readCraftedCases());
for (const name of ['articles-en-2023', 'articles-en-2025-05', 'articles-de-2026-03']) {
  const path = `../shared/dw/corpus/${name}.jsonl.gz`;
  if (existsSync(path)) measureArticles(path);
  else console.log(`${path} is not there; only the tables are measured`);
}
