import { baseLanguage } from '../../text/terms.ts';

/** What a headline promises: what happened, why or how, or what somebody thinks of it. */
export type HeadlineKind = 'news' | 'explains' | 'comments';

const comments: Readonly<Record<string, RegExp>> = {
  en: /^(?:opinion|commentary|editorial|letter from \p{L}+)(?::|\s[|–—-])/iu,
  de: /^(?:kommentar|meinung|leitartikel|gastkommentar|gastbeitrag|kolumne|standpunkt)(?::|\s[|–—-])/iu,
};
/** Headlines of what explains, asks or runs live: they do not say what happened. By base language. */
const explains: Readonly<Record<string, RegExp>> = {
  en: /\?$|^(?:[^:]{1,50}:\s)?(?:what|why|how|who|when|where|analysis|fact check|in pictures|live|explained|\d+ (?:reasons|things|facts|ways|charts|lessons)|five (?:reasons|things|facts|ways|charts|lessons))(?!\p{L})|(?:updates?|live|explained)$|^[^:]{1,40}\s(?:is|are) (?:an?|the)\s|^[^:]{1,30} explained:/iu,
  de: /\?$|^(?:[^:]{1,50}:\s)?(?:was|warum|wieso|weshalb|wie|wer|wo|wohin|analyse|faktencheck|bilder|liveticker|liveblog|(?:\d+|fünf|zehn) (?:gründe|dinge|fakten|fragen|tipps))(?!\p{L})/iu,
};
/**
 * Headlines of what portrays, looks back or advises. News leaves articles out ("Court convicts ex-president"); who begins with one, at the start
 * or behind a colon, writes a feature: "Alan Marsh: A veteran of the port", "The man who built Varn".
 */
const portrays: Readonly<Record<string, RegExp>> = {
  en: /^(?:an?|the|meet|inside|remembering|taking stock|looking back)\s|^[^:]{3,60}:\s(?:an?|the|latest in|between|inside|meet|from)\s|^(?:[^:]*\s)?(?:19|20)\d\d:\s|\b\d+ years (?:of|on)\b|\b(?:tips|this week|in (?:numbers|charts))$|\b(?:these tips|highs and lows|everything you)\b/iu,
  de: /^(?:porträt|rückblick|chronik|hintergrund|reportage|\d+ jahre)(?!\p{L})|^[^:]{3,60}:\s(?:eine?|zwischen|unterwegs)\s|^(?:[^:]*\s)?(?:19|20)\d\d:\s/iu,
};

/** Of which kind a headline is, by its words; in a language without a list all are news. */
export function headlineKind(headline: string, language: string): HeadlineKind {
  const base = baseLanguage(language);
  if (comments[base]?.test(headline)) return 'comments';
  return explains[base]?.test(headline) || portrays[base]?.test(headline) ? 'explains' : 'news';
}
