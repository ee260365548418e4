/** An article as grouping reads it. A teaser has no body, a bare headline neither body nor lead. */
export interface StoryDocument {
  readonly id: string;
  readonly language: string;
  readonly headline: string;
  readonly lead?: string;
  readonly body: string;
  /** A live blog: grouped by its headline and the first sentence of its lead. */
  readonly isLive?: boolean;
  readonly publishedAt?: Temporal.Instant;
}
