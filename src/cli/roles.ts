import { UserError } from '../user-error.ts';

/**
 * What a process of the service does. `poll`: decides which feeds are due. `process`: asks them, reads pages, archives. `deliver`: plans,
 * composes, sends and corrects. `chat`: holds the connections by which platforms reach us, and serves the local page.
 */
export const roles = ['poll', 'process', 'deliver', 'chat'] as const;

/** A part of the service's work that a process may have. */
export type Role = (typeof roles)[number];

/** Reads `poll,deliver`; all without it. Throws UserError for a role that there is not. */
export function parseRoles(text: string | undefined): ReadonlySet<Role> {
  if (text === undefined) return new Set(roles);
  const asked = text.split(',').map((word) => word.trim());
  const chosen = roles.filter((role) => asked.includes(role));
  const unknown = asked.filter((word) => !roles.some((role) => role === word));
  if (unknown.length > 0 || chosen.length === 0) {
    throw new UserError(
      `Unknown role "${unknown.join(', ')}"; use some of ${roles.join(', ')}, with commas between them.`,
    );
  }
  return new Set(chosen);
}
