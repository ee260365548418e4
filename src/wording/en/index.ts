import { answer } from './answer.ts';
import { briefing } from './briefing.ts';
import { page } from './page.ts';
import { slack } from './slack.ts';

export const en = {
  /** BCP 47: for dates, numbers, lists and names of languages. */
  locale: 'en-GB',
  /** The way it is written, as HTML's `dir` has it. */
  dir: 'ltr',
  briefing,
  answer,
  page,
  slack,
};
