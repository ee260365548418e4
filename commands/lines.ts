import type { Caller } from '../src/chat/chat.ts';
import { checkRights } from '../src/chat/check-call.ts';
import type { Message } from '../src/chat/message.ts';
import { context, paragraph } from '../src/chat/write.ts';
import type { ReadLine, Slots } from '../src/intents/line.ts';
import type { TypedSubscription } from '../src/subscriptions/read-wish.ts';
import type { Subscription } from '../src/subscriptions/subscription.ts';
import { cutTo } from '../src/text/limits.ts';
import { fold } from '../src/text/terms.ts';
import { UserError } from '../src/user-error.ts';
import { brief } from './brief.ts';
import {
  askBack,
  type Choice,
  listNames,
  removeWithUndo,
  restoreAll,
  spokenInterest,
  typedAgain,
  withUndo,
} from './line-steps.ts';
import {
  bareWords,
  interestWithNews,
  isAName,
  isWhoCommand,
  isWhyCommand,
  type LineOutcome,
  type LineRequest,
  namedActor,
  storyMeant,
} from './line-subjects.ts';
import { search } from './search.ts';
import { subscribeOrAsk, understood } from './subscribe.ts';
import { describeLinked } from './unfurl.ts';

/** Reads a line and says what is to be done; nothing is done before `run`. */
export async function readTypedLine(request: LineRequest): Promise<LineOutcome> {
  const { text, place, caller, services, say } = request;
  const elsewhere = channelIn(request);
  if (elsewhere !== undefined) return inOtherChannel(elsewhere, request);
  const { zone } = await services.settings.of(caller.channel);
  const line = services.readLine({
    text,
    place,
    zone,
    now: services.now(),
    language: say.locale.split('-')[0] ?? 'en',
  });
  const { slots } = line;
  const command = (name: string, options: Readonly<Record<string, string | undefined>> = {}): LineOutcome => ({
    kind: 'command',
    command: name,
    options: Object.fromEntries(
      Object.entries(options).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
    ),
  });
  const change = (run: () => Promise<Message>): LineOutcome => ({ kind: 'answer', managesChannel: true, run });
  switch (line.intent) {
    case 'subscribe':
      return change(() => subscribeTo(line, request));
    case 'unsubscribe':
    case 'pause':
    case 'resume':
      return change(() => stop(line, request));
    case 'edit':
    case 'move':
      return change(() => reshape(line, request));
    case 'list':
      return command('subscriptions');
    case 'brief': {
      const { interest: typed, since, until, length, language, as } = slots;
      const isAsTyped = typed === undefined || since !== undefined || request.asTyped?.command === 'brief';
      const interest = isAsTyped ? typed : await interestWithNews(typed, request);
      // "Latest on the trial of ...": what no briefing has may be a question that the archive answers.
      if (interest === undefined && !isAsTyped) return command('ask', { question: text });
      return command('brief', { interest, since, until, length, language, as: as === 'week' ? as : undefined });
    }
    case 'who':
      return (await isAName(slots.words, services))
        ? command('who', { actor: slots.words })
        : command('ask', { question: text });
    case 'background':
      return command('background', { topic: slots.words });
    case 'search':
      return command('search', { words: slots.words });
    case 'ask':
      if ((await isWhoCommand(request)) || (await isWhyCommand(request))) return asTyped(request);
      return (await linkedArticle(request)) ?? command('ask', { question: text });
    case 'story':
      return (await storyMeant(slots.interest, request)) ?? unclear(request);
    case 'settings':
      return slots.setting === undefined ? command('settings') : change(() => set(line, request));
    case 'topics':
    case 'status':
    case 'help':
      return command(line.intent);
    case 'courtesy':
      return { kind: 'answer', managesChannel: false, run: async () => courtesy(request, line) };
    case 'why':
      return request.asTyped?.command === 'why' ? asTyped(request) : command('subscriptions');
    default:
      return (
        (await linkedArticle(request)) ??
        (await readByModel(request, command)) ??
        (await bareWords(request)) ??
        asTyped(request)
      );
  }
}

