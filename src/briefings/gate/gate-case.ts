import type { ReadText } from '../../reading/read-text.ts';

/** Why a statement may not be shown. */
export type GateReason =
  | 'form'
  | 'evidence'
  | 'name'
  | 'number'
  | 'date'
  | 'quotation'
  | 'negation'
  | 'hedge'
  | 'attribution'
  | 'actors'
  | 'office'
  | 'support';

/** What a check objects to. */
export interface Objection {
  readonly reason: GateReason;
  readonly detail: string;
}

/** A statement and the sentences it cites, parsed once for all checks. */
export interface GateCase {
  readonly statement: ReadText;
  readonly evidence: readonly (ReadText & { readonly publishedAt: Temporal.Instant })[];
  readonly variants: readonly (readonly string[])[];
  /** Whether the statement is in the language of its sources; if not, only names and numbers can be compared. */
  readonly sameLanguage: boolean;
}
