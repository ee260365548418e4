/** Cues that a sentence needs an earlier one as context. */
export interface ContextCues {
  /** Opens with a pronoun or connective: "He", "But", "Meanwhile". */
  readonly opener: RegExp;
  /** Opens with a reference to something mentioned before: "the two", "the latter". */
  readonly reference: RegExp;
  /** Opens with a time or place, then a pronoun: "On Friday, she ...". */
  readonly pronounAfterOpening: RegExp;
  /** The same without the comma: "In the last years of World War II it brought ...", "Bis zum 1. November sollen es 90 Prozent sein." */
  readonly pronounAfterTime?: RegExp;
  /** Contrasts with the sentence before: "The mayor, meanwhile, ...". */
  readonly insertion: RegExp;
  /** Quotes a speaker who is only a pronoun: "...", he said. */
  readonly pronounSpeaker: RegExp;
  /** Reports the words of an unnamed speaker: "The talks would go on, he said." */
  readonly unnamedSpeaker: RegExp;
  /** Refers to somebody by age alone: "The 22-year-old is one of five players." A name may follow: "The 22-year-old striker Tom Becker". */
  readonly unnamedPerson: RegExp;
  /** Measures from a place mentioned before: "1,000 kilometers to the northeast, ..." */
  readonly fromThere?: RegExp;
}

const marks = `["“”„‘’'»«\\[(\\s–—-]*`;
/** Word boundaries by letters, since \b knows ASCII only. */
const word = (words: string): string => `(?:${words})(?![\\p{L}\\p{N}])`;

const english = {
  opener: `(?:yes|no)(?=,)|even|separately|he|she|they|it|his|her|hers|their|theirs|its|him|them|this|that|these|those|here|there|such|both|neither|but|and|or|nor|so|yet|however|meanwhile|also|then(?=,|\\s(?:came|there|he|she|it|they|the|a|an|in|on|at)(?!\\p{L}))|now|instead|moreover|furthermore|nevertheless|nonetheless|still|therefore|thus|hence|besides|otherwise|likewise|similarly|consequently|accordingly|additionally|afterwards?|later|elsewhere|indeed|again|another|others?|one of them|some of them|most of them|none of them|all of them|for (?:example|instance|this|that|his|her|their)|as a result|in addition|in contrast|in response|in turn|on the other hand|at the same time|at that time|by then|since then|until then|in (?:that|this|these|his|her|their|its)|of (?:these|those|them|this)|with (?:this|that|his|her|their)|(?:after|before|despite|because of|under|following) (?:that|this|it|them)|all (?:of )?(?:this|that|these|those)|(?:most|some|many|few|none|all) (?:are|is|were|was|have|had|will|would|could|can)|(?:in|on|at|by|during|around) the same (?:year|month|week|day|night|time|period|interview|speech|statement|vein)|what(?:'|’)s more|that(?:'|’)s|it(?:'|’)s|(?:he|she|it|they)(?:'|’)(?:s|d|ll|re|ve)|according to (?:him|her|them)|in fact(?=,)|in particular(?=,)|in (?:the process|the meantime|short|other words|any case)(?=,)|(?:more )?(?:specifically|concretely|precisely)(?=,)|that said(?=,)|on top of (?:that|this)|apart from (?:that|this)|aside from (?:that|this)|to (?:that|this) end|against this background|(?:many|some|several) (?:fellow|of (?:these|those|them|his|her|their))|take [^.]{2,60} [—–] just|take [^,.]{2,60}, for (?:example|instance)|the (?:plan|idea|aim|goal|reason|result|problem|question|answer|catch)(?:\\s(?:is|was)|(?=:))`,
  reference: `two|three|four|five|pair|duo|couple|trio|(?:former|latter)(?=,|\\s(?:is|was|are|were|has|had|have|will|would|could|may|can|said|says|also|did|does)(?!\\p{L}))|others?|same|second|third|\\p{L}+ in question`,
  speakers: `he|she|they`,
  saysUnquoted: `said|added|explained|stressed|noted`,
  says: `said|says|told|added|adds|wrote|writes|explained|continued|asked|argued|noted|claimed|insisted|stressed|warned|recalled|stated`,
  openings: `in|on|at|after|before|since|when|while|as|during|by|until|with|for|last|earlier|if|although|though|despite|under|over|from`,
};

