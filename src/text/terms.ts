import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

const stemmerNames: Readonly<Record<string, string>> = {
  ar: 'arabic',
  de: 'german',
  en: 'english',
  es: 'spanish',
  fr: 'french',
  it: 'italian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  tr: 'turkish',
};

/** A word from `start` to before `end`, in characters of the text. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Text that folding only makes lower case: most English. */
const plainAscii = /^[\x20-\x5f\x61-\x7e]*$/;

type Stem = (word: string) => string;
const wordSegmenters = new Map<string, Intl.Segmenter>();
const stemmers = new Map<string, Stem>();
/** Words repeat, and folding and stemming are slow; '' is a stop word. Emptied when full, so that memory stays bounded. */
const termCaches = new Map<string, Map<string, string>>();
const termCacheLimit = 50_000;

/** The words of a text with their offsets, by Intl.Segmenter; numbers count as words, punctuation does not. */
export function wordsOf(text: string, language: string): Word[] {
  const base = baseLanguage(language);
  if (plainText.test(text) && latinWords.has(base)) return plainWordsOf(text);
  let segmenter = wordSegmenters.get(base);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(base, { granularity: 'word' });
    wordSegmenters.set(base, segmenter);
  }
  const words: Word[] = [];
  for (const { segment, index, isWordLike } of segmenter.segment(text)) {
    if (isWordLike) words.push({ text: segment, start: index, end: index + segment.length });
  }
  return words;
}

const plainText = /^[\x20-\x7e]*$/;
const latinWords: ReadonlySet<string> = new Set(['en', 'de']);
/** UAX 29 for ASCII: what joins two letters, or two digits, does not end a word. A lone underscore is none. */
const plainWord =
  /(?!_(?![A-Za-z0-9_]))[A-Za-z0-9_]+(?:(?<=[A-Za-z])['.:](?=[A-Za-z])[A-Za-z0-9_]+|(?<=[0-9])[.,;'](?=[0-9])[A-Za-z0-9_]+)*/g;

/** What Intl.Segmenter gives for ASCII, in less than half the time: most English sentences are that. */
function plainWordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(plainWord)) {
    const [word] = match;
    words.push({ text: word, start: match.index, end: match.index + word.length });
  }
  return words;
}

/** й and ї are no accented letters to their readers, nor to the stemmers; ё is often written е. */
const letterOfItsOwn = /[ИиІі][\u0306\u0308]/g;
/** Accents and points. The vowel signs of Indic scripts are marks to Unicode too, but without them words become others; nuktas are points. */
const diacriticOrInvisible =
  /[[\p{Mn}&&[\p{Script=Inherited}\p{Script=Arabic}\p{Script=Hebrew}]]\u093C\u09BC\u00AD\u061C\u200B-\u200F\u2060]/gv;

