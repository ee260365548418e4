import type { CommandServices } from '../commands/define-command.ts';
import { topicName } from './articles/topics.ts';
import type { Asker } from './chat/chat.ts';
import type { Command, Completion } from './chat/command.ts';
import { fold } from './language/terms.ts';
import { zoneCity } from './subscriptions/schedule.ts';

export interface Suggestion {
  readonly label: string;
  readonly value: string;
}

interface CompletionContext {
  readonly asker: Asker;
  readonly services: CommandServices;
  readonly commands: readonly Command<CommandServices>[];
}

/** Discord and Slack show at most 25 or 100 choices; more than this nobody reads. */
const maximum = 20;

/** What a person may mean by what they typed so far, likeliest first. */
export async function complete(
  completion: Completion,
  typed: string,
  context: CompletionContext,
): Promise<readonly Suggestion[]> {
  const { services, asker, commands } = context;
  switch (completion) {
    case 'topic':
      return topicSuggestions(typed, services);
    case 'interest':
      return [...topicSuggestions(typed, services), ...(await actorSuggestions(typed, services))].slice(0, maximum);
    case 'actor':
      return actorSuggestions(typed, services);
    case 'story':
      return storySuggestions(typed, services);
    case 'zone':
      return zoneSuggestions(typed);
    case 'command':
      return commands
        .filter(({ name }) => name.startsWith(typed.toLowerCase()))
        .map(({ name, description }) => ({ label: `${name}: ${description}`, value: name }));
    case 'subscription':
      return (await services.subscriptions.ofChannel(asker)).map(({ id, interest }) => ({
        label: `${id}: ${interest}`,
        value: String(id),
      }));
  }
}

function topicSuggestions(typed: string, { topics }: CommandServices): Suggestion[] {
  const wanted = fold(typed);
  const all = topics.map((topic) => ({
    label: topicName(topic, 'en'),
    value: topic.id,
    words: [topic.id, ...Object.values(topic.name)].map(fold),
  }));
  const everything = { label: 'Everything', value: 'everything', words: ['everything'] };
  return [...all, everything]
    .filter(({ words }) => words.some((word) => word.startsWith(wanted)))
    .map(({ label, value }) => ({ label, value }));
}

async function actorSuggestions(typed: string, { archive }: CommandServices): Promise<Suggestion[]> {
  const found = await archive.completeActors(typed, maximum);
  return found.map(({ name, kind, articleCount }) => ({
    label: `${name} (${kind}, ${articleCount} ${articleCount === 1 ? 'article' : 'articles'})`,
    value: name,
  }));
}

async function storySuggestions(typed: string, { archive }: CommandServices): Promise<Suggestion[]> {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  const recent = await archive.listStories({ limit: 500 });
  const matching = recent.filter(({ title }) => words.every((word) => fold(title).includes(word)));
  return matching
    .toSorted((a, b) => b.articleCount - a.articleCount)
    .slice(0, maximum)
    .map(({ title }) => ({ label: title, value: title }));
}

function zoneSuggestions(typed: string): Suggestion[] {
  const wanted = fold(typed).replaceAll(' ', '_');
  const zones = ['UTC', ...Intl.supportedValuesOf('timeZone')];
  const byCity = zones.filter((zone) => fold(zoneCity(zone)).replaceAll(' ', '_').startsWith(wanted));
  const others = zones.filter((zone) => !byCity.includes(zone) && fold(zone).includes(wanted));
  return [...byCity, ...others].slice(0, maximum).map((zone) => ({ label: zone, value: zone }));
}
