import { createHash } from 'node:crypto';

/** The half of a set that an id belongs to, as the scorer beside the checkout splits it: `a` may be read, `b` is only counted. */
export function halfOf(id: string): 'a' | 'b' {
  return (createHash('sha256').update(id).digest()[0] ?? 0) % 2 === 0 ? 'a' : 'b';
}
