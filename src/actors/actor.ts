/** A state is a place with a country code. */
export type ActorKind = 'person' | 'organization' | 'place';

/** Where a text names an actor. Offsets are JavaScript string indices: `text.slice(start, end)`. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly type: ActorKind;
}

/** A role as one sentence of the text gives it: "foreign minister of South Korea". */
export interface RoleMention {
  /** The name the role is given to, as written there. */
  readonly name: string;
  readonly role: string;
  readonly sentence: number;
  readonly former: boolean;
}

/** Who one text speaks of: mentions of one actor gathered under its fullest name. */
export interface ActorInText {
  readonly kind: ActorKind;
  readonly name: string;
  /** Every other way the text writes it, without `name`. */
  readonly aliases: readonly string[];
  /** Indices of the sentences that mention it. */
  readonly sentences: readonly number[];
  readonly roles: readonly RoleMention[];
  /** ISO 3166 alpha-2 code where the actor is a state. */
  readonly country?: string;
}

/** Words somebody said. `start`/`end` include the quotation marks. */
export interface Quote {
  readonly start: number;
  readonly end: number;
  readonly speaker: {
    readonly start: number;
    readonly end: number;
    readonly text: string;
    readonly name?: string;
  } | null;
}

/** What the archive already knows a name to be. */
export type KnownActors = (name: string) => ActorKind | undefined;

/** What somebody said in an article: `direct` in quotation marks, else in the article's words ("said that ..."). */
export interface ActorQuote {
  readonly words: string;
  readonly sentence: number;
  /** The actor's fullest name; absent where the article leaves the speaker unnamed. */
  readonly speakerName?: string;
  readonly direct: boolean;
}
