import type { Span } from '../src/chat/message.ts';
import { context, heading, paragraph, words } from '../src/chat/write.ts';
import { defineCommand, type ServiceStatus } from './define-command.ts';

export const status = defineCommand({
  name: 'status',
  description: 'Whether feeds are read and briefings delivered',
  example: 'status',
  options: {},
  async run(_options, { services }) {
    const facts = await services.status();
    const troubled = facts.feeds.filter(({ problem }) => problem !== undefined);
    const health =
      troubled.length === 0 ? 'All feeds are well.' : `${troubled.length} of ${facts.feeds.length} feeds need a look.`;
    return {
      summary: health,
      blocks: [
        heading('Status'),
        paragraph(health),
        {
          kind: 'fields',
          fields: [
            { name: 'Archive', value: archiveSpans(facts, services.zone) },
            { name: 'Feeds', value: [words(String(facts.feeds.length))] },
            { name: 'Subscriptions', value: [words(String(facts.subscriptions))] },
            { name: 'Deliveries', value: [words(countsOf(facts.deliveries))] },
            ...(facts.model ? [{ name: 'Model', value: modelSpans(facts.model, services.zone) }] : []),
            { name: 'Running since', value: [timeSpan(facts.startedAt, services.zone)] },
          ],
        },
        ...(troubled.length > 0
          ? [{ kind: 'list' as const, items: troubled.map((feed) => troubleSpans(feed, services.zone)) }]
          : []),
        ...facts.feeds.flatMap(({ name, notes }) => notes.map((note) => context(`${name}: ${note}`))),
      ],
    };
  },
});

function archiveSpans({ articles, since }: ServiceStatus, zone: string): readonly Span[] {
  const count = words(`${articles.toLocaleString('en')} articles`);
  return since ? [count, words(' since '), { kind: 'time', at: since.toString(), zone, precision: 'day' }] : [count];
}

function troubleSpans(
  { name, problem, lastSuccessAt, nextPollAt }: ServiceStatus['feeds'][number],
  zone: string,
): readonly Span[] {
  return [
    words(`${name}: ${problem}. Last read: `),
    lastSuccessAt ? timeSpan(lastSuccessAt, zone) : words('never'),
    ...(nextPollAt ? [words('. Next try: '), timeSpan(nextPollAt, zone)] : []),
  ];
}

function modelSpans(model: NonNullable<ServiceStatus['model']>, zone: string): readonly Span[] {
  const { id, written, quoted, dropped, lastProblem } = model;
  const counts = words(`${id}: ${written} texts worded, ${quoted} quoted instead, ${dropped} statements dropped`);
  return lastProblem
    ? [counts, words(`. Last problem, `), timeSpan(lastProblem.at, zone), words(`: ${lastProblem.text}`)]
    : [counts];
}

function countsOf(counts: ServiceStatus['deliveries']): string {
  const listed = Object.entries(counts).map(([state, count]) => `${count} ${state}`);
  return listed.length > 0 ? listed.join(', ') : 'none yet';
}

function timeSpan(at: Temporal.Instant, zone: string): Span {
  return { kind: 'time', at: at.toString(), zone, precision: 'minute' };
}
