import { UserError } from '../user-error.ts';
import type { Interest } from './interest.ts';
import type { InterestProblem, InterestToken } from './interest-tokens.ts';
import { parseLanguage } from './parse-language.ts';
import { parseRegion } from './region.ts';
import { findTopic, nearTopics, type TopicNames } from './topic-names.ts';

type PointAt = (problem: InterestProblem) => UserError;

/** What `actor:`, `story:`, `language:`, `region:` or `topic:` with its value asks for. Throws what `point` makes of a wrong value. */
export function readFilter({ filter, text }: InterestToken, topics: TopicNames, point: PointAt): Interest {
  switch (filter) {
    case 'actor':
      return { kind: 'actor', name: text };
    case 'story':
      return readStory(text, point);
    case 'language':
      return pointed(point, () => ({ kind: 'language', language: parseLanguage(text) }));
    case 'region':
      return pointed(point, () => ({ kind: 'region', ...parseRegion(text) }));
    default:
      return readTopic(text, topics, point);
  }
}

function readStory(text: string, point: PointAt): Interest {
  const [, number] = /^#?(\d{1,9})$/.exec(text) ?? [];
  if (number === undefined) throw point(({ storyNumber }) => storyNumber);
  return { kind: 'story', id: Number(number) };
}

function readTopic(text: string, topics: TopicNames, point: PointAt): Interest {
  const topic = findTopic(text, topics);
  if (topic === undefined) {
    const [near] = nearTopics(text, topics);
    const all = [...new Set(topics.values())].join(', ');
    throw point((words) => (near === undefined ? words.noTopic(text, all) : words.nearTopic(text, near)));
  }
  return { kind: 'topic', topic };
}

/** A mistake in the value becomes one that shows where it stands. */
function pointed(point: PointAt, read: () => Interest): Interest {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw point((_words, say) => {
      const told = error.textIn(say);
      return told.charAt(0).toLocaleLowerCase(say.locale) + told.slice(1).replace(/[.。]$/u, '');
    });
  }
}
