import { brief as briefCommand } from '../../../commands/brief.ts';
import { answerMessage } from '../../answers/answer-message.ts';
import type { BriefingLength } from '../../briefings/briefing.ts';
import { parseCommandLine } from '../../chat/parse-command-line.ts';
import type { Newsroom } from '../../services/newsroom.ts';
import { withPresets } from '../../subscriptions/interest-spelling.ts';
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
    const interest = verb === 'ask' && found.refused ? newsWanted(words, newsroom) : undefined;
    const request = interest === undefined ? undefined : await requestFor(interest, options, newsroom);
    const news = request && (await newsroom.services.briefings.answerNow(request));
    if (options.json) printJson(news?.refused === false ? news : found);
    else if (request && news?.refused === false) printMessage(await newsroom.services.briefings.briefNow(request));
    else printMessage(answerMessage(found));
  } finally {
    await newsroom.storage.close();
  }
}

/** What a line that asks for news is about: "What is happening in Sudan?" is a briefing in chats, too. */
function newsWanted(words: string, { services, clock }: Newsroom): string | undefined {
  const { intent, slots } = services.readLine({ text: words, place: 'dm', zone: services.zone, now: clock.now() });
  return intent === 'brief' ? slots.interest : undefined;
}

/** Options of `/brief`, by their names there. */
interface BriefOptions {
  readonly since?: string;
  readonly until?: string;
  readonly without?: string;
  readonly length?: string;
  readonly as?: string;
  readonly language?: string;
}

/** `kurzwelle brief`: of the last day, or of everything where sources are given. Takes options as `/brief` does, too: "as:week". */
export async function brief(
  words: string,
  { json, from, ...options }: BriefOptions & AnswerSourceOptions & { readonly json?: boolean },
): Promise<void> {
  const named = Object.entries(options).map(([name, value]) => `${name}:"${value}"`);
  const typed = parseCommandLine(['/brief', words, ...named].join(' '), [briefCommand]);
  if (typed.kind === 'unclear') throw new UserError(typed.problem);
  const { interest = 'everything', without, ...rest } = typed.options;
  const newsroom = await openForAnswers({ ...(from && { from }) });
  try {
    const { briefings } = newsroom.services;
    const request = await requestFor(withPresets(interest, without), { ...rest, ...(from && { from }) }, newsroom);
    if (json) printJson(await briefings.answerNow(request));
    else printMessage(await briefings.briefNow(request));
  } finally {
    await newsroom.storage.close();
  }
}

async function requestFor(interest: string, options: BriefOptions & AnswerSourceOptions, newsroom: Newsroom) {
  const { services, archive, clock } = newsroom;
  const extent = await archive.extent();
  const oldest = options.from && extent.since ? extent.since : clock.now().subtract({ hours: 24 });
  return {
    interest,
    ...(options.as === 'week' ? { as: 'week' as const } : { since: oldest }),
    ...parseWindow(options, clock.now(), services.zone),
    length: (options.length ?? 'normal') as BriefingLength,
    language: options.language ? parseLanguage(options.language) : await mainLanguage(newsroom),
    zone: services.zone,
  };
}

async function mainLanguage({ archive }: Newsroom): Promise<string> {
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
