import type { Statement } from '../briefings/briefing.ts';
import type { ActionItem, Choice, MessageBlock } from '../chat/message.ts';
import { type Answer, wording } from './answer.ts';
import { writeReference } from './evidence.ts';

/** The most options that a Discord select can have. */
const mostOptions = 25;

/** Follow-up actions for an answer: a few buttons, and a select for the evidence of each line. */
export function followUpActions(answer: Answer, language: string): MessageBlock[] {
  const items = answer.choices
    ? [picker(answer)]
    : [...buttonsFor(answer, language), ...questionsOf(answer), ...evidenceFor(answer, language)];
  const rows = [items, relatedTo(answer, language)];
  return rows.flatMap((row) => (row.length > 0 ? [{ kind: 'actions', items: row }] : []));
}

/** Companions that are buttons below who somebody is. */
const mostCompanions = 3;

/** Who else is named, and the stories that are, each to be opened. */
function relatedTo({ kind, actorId, actors = [], stories = [] }: Answer, language: string): ActionItem[] {
  if (kind !== 'who' || actorId === undefined) return [];
  const others = actors.filter(({ id }) => id !== actorId).slice(0, mostCompanions);
  const options = stories.map(({ storyId, title }) => ({ label: title, value: String(storyId) }));
  const { openStory } = wording(language);
  return [
    ...others.map(({ id, name }) => button(name, 'who', String(id))),
    ...(options.length > 0 ? [{ kind: 'select', label: openStory, action: 'story', options } as const] : []),
  ];
}

/** A picker for an ambiguous name. */
function picker({ choices = [], text, title }: Answer): ActionItem {
  const options = choices.map(({ label, description, actorId }) => ({ label, description, value: String(actorId) }));
  return { kind: 'select', label: text ?? title, action: 'who', options };
}

function buttonsFor(answer: Answer, language: string): ActionItem[] {
  const { kind, refused, actorId, actors = [] } = answer;
  const say = wording(language);
  const storyId = answer.storyId ?? (kind === 'who' ? answer.stories?.[0]?.storyId : undefined);
  const subject = actorId === undefined ? storyId !== undefined && `story:${storyId}` : `actor:${actorId}`;
  const background = storyId === undefined ? [] : [button(say.background, 'background', String(storyId))];
  if (kind === 'who' && actorId !== undefined && subject)
    return [
      button(say.quotes, 'quotes', String(actorId)),
      button(say.timeline, 'timeline', subject),
      ...background,
      button(say.follow, 'follow', subject),
    ];
  if (kind === 'background' && storyId === undefined)
    return actors.slice(0, 5).map(({ id, name }) => button(name, 'who', String(id)));
  if ((kind === 'background' || kind === 'story') && subject)
    return [
      ...(kind === 'story' ? background : []),
      button(say.timeline, 'timeline', subject),
      button(say.whosWho, 'whos-who', String(storyId)),
      button(say.follow, 'follow', subject),
    ];
  if ((kind === 'quotes' || kind === 'timeline') && actorId !== undefined && !refused)
    return [button(say.follow, 'follow', `actor:${actorId}`)];
  return kind === 'ask' || kind === 'who' ? background : [];
}

/** Answers of sentences, each with a way to its source, and to report it. */
const withEvidence: ReadonlySet<Answer['kind']> = new Set(['ask', 'background', 'story', 'timeline', 'who']);

/** Questions that the archive answers, each a button. */
function questionsOf({ offered = [] }: Answer): ActionItem[] {
  return offered.map((question) => button(question, 'ask', question));
}

/** One option per line: its first words, and its source. */
function evidenceFor({ kind, statements }: Answer, language: string): ActionItem[] {
  if (!withEvidence.has(kind)) return [];
  const options = statements.flatMap(evidenceOption);
  const unique = [...new Map(options.map((option) => [option.value, option])).values()].slice(0, mostOptions);
  return unique.length > 0
    ? [{ kind: 'select', label: wording(language).evidenceFor, action: 'evidence', options: unique }]
    : [];
}

const labelLength = 70;

function evidenceOption({ text, citations: [citation] }: Statement): Choice[] {
  if (!citation) return [];
  const words = text.length <= labelLength ? text : `${text.slice(0, labelLength).replace(/(?<!\s)\s+\S*$/u, '')} …`;
  return [{ label: words, value: writeReference(citation) }];
}

function button(label: string, action: string, value: string): ActionItem {
  return { kind: 'button', label, action, value };
}
