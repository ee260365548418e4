import { answer, briefing, why } from './answers.ts';
import { commands, errors, refusals } from './commands.ts';
import { operator, page, setup, trouble } from './operating.ts';
import { chat, firstDay, lines, overview, report, service, slack, subscription } from './service.ts';

/** Every word of our own in English: the shape of every other language's file, and the fallback for entries that it lacks. */
export const en = {
  /** BCP 47: for dates, numbers, lists and names of languages. */
  locale: 'en-GB',
  /** The way it is written, as HTML's `dir` has it. */
  dir: 'ltr',
  /** Between a label and what it names. */
  colon: ': ',
  /** Between the parts of a list, where no "and" is. */
  comma: ', ',
  semicolon: '; ',
  answer,
  briefing,
  chat,
  commands,
  errors,
  firstDay,
  lines,
  operator,
  overview,
  page,
  refusals,
  report,
  service,
  setup,
  slack,
  subscription,
  trouble,
  why,
};
