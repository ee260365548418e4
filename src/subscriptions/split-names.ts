import type { NamedThings } from './interest-joiners.ts';
import type { InterestToken } from './interest-tokens.ts';

type Part = Pick<InterestToken, 'kind' | 'text'>;

/** Names, not abbreviations that are written so: AC/DC, TCP/IP, km/h, 9/11. */
const ofNames = /^\p{L}{4,}(?:[/|]\p{L}{4,})+$/u;
const slash = /[/|]/u;
const hanJoiner = /([和与或])/u;

/**
 * Takes apart what is written as one word and names several things: "asia/africa", "亚洲和非洲", "除了体育". What stays one gives
 * undefined; only names of topics are taken out of scripts without blanks.
 */
export function splitNames(word: string, { isTopic }: Pick<NamedThings, 'isTopic'>): readonly Part[] | undefined {
  const slashed = word.split(slash);
  if (slashed.length > 1 && (ofNames.test(word) || slashed.every(isTopic))) return alternating(slashed, () => 'or');
  const [, negation, left] = /^(除了|不要)(.+?)(?:以外|之外)?$/u.exec(word) ?? [];
  if (negation && left && isTopic(left)) return [asWord(negation), asWord(left)];
  const han = word.split(hanJoiner);
  const names = han.filter((_, place) => place % 2 === 0);
  if (names.length > 1 && names.every(isTopic))
    return alternating(names, (place) => (han[2 * place + 1] === '或' ? 'or' : 'and'));
  const [, arabic] = /^و(.+)$/u.exec(word) ?? [];
  return arabic && isTopic(arabic) && !isTopic(word) ? [{ kind: 'and', text: 'و' }, asWord(arabic)] : undefined;
}

/** In parentheses: what was written as one word is one for what stands beside it, "asia/africa without sports". */
function alternating(names: readonly string[], joinerAfter: (place: number) => 'and' | 'or'): Part[] {
  const joined = names.flatMap((text, place) =>
    place === 0 ? [asWord(text)] : [{ kind: joinerAfter(place - 1), text: '/' } as const, asWord(text)],
  );
  return [{ kind: 'open', text: '(' }, ...joined, { kind: 'close', text: ')' }];
}

function asWord(text: string): Part {
  return { kind: 'word', text };
}
