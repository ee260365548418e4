import { articlePage } from '../../src/cli/demo/sample-edition/article-page.ts';
import { htmlType, retryAfter, type SiteAnswer } from './fake-site-feed-answers.ts';
import type { PlannedArticle, PlannedVersion } from './fake-site-plan.ts';

/** A page as it reads now, or its trouble. */
export function answerPage(
  { id, trouble }: PlannedArticle,
  { article }: PlannedVersion,
  { minute, kilobytes }: { readonly minute: number; readonly kilobytes: number },
): SiteAnswer {
  const outcome = trouble && minute < trouble.untilMinute ? trouble.kind : 'ok';
  const about = { kind: 'page', id, outcome } as const;
  if (outcome === 'missing') return { about, status: 404 };
  if (outcome === 'unavailable') return { about, status: 503, headers: retryAfter };
  if (outcome === 'broken') return { about, status: 200, manner: 'broken' };
  const page = articlePage({ article, others: [], imageBaseUrl: 'http://127.0.0.1' });
  const body = page.replace('</body>', `${surroundings(kilobytes - page.length / 1000)}</body>`);
  return { about: { ...about, revision: article.revision }, status: 200, headers: { 'content-type': htmlType }, body };
}

export function robotsTxt(host: string): SiteAnswer {
  const body = 'User-agent: *\nDisallow: /intern/\n';
  return { about: { kind: 'robots', id: host, outcome: 'ok' }, status: 200, body };
}

export function notFound(path: string): SiteAnswer {
  return { about: { kind: 'page', id: path, outcome: 'not-found' }, status: 404 };
}

/** Menus and scripts, half and half, as much as is wanted. */
function surroundings(kilobytes: number): string {
  if (kilobytes <= 0) return '';
  const link = '<li class="sc-abc menu"><a href="/en/section/s-1" class="sc-def"><span>Section</span></a></li>\n';
  const rule = 'window.__settings.push({name:"teaser",width:320,height:180,tracking:"section-teaser"});\n';
  const half = kilobytes * 500;
  return `<nav><ul>${link.repeat(half / link.length)}</ul></nav><script>${rule.repeat(half / rule.length)}</script>`;
}
