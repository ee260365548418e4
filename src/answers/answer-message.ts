import type { Citation, Statement } from '../briefings/briefing.ts';
import type { Message, MessageBlock, Source, Span } from '../chat/message.ts';
import { countryName, findCountry } from '../text/countries.ts';
import { formatDate } from '../text/found-date.ts';
import { type Answer, type AnswerActor, type AnswerRole, wording } from './answer.ts';
import { followUpActions } from './follow-up-actions.ts';
import { joinPassages } from './passages.ts';
import { roleText } from './who/who.ts';

const mostEarlier = 3;

/**
 * An answer as a chat shows it: dated lines with source numbers, the sources, a picker if a name is ambiguous, and follow-up actions. The
 * interface is in the reader's language, else the answer's.
 */
export function answerMessage(answer: Answer, reader?: string): Message {
  const language = wording(reader, answer.language).locale;
  const sources = numberSources(statementsOf(answer), answer.headlines);
  const blocks: MessageBlock[] = [titleOf(answer, language)];
  if (answer.text) blocks.push({ kind: 'paragraph', spans: [{ kind: 'text', text: answer.text }] });
  blocks.push(...choiceBlocks(answer, language));
  blocks.push(...actorBlocks(answer, sources, language));
  blocks.push(...sectionBlocks(answer, sources, language));
  blocks.push(...followUpActions(answer, language));
  blocks.push(...sourcesBlocks(sources));
  blocks.push({ kind: 'context', spans: [{ kind: 'text', text: smallPrint(answer, language), style: 'muted' }] });
  return { summary: summaryOf(answer), language, blocks };
}

function statementsOf({ statements, actors = [] }: Answer): readonly Statement[] {
  const roles = actors.flatMap((actor) => [...(actor.role ? [actor.role] : []), ...earlierRoles(actor)]);
  return [...statements, ...roles.map(({ statement }) => statement)];
}

/** Offices reported before the newest one; another name for it on the same day is not an earlier office. */
function earlierRoles({ role, earlierRoles: others = [] }: AnswerActor): readonly AnswerRole[] {
  const newest = role?.statement.date ?? '';
  return others.filter(({ statement: { date = newest } }) => date < newest).slice(0, mostEarlier);
}

function sectionBlocks(answer: Answer, sources: Sources, language: string): MessageBlock[] {
  const sections = answer.sections ?? [{ heading: undefined, statements: answer.statements }];
  return sections.flatMap(({ heading: title, statements }) => {
    if (statements.length === 0) return [];
    const items = joinPassages(statements).map((statement) => lineOf(statement, sources, language));
    return [...(title ? [heading(title, 2)] : []), { kind: 'list' as const, items }];
  });
}

function lineOf(statement: Statement, sources: Sources, language: string): readonly Span[] {
  const day: Span[] = statement.date
    ? [
        { kind: 'text', text: formatDate(statement.date, language), style: 'muted' },
        { kind: 'text', text: '  ' },
      ]
    : [];
  const said: Span = statement.quoted
    ? { kind: 'quoted', text: statement.text }
    : { kind: 'text', text: statement.text };
  return [...day, said, ...citationSpans(statement, sources)];
}

/** For a person: role, other spellings, related actors. For a background: who is involved. */
function actorBlocks(
  { kind, actors = [], actorId, stories = [] }: Answer,
  sources: Sources,
  language: string,
): MessageBlock[] {
  const words = wording(language);
  const fields: { name: string; value: readonly Span[] }[] = [];
  const self = actors.find(({ id }) => id === actorId);
  const role = self && roleSpans(self, sources, language);
  if (role && role.length > 0) fields.push({ name: words.role, value: role });
  const earlier = (self ? earlierRoles(self) : []).map((one) => roleSpans({ role: one }, sources, language));
  if (earlier.length > 0) fields.push({ name: words.earlier, value: joined(earlier) });
  if (self && self.aliases.length > 0)
    fields.push({
      name: words.alsoWritten,
      value: [{ kind: 'text', text: self.aliases.slice(0, 4).join(words.comma) }],
    });
  const others = actors.filter(({ id }) => id !== actorId);
  if (others.length > 0)
    fields.push({
      name: kind === 'who' ? words.with : words.who,
      value: othersSpans(others, sources, language),
    });
  const storyList = stories.map(({ storyId, title, articles }): readonly Span[] => [
    opening(title, 'story', storyId),
    { kind: 'text', text: ` (${words.articles(articles)})` },
  ]);
  if (storyList.length > 0) fields.push({ name: words.in, value: joined(storyList) });
  return fields.length > 0 ? [{ kind: 'fields', fields }] : [];
}

