import type { BriefingLength, BriefingStory, Statement } from './briefing.ts';
import { weighWords } from './statements/word-importance.ts';
import { countWords } from './word-count.ts';

/** Words a story may take on average, title included: at 230 words a minute five stories are about 1, 2 and 4 minutes. */
const wordsPerStory: Readonly<Record<BriefingLength, number>> = { headlines: 20, short: 50, normal: 100, long: 190 };
/** Sharing so much of its words, a statement says what another has said. */
const sameShare = 0.8;

/**
 * The stories of a briefing as one text, most important first: a later story does not repeat an earlier one, and whole sentences are dropped
 * from the least important story up until the briefing has the requested length. Each story keeps at least one.
 */
export function tightenStories(
  stories: readonly BriefingStory[],
  { length, language }: { readonly length: BriefingLength; readonly language: string },
): readonly BriefingStory[] {
  const limit = stories.length * wordsPerStory[length];
  let kept = withoutRepeats(stories, language);
  while (countWords(kept) > limit) {
    const shorter = shorten(kept);
    if (!shorter) break;
    kept = shorter;
  }
  return kept;
}

function withoutRepeats(stories: readonly BriefingStory[], language: string): readonly BriefingStory[] {
  const stated: ReadonlySet<string>[] = [];
  return stories.map((story) => {
    const own = story.statements.filter((statement) => !isStatedBefore(statement, stated, language));
    const statements = own.length > 0 ? own : story.statements.slice(0, 1);
    stated.push(...statements.map(({ text }) => termsOf(text, language)));
    const { whyItMatters, ...rest } = story;
    const keepsWhy = whyItMatters && !isStatedBefore(whyItMatters, stated, language);
    if (keepsWhy) stated.push(termsOf(whyItMatters.text, language));
    return { ...rest, statements, ...(keepsWhy ? { whyItMatters } : {}) };
  });
}

function isStatedBefore({ text }: Statement, stated: readonly ReadonlySet<string>[], language: string): boolean {
  const terms = termsOf(text, language);
  return terms.size > 0 && stated.some((known) => terms.intersection(known).size >= sameShare * terms.size);
}

function termsOf(text: string, language: string): ReadonlySet<string> {
  return weighWords([text], '', language).sentences[0]?.terms ?? new Set();
}

/** Without the last statement of the story that has most of them; of equal ones the least important gives. */
function shorten(stories: readonly BriefingStory[]): readonly BriefingStory[] | undefined {
  const most = Math.max(...stories.map(({ statements }) => statements.length));
  if (most < 2) return undefined;
  const index = stories.findLastIndex(({ statements }) => statements.length === most);
  return stories.map((story, at) => (at === index ? { ...story, statements: story.statements.slice(0, -1) } : story));
}
