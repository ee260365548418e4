/** Lines that belong to the page, not to the news: credits, newsletters, translation notes, "read more". */
const furniturePatterns: readonly RegExp[] = [
  /^(?:edited|written|compiled|reported|translated|adapted) by\b/i,
  /^(?:this|the) (?:article|report|interview|story|text|piece) (?:was|has been|is) (?:originally )?(?:adapted|edited|first|originally|published|written|translated|updated|conducted|part of)/i,
  /^(?:while you(?:'|’)re here|sign up|you can sign up|subscribe to|click here|follow us|watch (?:also|more)|read (?:more|also)|see also|also read|more on)\b/i,
  /\b(?:newsletter|inbox)\b.*\b(?:sign up|subscribe|every)\b|\b(?:sign up|subscribe)\b.*\b(?:newsletter|briefing)\b/i,
  /^(?:redaktion|redigiert von|adaption|übersetz(?:t|ung)|mitarbeit|quellen?):?\s/i,
  /^(?:mehr (?:zum thema|dazu)|lesen sie (?:auch|hier|mehr)|abonnieren|dieser (?:artikel|beitrag|text) (?:wurde|ist|erschien))\b/i,
  /\benable JavaScript\b|\bsupports HTML5 video\b|JavaScript aktivieren/i,
  /^(?:©|\(c\) |copyright\b)/i,
  // Initials and agencies: "rs/wmr (AFP, Reuters, AP)", "jsi/wd (dpa)"
  /^\p{Ll}{2,4}(?:\s?[,/]\s?\p{Ll}{2,5})*\s?(?:\([^()]*\))$/u,
  /^\(?(?:(?:AFP|AP|dpa|Reuters|EPA|KNA|epd|SID|DPA|EFE|ANSA|Lusa|Interfax|TASS)(?:,\s*|\s+and\s+|\s+und\s+|\/|$|\)))+\)?$/,
];

/** Whether a sentence is a credit, an agency line or an invitation rather than part of the article. */
export function isFurniture(text: string): boolean {
  return furniturePatterns.some((pattern) => pattern.test(text.trim()));
}