/** "foreign minister of South Korea (18 July 2022) [1]": a role always comes with its date. */
function roleSpans({ role }: Pick<AnswerActor, 'role'>, sources: Sources, language: string): readonly Span[] {
  const text = roleText({ role }, wording(language).former);
  if (!role || text === undefined) return [];
  const day = role.statement.date;
  return [
    { kind: 'text', text: day ? `${text} (${formatDate(day, language)})` : text },
    ...citationSpans(role.statement, sources),
  ];
}

function othersSpans(actors: readonly AnswerActor[], sources: Sources, language: string): readonly Span[] {
  return joined(
    actors.map((actor): readonly Span[] => {
      const role = roleSpans(actor, sources, language);
      const about = role.length > 0 ? '' : ` (${wording(language).articles(actor.articleCount)})`;
      const name = opening(nameFor(actor, language), 'who', actor.id);
      return [name, { kind: 'text', text: role.length > 0 ? ', ' : about }, ...role];
    }),
  );
}

/** A name that opens what it names. */
function opening(text: string, action: 'who' | 'story', id: number): Span {
  return { kind: 'text', text, opens: { action, value: String(id) } };
}

/** A state by its name in the reader's language. */
function nameFor({ kind, name }: AnswerActor, language: string): string {
  const state = kind === 'place' ? (findCountry(name, 'en') ?? findCountry(name, 'de')) : undefined;
  return state?.by === 'name' && !language.startsWith('en') ? countryName(state.code, language) : name;
}

function joined(parts: readonly (readonly Span[])[]): readonly Span[] {
  return parts.flatMap((part, index): readonly Span[] => (index > 0 ? [{ kind: 'text', text: ' · ' }, ...part] : part));
}

/** The possible meanings as text, for where a picker cannot open: in a terminal, a notification, for a screen reader. */
function choiceBlocks({ choices }: Answer, language: string): MessageBlock[] {
  if (!choices) return [];
  const { comma } = wording(language);
  const items = choices.map(({ label, description }): Span[] => [
    { kind: 'text', text: label, style: 'strong' },
    { kind: 'text', text: `${comma}${description}` },
  ]);
  return [{ kind: 'list', items }];
}

function smallPrint({ archive }: Answer, language: string): string {
  const words = wording(language);
  const articles = words.articles(archive.articles);
  return archive.since ? words.archiveSince(articles, formatDate(archive.since, language)) : words.archive(articles);
}

function summaryOf({ title, text, statements }: Answer): string {
  return text ?? `${title}: ${statements[0]?.text ?? ''}`;
}

/** "Park Jin · person": the actor, and what kind it is. */
function titleOf({ kind, title, actors = [], actorId }: Answer, language: string): MessageBlock {
  const self = kind === 'who' ? actors.find(({ id }) => id === actorId) : undefined;
  if (!self) return heading(title, 1);
  const what: Span = { kind: 'text', text: ` · ${wording(language).kinds[self.kind]}`, style: 'muted' };
  return { kind: 'heading', level: 1, spans: [{ kind: 'text', text: title }, what] };
}

function heading(text: string, level: 1 | 2): MessageBlock {
  return { kind: 'heading', level, spans: [{ kind: 'text', text }] };
}

/** The cited articles, numbered in order of first citation. */
export type Sources = ReadonlyMap<string, Source>;

/** Numbers the articles that these statements cite, named by headline or else by URL. */
export function numberSources(
  statements: readonly { readonly citations: readonly Citation[] }[],
  headlines: Readonly<Record<string, string>> = {},
): Sources {
  const sources = new Map<string, Source>();
  for (const { articleId, url, publishedAt, headline } of statements.flatMap(({ citations }) => citations)) {
    if (sources.has(articleId)) continue;
    const title = headlines[articleId] ?? headline ?? url;
    sources.set(articleId, { number: sources.size + 1, title, url, publishedAt });
  }
  return sources;
}

/** " [1] [3]": the numbers of what a statement cites. */
export function citationSpans({ citations }: Pick<Statement, 'citations'>, sources: Sources): Span[] {
  return citations.flatMap(({ articleId, url }): Span[] => {
    const number = sources.get(articleId)?.number;
    return number === undefined
      ? []
      : [
          { kind: 'text', text: ' ' },
          { kind: 'citation', number, url },
        ];
  });
}

/** The list of sources, if there are any. */
export function sourcesBlocks(sources: Sources): MessageBlock[] {
  return sources.size > 0 ? [{ kind: 'sources', sources: [...sources.values()] }] : [];
}