/** "What is this? https://..." asks about that article, if it is archived. */
async function linkedArticle({ text, caller, services }: LineRequest): Promise<LineOutcome | undefined> {
  const message = await describeLinked(text, caller.channel, services);
  return message && { kind: 'answer', managesChannel: false, run: async () => message };
}

/** Another channel that a line names, as its platform writes it. */
function channelIn({ text, caller, askedIn }: LineRequest): string | undefined {
  if (!caller.inChannel || askedIn !== undefined) return undefined;
  const named = caller.channel.platform === 'local' ? /(?<!\S)#\p{L}[\p{L}\p{N}_-]*/u : /<#\w+(?:\|[^<>]*)?>/u;
  return named.exec(text)?.[0];
}

/** A change in another channel asks first, and is for whoever may manage that one; anything else needs no place. */
async function inOtherChannel(named: string, request: LineRequest): Promise<LineOutcome> {
  const { caller, say } = request;
  const lookUp = async (): Promise<Caller> => (await caller.inChannel?.(named)) ?? caller;
  const text = request.text.replace(named, ' ').replaceAll(/\s+/gu, ' ').trim();
  const there = { ...request, text, caller: await lookUp(), askedIn: caller.channel.channelId };
  const outcome = await readTypedLine(there);
  if (outcome.kind === 'command' || !outcome.managesChannel) return outcome;
  const allowed = async (): Promise<Message> => {
    checkRights(true, await lookUp());
    return outcome.run();
  };
  const run = async (): Promise<Message> => {
    checkRights(true, there.caller);
    const { channelId } = there.caller.channel;
    const question = paragraph(`${say.lines.elsewhere} `, { kind: 'channel', id: channelId });
    const choices = [{ label: say.lines.yes, run: allowed }];
    return askBack({ summary: say.lines.elsewhere, blocks: [question] }, choices, {
      ...request,
      askedIn: there.askedIn,
    });
  };
  return { kind: 'answer', managesChannel: false, run };
}

function choose(question: string, request: LineRequest, choices: readonly Choice[]): Message {
  return askBack({ summary: question, blocks: [paragraph(question)] }, choices, request);
}

/** Answers a greeting with what the bot is, and thanks, praise or a farewell in kind. */
function courtesy({ say }: LineRequest, { greets }: Pick<ReadLine, 'greets'> = {}): Message {
  const { friendly, gladly, canDo } = say.lines;
  const answer = greets ? friendly : gladly;
  return { summary: answer, blocks: [paragraph(answer), context(canDo)] };
}

/** What a model reads in a line that the grammar leaves unclear; what is wrong as a command is said, not read. */
async function readByModel(
  request: LineRequest,
  command: (name: string, options?: Readonly<Record<string, string>>) => LineOutcome,
): Promise<LineOutcome | undefined> {
  const { problem, text, services } = request;
  if (problem !== undefined || text.trim() === '') return undefined;
  const read = await services.readUnclearLine?.(text);
  if (read === 'ask') return command('ask', { question: text });
  if (read === 'search') return command('search', { words: text });
  if (read === 'list') return command('subscriptions');
  if (read === 'courtesy') return { kind: 'answer', managesChannel: false, run: async () => courtesy(request) };
  return read && command(read);
}

/** What no intent is read from: the command that it is by the letter, a question of some words, or one to ask back. */
function asTyped(request: LineRequest): LineOutcome {
  const { asTyped: typed, problem, text } = request;
  if (problem !== undefined) throw new UserError(() => problem);
  const isShort = text.trim().split(/\s+/u).length < 3;
  return typed === undefined || (typed.command === 'ask' && isShort) ? unclear(request) : { kind: 'command', ...typed };
}

