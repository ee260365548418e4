import type { Answer } from '../src/answers/answer.ts';
import type { ActorProfile, Archive, StorySummary } from '../src/answers/archive.ts';
import type { TimelineSubject } from '../src/answers/background/whole-timeline.ts';
import type { LineReport } from '../src/answers/evidence.ts';
import type { Article } from '../src/articles/article.ts';
import type { Topic } from '../src/articles/topics.ts';
import type { Briefing, BriefingLength } from '../src/briefings/briefing.ts';
import type { Caller, ChannelRef } from '../src/chat/chat.ts';
import type { Command, OptionDefinition } from '../src/chat/command.ts';
import type { Choice, Message, MessageBlock } from '../src/chat/message.ts';
import type { ExplainFor } from '../src/ingest/explain.ts';
import type { FeedStatus } from '../src/ingest/feed-health.ts';
import type { LineReader } from '../src/intents/read-line.ts';
import type { ModelStatus } from '../src/models/model-record.ts';
import type { UnclearLineReader } from '../src/models/read-line-by-model.ts';
import type { ChannelSettings, TypedSettings } from '../src/subscriptions/channel-settings.ts';
import type { OutlookDay } from '../src/subscriptions/outlook.ts';
import type { TypedStyle } from '../src/subscriptions/parse-look.ts';
import type { TypedSubscription } from '../src/subscriptions/read-wish.ts';
import type { NewSubscription, Subscription } from '../src/subscriptions/subscription.ts';
import type { Catalog } from '../src/wording/catalog.ts';

/** The services for commands, buttons and completion. Built in src/services; a command sees nothing else of the service. */
export interface CommandServices {
  readonly archive: Archive;
  readonly answers: AnswerService;
  readonly briefings: BriefingService;
  readonly subscriptions: SubscriptionService;
  readonly settings: SettingsService;
  /** Stories that a channel has muted. */
  readonly mutes: MuteService;
  /** A composed briefing, by its id. */
  readonly findBriefing: (id: string) => Promise<Briefing | undefined>;
  /** The article at a URL, if the archive has it. */
  readonly articleOf: (url: string) => Promise<Article | undefined>;
  /** A chart of an actor's mentions over time, if there is anything to draw. */
  readonly mentionChart: (
    actorId: number,
    facts: { readonly name: string; readonly language: string },
  ) => Promise<PictureBlock | undefined>;
  /** Languages of the feeds, for completion. */
  readonly languages: readonly string[];
  readonly topics: readonly Topic[];
  readonly status: () => Promise<ServiceStatus>;
  /** Explains why an entry or story was, or was not, archived and delivered; see ingest/explain.ts. */
  readonly explain: (what: string, whose?: ExplainFor) => Promise<Message>;
  /** Whether it would explain that. */
  readonly explains: (what: string, whose: ExplainFor) => Promise<boolean>;
  /** Reads lines that people type in words of their own. */
  readonly readLine: LineReader;
  /** Keeps a reader's report of a line for the operator. */
  readonly reportLine: (report: LineReport) => Promise<void>;
  /** The interests that somebody may have meant by words: topics, countries, people of the archive. */
  readonly suggestInterests: (typed: string, say: Catalog) => Promise<readonly Choice[]>;
  /** Reads what that leaves unclear, where a model is configured for it. */
  readonly readUnclearLine?: UnclearLineReader | undefined;
  /** What buttons of questions and of Undo do. */
  readonly steps: Steps;
  readonly now: () => Temporal.Instant;
  /** The time zone for users whose channel has none yet. */
  readonly zone: string;
}

/** `reader` is the language of the interface, if it differs from that of the articles or the question. */
export interface AnswerService {
  who(nameOrId: string | number, reader?: string, conversation?: string): Promise<Answer>;
  background(topic: string, reader?: string, conversation?: string): Promise<Answer>;
  story(story: string, reader?: string): Promise<Answer>;
  /** `conversation` identifies the person and place: recent questions there are remembered, so that "and why?" can follow them. */
  ask(question: string, reader?: string, conversation?: string): Promise<Answer>;
  search(words: string, reader?: string): Promise<Answer>;
  quotes(actor: ActorProfile, reader?: string): Promise<Answer>;
  timeline(subject: TimelineSubject, reader?: string): Promise<Answer>;
}

/** Something that a button does once. */
export interface Step {
  readonly channelId: string;
  readonly managesChannel: boolean;
  /** Of this person alone. */
  readonly userId?: string;
  run(): Promise<Message>;
}

/** Steps that are kept for ten minutes, in this process alone. */
export interface Steps {
  /** Gives the value of its button. */
  keep(step: Step): string;
  find(value: string): Step | undefined;
  drop(value: string): void;
}

/** The muted stories of a channel. */
export interface MuteService {
  /** Most recently muted first. */
  of(caller: Caller): Promise<readonly StorySummary[]>;
  add(caller: Caller, storyId: number): Promise<void>;
  remove(caller: Caller, storyId: number): Promise<void>;
}

export type PictureBlock = Extract<MessageBlock, { kind: 'picture' }>;

/** A briefing on request. */
export interface BriefingRequestNow {
  readonly interest: string;
  /** Left out, the last day; where that has little on the interest, further days until some have. */
  readonly since?: Temporal.Instant | undefined;
  /** The end of a day in the past; with `since`, which it needs. What was published then is read as it stands by now. */
  readonly until?: Temporal.Instant | undefined;
  readonly length: BriefingLength;
  /** The week in review, of seven days unless `since` says otherwise. */
  readonly as?: 'week';
  readonly language: string;
  readonly zone: string;
  /** The language of the interface, if it differs from that of the articles. */
  readonly reader?: string;
  /** Whose it is, so that they may open its stories by their numbers. */
  readonly caller?: Caller;
}