const german = {
  opener: `(?:ja|nein)(?=,)|selbst|sogar|er|sie|es|ihre?[mnrs]?|ihm|ihn|ihnen|seine?[mnrs]?|dies|diese[mnrs]?|jene[mnrs]?|das (?:ist|war|sei|sind|hat|wäre|bedeutet|teilte|teilten|sagte|berichtete|gab|geht|gilt|erklärte|kündigte|bestätigte|meldete|zeigt|ergab)|dessen|deren|denen|dort|da|dabei|dadurch|dafür|dagegen|daher|damit|danach|dann|daran|darauf|daraufhin|daraus|darin|darüber|darum|davon|davor|dazu|deshalb|deswegen|aber|und|oder|doch|denn|jedoch|allerdings|zudem|außerdem|auch|ebenso|hingegen|trotzdem|dennoch|unterdessen|inzwischen|zugleich|nun|gleichzeitig|stattdessen|ferner|so|somit|folglich|beide[nr]?|all (?:das|dies)|(?:die meisten|viele|einige|manche|wenige|alle) (?:sind|waren|haben|hatten|werden|wurden|können|konnten)|(?:i[mn]|am) (?:selben|gleichen|derselben|demselben) (?:jahr|monat|tag|abend|zeitraum|woche|interview)|hier|hierzu|hierbei|seither|seitdem|zuvor|später|anschließend|demnach|demzufolge|ansonsten|vielmehr|sonst|tatsächlich|insbesondere|konkret|zum beispiel|beispielsweise|in (?:diese[mnr]|seine[mnr]|ihre[mnr])|nach (?:diese[mnr]|seine[mnr]|ihre[mnr])`,
  reference: `beiden|zwei|drei|vier|anderen?|gleichen?|ersteren?|letzteren?|zweiten?|dritten?|dortigen?|damaligen?|genannten?`,
  speakers: `er|sie`,
  says: `sagte|sagt|erklärte|betonte|fügte|schrieb|meinte|warnte|kritisierte|forderte|ergänzte`,
  /** Forms found only in indirect speech, and words that name its speaker or subordinate it. */
  reported: `sei|seien|habe|werde|gebe|müsse|könne|wolle|solle|dürfe|hätten|müssten`,
  /** Regular verbs in indirect speech ("das Land setze die Gespräche fort"): an ending in -e behind a noun, which no adjective has there. */
  conditional: `\\p{Lu}[\\p{L}-]+ (?!(?:sowie|ohne|eine|keine|seine|ihre|diese|jene|jede|alle|beide|viele|heute|gerade|lange|nahe|wurde|würde|welche|solche|unsere|einige|andere|mehrere|statt|bitte|beinahe|gerne|beste|rechte|linke)(?!\\p{L}))\\p{Ll}{2,}[^t\\P{Ll}]e (?:die|das|den|der|dem|eine?[nmr]?|sich|nicht|am|im|in|an|auf|mit|für|zu|zur|zum|bis|weiter|weiterhin|auch|seine?[nmrs]?|ihre?[nmrs]?|keine?[nmr]?)(?!\\p{L})`,
  attributed: `sag|erklär|teil|laut|zufolge|Angaben|Ansicht|Meinung|Worten|hieß|heißt|so|beton|mein|warn|forder|kritisier|bericht|schr[ei]+b|kündig|versicher|behaupt|wirft|w[aä]rf|Vorw|nann|bezeichn|dass|ob|wenn|bevor|glaub|hofft|denk|fürcht|beklag|räum|verwies|verweis|mahn|rief|ruf|beschuldig|begründ|argument|sprach|sieht|sah|äußer|zitier|ergänz|stell|lautet`,
  openings: `auf|zum|zur|gegen|durch|vom|in|im|am|an|nach|vor|seit|als|während|bei|beim|mit|für|unter|über|aus|wenn|obwohl|trotz`,
};

