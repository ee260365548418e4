import { type ArticleSentence, pickNew } from './article-sentences.ts';

/** The sections of `/background` and `/who` whose lines a model may choose. */
export type SectionName = 'about' | 'matters' | 'positions' | 'who';

/**
 * Chooses the lines of a section about a subject: places in `lines`, best first, at most `most`. Undefined where words are to choose. Its time
 * is that of one answer, over all sections.
 */
export type SectionChooser = (
  section: SectionName,
  subject: string,
  lines: readonly ArticleSentence[],
  most: number,
) => Promise<readonly number[] | undefined>;

/** At most this many lines are numbered for a choice. */
const mostLines = 40;

/** What a chooser chooses among lines that are understood by themselves, none twice; undefined without one, or where it has failed. */
export async function chooseLines(
  choose: SectionChooser | undefined,
  section: SectionName,
  subject: string,
  lines: readonly ArticleSentence[],
  most: number,
): Promise<readonly ArticleSentence[] | undefined> {
  const offered = lines.filter(({ needsContext }) => !needsContext).slice(0, mostLines);
  if (!choose || offered.length <= 1) return undefined;
  const chosen = await choose(section, subject, offered, most);
  if (!chosen) return undefined;
  return pickNew(
    chosen.flatMap((place) => offered[place] ?? []),
    most,
  );
}
