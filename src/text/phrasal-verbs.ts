import { baseLanguage, fold } from './terms.ts';

/** Verbs of two words that mean something else than their first, each with one that says the same; the commonest in news. Written by us. */
const english = `
  take took taken takes taking over: succeed
  step stepped steps stepping down: resign
  stand stood stands standing down: resign
  call called calls calling off: cancel
  put puts putting off: postpone
  turn turned turns turning down: reject
  back backed backs backing out: withdraw
  pull pulled pulls pulling out: withdraw
  carry carried carries carrying out: conduct
  set sets setting up: establish
  shut shuts shutting down: close
  lay laid lays laying off: dismiss
  blow blew blown blows blowing up: explode
  gun gunned guns gunning down: shoot
  hand handed hands handing over: deliver
  break broke broken breaks breaking out: erupt
  make made makes making up: comprise
  rule ruled rules ruling out: exclude
  throw threw thrown throws throwing out: reject
  find found finds finding out: learn
  bring brought brings bringing down: overthrow
  bring brought brings bringing in: collect
  come came comes coming back: return
  point pointed points pointing out: note
`;

/** By the first word and the particle. */
const verbs = new Map(
  english
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [forms = '', verb = ''] = line.trim().split(': ');
      const words = forms.split(' ');
      return words.slice(0, -1).map((word) => [`${word} ${words.at(-1)}`, verb] as const);
    }),
);
const particles = new Set('over down off out up in back'.split(' '));

/** The verb that two words together stand for: "took over" -> "succeed". English only. */
export function phrasalVerb(word: string, next: string | undefined, language: string): string | undefined {
  if (next === undefined || !particles.has(next) || baseLanguage(language) !== 'en') return undefined;
  return verbs.get(`${fold(word)} ${next}`);
}
