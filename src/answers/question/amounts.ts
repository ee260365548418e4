/** Kinds of amounts a question may ask for, each with the pattern of an answer. */
const amounts: readonly (readonly [asked: RegExp, given: RegExp])[] = [
  [
    /\bhow often\b|\bwie oft\b/iu,
    /\b(?:once|twice|\p{L}+ times|\d+ times|\d-times|every (?:\p{L}+ ){0,2}(?:day|week|month|year)s?|(?:a|per|each) (?:day|week|month|year)|daily|weekly|monthly|annual(?:ly)?|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b|(?<![\p{L}])(?:\p{L}*mal|jeden|jede|jährlich|täglich|wöchentlich)(?![\p{L}])/iu,
  ],
  [
    /\bhow old\b|\bwie alt\b/iu,
    /\b\d{1,3}-year-old\b|\b(?:aged?|age of|at) \d{1,3}\b|\b[\d,]+ years? old\b|, \d{2},|\b(?:turn(?:s|ed|ing)?|celebrat\w+ (?:his|her)) \d{1,3}(?:th|st|nd|rd)?\b|\d-jährige|\bim Alter von\b|\d Jahre alt/iu,
  ],
  [
    /\bhow long (?:did|does|do|was|were|is|has|have|will)\b|\bwie lange (?!ist|sind|war|waren)\b/iu,
    /\b(?:[\d,.]+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|half|ein(?:en?|er|em)?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf)(?: and a half)?[- ](?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|sekunden?|minuten?|stunden?|tage?n?|wochen?|monate?n?|jahre?n?|jahrzehnte?n?)\b|\bsince\b|\buntil\b|\bseit\b|\bbis\b|\blife\b/iu,
  ],
  [/\bhow many (?:percent|per cent)\b|\bwie ?viele? prozent\b/iu, /\d\s?%|\bper ?cent\b|\bprozent\b/iu],
  [
    /^what (?:did|does|do|will|would|has|have) [^?]*\bcost\b|\bhow much (?:money\b|.*\b(?:cost|costs|pay|paid|worth|owe|owes|price|spend|spent|earn|fine|fined|invest|invested|sold|sell|bought|buy|contributed?|donated?|raised?))|\bwhat (?:price|sum)\b|\bwie ?viel (?:geld|kostete?n?|zahlt\w*)\b|\bwie teuer\b/iu,
    /[$€£¥]\s?\d|\d[\d.,]*\s?(?:(?:million|billion|trillion|mrd|mio|millionen|milliarden)\b(?!\s(?!euros|dollars|pounds|rupees|francs|dinars|rubles|crowns|kronor)\p{Ll}{3,}(?:s|en)\b)|(?:euros?|dollars?|yen|yuan|won|pounds?|rupees?|rupiah|francs?|francen|franken|dinars?|rubles?|lira)\b)|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|zwei|drei|vier|fünf) (?:million|billion|millionen|milliarden)\b(?!\s(?!euros|dollars|pounds|rupees|francs)\p{Ll}{3,}(?:s|en)\b)/iu,
  ],
];

const measured =
  /[$€£¥]\s?\d|\d[\d.,]*\s?(?:%|percent|prozent|million|billion|trillion|mrd|mio|millionen|milliarden|euros?|dollars?|yen|yuan|pounds?|tons?|tonnes?|[ck]?m\b|met(?:er|re)s?|meter|kilomet|miles|feet|degrees|grad|years?|months?|weeks?|days?|hours?|minutes?|seconds?|jahren?|monate?n?|wochen?|tagen?|stunden?)|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|zwei|drei|vier|fünf|sechs)[- ](?:percent|million|billion|years?|months?|weeks?|days?|hours?|minutes?|millionen|milliarden|jahre?n?|monate?n?|wochen?|tage?n?|stunden?)\b|\blife\b/iu;

/** The pattern of an answer to "how much", "how long", "how old"; `isSure` if nothing else can be an answer. */
export function amountAsked(question: string): { readonly pattern: RegExp; readonly isSure: boolean } {
  const known = amounts.find(([asked]) => asked.test(question));
  return known ? { pattern: known[1], isSure: true } : { pattern: measured, isSure: false };
}
