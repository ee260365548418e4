import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createAnswersTask } from '../src/cli/batch/answer-task.ts';
import { parseConfig } from '../src/config/config.ts';
import { createGeneration } from '../src/models/generation.ts';
import { openModel } from '../src/models/open-model.ts';
import { createLog } from '../src/runtime/log.ts';
import { textsInMemory } from '../tests/models/brenwick.ts';
import { type GoldAnswer, type Mistake, mistakes, startScriptedModel } from './lib/scripted-model.ts';

// What `batch answers` makes of a model that knows the gold, or is wrong in a share of the questions: prints lines for `score.mjs answers`.
// node bench/model-answers.ts GOLD.jsonl [--from FILE ...] [--mistake numbers|yes|no|first --share 0.2] > out.jsonl

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    from: { type: 'string', multiple: true, default: [] },
    mistake: { type: 'string' },
    share: { type: 'string', default: '0' },
  },
});
const [path] = positionals;
if (!path) throw new Error('Name the file of gold lines.');
const lines = readFileSync(path, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as { readonly q: string; readonly gold: GoldAnswer });
const server = await startScriptedModel({
  gold: new Map(lines.map(({ q, gold }) => [q.trim(), gold])),
  mistake: mistakes.find((name): name is Mistake => name === values.mistake),
  share: Number(values.share),
});
const settings = parseConfig(
  `model: { provider: openai-compatible, name: scripted, url: "${server.url}", answerSeconds: 60, tokensPerDay: 1000000000 }`,
  'bench',
).model;
const opened = await openModel(settings, undefined);
if (!opened) throw new Error('no model');
const generation = createGeneration({
  model: opened.model,
  settings,
  texts: textsInMemory(),
  variantsOf: async () => [],
  log: createLog({ level: 'warn', isTerminal: false }),
  now: () => Temporal.Now.instant(),
});
const answer = await createAnswersTask(values.from, (...asked) => {
  if (!generation.createSelector) throw new Error('the model chooses no answers');
  return generation.createSelector()(...asked);
});
for (const line of lines) console.log(JSON.stringify(await answer(line)));
console.error(generation.status());
await opened.stop();
await server.stop();
process.exit();
