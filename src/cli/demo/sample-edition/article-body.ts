import { escapeHtml, pageDates, pageWords, shortLink } from './page-words.ts';
import type { SampleArticle, SampleBlock, SamplePicture } from './sample-article.ts';

const noVideo =
  'To view this video please enable JavaScript, and consider upgrading to a web browser that <a href="https://videojs.com/html5-video-support/" target="_blank">supports HTML5 video</a>';
const externalIcon = '<svg class="external-link" viewBox="0 0 15 15"><path d="M1 1h5v2H3v9h9V9h2v5H1z"></path></svg>';

/** Renders the content between header and footer of the article, by kind. */
export function articleBody(article: SampleArticle, imageBaseUrl: string): string {
  switch (article.kind) {
    case 'a':
      return richText(`${blocksHtml(article, imageBaseUrl)}${closingLines(article)}`);
    case 'live':
      return livePosts(article, imageBaseUrl);
    case 'g':
      return galleryHtml(article, imageBaseUrl);
    case 'video':
      return videoHtml(article.id, article.headline, imageBaseUrl);
  }
}

function richText(html: string): string {
  return `<div class="sc-iJfdHH sc-iUeHef jbxftw rich-text has-italic has-italic">${html}</div>`;
}

function blocksHtml({ blocks, language }: SampleArticle, imageBaseUrl: string): string {
  return blocks
    .map((block, index) => {
      const html = blockHtml(block, pageWords[language].imageBy, imageBaseUrl);
      // DW reserves one place for advertising inside the text, glued to the paragraph before it.
      return index === 2 ? `${html}<span data-slot-id="Article_InContent-1" class="rich-text-ad"></span>` : html;
    })
    .join('\n\n');
}

