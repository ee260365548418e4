import type { Message, Span } from '../src/chat/message.ts';
import { context, heading, paragraph, words } from '../src/chat/write.ts';
import type { Catalog } from '../src/wording/catalog.ts';
import { en } from '../src/wording/en/index.ts';
import { numbered } from '../src/wording/formats.ts';
import { reason, reasonWords } from '../src/wording/reason.ts';
import { defineCommand, type ServiceStatus } from './define-command.ts';

export const status = defineCommand({
  name: 'status',
  description: en.commands.status.description,
  example: 'status',
  options: {},
  async run(_options, { services, say }) {
    return statusMessage(await services.status(), { zone: services.zone, say });
  },
});

/** The state of the service; without `startedAt` if it is not the running service that answers. */
export function statusMessage(
  facts: Omit<ServiceStatus, 'startedAt'> & Partial<Pick<ServiceStatus, 'startedAt'>>,
  { zone, say }: { readonly zone: string; readonly say: Catalog },
): Message {
  const texts = say.service.status;
  const troubled = facts.feeds.filter(({ problem }) => problem !== undefined);
  const health = facts.archiveDamaged ? texts.archiveDamaged : healthOf(troubled.length, facts.feeds.length, say);
  return {
    summary: health,
    blocks: [
      heading(texts.title),
      paragraph(health),
      {
        kind: 'fields',
        fields: [
          { name: texts.archive, value: archiveSpans(facts, zone, say) },
          { name: texts.feeds, value: [words(String(facts.feeds.length))] },
          { name: texts.subscriptions, value: [words(String(facts.subscriptions))] },
          { name: texts.deliveries, value: [words(countsOf(facts.deliveries, say))] },
          { name: texts.answersBy, value: [words(facts.answersBy ?? texts.words)] },
          ...(facts.model ? [{ name: texts.model, value: modelSpans(facts.model, zone, say) }] : []),
          ...(facts.startedAt ? [{ name: texts.runningSince, value: [timeSpan(facts.startedAt, zone)] }] : []),
        ],
      },
      ...(troubled.length > 0
        ? [{ kind: 'list' as const, items: troubled.map((feed) => troubleSpans(feed, zone, say)) }]
        : []),
      ...facts.feeds.flatMap(({ name, notes }) => notes.map((note) => context(`${name}: ${note}`))),
    ],
  };
}

function healthOf(troubled: number, all: number, { service: { status: texts } }: Catalog): string {
  if (all === 0) return texts.noneRead;
  return troubled === 0 ? texts.allWell : texts.needLook(String(troubled), String(all));
}

function archiveSpans(
  { articles, since }: Pick<ServiceStatus, 'articles' | 'since'>,
  zone: string,
  { answer, service }: Catalog,
): readonly Span[] {
  const count = words(answer.articles(articles));
  if (!since) return [count];
  return [count, words(` · ${service.status.since} `), { kind: 'time', at: since.toString(), zone, precision: 'day' }];
}

function troubleSpans(
  { name, problem, lastSuccessAt, nextPollAt }: ServiceStatus['feeds'][number],
  zone: string,
  say: Catalog,
): readonly Span[] {
  const texts = say.service.status;
  return [
    words(
      `${name}${say.colon}${reasonWords(problem ?? reason('notRead'), say)}${say.errors.fullStop} ${texts.lastRead}${say.colon}`,
    ),
    lastSuccessAt ? timeSpan(lastSuccessAt, zone) : words(texts.never),
    ...(nextPollAt ? [words(`${say.errors.fullStop} ${texts.nextTry}${say.colon}`), timeSpan(nextPollAt, zone)] : []),
  ];
}

function modelSpans(model: NonNullable<ServiceStatus['model']>, zone: string, say: Catalog): readonly Span[] {
  const { id, chosen, byWords, written, quoted, dropped, lastProblem } = model;
  const texts = say.service.status;
  const number = (count: number) => numbered(count, say);
  const worded = texts.worded(number(written), number(quoted), number(dropped));
  const parts = [texts.chosen(number(chosen), number(byWords)), ...(written + quoted > 0 ? [worded] : [])];
  const counts = words(`${id}${say.colon}${parts.join(say.comma)}`);
  return lastProblem
    ? [
        counts,
        words(`${say.errors.fullStop} ${texts.lastProblem}${say.colon}`),
        timeSpan(lastProblem.at, zone),
        words(`${say.comma}${lastProblem.text}`),
      ]
    : [counts];
}

function countsOf(counts: ServiceStatus['deliveries'], { service: { status: texts }, comma }: Catalog): string {
  const states: Readonly<Partial<Record<string, string>>> = texts.states;
  const listed = Object.entries(counts).map(([state, count]) => `${count} ${states[state] ?? state}`);
  return listed.length > 0 ? listed.join(comma) : texts.noneYet;
}

function timeSpan(at: Temporal.Instant, zone: string): Span {
  return { kind: 'time', at: at.toString(), zone, precision: 'minute' };
}
