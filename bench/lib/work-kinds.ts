import type { CpuProfile, Frame } from './cpu-profile.ts';

/** What a step is for, and what it takes besides. */
export type WorkKind = 'parsing' | 'matching' | 'sending' | 'SQL' | 'database code' | 'network' | 'garbage' | 'other';

/** The work that a step is for; everything else serves it. */
export const ownWork: ReadonlySet<WorkKind> = new Set(['parsing', 'matching', 'sending', 'SQL']);

/** By the file of a function; the first that fits. */
const files: readonly (readonly [RegExp, WorkKind | 'bench'])[] = [
  [
    /\/node_modules\/(?:linkedom|htmlparser2|dom\w+|entities|css-?\w*|boolbase|nth-check|@mozilla|rss-parser|xml2js|sax|html-escaper|uhyphen)\//,
    'parsing',
  ],
  [/\/node_modules\/(?:chrono-node|snowball-stemmers|world-countries)\//, 'matching'],
  [/\/node_modules\/(?:kysely|pg[\w-]*)\/|\/src\/storage\//, 'database code'],
  [
    /\/node_modules\/undici\/|\/src\/runtime\/http|^node:(?:internal\/)?(?:net|http|_http|stream|dns|events|tls)/,
    'network',
  ],
  [/\/src\/(?:feeds|articles)\//, 'parsing'],
  [/\/src\/(?:actors|language|stories|briefings|answers|subscriptions|services)\//, 'matching'],
  [/\/src\/(?:deliveries|chat)\//, 'sending'],
  [/\/(?:bench|tests)\//, 'bench'],
];

/** Methods of node:sqlite's statements. */
const sqlite = /^(?:run|all|get|iterate|next|exec|prepare)$/;

/** CPU ms of each kind of work; what the bench and its fakes do does not count. */
export function workKinds(profile: CpuProfile): ReadonlyMap<WorkKind, number> {
  const spent = new Map<WorkKind, number>();
  for (const [frame, ms] of profile) {
    const kind = kindOf(frame);
    if (kind !== 'bench') spent.set(kind, (spent.get(kind) ?? 0) + ms);
  }
  return spent;
}

/** What the engine does for a function (regular expressions, Intl, JSON) is that function's work. */
function kindOf(frame: Frame): WorkKind | 'bench' {
  if (frame.name === '(garbage collector)') return 'garbage';
  if (frame.url === '') {
    if (!frame.caller) return 'other';
    return sqlite.test(frame.name) && frame.caller.url.includes('/storage/sqlite/') ? 'SQL' : kindOf(frame.caller);
  }
  return files.find(([pattern]) => pattern.test(frame.url))?.[1] ?? 'other';
}
