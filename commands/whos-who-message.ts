import type { AnswerActor } from '../src/answers/answer.ts';
import { citationSpans, numberSources, type Sources, sourcesBlocks } from '../src/answers/answer-message.ts';
import { roleText } from '../src/answers/who/who.ts';
import type { ActionItem, Message, MessageBlock, Span } from '../src/chat/message.ts';
import { heading, paragraph, words } from '../src/chat/write.ts';
import { formatDate } from '../src/text/found-date.ts';
import type { Catalog } from '../src/wording/catalog.ts';

/** The people of a topic, each with role and mentions. */
export interface WhosWho {
  readonly title: string;
  readonly people: readonly AnswerActor[];
  /** How many articles were searched; absent if none were. */
  readonly articles?: number;
}

const mostButtons = 5;

/** People, organizations and states, each with its newest role in the archive, dated and cited, and a link to its profile. */
export function whosWhoMessage(
  { title, people, articles }: WhosWho,
  { answer: say, locale, colon, comma }: Catalog,
): Message {
  const sources = numberSources(people.flatMap(({ role }) => role?.statement ?? []));
  const rows = people.map((actor) => rowOf(actor, { sources, articles, say, locale }));
  const head = `${say.whosWho}${colon}${title}`;
  return {
    summary: rows.length > 0 ? `${head}${colon}${people.map(({ name }) => name).join(comma)}` : head,
    blocks: [
      heading(head),
      rows.length > 0 ? { kind: 'list', items: rows } : paragraph(say.namesNobody),
      ...waysTo(people, say.profileOf),
      ...sourcesBlocks(sources),
    ],
  };
}

interface Row {
  readonly sources: Sources;
  readonly articles: number | undefined;
  readonly say: Catalog['answer'];
  readonly locale: string;
}

/** "Park Jin  foreign minister of South Korea (18 July 2022) [1] · in 3 of 4 articles" */
function rowOf(actor: AnswerActor, { sources, articles, say, locale }: Row): readonly Span[] {
  const role = roleText(actor, say.former);
  const day = actor.role?.statement.date;
  const roleLine = role && day ? `${role} (${formatDate(day, locale)})` : (role ?? say.kinds[actor.kind]);
  const count =
    articles === undefined ? say.articles(actor.articleCount) : inArticles(actor.articleCount, articles, say);
  return [
    words(actor.name, 'strong'),
    words(`  ${roleLine}`),
    ...(actor.role ? citationSpans(actor.role.statement, sources) : []),
    words(` · ${count}`, 'muted'),
  ];
}

function inArticles(count: number, of: number, { inTheArticle, inArticles: roleLine }: Catalog['answer']): string {
  return of === 1 ? inTheArticle : roleLine(String(count), String(of));
}

/** Buttons for a few, a select for many. */
function waysTo(people: readonly AnswerActor[], label: string): MessageBlock[] {
  if (people.length === 0) return [];
  const options = people.map(({ id, name }) => ({ label: name, value: String(id) }));
  const items: ActionItem[] =
    options.length > mostButtons
      ? [{ kind: 'select', label, action: 'who', options }]
      : options.map((option) => ({ kind: 'button', action: 'who', ...option }));
  return [{ kind: 'actions', items }];
}