/** Asks back with what the words could be meant for. */
function unclear(request: LineRequest): LineOutcome {
  const { notSure, canDo, searchFor, briefingOn } = request.say.lines;
  const { text: words, caller, services, say } = request;
  const given = { caller, services, say };
  const choices = [
    { label: briefingOn(cutTo('label', words)), run: () => brief.run({ interest: words }, given) },
    { label: searchFor(cutTo('label', words)), run: () => search.run({ words }, given) },
  ];
  const question = { summary: notSure, blocks: [paragraph(notSure), context(canDo)] };
  const run = async () =>
    askBack(question, words === '' ? [] : choices.map((one) => ({ ...one, managesChannel: false })), request);
  return { kind: 'answer', managesChannel: false, run };
}

/** The slots as they are typed in a command. */
function typedSlots({ times, days, zone, language, length, as, stories }: Slots): Omit<TypedSubscription, 'interest'> {
  return {
    times: times?.join(', '),
    days: days?.replaceAll(',', ', '),
    zone,
    language,
    length,
    as,
    stories: stories?.toString(),
  };
}

/** Subscribes; asks first where the line leaves a doubt, a word is only near to a topic, or nothing of the last days has it. */
async function subscribeTo(line: ReadLine, request: LineRequest): Promise<Message> {
  const { services, say } = request;
  const interest = await namedActor(line.slots.interest ?? 'everything', services);
  const wish = { ...typedSlots(line.slots), interest };
  const add = (meant: string) =>
    subscribeOrAsk({ ...wish, interest: meant }, request, (subscription, stories) =>
      understood(subscription, request, stories),
    );
  const { didYouMean, keepIt, sure, yes } = say.lines;
  if (line.near) {
    const { typed, topic } = line.near;
    const name = spokenInterest(topic, request);
    return choose(didYouMean(name), request, [
      { label: name, run: () => add(interest) },
      { label: keepIt, run: () => add(interest.replace(topic, typed)) },
    ]);
  }
  if (line.confirm !== true) return add(interest);
  return choose(sure(spokenInterest(interest, request)), request, [{ label: yes, run: () => add(interest) }]);
}

/** The subscriptions of the channel that a line means. */
async function meantBy(which: string | undefined, { caller, services }: LineRequest): Promise<readonly Subscription[]> {
  const all = await services.subscriptions.ofChannel(caller);
  if (which === undefined || which === 'all') return all;
  const numbers = /^[\d,]+$/u.test(which) ? which.split(',').map(Number) : [];
  if (numbers.length > 0) return Promise.all(numbers.map((id) => services.subscriptions.get(caller, id)));
  const same = all.filter(({ interest }) => plain(interest) === plain(which));
  return same.length > 0 ? same : all.filter(({ interest }) => plain(interest).includes(plain(which)));
}

