import { articleBody } from './article-body.ts';
import { escapeHtml, pageDates, pageWords, scriptJson, shortLink } from './page-words.ts';
import { articlePath, type SampleArticle } from './sample-article.ts';

export type ArticlePage = {
  readonly article: SampleArticle;
  /** Articles that the boxes around this one advertise. */
  readonly others: readonly SampleArticle[];
  /** Where pictures lie: `<imageBaseUrl>/image/<id>_6.jpg`. */
  readonly imageBaseUrl: string;
};

/**
 * Renders a page in the layout DW serves since mid-2023: React, hashed class names, and boxes of other stories,
 * advertising and sharing links around the text. Canonical link and JSON-LD name www.dw.com as the real pages do.
 */
export function articlePage({ article, others, imageBaseUrl }: ArticlePage): string {
  const words = pageWords[article.language];
  return `<!doctype html>
<html lang="${article.language}" dir="ltr">
<head>
${pageHead(article, imageBaseUrl)}
</head>

<body>
  <noscript>
    You need to enable JavaScript to run this app.
  </noscript>
  <div id="root"><div class="sc-dkjKgF Oldwm"><ol class="sc-elITqc jrZtoF focus-menu-shown"><li><a href="#main-content" class="sc-cbnPAL cLklnp"><span>${words.skipToContent}</span></a></li><li><a href="#navigation" class="sc-cbnPAL cLklnp"><span>${words.skipToMenu}</span></a></li><li><a href="#footer" class="sc-cbnPAL cLklnp"><span>${words.skipToSites}</span></a></li></ol>${topStoryBox(article, others)}<div class="sc-fHIGvW jTgZVM container-fluid"><div class="sc-hjbpFB bkaNnU" id="main-content"></div><section class="row"><div class="detail-zone col"><article class="sc-kATywh dKNoQg"><div class="sc-jlYcmd sc-iXhxtM content-area">${pageHeader(article)}${sharingLinks(article)}${openingPicture(article, imageBaseUrl)}<span></span>${advertisement(article, 'article_top')}${articleBody(article, imageBaseUrl)}${pageFooter(article)}<span></span>${advertisement(article, 'article_content_bottom')}</div></article></div></section>${moreBox(article, others)}<div class="sc-grZQYV taboola" id="taboola-below-article-thumbnails"></div></div><footer class="sc-jtrUWv haVSSs" id="footer"><h2 class="sc-iJfdHH sc-iUeHef has-italic">Deutsche Welle</h2></footer></div></div>
</body>
</html>
`;
}

function pageHead(article: SampleArticle, imageBaseUrl: string): string {
  const { headline, lead, language, publishedAt, modifiedAt, pictures } = article;
  const url = `https://www.dw.com${articlePath(article)}`;
  const title = escapeHtml(`${headline} – DW – ${pageDates(publishedAt, language).short}`);
  const images = pictures.slice(0, 1).map(({ id }) => `${imageBaseUrl}/image/${id}`);
  const newsArticle = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    mainEntityOfPage: { '@type': 'WebPage', '@id': url },
    publisher: {
      '@type': 'Organization',
      name: 'Deutsche Welle',
      logo: {
        '@type': 'ImageObject',
        url: 'https://dw.com/images/icons/favicon-180x180.png',
        width: '180',
        height: '180',
      },
    },
    author: authorsLd(article.authors),
    headline,
    image: images.flatMap((image) => [`${image}_804.jpg`, `${image}_604.jpg`]),
    datePublished: publishedAt.toString({ fractionalSecondDigits: 3 }),
    dateModified: modifiedAt.toString({ fractionalSecondDigits: 3 }),
  };
  return `  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1, shrink-to-fit=no">
  <title data-rh="true">${title}</title>
<link data-rh="true" rel="canonical" href="${escapeHtml(encodeURI(url))}"/><meta data-rh="true" name="description" content="${escapeHtml(lead)}"/><meta data-rh="true" property="og:site_name" content="dw.com"/><meta data-rh="true" property="og:title" content="${title}"/><meta data-rh="true" property="og:url" content="${escapeHtml(encodeURI(url))}"/><meta data-rh="true" property="og:description" content="${escapeHtml(lead)}"/>${images.map((image) => `<meta data-rh="true" property="og:image:type" content="image/jpeg"/><meta data-rh="true" property="og:image" content="${image}_6.jpg"/>`).join('')}<script data-rh="true" type="application/ld+json">${scriptJson(newsArticle)}</script>`;
}

function authorsLd(authors: readonly string[]): readonly object[] {
  if (authors.length === 0) return [{ '@type': 'Organization', name: 'Deutsche Welle' }];
  return authors.map((name) => ({ '@type': 'Person', name }));
}

/** The kicker's two spans touch, and the date appears twice, as on DW's pages. */
function pageHeader({ kicker, headline, authors, publishedAt, language, lead }: SampleArticle): string {
  const { short, long } = pageDates(publishedAt, language);
  const region = kicker.region
    ? `<span><a href="/${language}/t-17284476" class="sc-hLclGa NHSoB" tabindex="0"><span class="sc-iJfdHH sc-gisvNi has-italic">${escapeHtml(kicker.region)}</span></a></span>`
    : '';
  const byline = authors.map(
    (name) => `<span><span class="sc-iJfdHH sc-cCIIiH author no-link has-italic">${escapeHtml(name)}</span></span>`,
  );
  const authorDetails =
    byline.length > 0 ? `<div class="sc-ihxOxR exeCrb author-details">${byline.join('')}</div>` : '';
  return `<header class="sc-osfUn cknHRf"><div class="sc-iJfdHH sc-iUeHef kicker has-italic" data-tracking-name="content-detail-kicker"><span>${escapeHtml(kicker.topic)}</span>${region}</div><h1 class="sc-iJfdHH sc-ilpitK has-italic">${escapeHtml(headline)}</h1>${authorDetails}<span class="sc-iJfdHH sc-iUeHef time-area has-italic"><span class="sc-iJfdHH sc-iUeHef publication has-italic"><time aria-hidden="true">${short}</time><span class="sr-only sc-ugnvf kBKVFk">${long}</span></span></span><p class="sc-iJfdHH sc-cCIIiH teaser-text has-italic">${escapeHtml(lead)}</p></header>`;
}

