import type { AnswerContext } from '../answers/answer-archive.ts';
import type { SectionChooser } from '../answers/choose-lines.ts';
import type { BriefingChoosing, BriefingWriter } from '../briefings/briefing-desk.ts';
import type { Config } from '../config/config.ts';
import type { Log } from '../runtime/log.ts';
import { createBriefingWriter, type WriterParts } from './briefing-writer.ts';
import { createDailyLimit } from './budget.ts';
import { createBriefingChoosing } from './choose-in-briefing.ts';
import { createModelRecord, type ModelStatus } from './model-record.ts';
import { isInTwoSteps } from './model-schema.ts';
import { createUnclearLineReader, type UnclearLineReader } from './read-line-by-model.ts';
import { createAnswering, createSectionChooser } from './select-by-model.ts';
import type { GeneratedTexts, TextModel } from './text-model.ts';
import { createVectorCache } from './widen-by-model.ts';
import { createWordAnswer, type WordAnswer } from './word-answer.ts';

/** Everything that a configured model adds to the service; without one there is nothing of it. Each part is absent where it is switched off. */
export interface Generation {
  readonly writer?: BriefingWriter;
  readonly choosing?: BriefingChoosing;
  /** What chooses one answer and widens its search; its time runs from now. */
  readonly createAnswering?: () => Pick<AnswerContext, 'selector' | 'widening'>;
  /** A chooser of sections for one answer, whose time runs from now. */
  readonly createSectionChooser?: () => SectionChooser;
  readonly readUnclearLine?: UnclearLineReader;
  readonly wordAnswer?: WordAnswer;
  status(): ModelStatus;
  /** Ends what it started, if anything. */
  stop?(): Promise<void>;
}

export interface GenerationParts {
  readonly model: TextModel;
  readonly settings: Config['model'];
  readonly texts: GeneratedTexts;
  readonly variantsOf: WriterParts['variantsOf'];
  readonly log: Log;
  readonly now: () => Temporal.Instant;
}

/** Puts a model to work, with one record for `status` and one limit of the day for all of it. */
export function createGeneration({ model, settings, texts, variantsOf, log, now }: GenerationParts): Generation {
  const record = createModelRecord(model.id, now);
  const day = createDailyLimit({ tokens: settings.tokensPerDay, minutes: settings.minutesPerDay }, now);
  const { chooses, wording } = settings;
  const asking = { model, texts, record, log, day };
  const perBriefing = { tokens: settings.tokensPerBriefing, seconds: settings.secondsPerBriefing };
  const perAnswer = { tokens: settings.tokensPerAnswer, seconds: settings.answerSeconds };
  const writing: WriterParts = { ...asking, budget: perBriefing, variantsOf, wording };
  const selecting = {
    ...asking,
    budget: perAnswer,
    inTwoSteps: isInTwoSteps(settings),
    rewords: settings.rewords,
    vectors: createVectorCache(),
  };
  return {
    ...(wording.briefings || wording.translate ? { writer: createBriefingWriter(writing) } : {}),
    ...(chooses.includes('briefings') ? { choosing: createBriefingChoosing({ ...asking, budget: perBriefing }) } : {}),
    ...(chooses.includes('answers') ? { createAnswering: () => createAnswering(selecting) } : {}),
    ...(chooses.includes('backgrounds') ? { createSectionChooser: () => createSectionChooser(selecting) } : {}),
    ...(chooses.includes('lines') ? { readUnclearLine: createUnclearLineReader(selecting) } : {}),
    ...(wording.answers ? { wordAnswer: createWordAnswer(writing) } : {}),
    status: () => record.status(),
  };
}
