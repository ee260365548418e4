import type { ReadText } from '../../reading/read-text.ts';
import { fold } from '../../text/terms.ts';
import type { GateCase, Objection } from './gate.ts';

/** Pairs of opposites, matched by the beginnings of their forms. Folded. */
const pairs: Readonly<Record<string, readonly (readonly [RegExp, RegExp])[]>> = {
  en: [
    [
      'ris(?:e|es|ing|en)|rose|rais\\w*|increas\\w*|grew|grow(?:s|n|ing)?|climb\\w*|soar\\w*|jump\\w*|higher',
      'fall(?:s|en|ing)?|fell|declin\\w*|decreas\\w*|drop(?:s|ped|ping)?|shr[aiu]nk\\w*|sank|plunge\\w*|lower\\w*|slump\\w*|reduc\\w*|cut(?:s|ting)?|slump\\w*',
    ],
    ['win(?:s|ning)?|won|beat(?:s|en)?|defeat(?:s|ing)', 'los(?:e|es|t|ing)|defeated'],
    [
      'approv\\w*|accept\\w*|agree[sd]?|back(?:s|ed)|support\\w*|endors\\w*',
      'reject\\w*|refus\\w*|oppos\\w*|veto\\w*|block(?:s|ed)',
    ],
    ['confirm\\w*', 'den(?:y|ies|ied)'],
    ['convict\\w*|sentenc\\w*|guilty', 'acquit\\w*|innocent'],
    ['arrest\\w*|detain\\w*|jail\\w*', 'releas\\w*|freed'],
    ['open(?:s|ed|ing)?|reopen\\w*', 'clos(?:e|es|ed|ing)|shut(?:s|ting)?'],
    ['before', 'after'],
    ['until|till', 'since'],
    ['north\\w*', 'south\\w*'],
    ['east\\w*', 'west\\w*'],
    ['first', 'last'],
    ['more', 'fewer|less'],
    ['alive|surviv\\w*', 'dead|died|kill\\w*'],
    ['lift(?:s|ed|ing)?|eas(?:e|es|ed|ing)', 'impos\\w*|tighten\\w*'],
    ['start(?:s|ed|ing)?|beg[aiu]n\\w*', 'end(?:s|ed|ing)?|stop\\w*'],
    ['men|man', 'wom[ae]n'],
    ['legal', 'illegal'],
  ].map(wholeWords),
  de: [
    [
      'heb\\w*|hob(?:en)?|angehoben|steig\\w*|stieg\\w*|gestiegen|zugenommen|wuchs\\w*|erhoh\\w*|hoher',
      'sink\\w*|sank\\w*|gesunken|fiel\\w*|gefallen|abgenommen|senk\\w*|niedriger|schrumpf\\w*',
    ],
    ['gewinn\\w*|gewann\\w*|gewonnen|sieg\\w*', 'verlier\\w*|verlor\\w*|unterl\\w+'],
    [
      'zugestimmt|stimmt\\w*|annimmt|angenommen|billigt\\w*|gebilligt|befurwort\\w*|unterstutz\\w*',
      'abgelehnt|lehnt\\w*|ablehn\\w*|verweiger\\w*|blockier\\w*',
    ],
    ['bestatig\\w*', 'bestreite\\w*|bestritt\\w*|dementier\\w*'],
    ['verurteil\\w*|schuldig', 'frei|freigesproch\\w*|freispr\\w*|unschuldig'],
    ['festgenommen\\w*|verhaft\\w*', 'freigelass\\w*|entlass\\w*'],
    ['offn\\w*|eroffn\\w*|geoffnet', 'schliess\\w*|schloss\\w*|geschlossen\\w*|gesperrt\\w*'],
    ['vor', 'nach'],
    ['bis', 'seit'],
    ['norden|nordlich\\w*', 'suden|sudlich\\w*'],
    ['osten|ostlich\\w*', 'westen|westlich\\w*'],
    ['mehr', 'weniger'],
    ['beginn\\w*|begann\\w*|begonnen', 'end(?:et|ete|eten)|beendet\\w*'],
    ['uberlebt\\w*', 'tot\\w*|starb\\w*|gestorben'],
    ['manner\\w*|mann', 'frau\\w*'],
  ].map(wholeWords),
};

/** Objects to a word of the statement whose opposite alone is in the cited sentences. */
export function checkOpposites({ statement, evidence, sameLanguage }: GateCase): Objection | undefined {
  if (!sameLanguage) return undefined;
  for (const [one, other] of pairs[statement.language] ?? []) {
    for (const [said, opposite] of [
      [one, other],
      [other, one],
    ] as const) {
      const own = firstOf([statement], said);
      if (own && !firstOf([statement], opposite) && !firstOf(evidence, said) && firstOf(evidence, opposite))
        return { reason: 'opposite', detail: `"${own}" where the source has "${firstOf(evidence, opposite)}"` };
    }
  }
  return undefined;
}

function firstOf(texts: readonly ReadText[], pattern: RegExp): string | undefined {
  for (const { words } of texts) {
    const found = words.find(({ text }) => pattern.test(fold(text)));
    if (found) return found.text;
  }
  return undefined;
}

function wholeWords(pair: readonly string[]): readonly [RegExp, RegExp] {
  const [one = '', other = ''] = pair;
  return [new RegExp(`^(?:${one})$`), new RegExp(`^(?:${other})$`)];
}
