import { answerMessage } from '../../answers/answer-message.ts';
import type { BriefingLength } from '../../briefings/briefing.ts';
import { parseWindow } from '../../subscriptions/parse-day.ts';
import { parseLanguage } from '../../subscriptions/parse-language.ts';
import { UserError } from '../../user-error.ts';
import { type AnswerSourceOptions, openForAnswers } from '../temporary-newsroom.ts';
import { printJson, printMessage } from '../terminal-output.ts';

/** `kurzwelle who|background|story|ask|search`: the answer as text or JSON. A refusal is an answer and exits with 0. */
export async function answer(
  verb: 'who' | 'background' | 'story' | 'ask' | 'search',
  words: string,
  options: AnswerSourceOptions & { readonly json?: boolean },
): Promise<void> {
  const newsroom = await openForAnswers(options);
  try {
    const found = await newsroom.services.answers[verb](words);
    if (options.json) printJson(found);
    else printMessage(answerMessage(found));
  } finally {
    await newsroom.storage.close();
  }
}

export interface BriefOptions extends AnswerSourceOptions {
  readonly since?: string;
  readonly until?: string;
  readonly length: string;
  readonly language?: string;
  readonly json?: boolean;
}

const lengths = ['headlines', 'short', 'normal', 'long'];

/** `kurzwelle brief`: of the last day, or of everything where sources are given. */
export async function brief(interest: string, options: BriefOptions): Promise<void> {
  if (!lengths.includes(options.length))
    throw new UserError(`Unknown length "${options.length}"; use ${lengths.join(', ')}.`);
  const newsroom = await openForAnswers(options);
  try {
    const { services, archive, clock } = newsroom;
    const extent = await archive.extent();
    const oldest = options.from && extent.since ? extent.since : clock.now().subtract({ hours: 24 });
    const request = {
      interest,
      since: oldest,
      ...parseWindow(options, clock.now(), services.zone),
      length: options.length as BriefingLength,
      language: options.language ? parseLanguage(options.language) : await mainLanguage(newsroom),
      zone: services.zone,
    };
    if (options.json) printJson(await services.briefings.answerNow(request));
    else printMessage(await services.briefings.briefNow(request));
  } finally {
    await newsroom.storage.close();
  }
}

async function mainLanguage({ archive }: Awaited<ReturnType<typeof openForAnswers>>): Promise<string> {
  const newest = await archive.listArticles({ limit: 200 });
  const counts = Map.groupBy(newest, ({ language }) => language);
  const [most] = [...counts].toSorted(([, a], [, b]) => b.length - a.length);
  return most?.[0] ?? 'en';
}

/** `kurzwelle why`: explains what happened to an article or story in this data directory, with the last briefings of subscriptions. */
export async function why(what: string, { subscription }: { readonly subscription?: string } = {}): Promise<void> {
  const subscriptionId = subscription === undefined ? undefined : Number(subscription);
  if (subscriptionId !== undefined && !Number.isSafeInteger(subscriptionId))
    throw new UserError(`"${subscription}" is not a subscription number.`);
  const { services, storage } = await openForAnswers({});
  try {
    printMessage(await services.explain(what, subscriptionId === undefined ? {} : { subscriptionId }));
  } finally {
    await storage.close();
  }
}
