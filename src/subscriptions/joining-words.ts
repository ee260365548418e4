/**
 * How people join words, and leave some out, in the languages we speak, without thinking of operators. Whoever adds one minds what else
 * it may be: it counts only between two things that are wanted.
 */
export const joiners: Readonly<Record<string, 'and' | 'or'>> = {
  ...meaning('and', 'and und et y e ve и і й та 和 与 & && +'),
  ...meaning('or', 'or oder ou o veya или або чи أو 或 或者 | || /'),
};

/** They leave out what follows. */
export const negations: ReadonlySet<string> = words('not nicht without ohne sans sin sem без بدون');
/** They leave something out of all that was said before, "asia or africa except japan"; at the beginning as the others do. */
export const exceptions: ReadonlySet<string> = words(
  'except außer ausser sauf excepté hormis excepto salvo menos exceto кроме крім окрім إلا باستثناء 除了',
);
/** These do so only before a topic: "no sports" leaves out, "no deal" is a word of the news. */
export const denials: ReadonlySet<string> = words('no kein keine keinen pas não nada не нет ні لا 不要');
/** What is said before one of these, or after "everything" instead of one. */
export const contrasts: ReadonlySet<string> = words('but aber sondern mais pero mas ama но але لكن 但');
const articles = 'the|der|die|das|le|la|les|el|los|las|o|a|os|as|de|du|des';

/** Without its article: "the Middle East", "l’Asie", and after "pas", "de sport". */
export function withoutArticle(text: string): string {
  return text.replace(new RegExp(`^(?:(?:${articles})\\s+|[ld]['’])`, 'iu'), '');
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

function meaning<Kind extends string>(kind: Kind, list: string): Record<string, Kind> {
  return Object.fromEntries(list.split(' ').map((word) => [word, kind]));
}
