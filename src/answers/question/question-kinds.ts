/** The type of answer a question asks for. */
export type QuestionKind =
  | 'name'
  | 'how'
  | 'who'
  | 'when'
  | 'where'
  | 'why'
  | 'how-many'
  | 'how-much'
  | 'what'
  | 'yes-no';

type Patterns = readonly (readonly [QuestionKind, RegExp])[];

const kinds: Readonly<Record<'en' | 'de', Patterns>> = {
  en: [
    [
      'name',
      /^what(?:'s| is| was| are| were) the names?\b|^what(?:'s| is| was) (?:[\p{L}-]+ ){0,4}[\p{L}-]+['’]s? (?:\p{Ll}+ )?names?\b|^who(?: is|['’]s| was| are) (?-i:\p{Lu})[\p{L}-]*(?: (?-i:\p{Lu})[\p{L}-]*){0,4}['’]s? (?!brother|sister|son|daughter|wife|husband|father|mother)\p{Ll}|^(?:who is|who's|who was) (?:[\p{Ll}-]+ )?(?:president|head|chief|chairman|chairwoman|leader|director|minister|mayor|governor|king|queen|coach|captain|chancellor|premier|spokes\w+)\b|^(?:who is|who's|who was|name) the (?!(?:first|last|only|oldest|youngest|second|third) [^?]* to |\w+ (?:of the )?(?:man|woman) )/iu,
    ],
    ['how-much', /\bhow many (?:percent|per cent)\b/iu],
    ['how-many', /\bhow many\b|^what (?:is the )?(?:number|toll)\b/iu],
    [
      'how-much',
      /\bhow (?:much|often|long|old|high|far|big|large|tall|fast|strong|hot|cold|deep|full|heavy|wide)\b|\bwhat (?:\p{Ll}+ )?(?:tariff|price|share|percentage|score|sum|amount|rate|sentence|approval|volume|turnout|temperature|margin|budget|salary|fine)\b|^what (?:is|was) the (?:\p{Ll}+ ){0,2}(?:rate|level|score|price|share|percentage|turnout|temperature|margin)\b|^what (?:did|does|do|will|would|has|have) [^?]*\bcost\b/iu,
    ],
    [
      'when',
      /^(?:since |until |till |by |from )?when\b|\bwhat (?:date|day|year|month)\b|^(?:since|until) (?:what|which)\b/iu,
    ],
    [
      'where',
      /^(?:from )?where\b|^(?:in|to|from|at) (?:which|what) (?:country|city|town|place|state|hospital|prison|region)\b|\bwh(?:at|ich) (?:country|city|town|place|hospital|prison|region)\b/iu,
    ],
    ['how', /^how (?:did|does|do|was|were|is|are|has|have|can|could|will)\b/iu],
    ['why', /^why\b|^what (?:is|was|were) the (?:reasons?|motives?|causes?)\b|^how come\b/iu],
    [
      'who',
      /^(?:(?:to|by|from|with|for) )?(?:who|whom|whose)\b|^which (?:company|country|party|team|club|player|group|court|man|woman|person|politician|organization|state|bank|minister|author|actor)(?: has| had)? (?:(?!did|does|is|was|are|were|will|can)\p{Ll})+(?:ed|on|d|t)\b/iu,
    ],
    ['yes-no', /^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|may|might|must|should)\b/iu],
  ],
  de: [
    ['name', /^wie (?:heißt|heißen|lautet der name)\b|^wer ist (?:der|die) /iu],
    ['how-much', /\bwie ?viele? prozent\b/iu],
    ['how-many', /\bwie ?viele\b/iu],
    ['how-much', /\bwie (?:viel|hoch|lange?|alt|weit|groß)\b/iu],
    ['when', /^(?:seit|bis|ab )? ?wann\b|\bwelche[mnrs]? (?:tag|jahr|monat|datum)\b/iu],
    ['where', /^(?:wo|woher|wohin)\b|\bin welche[mnr]\b/iu],
    ['why', /^(?:warum|weshalb|wieso)\b/iu],
    ['who', /^(?:wer|wem|wen|wessen)\b/iu],
    ['yes-no', /^(?:ist|sind|war|waren|hat|haben|hatte|kann|können|wird|werden|darf|dürfen|muss|soll|gibt|gab)\b/iu],
  ],
};

/** The type of answer that a question's first words ask for. */
export function kindOf(text: string, language: 'en' | 'de'): QuestionKind {
  return kinds[language].find(([, pattern]) => pattern.test(text))?.[0] ?? 'what';
}