/** Briefings outside the schedule. */
export interface BriefingService {
  /** A briefing for the user: everything in the archive since then, seed included. */
  briefNow(request: BriefingRequestNow): Promise<Message>;
  /** The same in the output format of an answer, for scripts. */
  answerNow(request: BriefingRequestNow): Promise<Answer>;
  /** A preview of a subscription's next briefing. */
  preview(subscription: Subscription): Promise<Message>;
  /** What the user's channel missed: since its last briefings, or since the given time. */
  catchUp(caller: Caller, since: Temporal.Instant | undefined, reader?: string): Promise<Message>;
  /** What an interest would have matched in the last days. */
  outlook(
    interest: string,
    reader: { readonly language: string; readonly zone: string; readonly reader?: string },
  ): Promise<Outlook>;
  /** The first of these interests that an article of the last so many days is on. */
  firstWithNews(interests: readonly string[], language: string, days: number): Promise<string | undefined>;
  /** The briefing that the caller asked for of late, or else the last one that their channel got. */
  shownTo(caller: Caller): Promise<Briefing | undefined>;
  /** The words, names and places of an interest that no article of the last seven days holds; none where nothing was read in these days. */
  deadParts(interest: string, language: string): Promise<readonly string[]>;
  /** Queues a briefing of a subscription in the outbox, outside its slots. */
  sendNow(subscription: Subscription): Promise<SentNow>;
}

/** What an interest would have matched, day by day. */
export interface Outlook {
  readonly title: string;
  readonly topicName?: string;
  readonly accent?: string;
  /** Newest first. */
  readonly days: readonly OutlookDay[];
  /** How many of them the archive has any articles of: a new one begins with its first poll. */
  readonly daysRead: number;
}

export type SentNow =
  | { readonly kind: 'planned' | 'under-way' }
  | { readonly kind: 'nothing-new'; readonly since: Temporal.Instant };

/** A channel's time zone, language and quiet hours. */
export interface SettingsService {
  of(channel: ChannelRef): Promise<ChannelSettings>;
  change(caller: Caller, typed: TypedSettings): Promise<ChannelSettings>;
  /** What channels of the server without settings of their own have; undefined if nobody set it. */
  ofServer(channel: ChannelRef): Promise<ChannelSettings | undefined>;
  /** What a channel of a server has where nobody set anything. */
  readonly defaults: ChannelSettings;
  changeServer(caller: Caller, typed: TypedSettings): Promise<ChannelSettings>;
  /** Puts settings back as they were; with `isServer` those of the whole server. */
  restore(caller: Caller, before: ChannelSettings, which?: { readonly isServer: boolean }): Promise<void>;
}

/** A channel's subscriptions; throws UserError if the user may not change them. */
export interface SubscriptionService {
  add(caller: Caller, wish: TypedSubscription): Promise<Subscription>;
  /** What `add` would store; throws as it does. */
  prepare(caller: Caller, wish: TypedSubscription): Promise<NewSubscription>;
  change(caller: Caller, id: number, wish: TypedSubscription): Promise<Subscription>;
  /** A subscription of the user's channel; throws UserError if the number does not exist. */
  get(caller: Caller, id: number): Promise<Subscription>;
  ofChannel(caller: Caller): Promise<readonly Subscription[]>;
  /** Of all channels of the server or workspace, by channel. */
  ofServer(caller: Caller): Promise<readonly Subscription[]>;
  /** `until` as typed: the day on which it resumes by itself. */
  pause(caller: Caller, id: number, until?: string): Promise<Subscription>;
  resume(caller: Caller, id: number): Promise<Subscription>;
  /** Sets whom its posts mention and the appearance of their sender, as typed. */
  setAppearance(caller: Caller, id: number, style: TypedStyle): Promise<Subscription>;
  /** Sets whether each of its stories is posted by itself, with a thread of its own. */
  setThreads(caller: Caller, id: number, storyThreads: boolean): Promise<Subscription>;
  /** Puts back what a person decided of a subscription, as it was; of a removed one under a new number. */
  restore(caller: Caller, before: Subscription): Promise<Subscription>;
  remove(caller: Caller, id: number): Promise<Subscription>;
  /** Offers it for a move to another channel. */
  offer(caller: Caller, id: number): Promise<Subscription>;
  /** Subscriptions that the user offered elsewhere and can move here. */
  offers(caller: Caller): Promise<readonly Subscription[]>;
  take(caller: Caller, typedId: string): Promise<Subscription>;
  lastSent(id: number): Promise<Temporal.Instant | undefined>;
  next(subscription: Subscription): Temporal.Instant | undefined;
}

/** The state of the service, for `/status` and the operator's page. */
export interface ServiceStatus {
  readonly startedAt: Temporal.Instant;
  readonly articles: number;
  readonly since?: Temporal.Instant;
  readonly feeds: readonly FeedStatus[];
  readonly deliveries: Readonly<Partial<Record<string, number>>>;
  readonly subscriptions: number;
  /** Present if a model is configured. */
  readonly model?: ModelStatus;
  /** What chooses the sentences of answers, if not words alone. */
  readonly answersBy?: string;
  /** Absent if it is not. */
  readonly archiveDamaged?: boolean;
}

/** Defines a command with its services and preserves the types of its options. */
export function defineCommand<const Options extends Record<string, OptionDefinition>>(
  command: Command<CommandServices, Options>,
): Command<CommandServices> {
  // The types of the options matter only inside `run`; dispatch has validated the values before the call.
  return command as unknown as Command<CommandServices>;
}
