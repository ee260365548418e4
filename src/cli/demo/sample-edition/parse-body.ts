import type { SampleBlock } from './sample-article.ts';

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

  const picture = /^!\[(\d+)\]\((.+) \| (.+)\)$/.exec(block);
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
