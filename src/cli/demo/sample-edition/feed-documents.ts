import { escapeHtml } from './page-words.ts';
import { articlePath, type SampleArticle, type SampleFeed } from './sample-article.ts';

/** The path segment that chooses the form: RSS 1.0, RSS 2.0, Atom 1.0. */
export type FeedForm = 'rdf' | 'xml' | 'atom';

export type FeedDocument = {
  readonly feed: SampleFeed;
  /** Newest first. */
  readonly articles: readonly SampleArticle[];
  readonly now: Temporal.Instant;
  /** Where article links lead, without a closing slash. */
  readonly baseUrl: string;
};

export const feedContentTypes = {
  rdf: 'application/rdf+xml; charset=utf-8',
  xml: 'application/rss+xml; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
} as const satisfies Record<FeedForm, string>;

const macaTails = { rdf: 'rdf', xml: 'xml-mrss', atom: 'xml-atom' } as const satisfies Record<FeedForm, string>;
const logoUrl = 'https://rss.dw.com/images/DW-L-RGB_whitebg.png';
const siteDescription = 'News, Analysis and Service from Germany and Europe - in 30 Languages';

/** Renders a feed as rss.dw.com does, its misspelt and missing parts included. */
export function renderFeed(form: FeedForm, document: FeedDocument): string {
  return { rdf: renderRdf, xml: renderRss, atom: renderAtom }[form](document);
}

