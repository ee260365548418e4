const translatedFrom =
  'Albanian|Amharic|Arabic|Bengali|Bosnian|Bulgarian|Chinese|Croatian|Dari|Dutch|English|Farsi|French|German|Greek|Hausa|Hindi|Indonesian|Italian|Macedonian|Pashto|Persian|Polish|Portuguese|Romanian|Russian|Serbian|Spanish|Swahili|Turkish|Ukrainian|Urdu';

/** Lines that stand in a body and are not story, by what a whole paragraph says. */
const lines: readonly RegExp[] = [
  /^To view this video please enable JavaScript\b/i,
  // Pointers to other stories, in the languages whose pages we have seen.
  /^(?:Read|Read also|Read more|Also read|See also|Watch|Watch also|Related|Mehr dazu|Mehr zum Thema|Lesen Sie auch|Lesen Sie mehr|Weiterlesen|Lire aussi|Lea también|Leer más|Leia também|Leia mais|Читайте также|Смотрите также)(?: [\w ]{1,20})?\s*:(?!.{300})/i,
  // Who edited, translated or adapted it.
  /^\(?(?:Edited by|Editor|Editors|Edition|Édition|Redaktion|Mitarbeit|Redacción|Edição|Adapted by|Translated by)\b\s*:?(?!.{120})/i,
  /^(?:This|The) interview (?:has been|was) .{0,30}\bedited\b.{0,40}$/,
  /^Adapted from the German\b(?!.{120})/i,
  new RegExp(
    String.raw`^(?:This|The) (?:article|story|text|piece|report|interview)\b.{0,40}\b(?:adapted|translated|written|published|appeared|conducted)\b.{0,20}\b(?:from|in) (?:the )?(?:${translatedFrom})(?: original)?(?: and .{0,80})?\.?$`,
  ),
  /^(?:Dieser|Der) (?:Artikel|Text|Beitrag)\b.{0,80}\b(?:adaptiert|übersetzt)\.?(?:$| .{0,80}$)/,
  // Newsletters and channels of DW.
  /^While you're here: /,
  /^(?:Every|Each)\b.{0,200}\bnewsletter\b.{0,40}$/,
  /^(?:©|Copyright ©)\s?\d{4}/,
  /^DW中文有Instagram/,
  // What the page's scripts and screen readers need.
  /^(?:Advertisement|Anzeige|Werbung|Publicidad|Publicidade|Publicité|Реклама)$/i,
  /^(?:Send us your feedback|Your feedback|Schicken Sie uns Ihr Feedback!?|Ihr Feedback)$/i,
  /^Skip (?:next section|to (?:content|main menu|more DW sites))\b/,
  /^(?:Den nächsten Abschnitt .{0,120} überspringen|Zum Inhalt springen|Zur Hauptnavigation springen|Zu weiteren Angeboten der DW springen)$/,
  /^https?:\/\/p\.dw\.com\/p\/\w+$/,
];

/** The no-script sentence of DW's player, in the middle of other text too; the blank before its link often gets lost. */
const playerSentence =
  /\s*To view this video please enable JavaScript, and consider upgrading to a web browser that ?supports HTML5 video\.?/gi;
const chineseOpening = /^（德国之声中文网）/;

const agencyNames = new Set(
  'aap aca aap abc ad afp agi aljazeera ansa anp ap apa apd apf apn apx ard bbc belga bta cna cnn ctk dapd dpa dpaa dpae dw efe epd epa europapress hina idn interfax ips itar-tass kna kyodo lusa mti nhk pa pap pti reuters rtr rtrd rtre ritzau sda sid tass tanjug tt unian upi xinhua zdf'.split(
    ' ',
  ),
);
const authorCodes = String.raw`[a-zäöü]{1,4}(?:\s*[,/]\s*[a-zäöü]{1,4})*`;
const agencyLine = new RegExp(String.raw`^(?:(${authorCodes})\s*/?)?\s*\(([^()]{2,120})\)\.?$`, 'i');
const codesOnly = /^[a-z]{2,4}(?:, ?[a-z]{2,4})*\/[a-z]{2,4}(?:, ?[a-z]{2,4})*$/;

/** A paragraph as the story tells it, or '' where it belongs to the page around it. */
export function withoutFurniture(text: string): string {
  const told = text.replace(playerSentence, '').replace(chineseOpening, '').trim();
  return lines.some((line) => line.test(told)) || codesOnly.test(told) ? '' : told;
}

/** The agencies a closing line credits, `cwo/fab (dpa, afp)`; undefined for any other paragraph. */
export function agenciesOf(text: string): readonly string[] | undefined {
  const [, codes, list] = agencyLine.exec(text) ?? [];
  if (list === undefined) return undefined;
  const names = list.split(/\s*[,;/]\s*/).map((name) => name.trim());
  const known = names.filter((name) => agencyNames.has(name.toLowerCase()));
  const isCredit = codes?.includes('/') ? names.every((name) => name.length <= 25) : known.length === names.length;
  return isCredit ? names.filter((name) => name !== '') : undefined;
}
