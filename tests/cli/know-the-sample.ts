import type { ModelBehavior, ModelCall } from '../fakes/fake-model-server.ts';
import { questionOf, sentencesOf } from '../models/choosing.ts';

const says = (value: unknown): ModelBehavior => ({ kind: 'text', text: JSON.stringify(value) });

/** Words of questions over the sample edition, and of their answers. */
const known: readonly (readonly [RegExp, RegExp])[] = [
  [/Robb/, /376/],
  [/Jacobs/, /thigh injury/],
  [/each share/, /54\.20/],
  [/Marburg/, /\btwo\b|\bboth\b/i],
  [/SBU/, /treason/],
  [/gas storage/, /64\.6/],
  [/Coningsby/, /40\.3/],
  [/Draghi/, /coalition|Five Star/],
  [/quarterfinals/, /Austria/],
  [/Nord Stream/, /21\. Juli/],
];

/** What a model says that knows the answers to the questions of `doctor`, and is ready when it is asked. */
export function knowTheSample(call: ModelCall): ModelBehavior {
  if (!JSON.stringify(call.responseFormat).includes('false-premise')) return says({ answer: 'ready' });
  const wanted = known.find(([question]) => question.test(questionOf(call)))?.[1];
  const found = wanted && sentencesOf(call).find(({ text }) => wanted.test(text));
  return found ? says({ answered: 'yes', sentences: [found.n] }) : says({ answered: 'no', sentences: [] });
}