/** Lower case, without diacritics and invisible characters; ß becomes ss. For comparing and indexing, never for showing. */
export function fold(text: string): string {
  if (plainAscii.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(letterOfItsOwn, (letter) => letter.normalize('NFC'))
    .replace(diacriticOrInvisible, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll('ı', 'i')
    .replaceAll('đ', 'd')
    .replace(/[’`]/g, "'");
}

/**
 * The index terms of a text in order: folded, stemmed by Snowball where it knows the language and cut short elsewhere, stop words left out.
 * The same terms go into the search index, the story vectors and a query.
 */
export function termsOf(text: string, language: string): string[] {
  const terms: string[] = [];
  for (const { text: word } of wordsOf(text, language)) {
    const term = termOf(word, language);
    if (term !== undefined) terms.push(term);
  }
  return terms;
}

/** The term of one word; undefined for a stop word. */
export function termOf(word: string, language: string): string | undefined {
  const cache = termCacheFor(language);
  const cached = cache.get(word);
  if (cached !== undefined) return cached || undefined;
  const term = makeTerm(word, baseLanguage(language));
  if (cache.size >= termCacheLimit) cache.clear();
  cache.set(word, term ?? '');
  return term;
}

function makeTerm(word: string, language: string): string | undefined {
  const folded = fold(word).replace(/'s?$/, '');
  if (folded === '' || stopWords(language).has(folded)) return undefined;
  return stemmerFor(language)(folded);
}

function termCacheFor(language: string): Map<string, string> {
  let cache = termCaches.get(language);
  if (!cache) {
    cache = new Map();
    termCaches.set(language, cache);
  }
  return cache;
}

/** The language without region: `pt-br` -> `pt`. */
export function baseLanguage(language: string): string {
  return (language.split('-')[0] || 'en').toLowerCase();
}

/** Whether words of a base language are stemmed; else they are cut short. */
export function hasStemmer(language: string): boolean {
  return Object.hasOwn(stemmerNames, language);
}

function stemmerFor(language: string): Stem {
  let found = stemmers.get(language);
  if (!found) {
    const name = stemmerNames[language];
    const stemmer = name ? snowball().newStemmer(name) : undefined;
    found = stemmer ? (word) => stemmer.stem(word) : cutWord;
    stemmers.set(language, found);
  }
  return found;
}

/**
 * The first letters and marks of a word, in place of a stem: most languages put their endings after them. Of four to seven, five gave the best
 * stories on news texts in Ukrainian, Polish, Serbian, Hausa and Hindi. Numbers are not cut.
 */
const shortenedWord = /^[\p{L}\p{M}]{5}/u;
const oneShortenedWord = /^[\p{L}\p{M}]{5}$/u;

/** Whether a term may be the beginning of a longer word. */
export function mayBeCut(term: string): boolean {
  return oneShortenedWord.test(term);
}

function cutWord(word: string): string {
  return shortenedWord.exec(word)?.[0] ?? word;
}

/** Loaded by the first word: its stemmers of all languages are one large file. */
function snowball(): typeof import('snowball-stemmers') {
  return require('snowball-stemmers');
}

/**
 * Words without content of their own, folded (no diacritics). English and German are ours, chosen for news; other languages get
 * their commonest function words only, since the background frequency of the archive weighs the rest down.
 */
const lists: Readonly<Record<string, string>> = {
  en: `a about above across after again against all almost along already also although always am among an and another any are around as at
    away back be became because become been before began being below between both but by came can cannot could did do does doing done down
    during each either else even ever every few first for from further get gets getting go goes going got had has have having he her here hers
    herself him himself his how however i if in including into is it its itself just last later least less let like made make makes many may
    me meanwhile might more most much must my near need never new next no nor not now of off often on once one only onto or other our out over
    own per put said same saw say saying says see seen several she should since so some still such take taken than that the their theirs them
    themselves then there these they this those though through to together told too took toward towards two under until up upon us use used
    very was way we well went were what when where whether which while who whom whose why will with within without would yet you your`,
  de: `aber alle allem allen aller alles als also am an andere anderen anderer anderes auch auf aus bei beim bereits bis bisher da dabei dadurch
    dafur dagegen daher damit danach dann daran darauf daraus darin daruber das dass davon davor dazu dem den denen denn der deren des dessen
    deshalb die dies diese diesem diesen dieser dieses doch dort durch durfen ebenfalls eigentlich ein eine einem einen einer eines einige
    einigen einmal er erst erste ersten es etwa etwas fur gab ganz gar gegen geht gegenuber gehen geworden gibt hat hatte hatten hatte habe haben
    hier hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in ins ist ja je jede jedem jeden jeder jedes jedoch jetzt kann kein keine
    keinem keinen keiner konne konnen konnte konnten konnte konnten lassen man mehr mehrere meisten mit mussen muss musste musste nach nachdem
    neben nicht nichts noch nun nur ob oder ohne sagt sagte schon sehr sei seien sein seine seinem seinen seiner seit seitdem selbst sich sie sind
    so sobald sogar solche soll sollen sollte sollten sondern sonst sowie uber um und uns unser unter viel viele vielen vom von vor war waren ware
    ware waren was weil weiter weitere weiteren welche wenn wer werde werden wie wieder will wir wird wo worden wurde wurden wurde wurden zu zum zur
    zwar zwischen zwei`,
  fr: 'a au aux avec ce ces cette dans de des du elle elles en est et etait ete il ils je la le les leur leurs lui mais ne nous ont ou par pas plus pour qu que qui sa se ses son sont sur tout un une vous y',
  es: 'a al ante como con contra cual cuando de del desde donde el ella ellos en entre era es esta este esto fue ha han hasta hay la las le les lo los mas mi muy no nos o para pero por que se segun ser si sin sobre son su sus tambien tras un una uno y ya',
  pt: 'a ao aos as com como da das de do dos e ela ele em entre era essa esse esta este foi ha isso ja mais mas na nao nas no nos o os ou para pela pelo por que quem se sem ser seu seus sua suas tambem um uma',
  ru: 'а без более был была были было быть в вам вас во вот все всех вы где да для до его ее если есть еще же за и из или им их к как когда кто ли мы на над не него нее нет но о об он она они от по под при с со так также там то того том ты у уже что чтобы это этого этой этот я',
  uk: 'а або без був була були було бути в вже від він вона вони все всі для до його з за і із її їх й коли його як які який та так також те що це цей цього ці у на над не ні про по при під',
  tr: 've bir bu da de icin ile olarak daha cok en gibi kadar sonra ise ancak olan oldu oldugu ya o su ki ne mi mu',
};

const sets = new Map<string, ReadonlySet<string>>();
const none: ReadonlySet<string> = new Set();

/** The stop words of a base language (`en`), folded; empty where we have no list. */
export function stopWords(language: string): ReadonlySet<string> {
  const list = lists[language];
  if (list === undefined) return none;
  let set = sets.get(language);
  if (!set) {
    set = new Set(list.split(/\s+/));
    sets.set(language, set);
  }
  return set;
}