/** By base language; in a language without a list every sentence counts as self-contained. */
export const contextCues: Readonly<Record<string, ContextCues>> = {
  en: {
    opener: new RegExp(`^${marks}${word(english.opener)}`, 'iu'),
    reference: new RegExp(`^${marks}the ${word(english.reference)}`, 'iu'),
    pronounAfterOpening: new RegExp(
      `^${marks}${word(english.openings)}[^,]{0,80},\\s+${word(`${english.speakers}|it`)}`,
      'iu',
    ),
    pronounAfterTime:
      /^(?:In|On|At|During|By|Since|Until|After|Before)\s(?:[\p{L}\p{N}'’-]+\s){0,6}(?:\p{Lu}[\p{L}-]*|\p{N}+s?|days?|weeks?|months?|years?|decades?|time|night|morning|evening|war)\s(?:he|she|they|it)\s/u,
    insertion:
      /^[^,.;]{1,60},\s(?:meanwhile|however|too|though|by contrast|in contrast|in turn|for (?:his|her|its|their) part|on the other hand|then|therefore|nevertheless|nonetheless|in particular|for (?:example|instance)|in fact|on the contrary|as a result),/iu,
    unnamedSpeaker: new RegExp(
      `^\\P{L}*\\p{L}+[^\\p{Lu}]*,\\s(?:he|she|they)\\s${word(english.saysUnquoted)}|^(?!.*\\p{Lu}[\\p{L}'’-]+\\s\\p{Lu})[^"“”]*,\\s(?:he|she)\\s(?:${english.saysUnquoted}),`,
      'u',
    ),
    unnamedPerson:
      /^The \p{N}+-year-old(?=,|\s(?:(?:is|was|has|had|will|would|says?|told|also|\p{Ll}+ed)\s|\p{Lu}\p{Ll}+\s\p{Ll}))/u,
    fromThere:
      /^(?:Some |About |Around |Just )?\p{N}[\p{N}.,]* (?:kilometers|km|miles|meters)(?: \([^)]*\))? (?:away|(?:further |farther )?(?:to the )?(?:north|south|east|west)\p{Ll}*),/u,
    pronounSpeaker: new RegExp(
      `["”’],?\\s+(?:${word(english.speakers)}(?:\\s+\\p{L}+)?\\s+${word(english.says)}|${word(english.says)}\\s+${word(english.speakers)})`,
      'iu',
    ),
  },
  de: {
    opener: new RegExp(`^${marks}${word(german.opener)}`, 'iu'),
    reference: new RegExp(`^${marks}(?:die|der|das|den|dem) ${word(german.reference)}`, 'iu'),
    pronounAfterOpening: new RegExp(`^${marks}${word(german.openings)}[^,]{1,60}\\s${word(german.speakers)}`, 'iu'),
    pronounAfterTime: /^[^,]{1,60}\s(?:sind|waren|sollen|werden|wären)\ses\s(?:\p{Ll}+\s){0,2}\p{N}/u,
    insertion:
      /^[^,.;]{1,40}\s(?:hingegen|dagegen|wiederum|jedoch|allerdings|indes|indessen|unterdessen|seinerseits|ihrerseits)(?!\p{L})/iu,
    unnamedSpeaker: new RegExp(
      `^(?!.*\\p{Lu}\\p{Ll}+ \\p{Lu}\\p{Ll}+.*, ).*, ${word(german.says)} ${word(german.speakers)}|^(?!.*(?<!\\p{L})(?:${german.attributed})).*(?:\\s${word(german.reported)}|${german.conditional})`,
      'u',
    ),
    unnamedPerson: /^D(?:er|ie) \p{N}+-Jährigen?(?!\p{L})(?!\s\p{Lu}\p{Ll}+\s\p{Lu})/u,
    pronounSpeaker: new RegExp(`["“”»«],?\\s+(?:so\\s+)?${word(german.says)}\\s+${word(german.speakers)}`, 'iu'),
  },
};
