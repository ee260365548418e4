import type { Article, Sentence } from '../../articles/article.ts';
import { revisedAt } from '../../articles/article.ts';
import type { Statement } from '../briefing.ts';
import { findMisprints } from './misprints.ts';
import { quoteSentence } from './quote-sentence.ts';
import { countShared, restates } from './restates.ts';
import { isFit, isSelfContained } from './sentence-fitness.ts';
import { isPersonal } from './sentence-voice.ts';

/** Subheads under which an article says why its news matters. */
const askingSubhead: Readonly<Record<string, RegExp>> = {
  en: /\bwhy\b|\bimportan(t|ce)\b|\bmatters?\b|\bat stake\b|\bsignifican(t|ce)\b|\bwhat(?:'s| is) next\b|\bconsequences?\b/i,
  de: /\bwarum\b|\bwieso\b|\bwichtig|\bbedeut|\bfolgen\b|auf dem spiel/i,
};
const span = String.raw`in (?:(?:more than|over|almost|nearly|about|at least) )?(?:\d+|a|two|three|four|five|six|seven|eight|nine|ten|several) (?:years?|months|decades?|weeks|generations?|century)`;
/** Sentences of precedent or consequence. */
const telling: Readonly<Record<string, RegExp>> = {
  en: new RegExp(
    [
      String.raw`\b(?:is|was|marks?|marked|be|as|becomes?|became) (?:the|a|his|her|their|its) first (?:such )?[^.,;]{0,50}\b(?:since|${span})\b`,
      String.raw`\bfor the first time (?:since|${span})\b`,
      String.raw`\b(?:highest|lowest|worst|largest|biggest|deadliest|heaviest) (?:[\w-]+ ){0,4}(?:since|${span})\b`,
      String.raw`\bcould (?:lead|trigger|threaten|mean|cause|force|be a turning point)\b`,
      String.raw`\b(?:a|the) turning point\b`,
    ].join('|'),
    'i',
  ),
  de: /\bzum ersten mal seit\b|\berste[rns]? [^.,;]{0,50}\bseit\b|\bhöchste[rns]? .{0,30}\bseit\b|\bkönnte .{0,60}(?:führen|bedeuten|gefährden)\b/i,
};

/** Under a subhead that asks, what answers: a consequence, a risk or a cause, not just a detail that stands there too. */
const answering: Readonly<Record<string, RegExp>> = {
  en: /\b(?:would|could|might|may|will|means?|risks?|threat\w*|because|therefore|depends?|decides?|affects?|costs?|los(?:e|es|ing)|gains?|fears?|warn(?:s|ed)|worr\w+|concerns?|consequences?|leads? to|at stake|crucial|vital|key (?:to|for)|turning point|precedent|first|since)\b/i,
  de: /(?<!\p{L})(?:könnten?|würden?|wird|werden|bedeutet|riskiert|droh\w*|weil|deshalb|davon|hängt|entscheidet|betrifft|kostet|verlieren|Folgen?|Gefahr|warn\w*|fürcht\w*|befürcht\w*|führt|entscheidend|wichtig|wegweisend|erste[nmrs]?|seit)(?!\p{L})/iu,
};

/** What mattered three days ago may be outdated: "would be the first to resign". */
const recentHours = 48;
/** A precedent that shares this many words with a shown one is the same. */
const sharedTerms = 2;
/** Shorter ones need context: "Tokyo regards the matter as closed." */
const fewestTerms = 6;

/**
 * A sentence in which one of the articles says why the news matters: under a subhead that asks, or naming a precedent or consequence.
 * Undefined if no article says so; what was `said`, title included, is not repeated.
 */
export function whyItMatters(all: readonly Article[], said: readonly string[]): Statement | undefined {
  const articles = recentOf(all);
  const misprints = findMisprints(all.map(({ sentences }) => sentences.map(({ text }) => text)));
  const free = ({ text }: Sentence, language: string): boolean =>
    !restates(text, said, language) &&
    !misprints.some((name) => text.includes(name)) &&
    isSelfContained(text, language) &&
    isFit(text, language, fewestTerms) &&
    !isPersonal(text, language);
  for (const article of articles) {
    const pattern = askingSubhead[article.language];
    const blocks = pattern
      ? article.blocks.flatMap((block, index) =>
          block.kind === 'subhead' && pattern.test(block.text) ? [index + 1] : [],
        )
      : [];
    const answer = article.sentences.find(
      (sentence) =>
        blocks.includes(sentence.block) &&
        answering[article.language]?.test(sentence.text) &&
        free(sentence, article.language),
    );
    if (answer) return quoteSentence(article, answer);
  }
  for (const article of articles) {
    const { language } = article;
    const known = said.filter((text) => isPrecedent(text, language));
    const sentence = article.sentences.find(
      (candidate) =>
        telling[language]?.test(candidate.text) &&
        !known.some((text) => sharesTerms(candidate.text, text, language)) &&
        free(candidate, language),
    );
    if (sentence) return quoteSentence(article, sentence);
  }
  return undefined;
}

/** "The first rate hike in eleven years", in a title too. */
function isPrecedent(text: string, language: string): boolean {
  return telling[language]?.test(text) === true || /\b(?:first|erste\p{L}*|since|seit)\b/iu.test(text);
}

function sharesTerms(one: string, other: string, language: string): boolean {
  return countShared(one, other, language) >= sharedTerms;
}

/** The articles that are not much older than the newest. */
function recentOf(articles: readonly Article[]): readonly Article[] {
  const times = articles.map(revisedAt);
  const newest = times.toSorted(Temporal.Instant.compare).at(-1);
  return articles.filter((_, index) => newest && (times[index]?.until(newest).total('hours') ?? 0) <= recentHours);
}
