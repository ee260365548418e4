import type { BriefingWriter } from '../briefings/briefing-desk.ts';
import type { Config } from '../config/config.ts';
import type { Log } from '../runtime/log.ts';
import type { GeneratedTexts } from './ask-model.ts';
import { createBriefingWriter, type WriterParts } from './briefing-writer.ts';
import { createModelRecord, type ModelStatus } from './model-record.ts';
import type { TextModel } from './text-model.ts';
import { createWordAnswer, type WordAnswer } from './word-answer.ts';

/** Everything that a configured model adds to the service; without one there is nothing of it. */
export interface Generation {
  readonly writer: BriefingWriter;
  /** Absent where the configuration leaves answers quoted. */
  readonly wordAnswer?: WordAnswer;
  status(): ModelStatus;
}

export interface GenerationParts {
  readonly model: TextModel;
  readonly settings: Config['model'];
  readonly texts: GeneratedTexts;
  readonly variantsOf: WriterParts['variantsOf'];
  readonly log: Log;
  readonly now: () => Temporal.Instant;
}

/** Puts a model to work: briefings, answers where wanted, one record for `status`. */
export function createGeneration({ model, settings, texts, variantsOf, log, now }: GenerationParts): Generation {
  const record = createModelRecord(model.id, now);
  const budget = { tokens: settings.tokensPerBriefing, seconds: settings.secondsPerBriefing };
  const parts: WriterParts = { model, texts, record, log, budget, variantsOf, translates: settings.translate };
  return {
    writer: createBriefingWriter(parts),
    ...(settings.answers ? { wordAnswer: createWordAnswer(parts) } : {}),
    status: () => record.status(),
  };
}