function blockHtml(block: SampleBlock, imageBy: string, imageBaseUrl: string): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${inlineHtml(block.text)}</p>`;
    case 'heading':
    case 'post':
      return `<h2>${escapeHtml(block.kind === 'post' ? block.heading : block.text)}</h2>`;
    case 'list':
      return `<ul>\n${block.items.map((item) => `\t<li>${inlineHtml(item)}</li>\n`).join('')}</ul>`;
    case 'picture':
      return pictureHtml(block.picture, imageBy, imageBaseUrl);
    case 'video':
      return videoHtml(block.id, block.headline, imageBaseUrl);
  }
}

/** Text with `[links](address)`; DW's editor leaves a no-break space in front of a link. */
function inlineHtml(text: string): string {
  return escapeHtml(text).replace(/ ?\[([^[\]]+)\]\(([^()\s]+)\)/g, (whole, label: string, href: string) => {
    const space = whole.startsWith(' ') ? '&nbsp;' : '';
    return href.startsWith('/')
      ? `${space}<a class="internal-link" href="${href}">${label}</a>`
      : `${space}<a class="external-link" href="${href}" target="_blank" rel="noopener noreferrer">${label}${externalIcon}</a>`;
  });
}

/** The literal `${formatId}` is DW's: its scripts fill in a size. */
function pictureHtml({ id, caption, credit }: SamplePicture, imageBy: string, imageBaseUrl: string): string {
  return `<figure class="placeholder-image master_landscape big"><img data-format="MASTER_LANDSCAPE" data-id="${id}" data-url="${imageBaseUrl}/image/${id}_\${formatId}.jpg" data-aspect-ratio="16/9" alt="${escapeHtml(caption)}" style="padding-bottom: 56.25%; height: 0; max-height: 0;"><figcaption class="img-caption">${escapeHtml(caption)}<small class="copyright">${imageBy} ${escapeHtml(credit)}</small></figcaption></figure>`;
}

function videoHtml(id: string, headline: string, imageBaseUrl: string): string {
  return `<div class="vjs-wrapper embed big"><h2 class="headline">${escapeHtml(headline)}</h2><video id="video-${id}" controls data-id="${id}" data-posterurl="${imageBaseUrl}/image/${id}_605.jpg" data-duration="01:54"><p class="vjs-no-js">${noVideo}</p></video></div>`;
}

function closingLines({ agency, editedBy, language }: SampleArticle): string {
  const lines = [];
  if (editedBy) lines.push(`<p><em>${pageWords[language].editedBy} ${escapeHtml(editedBy)}</em></p>`);
  if (agency) lines.push(`<p>${escapeHtml(agency)}</p>`);
  return lines.map((line) => `\n\n${line}`).join('');
}

/** Every post repeats its heading (in the skip link), its date (in two spellings) and ends in its own short link. */
function livePosts(article: SampleArticle, imageBaseUrl: string): string {
  const words = pageWords[article.language];
  return postsOf(article)
    .map(({ at, heading, blocks }, index) => {
      const { short, long } = pageDates(at, article.language);
      const anchor = `liveblog-post-${article.id}${index}`;
      const text = blocks.map((block) => blockHtml(block, words.imageBy, imageBaseUrl)).join('\n\n');
      return `<section class="sc-gUkKNk gVJsek liveblog-post" id="${anchor}"><a href="#post-${anchor}" class="sc-cbnPAL cLklnp quick-item"><span class="sc-iJfdHH sc-ilpitK has-italic">${escapeHtml(words.skipNext(heading))}</span></a><span class="publication"><time aria-hidden="true" datetime="${at}">${short}</time><span class="sr-only sc-ugnvf">${long}</span></span><h2 class="sc-iJfdHH sc-cCIIiH has-italic">${escapeHtml(heading)}</h2>${richText(text)}<div class="copy-button-wrapper"><p>${shortLink(`${article.id}${index}`)}</p></div><div class="quick-item-target" id="post-${anchor}"></div></section>`;
    })
    .join('\n');
}

type LivePost = { readonly at: Temporal.Instant; readonly heading: string; readonly blocks: SampleBlock[] };

function postsOf({ blocks }: SampleArticle): readonly LivePost[] {
  const posts: LivePost[] = [];
  for (const block of blocks) {
    if (block.kind === 'post') posts.push({ at: block.at, heading: block.heading, blocks: [] });
    else posts.at(-1)?.blocks.push(block);
  }
  return posts;
}

function galleryHtml({ pictures, language }: SampleArticle, imageBaseUrl: string): string {
  const slides = pictures.map(
    ({ id, caption, credit }) =>
      `<div class="sc-jOmZZe slide"><figure><img src="${imageBaseUrl}/image/${id}_906.jpg" alt=""><figcaption><small class="copyright">${pageWords[language].imageBy} ${escapeHtml(credit)}</small></figcaption></figure><p class="sc-iJfdHH sc-cCIIiH description has-italic">${escapeHtml(caption)}</p></div>`,
  );
  return `<div class="sc-hjbpFB image-gallery">${slides.join('\n')}</div>`;
}

/**
 * Parses an article's body: blocks separated by blank lines.
 *
 * `## Subhead`, `- item` lines, `![picture id](caption | credit)`, `!video[id](headline)`, and in live blogs
 * `## 2022-07-14T13:40:00Z Heading` for each post. Anything else is a paragraph, which may hold `[links](address)`.
 */
export function parseBody(body: string): readonly SampleBlock[] {
  return body
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map(parseBlock);
}

function parseBlock(block: string): SampleBlock {
  const post = /^## (\d{4}-\d\d-\d\dT[\d:]+Z) (.+)$/.exec(block);
  if (post?.[1] && post[2]) return { kind: 'post', at: Temporal.Instant.from(post[1]), heading: post[2] };

  const heading = /^## (.+)$/.exec(block);
  if (heading?.[1]) return { kind: 'heading', text: heading[1] };

  const picture = /^!\[(\d+)\]\(([^|]+) \| ([^|]+)\)$/.exec(block);
  if (picture?.[1] && picture[2] && picture[3]) {
    return { kind: 'picture', picture: { id: picture[1], caption: picture[2], credit: picture[3] } };
  }

  const video = /^!video\[(\d+)\]\((.+)\)$/.exec(block);
  if (video?.[1] && video[2]) return { kind: 'video', id: video[1], headline: video[2] };

  const lines = block.split('\n').map((line) => line.trim());
  if (lines.every((line) => line.startsWith('- '))) return { kind: 'list', items: lines.map((line) => line.slice(2)) };

  if (/^(#|!\[|!video)/.test(block)) throw new Error(`unreadable block "${block.slice(0, 60)}"`);
  return { kind: 'paragraph', text: lines.join(' ') };
}
