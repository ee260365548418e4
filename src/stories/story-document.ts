/** An article as grouping reads it. A teaser has no body, a bare headline neither body nor lead. */
export interface StoryDocument {
  readonly id: string;
  readonly language: string;
  readonly headline: string;
  readonly lead?: string;
  readonly body: string;
  readonly publishedAt?: Temporal.Instant;
}
