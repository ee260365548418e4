import type { Listed } from './fake-site-listing.ts';

/** One request as the site saw it. */
export interface SiteRequest {
  readonly kind: 'feed' | 'page' | 'robots';
  /** Of the feed or article. */
  readonly id: string;
  readonly host: string;
  /** Simulated, since the site's start. */
  readonly minute: number;
  /** What the site answered: `ok`, `not-modified`, or the trouble. */
  readonly outcome: string;
  readonly isConditional: boolean;
  /** Requests that this host was answering then, this one among them. */
  readonly open: number;
}

export interface SiteRecord {
  readonly requests: readonly SiteRequest[];
  /** The revisions of each article that a well-formed feed listed, with the minute of the first time. */
  readonly listed: ReadonlyMap<string, ReadonlyMap<number, number>>;
  /** The revisions of each article whose page was given. */
  readonly given: ReadonlyMap<string, ReadonlySet<number>>;
  /** Counts a request as open until the returned function is called. */
  begin(host: string): () => void;
  add(
    request: Omit<SiteRequest, 'open' | 'outcome'> & { outcome: string; revision?: number },
    listing?: readonly Listed[],
  ): void;
}

export function createSiteRecord(): SiteRecord {
  const requests: SiteRequest[] = [];
  const listed = new Map<string, Map<number, number>>();
  const given = new Map<string, Set<number>>();
  const open = new Map<string, number>();
  const change = (host: string, by: number): void => void open.set(host, (open.get(host) ?? 0) + by);
  return {
    requests,
    listed,
    given,
    begin(host) {
      change(host, 1);
      return () => change(host, -1);
    },
    add({ revision, ...request }, listing = []) {
      requests.push({ ...request, open: open.get(request.host) ?? 0 });
      for (const { planned, version } of listing) {
        const revisions = listed.get(planned.id) ?? new Map<number, number>();
        if (!revisions.has(version.article.revision)) revisions.set(version.article.revision, request.minute);
        listed.set(planned.id, revisions);
      }
      if (revision !== undefined) given.set(request.id, (given.get(request.id) ?? new Set<number>()).add(revision));
    },
  };
}
