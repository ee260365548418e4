/** Entries of the document, as many as DW's largest feeds have. */
export const pollEntries = 150;

/** A feed in DW's form; of galleries, since they need no page. Versions differ in their dates only, as DW's do at every fetch. */
export function pollDocument(version: number): string {
  const items = Array.from({ length: pollEntries }, (_, index) => {
    const number = 70_000_000 + index;
    return `<item><guid isPermaLink="false">${number}</guid><pubDate>Sun, 4 Oct 2026 ${String(index % 12).padStart(2, '0')}:00:00 GMT</pubDate><title>Headline number ${index} of the bench</title><link>https://www.dw.com.invalid/en/headline-${index}/g-${number}?maca=en-x</link><description>Sentence that tells in a few words what number ${index} is about, as long as those of a feed are.</description><category>News</category></item>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Bench ${version}</title><lastBuildDate>Sun, 4 Oct 2026 12:00:00 GMT</lastBuildDate>${items.join('')}</channel></rss>`;
}
