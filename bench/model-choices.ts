import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createAnswersTask } from '../src/cli/batch/answer-task.ts';
import { editionsTask } from '../src/cli/batch/edition-task.ts';
import { type GoldLine, type Mistake, mistakes, startScriptedModel } from './lib/scripted-model.ts';

// What `batch answers` or `batch editions` makes of a model on loopback that knows the gold, or is wrong in a share of its choices. Prints lines
// for `score.mjs`. node bench/model-choices.ts answers|editions GOLD.jsonl [--from FILE ...] [--mistake numbers|yes|no|first --share 0.2]

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    from: { type: 'string', multiple: true, default: [] },
    mistake: { type: 'string' },
    share: { type: 'string', default: '0' },
  },
});
const [task, path] = positionals;
if (!path || (task !== 'answers' && task !== 'editions'))
  throw new Error('Name answers or editions, and a file of gold.');
const lines = readFileSync(path, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as GoldLine);
const server = await startScriptedModel({
  lines,
  mistake: mistakes.find((name): name is Mistake => name === values.mistake),
  share: Number(values.share),
});
const folder = mkdtempSync(join(tmpdir(), 'kurzwelle-'));
process.env.KURZWELLE_CONFIG = join(folder, 'kurzwelle.yaml');
// A busy machine must not make the model late.
writeFileSync(
  process.env.KURZWELLE_CONFIG,
  `model: { provider: openai-compatible, name: scripted, url: "${server.url}", answerSeconds: 60, secondsPerBriefing: 40, tokensPerDay: 1000000000 }\n`,
);
const run = task === 'answers' ? await createAnswersTask(values.from) : editionsTask;
for (const line of lines) console.log(JSON.stringify(await run(line)));
console.error(`${server.calls.length} calls`);
rmSync(folder, { recursive: true });
await server.stop();
process.exit();
