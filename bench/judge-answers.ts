/**
 * What the judge of `/ask` makes of sets of questions, and of other settings:
 *
 *     node bench/judge-answers.ts SET.jsonl[.gz] ... [least=0.8 mostMissing=0.2 ...]
 *
 * Sets as `batch answers` takes them, `questions-dev.jsonl`, and `bench/labels/questions-*.jsonl`. Only what reaches the judge is counted: not
 * who somebody is, nor briefings. Prints of each set and half how many replies are useful, and how many are beside the question.
 */
import { selectBySettings, settings } from '../src/answers/ask/select-sentences.ts';
import { collectSamples, type JudgeSample } from './lib/judge-samples.ts';

const changed = Object.fromEntries(
  process.argv
    .slice(2)
    .filter((each) => each.includes('='))
    .map((each) => each.split('='))
    .map(([name = '', value]) => [name, Number(value)]),
);
const unknown = Object.keys(changed).filter((name) => !(name in settings));
if (unknown.length > 0)
  throw new Error(`No setting "${unknown.join('", "')}"; there are ${Object.keys(settings).join(', ')}.`);

type Settings = typeof settings;

/** `useful`: what is asked for is shown, or rightly nothing. `beside`: something else is shown. */
function outcomeOf(
  { question, candidates, rights, isAnswerable }: JudgeSample,
  by: Settings,
): 'useful' | 'beside' | '' {
  const { answered, sentences } = selectBySettings(question, candidates, by);
  const shown = sentences.map((number) => rights[number] ?? 0);
  const isRight = shown.some((right) => right >= 1) && !shown.some((right) => right < 0);
  if (answered === 'no') return isAnswerable ? '' : 'useful';
  if (!isAnswerable) return answered === 'false-premise' ? 'useful' : 'beside';
  return isRight ? 'useful' : shown.every((right) => right <= 0) ? 'beside' : '';
}

const paths = process.argv.slice(2).filter((each) => !each.includes('='));
const samples = await collectSamples(paths);
const rows = [...Map.groupBy(samples, ({ set, half }) => `${set} ${half}`)].map(([name, own]) => {
  const count = (outcome: string, by: Settings) => own.filter((one) => outcomeOf(one, by) === outcome).length;
  const now = { useful: count('useful', settings), beside: count('beside', settings) };
  const by = { ...settings, ...changed };
  const then = Object.keys(changed).length > 0 && {
    'useful then': count('useful', by),
    'beside then': count('beside', by),
  };
  return { name, asked: own.length, toRefuse: own.filter(({ isAnswerable }) => !isAnswerable).length, ...now, ...then };
});
console.table(rows);
process.exit();
