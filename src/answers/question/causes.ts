import { fold } from '../../text/terms.ts';
import { consequence } from '../background/choose-consequences.ts';
import type { Question } from './question.ts';

const strong =
  /\b(?:because|due to|down to|citing|owing to|so that|in order to|reasons?|motives?|led to|caused?|sparked|triggered|prompted|accus\w+|blam\w+|alleg\w+|suspicion|fears?|failed to|in protest|in (?:response|retaliation|return|revenge|solidarity|support)|(?:show|part|sign) of [^.]{0,40}support|charged with|charges of|on (?:\w+ )?charges|on the grounds|(?:dispute|row|tensions?|quarrel|feud|conflict|rift|disagreements?|friction|spat|standoff|clash(?:es)?)(?: [\p{L}-]+){0,4}? (?:over|about)|angry|anger(?:ed)?|therefore)\b|(?<![\p{L}])(?:weil|wegen|aufgrund|nachdem|damit|grund|gründe\w*|ursache|begründ\w+|deshalb|daher|vorwirft|vorwurf)(?![\p{L}])/iu;
/** The first words of a reason, which articles repeat with other details. */
const causeWords = 3;
const weak =
  /\b(?:over|after|since|as|amid|following|errors?|irregularities|mistakes|failures?|shortages?|lack of|aim\w*|to (?:\w+ly )?(?-i:\p{Ll}+))\b|(?<![\p{L}])(?:da|um|nach)(?![\p{L}])/iu;
const conjunction = /\b(?:after|because|since|following|due to|because of|nachdem|weil|wegen)\b/iu;
const asksImportance = /\b(?:matter|matters|important|importance|significan\w+|wichtig|bedeut\w+)\b/iu;

/** How likely a sentence gives the reason asked for, 0.1 to 1. "X resigned after Y" says why X resigned, not why Y happened. */
export function reasonFit(question: Question, text: string): number {
  if (asksImportance.test(question.text)) return consequence.test(text) ? 1 : 0.3;
  if (statesEffect(question, text)) return 0.1;
  if (strong.test(text)) return 1;
  return weak.test(text) ? 0.5 : 0.2;
}

/** The words right after a causal word: "forced labor" in "their dispute over forced labor"; empty if there is none. */
export function statedCause(text: string): string {
  const found = strong.exec(text);
  const behind = found ? text.slice(found.index + found[0].length) : '';
  return (
    behind
      .split(/[,;.:]/u)[0]
      ?.trim()
      .split(' ')
      .slice(0, causeWords)
      .join(' ') ?? ''
  );
}

/** The thing asked about comes after the conjunction: the sentence states its effect. */
function statesEffect({ terms }: Question, text: string): boolean {
  const found = conjunction.exec(text);
  if (!found) return false;
  const [before, behind] = [text.slice(0, found.index), text.slice(found.index)].map((part) => fold(part));
  const asked = terms.filter(({ isLight }) => !isLight).map((term) => fold(term.text).slice(0, 5));
  const inBehind = asked.filter((word) => behind?.includes(word)).length;
  const inBefore = asked.filter((word) => before?.includes(word)).length;
  return inBehind > inBefore && inBehind * 2 > asked.length;
}