const plain = (interest: string): string => fold(interest.replaceAll(/\b(?:actor|region|topic):|"/gu, ''));

/** Whether a line is to be confirmed: not where all that made it unsure is a name, and a subscription has it. */
function mustConfirm(
  { confirm, isSureIfNamed, slots: { which = '' } }: ReadLine,
  meant: readonly Subscription[],
): boolean {
  return confirm === true && !(isSureIfNamed && meant.every(({ interest }) => plain(interest) === plain(which)));
}

function noneOf(which: string | undefined, request: LineRequest): UserError {
  return new UserError((say) =>
    which === undefined ? say.subscription.none : say.lines.noneOn(spokenInterest(which, request)),
  );
}

/** Unsubscribes, pauses or resumes one, or asks which; all of them only after Yes. */
async function stop(line: ReadLine, request: LineRequest): Promise<Message> {
  const { caller, services, say } = request;
  const { which, until } = line.slots;
  const meant = await meantBy(which, request);
  const [first, second] = meant;
  if (!first) throw noneOf(which, request);
  const { all, whichOne, each, yes } = say.lines;
  const end = until === undefined ? undefined : until.replace(/^PT?(\d+)D$/u, '$1d').replace(/^PT\d+H$/u, '1d');
  const act = async (list: readonly Subscription[]): Promise<Message> => {
    if (line.intent === 'unsubscribe') return removeWithUndo(list, request);
    for (const { id } of list)
      await (line.intent === 'pause'
        ? services.subscriptions.pause(caller, id, end)
        : services.subscriptions.resume(caller, id));
    const { paused, resumed } = say.lines;
    const summary = (line.intent === 'pause' ? paused : resumed)(listNames(list, request));
    return withUndo({ summary, blocks: [paragraph(summary)] }, () => restoreAll(list, request), request);
  };
  const isRisky = mustConfirm(line, meant);
  if (!isRisky && (!second || which !== undefined)) return act(meant);
  const named =
    which === 'all'
      ? []
      : meant.slice(0, mostOffered).map((one) => ({
          label: each(String(one.id), spokenInterest(one.interest, request)),
          run: () => act([one]),
        }));
  const everything = second ? [{ label: all(String(meant.length)), run: () => act(meant) }] : [];
  const choices = which === 'all' || !second ? [{ label: yes, run: () => act(meant) }] : [...named, ...everything];
  return choose(second && which !== 'all' ? whichOne : say.lines.sure(listNames(meant, request)), request, choices);
}

/** A row of buttons on each platform, with room for "all". */
const mostOffered = 4;

/** Changes one subscription; asks which where several are meant. */
async function reshape(line: ReadLine, request: LineRequest): Promise<Message> {
  const { caller, services, say } = request;
  const { which, interest } = line.slots;
  const meant = await meantBy(which, request);
  const [first, second] = meant;
  if (!first) throw noneOf(which, request);
  const act = async (present: Subscription): Promise<Message> => {
    const wanted = Object.fromEntries(
      Object.entries(typedSlots(line.slots)).filter(([, value]) => value !== undefined),
    );
    const changed = await services.subscriptions.change(caller, present.id, {
      ...typedAgain(present),
      ...wanted,
      interest: reshaped(present.interest, line) ?? interest ?? present.interest,
    });
    return withUndo(await understood(changed, request), () => services.subscriptions.restore(caller, present), request);
  };
  if (!second && !mustConfirm(line, meant)) return act(first);
  return choose(
    say.lines.whichOne,
    request,
    meant.slice(0, mostOffered).map((one) => ({
      label: say.lines.each(String(one.id), spokenInterest(one.interest, request)),
      run: () => act(one),
    })),
  );
}

/** The interest with what the line adds to it or leaves out of it. */
function reshaped(present: string, { reshape }: ReadLine): string | undefined {
  if (!reshape) return undefined;
  const { how, what } = reshape;
  if (how === 'add') return [present, ...what].join(' OR ');
  const whole = /\bOR\b/u.test(present) ? `(${present})` : present;
  return [whole, ...what.map((one) => `NOT ${one}`)].join(' AND ');
}

/** Sets the channel's zone or language. */
async function set({ slots: { setting, value = '' }, confirm }: ReadLine, request: LineRequest): Promise<Message> {
  const { caller, services, say } = request;
  if (confirm === true) {
    const run = () => set({ intent: 'settings', slots: { setting: setting ?? 'zone', value } }, request);
    return choose(say.lines.sure(value), request, [{ label: say.lines.yes, run }]);
  }
  const before = await services.settings.of(caller.channel);
  const changed = await services.settings.change(caller, setting === 'zone' ? { zone: value } : { language: value });
  const summary = say.lines.understood(
    `${say.service.settings[setting ?? 'zone']}${say.colon}${setting === 'zone' ? changed.zone : changed.language}`,
  );
  const undo = () => services.settings.restore(caller, before);
  return withUndo({ summary, blocks: [paragraph(summary)] }, undo, request);
}
