import { fold, type Word, wordsOf } from '../text/terms.ts';

const tolls: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  en: {
    killed: /^(?:dead|deaths?|died|dies|die|kill(?:ed|ing|s)?|fatalit(?:y|ies)|bodies|lives|victims?)$/,
    injured: /^(?:injur(?:ed|ing|ies|y)|wound(?:ed|ing|s)?|hurt)$/,
    missing: /^(?:missing|unaccounted)$/,
    arrested: /^(?:arrest(?:ed|s)?|detain(?:ed|ees?)?|detentions?)$/,
    rescued: /^(?:rescued?|rescuing|saved|survivors?)$/,
    displaced: /^(?:displaced|evacuat(?:ed|ions?|ees?)|homeless)$/,
    infected: /^(?:infected|infections?|cases)$/,
  },
  de: {
    killed: /^(?:tote[nr]?|todesopfer[ns]?|getotet|gestorben|starben|ums|leichen|todesfalle[n]?|opfern?)$/,
    injured: /^(?:verletzte[nr]?|verletzt|verwundete?[nr]?)$/,
    missing: /^(?:vermisste[nr]?|vermisst)$/,
    arrested: /^(?:festnahmen?|festgenommen|verhaftet|festgenommene[nr]?|verhaftungen)$/,
    rescued: /^(?:gerettete?[nr]?|gerettet|uberlebende[nr]?)$/,
    displaced: /^(?:evakuiert|evakuierte[nr]?|vertriebene?[nr]?|obdachlose?[nr]?)$/,
    infected: /^(?:infiziert|infizierte[nr]?|infektionen|neuinfektionen)$/,
  },
};

/** Words of a clause within which a toll belongs to its number. */
export const tollReach = 5;

/** The kind of toll that a number belongs to: "12 people were killed", "killing 13 people", "the death toll rose to 12". */
export function tollNear(
  words: readonly Word[],
  index: number,
  rest: readonly Word[],
  text: string,
  language: string,
): string | undefined {
  const acted = actedBefore(words, index, text);
  if (acted !== undefined) return tollOf(acted.text, language);
  const after = rest.slice(0, tollReach).flatMap((word) => tollOf(word.text, language) ?? [])[0];
  const previous = words[index - 1];
  const before = words
    .slice(Math.max(0, index - 3), index)
    .flatMap((word) => tollOf(word.text, language) ?? [])
    .at(-1);
  const isObject = previous !== undefined && text.slice(previous.end, words[index]?.start) === ' ';
  if (isObject && before !== undefined && /(?:ing|toll|opfer)$/.test(fold(previous.text))) return before;
  if (after !== undefined) return after;
  return isObject ? tollOfCount(text.slice(0, words[index]?.start), language) : undefined;
}

const actions =
  /^(?:arrest(?:ed|s)|detain(?:ed|s)|rescue[ds]|save[ds]|evacuate[ds]|kill(?:ed|s)?|wound(?:ed|s)|injure[ds]|infect(?:ed|s)|displace[ds])$/;
const about = /^(?:at|least|more|than|about|some|nearly|almost|around|over)$/;

/** The action before a count: "arrested 30 people", "evacuated more than 2,000 people". */
function actedBefore(words: readonly Word[], index: number, text: string): Word | undefined {
  let at = index - 1;
  while (about.test(words[at]?.text ?? '')) at--;
  const word = words[at];
  if (!word || !actions.test(word.text)) return undefined;
  return /[^\p{L}\s]/u.test(text.slice(word.end, words[index]?.start)) ? undefined : word;
}

/** "The death toll has risen to 12", "the number of people killed in the flood rose from nine to 12", "die Zahl der Toten stieg auf 12". */
function tollOfCount(before: string, language: string): string | undefined {
  if (
    /\b(?:death toll|toll)\b[^.;]*$|\b(?:bodies|deaths|lives|leichen|tod) (?:of|von) (?:at least |more than |mindestens )?$/i.test(
      before,
    )
  )
    return 'killed';
  const count =
    /\b(?:number of|zahl de[rs])\b([^.;]*)\b(?:to|at|reached|auf|bei)\s*(?:at least |more than |mindestens )?$/i.exec(
      before,
    )?.[1];
  return count === undefined
    ? undefined
    : wordsOf(count, language).flatMap(({ text }) => tollOf(text, language) ?? [])[0];
}

/** The kind of toll that a word expresses: `killed` for "dead"; undefined for most words. */
function tollOf(word: string, language: string): string | undefined {
  const folded = fold(word);
  return Object.entries(tolls[language] ?? {}).find(([, pattern]) => pattern.test(folded))?.[0];
}
