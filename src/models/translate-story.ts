import type { BriefingStory, Statement } from '../briefings/briefing.ts';
import { type AskingParts, askModel } from './ask-model.ts';
import type { Budget } from './budget.ts';
import type { Candidate, Checked } from './checked-statements.ts';
import { translationInstructions } from './prompt.ts';

/** From which language to which, by their tags; each of `variants` has the spellings of one name. */
export interface Translation {
  readonly from: string;
  readonly to: string;
  readonly variants: readonly (readonly string[])[];
}

const tokensPerSentence = 160;

/** A story in another language than its articles: each quoted sentence translated, checked against itself, and marked as translated. */
export async function translateStory(
  story: BriefingStory,
  { from, to, variants }: Translation,
  budget: Budget,
  parts: AskingParts,
): Promise<BriefingStory> {
  const candidates = story.statements.flatMap((statement) => toCandidate(statement, from) ?? []);
  if (candidates.length === 0) return story;
  const checked = await askModel(
    {
      name: 'translation',
      instructions: translationInstructions(from, to),
      candidates,
      language: to,
      variants,
      maxOutputTokens: tokensPerSentence * candidates.length,
    },
    budget,
    parts,
  );
  return checked ? withTranslations(story, checked) : story;
}

function toCandidate(statement: Statement, language: string): Candidate | undefined {
  const [first] = statement.citations;
  return first && { statement, text: statement.text, language, publishedAt: Temporal.Instant.from(first.publishedAt) };
}

/** A sentence whose translation did not pass stays quoted in its own language. */
function withTranslations(story: BriefingStory, { statements }: Checked): BriefingStory {
  const translated = (original: Statement): Statement =>
    statements.find(
      ({ citations }) => citations.length === 1 && citations[0]?.quote === original.citations[0]?.quote,
    ) ?? original;
  return { ...story, statements: story.statements.map(translated) };
}
