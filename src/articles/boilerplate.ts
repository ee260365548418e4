/** A paragraph without boilerplate, or '' if all of it belongs to the page around the article. */
export function withoutBoilerplate(text: string): string {
  const prose = text.replace(playerSentence, '').replace(chineseOpening, '').trim();
  return lines.some((line) => line.test(prose)) || codesOnly.test(prose) ? '' : prose;
}

/**
 * Whether a sentence is a credit, an agency line, a pointer or an invitation rather than part of the article: what the extractor removes
 * as a whole paragraph, and what it must keep because paragraphs may open like it, or because others extracted the text.
 */
export function isBoilerplate(sentence: string): boolean {
  const text = sentence.trim();
  return agenciesOf(text) !== undefined || withoutBoilerplate(text) === '' || asides.some((aside) => aside.test(text));
}

const translatedFrom =
  'Albanian|Amharic|Arabic|Bengali|Bosnian|Bulgarian|Chinese|Croatian|Dari|Dutch|English|Farsi|French|German|Greek|Hausa|Hindi|Indonesian|Italian|Macedonian|Pashto|Persian|Polish|Portuguese|Romanian|Russian|Serbian|Spanish|Swahili|Turkish|Ukrainian|Urdu';

/** Patterns of whole paragraphs that are boilerplate. */
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
  /(?<!\s)\s*To view this video please enable JavaScript, and consider upgrading to a web browser that ?supports HTML5 video\.?/gi;
const chineseOpening = /^（德国之声中文网）/;

const codesOnly = /^[a-z]{2,4}(?:, ?[a-z]{2,4})*\/[a-z]{2,4}(?:, ?[a-z]{2,4})*$/;

/** Patterns of sentences that are boilerplate. */
const asides: readonly RegExp[] = [
  /^(?:edited|written|compiled|reported|translated|adapted) by\b/i,
  /^(?:this|the) (?:article|report|interview|story|text|piece) (?:was|has been|is) (?:originally )?(?:adapted|edited|first|originally|published|written|translated|updated|conducted|part of)/i,
  /^(?:while you(?:'|’)re here|sign up|you can sign up|subscribe to|click here|follow us|watch (?:also|more)|read (?:more|also)|see also|also read|more on)\b/i,
  /^(?:DW has (?:more|the (?:latest|details))|Follow (?:DW|live|our live|the latest))\b.{0,40}$/i,
  /^You can (?:read|find|watch|listen)\b.*\bhere\b/i,
  /\b(?:newsletter|inbox)\b.*\b(?:sign up|subscribe|every)\b|\b(?:sign up|subscribe)\b.*\b(?:newsletter|briefing)\b/i,
  /^(?:redaktion|redigiert von|adaption|übersetz(?:t|ung)|mitarbeit|quellen?):?\s/i,
  /^(?:mehr (?:zum thema|dazu)|lesen sie (?:auch|hier|mehr)|abonnieren|dieser (?:artikel|beitrag|text) (?:wurde|ist|erschien))\b/i,
  /\benable JavaScript\b|\bsupports HTML5 video\b|JavaScript aktivieren/i,
  /^(?:©|\(c\) |copyright\b)/i,
  // A publisher's notes on its own mistakes.
  /^(?:correction|clarification|editor['’]s note|korrektur|anmerkung der redaktion)\b.{0,30}:|\b(?:an?|the) (?:earlier|previous|original) version of this (?:article|story|report|text)\b/i,
  /^(?:this|the) (?:error|mistake) has been corrected\b|^(?:in einer (?:früheren|vorherigen) (?:version|fassung) dieses)/i,
];

/** The agencies a closing line credits, `cwo/fab (dpa, afp)`; undefined for any other paragraph. */
export function agenciesOf(text: string): readonly string[] | undefined {
  const [, codes, list] = agencyLine.exec(text) ?? [];
  if (list === undefined) return undefined;
  const names = list.split(/[,;/]/).map((name) => name.trim());
  const known = names.filter((name) => agencyNames.has(name.toLowerCase()));
  const isCredit = codes?.includes('/') ? names.every((name) => name.length <= 25) : known.length === names.length;
  return isCredit ? names.filter((name) => name !== '') : undefined;
}

const agencyNames = new Set(
  'aap aca aap abc ad afp agi aljazeera ansa anp ap apa apd apf apn apx ard bbc belga bta cna cnn ctk dapd dpa dpaa dpae dw efe epd epa europapress hina idn interfax ips itar-tass kna kyodo lusa mti nhk pa pap pti reuters rtr rtrd rtre ritzau sda sid tass tanjug tt unian upi xinhua zdf'.split(
    ' ',
  ),
);
const authorCodes = String.raw`[a-zäöü]{1,4}(?:\s*[,/]\s*[a-zäöü]{1,4})*`;
const agencyLine = new RegExp(String.raw`^(?:(${authorCodes})(?:\s*/)?)?\s*\(([^()]{2,120})\)\.?$`, 'i');

/** DW's word before a picture credit, by language. */
const words = [
  ...[
    'Image',
    'Bild',
    'Imagen',
    'Foto',
    'Фото',
    'Zdjęcie',
    'Fotoğraf',
    'Εικόνα',
    'Imagine',
    'Снимка',
    'Фотографија',
    'Fotografi',
  ],
  ...['صورة من', 'عکس', 'انځور', 'تصویر', 'तस्वीर', 'ছবি', '图像来源', '圖片來源', 'Picha', 'Hoto', 'ምስል'],
].join('|');

/** When a page is flattened, there is no space between caption and credit: `The ministers in TokyoImage: Ann Onym/dpa`. */
const captionAndCredit = new RegExp(`^(.*?)\\s*(?<!\\p{Lu})(?:${words})\\s*[:：]\\s*(\\S.*)$`, 'su');

/** Parts a caption from the credit that follows its language's credit word. */
export function splitCredit(text: string): { readonly caption: string; readonly credit?: string } {
  const [, caption, credit] = captionAndCredit.exec(text) ?? [];
  return credit === undefined ? { caption: text } : { caption: (caption ?? '').trim(), credit: credit.trim() };
}