function sharingLinks({ id, language, headline }: SampleArticle): string {
  const link = shortLink(id);
  const facebook = `https://www.facebook.com/sharer/sharer.php?u=${link}%3Fmaca%3D${language}-Facebook-sharing`;
  const twitter = `https://twitter.com/intent/tweet?source=webclient&amp;text=${encodeURIComponent(headline)}+${link}`;
  const share = pageWords[language].share;
  return `<section class="sc-jOmZZe fxssNa in-line closed" data-tracking-name="sharing-icons-inline"><div class="always-visible"><a href="${facebook}" target="_blank" rel="noopener noreferrer nofollow" title="${share('Facebook')}" class="jbxftw facebook"></a><a href="${twitter}" target="_blank" rel="noopener noreferrer nofollow" title="${share('Twitter')}" class="jbxftw twitter"></a></div><div class="copy-button-wrapper closed"><span class="sc-iiovBS kDnwWV">${link}</span></div></section>`;
}

/** The opening picture's caption and credit touch too; React leaves empty comments between its text nodes. */
function openingPicture({ kind, pictures, language }: SampleArticle, imageBaseUrl: string): string {
  const picture = pictures[0];
  if (!picture || kind === 'g' || kind === 'video') return '';
  const image = `${imageBaseUrl}/image/${picture.id}`;
  return `<figure class="sc-eTdDZh gPnUND"><picture class="sc-hZvXUP jOdTbH"><source type="image/jpeg" srcSet="${image}_600.jpg 78w, ${image}_605.jpg 1199w" height="56.25" width="100"/><img fetchpriority="high" src="" srcSet="${image}_600.jpg 78w, ${image}_605.jpg 1199w" width="100" height="56.25" title="${escapeHtml(picture.caption)}" alt="${escapeHtml(picture.caption)}"/></picture><figcaption class="sc-iJfdHH sc-iUeHef ezDia-d has-italic">${escapeHtml(picture.caption)}<small class="sc-iJfdHH sc-iUeHef copyright has-italic">${pageWords[language].imageBy}<!-- --> <!-- -->${escapeHtml(picture.credit)}</small></figcaption></figure>`;
}

function advertisement({ language }: SampleArticle, slot: string): string {
  return `<div class="sc-grZQYV iPJLxc advertisement"><span class="sc-iJfdHH sc-gisvNi jbxftw label-top has-italic">${pageWords[language].advertisement}</span><div id="dw_d_${slot}" class="sc-hnaXnC gpt-slot"></div></div>`;
}

function pageFooter({ language }: SampleArticle): string {
  const { feedbackButton, feedback } = pageWords[language];
  return `<footer class="sc-eymMWw dmVBiP"><div class="sc-cSUWTX fkVZmx feedback"><div class="sc-dktgqL kgROPw center"><div role="button" tabindex="0" id="feedback-button">${feedbackButton}</div></div><div class="sc-bWybye gYkPtX feedback-sidebar" aria-hidden="true" tabindex="-1"><div class="header"><span class="headline has-italic">${feedback}</span></div></div></div></footer>`;
}

function topStoryBox(article: SampleArticle, others: readonly SampleArticle[]): string {
  return skippableBox(article, 'top-story', pageWords[article.language].topStory, teasers(others.slice(0, 1)));
}

function moreBox(article: SampleArticle, others: readonly SampleArticle[]): string {
  const { moreOn, relatedTopics } = pageWords[article.language];
  const { topic, region } = article.kicker;
  const topics = [topic, region].filter((name) => name !== undefined).map((name) => `<a>${escapeHtml(name)}</a>`);
  return `${skippableBox(article, 'related-topics', relatedTopics, `<aside>${topics.join('')}</aside>`)}${skippableBox(article, 'more-on-topic', moreOn(topic), teasers(others.slice(1)))}`;
}

function skippableBox({ language }: SampleArticle, name: string, heading: string, content: string): string {
  return `<section class="sc-gUkKNk gVJsek" id="${name}" data-tracking-name="section-${name}"><a href="#post-${name}" class="sc-cbnPAL cLklnp quick-item"><span class="sc-iJfdHH sc-ilpitK has-italic">${escapeHtml(pageWords[language].skipNext(heading))}</span></a><div class="content-block"><h2 class="sc-iJfdHH sc-cCIIiH has-italic">${escapeHtml(heading)}</h2>${content}</div><div class="sc-hjbpFB bkaNnU quick-item-target" id="post-${name}"></div></section>`;
}

function teasers(articles: readonly SampleArticle[]): string {
  return articles
    .map(
      (article) =>
        `<div class="teaser-wrap"><h3><a href="${escapeHtml(encodeURI(articlePath(article)))}">${escapeHtml(article.headline)}</a></h3><p class="teaser-description">${escapeHtml(article.lead)}</p></div>`,
    )
    .join('');
}