function renderRdf({ feed, articles, now, baseUrl }: FeedDocument): string {
  const maca = macaQuery(feed, 'rdf');
  const items = articles.map((article) => ({ article, link: escapeRdf(`${baseUrl}${articlePath(article)}${maca}`) }));
  const home = escapeRdf(`https://www.dw.com${feed.homePath}${maca}`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/modules/syndication/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dwsyn="http://rss.dw.com/syndication/dwsyn/">
 <channel rdf:about="https://rss.dw.com/syndication/feeds/${feed.slug}.${feed.number}.rdf">
  <description>${escapeRdf(feed.subtitle)}</description>
  <link>${home}</link>
  <title>${escapeRdf(feed.title)}</title>
  <sy:updatePeriod>hourly</sy:updatePeriod>
  <sy:updateFequency>4</sy:updateFequency>
  <sy:updateBase>2002-05-01T00:00:00Z</sy:updateBase>
  <dc:date>${isoSeconds(now)}</dc:date>
  <image rdf:resource="${logoUrl}"/>
  <items>
   <rdf:Seq>
${items.map(({ link }) => `    <rdf:li rdf:resource="${link}"/>\n`).join('')}   </rdf:Seq>
  </items>
 </channel>
 <image rdf:about="${logoUrl}">
  <url>${logoUrl}</url>
  <link>${home}</link>
  <title>DW.COM</title>
  <description>${siteDescription}</description>
 </image>
${items.map(({ article, link }) => rdfItem(article, link)).join('')}</rdf:RDF>
`;
}

function rdfItem(article: SampleArticle, link: string): string {
  return ` <item rdf:about="${link}">
  <title>${escapeRdf(article.headline)}</title>
  <link>${link}</link>
  <description>${escapeRdf(article.lead)}</description>
  <dc:date>${isoMinutes(article.modifiedAt)}</dc:date>
  <dc:subject>${escapeRdf(article.category)}</dc:subject>
  <dc:language>${article.language}</dc:language>
  <dwsyn:contentID>${article.id}</dwsyn:contentID>
 </item>
`;
}

function renderRss({ feed, articles, now, baseUrl }: FeedDocument): string {
  const maca = macaQuery(feed, 'xml');
  const home = escapeRss(`https://www.dw.com${feed.homePath}${maca}`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:georss="http://www.georss.org/georss" xmlns:atom="http://www.w3.org/2005/Atom">
 <channel>
  <title>${escapeRss(feed.title)}</title>
  <link>${home}</link>
  <description>${escapeRss(feed.subtitle)}</description>
  <language>${feed.language}</language>
  <copyright>2022 DW.COM, Deutsche Welle</copyright>
  <pubDate>${rssDate(now)}</pubDate>
  <lastBuildDate>${rssDate(now)}</lastBuildDate>
  <atom:link href="https://rss.dw.com/xml/${feed.slug}" rel="self"/>
  <image>
   <url>${logoUrl}</url>
   <title>${escapeRss(feed.title)}</title>
   <link>${home}</link>
   <description>${siteDescription}</description>
   <width>98</width>
   <height>64</height>
  </image>
  <ttl>10</ttl>
${articles.map((article) => rssItem(article, escapeRss(`${baseUrl}${articlePath(article)}${maca}`))).join('')} </channel>
</rss>
`;
}

function rssItem(article: SampleArticle, link: string): string {
  return `  <item>
   <guid isPermaLink="false">${article.id}</guid>
   <pubDate>${rssDate(toMinutes(article.modifiedAt))}</pubDate>
   <title>${escapeRss(article.headline)}</title>
   <link>${link}</link>
   <description>${escapeRss(article.lead)}</description>
   <category>${escapeRss(article.category)}</category>
  </item>
`;
}

function renderAtom({ feed, articles, now, baseUrl }: FeedDocument): string {
  const maca = macaQuery(feed, 'atom');
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:georss="http://www.georss.org/georss" xml:lang="${feed.language}">
 <id>http://rss.dw.com/atom/${feed.slug}</id>
 <title>${cdata(feed.title)}</title>
 <subtitle>${cdata(feed.subtitle)}</subtitle>
 <updated>${isoSeconds(now)}</updated>
 <author>
  <name>DW</name>
  <email>info@dw.com</email>
  <uri>https://www.dw.com</uri>
 </author>
 <link rel="self" href="http://rss.dw.com/atom/${feed.slug}"/>
 <link rel="related" href="${escapeRss(`https://www.dw.com${feed.homePath}${maca}`)}"/>
 <icon>https://rss.dw.com/images/dw_icon.png</icon>
 <logo>${logoUrl}</logo>
 <rights>2022 DW.COM, Deutsche Welle</rights>
${articles.map((article) => atomEntry(article, escapeRss(`${baseUrl}${articlePath(article)}${maca}`))).join('')}</feed>
`;
}

function atomEntry(article: SampleArticle, link: string): string {
  const date = isoMinutes(article.modifiedAt);
  return ` <entry>
  <id>tag:dw.com,${date.slice(0, 4)}:${article.id}</id>
  <title>${cdata(article.headline)}</title>
  <updated>${date}</updated>
  <published>${date}</published>
  <rights>2022 DW.COM, Deutsche Welle</rights>
  <link rel="alternate" hreflang="${article.language}" href="${link}"/>
  <summary>${cdata(article.lead)}</summary>
  <category term="${escapeRss(article.category)}"/>
 </entry>
`;
}

/** DW's tracking tail: the same article has another link in every feed and form. */
function macaQuery({ language, slug, number }: SampleFeed, form: FeedForm): string {
  return `?maca=${language}-${slug}-${number}-${macaTails[form]}`;
}

function toMinutes(instant: Temporal.Instant): Temporal.Instant {
  return instant.round({ smallestUnit: 'minute', roundingMode: 'floor' });
}

function isoMinutes(instant: Temporal.Instant): string {
  return isoSeconds(toMinutes(instant));
}

function isoSeconds(instant: Temporal.Instant): string {
  return instant.toString({ smallestUnit: 'second' });
}

/** RFC 822 with DW's one-digit day: `Mon, 4 Jul 2022 09:05:00 GMT`. */
function rssDate(instant: Temporal.Instant): string {
  return new Date(instant.epochMilliseconds).toUTCString().replace(', 0', ', ');
}

function escapeRdf(text: string): string {
  return escapeHtml(text).replaceAll("'", '&apos;');
}

function escapeRss(text: string): string {
  return escapeHtml(text).replaceAll("'", '&#039;');
}

function cdata(text: string): string {
  return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}
