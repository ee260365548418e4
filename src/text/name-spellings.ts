import { fold } from './terms.ts';

/** Given names that languages write too differently for rules, a name a line. Folded; written by us. */
const givenNames = `
  vladimir volodymyr wladimir wolodymyr
  alexander oleksandr aleksandr alexandr aliaksandr
  sergei serhiy sergiy sergej siarhei
  nikolai mykola nikolay nikolaj
  dmitry dmytro dmitri dmitrij dimitri
  andrei andriy andrey andrej
  mikhail mykhailo michail mykhaylo
  yevgeny evgeny jewgeni yevhen evgeni
  pavel pavlo
  mohammed muhammad mohamed mohammad muhammed mohamad mohammet
  ahmed ahmad
  yusuf youssef yousef yousuf jussuf
  hussein husain hossein husayn
  omar umar
  osama usama
  mahmoud mahmud
  said saeed sayed
  abdel abdul abd
`;
const groupOf = new Map(
  givenNames
    .trim()
    .split('\n')
    .flatMap((line, group) =>
      line
        .trim()
        .split(' ')
        .map((name): [string, number] => [name, group]),
    ),
);

/** Places that two languages or two times write in two ways, a place a line. Folded; written by us. */
const placeNames = `
  kyiv kiev kiew kyjiw
  kharkiv kharkov charkiw charkow
  odesa odessa
  lviv lvov lwiw lemberg
  chernihiv chernigov tschernihiw
  mykolaiv nikolaev mykolajiw
  dnipro dnepr
  zaporizhzhia zaporizhia zaporozhye saporischschja
  chernobyl chornobyl tschernobyl
  luhansk lugansk
  mumbai bombay
  kolkata calcutta
  beijing peking
  yangon rangoon rangun
`;
const placeGroups = placeNames
  .trim()
  .split('\n')
  .map((line) => line.trim().split(' '));

/**
 * Whether two folded names of as many words are one name in two transliterations: the surname by rule ("zelensky", "selenskyj"), the
 * given names by rule or as forms of one name ("volodymyr", "wladimir"). Not what merely looks alike: "park jin", "park yin".
 */
export function areSpellingsOfOneName(one: string, other: string): boolean {
  const [words, others] = [one.split(' '), other.split(' ')];
  if (one === other || words.length < 2 || words.length !== others.length) return false;
  return words.every((word, index) => {
    const match = others[index] ?? '';
    const isSurname = index === words.length - 1;
    return isSameSpelling(word, match) || (!isSurname && groupOf.has(word) && groupOf.get(word) === groupOf.get(match));
  });
}

/** The other ways a place is written: "Kiev" of "Kyiv". Folded. */
export function placeSpellings(name: string): readonly string[] {
  const folded = fold(name);
  return placeGroups.find((group) => group.includes(folded))?.filter((each) => each !== folded) ?? [];
}

/** The other ways a surname may be transliterated, itself left out: for looking it up. */
export function surnameSpellings(surname: string): readonly string[] {
  const stems = new Set([surname]);
  const add = (pattern: RegExp, ...forms: readonly string[]) => {
    for (const stem of [...stems])
      if (pattern.test(stem)) for (const form of forms) stems.add(stem.replace(pattern, form));
  };
  add(/(?:skyy|skyi|skyj|skiy|skij|sky|ski)$/u, 'sky', 'ski', 'skyy', 'skyi', 'skyj', 'skiy', 'skij');
  add(/(?<!sk)(?:yy|iy|ij|yj|ii|y|i|j)$/u, 'y', 'i', 'iy', 'ij', 'yj');
  add(/^[sz](?=[aeiouy])/u, 's', 'z');
  add(/v/gu, 'w');
  add(/w/gu, 'v');
  add(/^[yj](?=[aeou])/u, 'y', 'j');
  add(/ss/u, 's');
  add(/(?<=[aeiou])s(?=[aeiou])/u, 'ss');
  add(/dd/u, 'd');
  stems.delete(surname);
  return [...stems];
}

const shortest = 3;

function isSameSpelling(one: string, other: string): boolean {
  return one === other || (Math.min(one.length, other.length) > shortest && soundOf(one) === soundOf(other));
}

/** One spelling for those that English and German transliteration give one name: "Zelenskyy" and "Selenskyj" are "selenski". */
function soundOf(word: string): string {
  return word
    .replaceAll('tsch', 'ch')
    .replaceAll('sch', 'sh')
    .replaceAll('ks', 'x')
    .replaceAll('kh', 'h')
    .replaceAll('w', 'v')
    .replaceAll('ph', 'f')
    .replaceAll('q', 'k')
    .replaceAll('ou', 'u')
    .replaceAll('z', 's')
    .replaceAll(/[yj]/gu, 'i')
    .replaceAll(/(.)\1+/gu, '$1')
    .replace(/^i(?=[aeou])/u, '')
    .replace(/(?<!i)i+$/u, 'i');
}

/** How English spells the letters of Cyrillic names; a letter of two is spelled as before a consonant. */
const cyrillic: Readonly<Record<string, string>> = Object.fromEntries(
  'а-a б-b в-v г-g ґ-g д-d е-e ё-e є-ye ж-zh з-z и-i і-i ї-yi й-y к-k л-l м-m н-n о-o п-p р-r с-s т-t у-u ф-f х-kh ц-ts ч-ch ш-sh щ-shch ъ- ы-y ь- э-e ю-yu я-ya ј-j љ-lj њ-nj ћ-c ђ-d џ-dz'
    .split(' ')
    .map((pair) => pair.split('-') as [string, string]),
);

/** A folded word in Latin letters, for looking it up among names that are; the same where its script is another. */
export function inLatin(folded: string): string {
  return /^\p{Script=Cyrillic}/u.test(folded)
    ? [...folded].map((letter) => cyrillic[letter] ?? letter).join('')
    : folded;
}
