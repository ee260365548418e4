/** Irregular English verbs with their forms; forms that are more common as other words are left out. */
const irregular = `arise arose arisen|beat beaten|become became|begin began begun|bend bent|bid|bind bound|bite bit bitten|blow blew blown|break broke broken|bring brought
|build built|burn burnt|buy bought|catch caught|choose chose chosen|cling clung|come came|creep crept|deal dealt|dig dug|draw drew drawn|drink drank drunk|drive drove driven
|eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought|find found|flee fled|fly flew flown|forbid forbade forbidden|forget forgot forgotten|freeze froze frozen
|give gave given|go went gone|grow grew grown|hang hung|hear heard|hide hid hidden|hold held|keep kept|know knew known|lay laid|lead led|leave left|lend lent|lie lay lain|lose lost
|make made|mean meant|meet met|overtake overtook overtaken|pay paid|ride rode ridden|ring rang rung|rise rose risen|run ran|seek sought|sell sold|send sent|shake shook shaken|shoot shot
|shrink shrank shrunk|sing sang sung|sink sank sunk|sit sat|sleep slept|slide slid|speak spoke spoken|spend spent|spring sprang sprung|stand stood|steal stole stolen|stick stuck
|strike struck|swear swore sworn|sweep swept|swim swam swum|swing swung|take took taken|teach taught|tear tore torn|think thought|throw threw thrown|undergo underwent undergone
|understand understood|undertake undertook undertaken|wear wore worn|win won|wind wound|withdraw withdrew withdrawn|withhold withheld|write wrote written|die died dying death|uphold upheld|overthrow overthrew overthrown|oversee oversaw overseen|foresee foresaw foreseen|mislead misled|rebuild rebuilt
|overcome overcame|withstand withstood|retake retook retaken|outgrow outgrew outgrown|shine shone|bleed bled|breed bred|spin spun|sow sown|undo undid undone|upset`;

/** Their past is their base. */
const unchanging = /^(?:cut|hit|put|set|shut|let|bet|cost|quit|spread|split|hurt|burst|cast)$/;

/** German verbs with consonant changes. */
const germanIrregular = `bringen bringt brachte brachten gebracht|gehen geht ging gingen gegangen|stehen steht stand standen gestanden|ziehen zieht zog zogen gezogen
|denken denkt dachte gedacht|wissen weiss wusste gewusst|kommen kommt kam kamen gekommen|nehmen nimmt nahm nahmen genommen|leiden leidet litt litten gelitten
|schneiden schnitt geschnitten|tun tut tat taten getan|sitzen sitzt sass sassen gesessen|treffen trifft traf trafen getroffen|bitten bittet bat baten gebeten|sterben stirbt starb starben gestorben`;

interface VerbForm {
  readonly key: string;
  readonly joined?: string | undefined;
}

const byForm = new Map<string, string>();
for (const forms of irregular.replaceAll('\n', '').split('|'))
  for (const form of forms.split(' ')) byForm.set(form, forms);
const germanByForm = new Map<string, string>();
for (const forms of germanIrregular.replaceAll('\n', '').split('|'))
  for (const form of forms.split(' ')) germanByForm.set(form, forms.split(' ')[0] ?? form);

/** Separable prefixes of German verbs. */
export const separablePrefix =
  /^(?:ab|an|auf|aus|bei|ein|fest|fort|frei|her|hin|los|mit|nach|nieder|statt|teil|um|vor|voran|vorbei|weg|weiter|wieder|zu|zuruck|zusammen|durch|uber|unter|bereit|bekannt|hinzu|heraus|herunter|hinaus|entgegen)$/;
const prefix = new RegExp(`^(${separablePrefix.source.slice(4, -2)})(?=(?:ge|zu)?\\p{L}{3})`, 'u');

/** Whether a word is an irregular form of an English verb, or its base. */
export function isIrregularVerb(key: string): boolean {
  return byForm.has(key) || unchanging.test(key);
}

/** Whether a word is a past form of an irregular English verb; "cut" and "hit" may be. */
export function isPastForm(key: string): boolean {
  return /\p{L}ed$/u.test(key) || unchanging.test(key) || (byForm.has(key) && !byForm.get(key)?.startsWith(`${key} `));
}

/** Whether two words are forms of one verb that stemming keeps apart: "withdrew" and "withdrawn", "verließ" and "verlassen". */
export function isSameVerb(one: VerbForm, other: VerbForm, language: string): boolean {
  if (one.key === other.key) return true;
  if (language === 'de') return !germanRoots(one).isDisjointFrom(germanRoots(other));
  const forms = byForm.get(one.key);
  return forms !== undefined && forms === byForm.get(other.key);
}

/** The consonant skeleton that the forms of a German verb share, with its particle if it has one. */
function germanRoots({ key, joined = key }: VerbForm): ReadonlySet<string> {
  const particle = prefix.exec(joined)?.[1];
  const parted = particle === undefined ? [] : [rootOf(joined.slice(particle.length), particle)];
  return new Set([rootOf(key, ''), ...parted].filter((root) => root !== ''));
}

function rootOf(form: string, particle: string): string {
  const bare = form.replace(/^zu(?=\p{L}{4})/u, '');
  const known = germanByForm.get(bare) ?? germanByForm.get(form);
  if (known) return `${particle}${known}`;
  const consonants = bare
    .replace(/^ge(?=\p{L}{4})/u, '')
    .replace(/(?:end(?:e[nmrs]?)?|eten|ete|test|tet|ten|te|en|et|st|t|e)$/, '')
    .replace(/(?<=[aeiou])h/g, '')
    .replace(/[aeiou]/g, '')
    .replace(/(.)\1+/g, '$1');
  return consonants.length > 1 ? `${particle}${consonants}` : '';
}
