import type { Answer } from '../src/answers/answer.ts';
import type { ActorProfile, Archive, StorySummary } from '../src/answers/archive.ts';
import type { TimelineSubject } from '../src/answers/background/whole-timeline.ts';
import type { Article } from '../src/articles/article.ts';
import type { Topic } from '../src/articles/topics.ts';
import type { Briefing, BriefingLength } from '../src/briefings/briefing.ts';
import type { Asker, ChannelRef } from '../src/chat/chat.ts';
import type { Command, OptionDefinition } from '../src/chat/command.ts';
import type { Message, MessageBlock } from '../src/chat/message.ts';
import type { ExplainFor } from '../src/ingest/explain.ts';
import type { FeedStatus } from '../src/ingest/feed-status.ts';
import type { ModelStatus } from '../src/models/ask-model.ts';
import type { ChannelSettings, TypedSettings } from '../src/subscriptions/channel-settings.ts';
import type { OutlookDay } from '../src/subscriptions/outlook.ts';
import type { TypedStyle } from '../src/subscriptions/parse-look.ts';
import type { TypedSubscription } from '../src/subscriptions/read-wish.ts';
import type { Subscription } from '../src/subscriptions/subscription.ts';

/** What commands, buttons and completion may use. Built in src/assembly; a command sees nothing else of the service. */
export interface CommandServices {
  readonly archive: Archive;
  readonly answers: AnswerService;
  readonly briefings: BriefingService;
  readonly subscriptions: SubscriptionService;
  readonly settings: SettingsService;
  /** Stories that a channel wants to hear no more of. */
  readonly mutes: MuteService;
  /** A briefing that was composed, by its id. */
  readonly findBriefing: (id: string) => Promise<Briefing | undefined>;
  /** The article that a link leads to, if the archive has it. */
  readonly articleOf: (url: string) => Promise<Article | undefined>;
  /** An actor's mentions over time as a picture, where there is anything to draw. */
  readonly mentionChart: (
    actorId: number,
    facts: { readonly name: string; readonly language: string },
  ) => Promise<PictureBlock | undefined>;
  /** Languages that the feeds bring, for completion. */
  readonly languages: readonly string[];
  readonly topics: readonly Topic[];
  readonly status: () => Promise<ServiceStatus>;
  /** Why an entry or story was, or was not, archived and told; see ingest/explain.ts. */
  readonly explain: (what: string, whose?: ExplainFor) => Promise<Message>;
  readonly now: () => Temporal.Instant;
  /** Zone for people whose channel has none yet. */
  readonly zone: string;
}

/** `reader` is the language of our own words, where it is not the articles' or the question's. */
export interface AnswerService {
  who(nameOrId: string | number, reader?: string): Promise<Answer>;
  background(topic: string, reader?: string): Promise<Answer>;
  story(story: string, reader?: string): Promise<Answer>;
  ask(question: string, reader?: string): Promise<Answer>;
  search(words: string, reader?: string): Promise<Answer>;
  quotes(actor: ActorProfile, reader?: string): Promise<Answer>;
  timeline(subject: TimelineSubject, reader?: string): Promise<Answer>;
}

/** Stories that a channel does not want. */
export interface MuteService {
  /** The last one muted first. */
  of(asker: Asker): Promise<readonly StorySummary[]>;
  add(asker: Asker, storyId: number): Promise<void>;
  remove(asker: Asker, storyId: number): Promise<void>;
}

export type PictureBlock = Extract<MessageBlock, { kind: 'picture' }>;

/** A briefing that somebody asks for now. */
export interface BriefingRequestNow {
  readonly interest: string;
  readonly since: Temporal.Instant;
  readonly length: BriefingLength;
  readonly language: string;
  readonly zone: string;
  /** The language of our own words, where it is not the articles'. */
  readonly reader?: string;
}

/** Briefings beside the schedule. */
export interface BriefingService {
  /** A briefing for the asker: what the archive has since then, seed included. */
  briefNow(request: BriefingRequestNow): Promise<Message>;
  /** The same in the shape of an answer, for scripts. */
  answerNow(request: BriefingRequestNow): Promise<Answer>;
  /** What a subscription's next briefing would say now. */
  preview(subscription: Subscription): Promise<Message>;
  /** What the asker's channel missed: since its last briefings, or since then. */
  catchUp(asker: Asker, since: Temporal.Instant | undefined, reader?: string): Promise<Message>;
  /** What the last days would have brought for an interest. */
  outlook(
    interest: string,
    reader: { readonly language: string; readonly zone: string; readonly reader?: string },
  ): Promise<Outlook>;
  /** Puts a briefing of a subscription into the outbox, outside its slots. */
  sendNow(subscription: Subscription): Promise<SentNow>;
}

/** What an interest would have brought, day by day. */
export interface Outlook {
  readonly title: string;
  readonly topicName?: string;
  readonly accent?: string;
  /** Newest first. */
  readonly days: readonly OutlookDay[];
}

export type SentNow =
  | { readonly kind: 'planned' | 'under-way' }
  | { readonly kind: 'nothing-new'; readonly since: Temporal.Instant };

/** A channel's zone, language, quiet hours. */
export interface SettingsService {
  of(channel: ChannelRef): Promise<ChannelSettings>;
  change(asker: Asker, typed: TypedSettings): Promise<ChannelSettings>;
}

/** A channel's standing requests; throws UserError where the asker may not change them. */
export interface SubscriptionService {
  add(asker: Asker, wish: TypedSubscription): Promise<Subscription>;
  change(asker: Asker, id: number, wish: TypedSubscription): Promise<Subscription>;
  /** Of the asker's channel; throws UserError where there is none of that number. */
  get(asker: Asker, id: number): Promise<Subscription>;
  ofChannel(asker: Asker): Promise<readonly Subscription[]>;
  /** `until` as typed: a day on which it goes on by itself. */
  pause(asker: Asker, id: number, until?: string): Promise<Subscription>;
  resume(asker: Asker, id: number): Promise<Subscription>;
  /** Whom its posts mention and how their sender looks, as typed. */
  setAppearance(asker: Asker, id: number, style: TypedStyle): Promise<Subscription>;
  remove(asker: Asker, id: number): Promise<Subscription>;
  /** Lets the asker take it to another channel. */
  offer(asker: Asker, id: number): Promise<Subscription>;
  /** What the asker offered elsewhere and can take here. */
  offers(asker: Asker): Promise<readonly Subscription[]>;
  take(asker: Asker, typedId: string): Promise<Subscription>;
  lastSent(id: number): Promise<Temporal.Instant | undefined>;
  next(subscription: Subscription): Temporal.Instant | undefined;
}

/** How the service is, for `/status` and the operator's page. */
export interface ServiceStatus {
  readonly startedAt: Temporal.Instant;
  readonly articles: number;
  readonly since?: Temporal.Instant;
  readonly feeds: readonly FeedStatus[];
  readonly deliveries: Readonly<Partial<Record<string, number>>>;
  readonly subscriptions: number;
  /** Where a model is configured. */
  readonly model?: ModelStatus;
  /** Left out where it is not. */
  readonly archiveDamaged?: boolean;
}

/** Gives a command its services and keeps the types of its options. */
export function defineCommand<const Options extends Record<string, OptionDefinition>>(
  command: Command<CommandServices, Options>,
): Command<CommandServices> {
  // The options' types matter inside `run` only; dispatch has checked the values when it calls.
  return command as unknown as Command<CommandServices>;
}
