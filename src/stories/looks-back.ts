import { baseLanguage } from '../language/terms.ts';

/** Words with which a report turns from its news to what came before. Our own choice. */
const backward: Readonly<Record<string, RegExp>> = {
  en: /\b(?:had (?:been|already|previously|also)|previously|initially|has (?:repeatedly|long|also been|been)|have been|last (?:week|month|year|\w+day)|earlier|in (?:19|20)\d\d|following|amid|since)\b/i,
  de: /\b(?:hatten? \w+ (?:bereits|schon|zuvor)|zuvor|zunächst|bereits|seither|seitdem|seit|(?:vergangene|vorige|letzte)[nrs]? (?:Woche|Monat|Jahr|\w+tag)|(?:im Jahr|im Sommer|im Herbst|im Winter|im Frühjahr) (?:19|20)\d\d|nachdem|angesichts)\b/i,
};

/** Whether a sentence says that it tells of earlier things; false where we do not know the language's words for it. */
export function looksBack(text: string, language: string): boolean {
  return backward[baseLanguage(language)]?.test(text) ?? false;
}
