/** A mention with its actor's name. */
export type NamedMention = Mention & { readonly name: string };
/** States are places with a country code. */
export type ActorKind = 'person' | 'organization' | 'place';

/** Where a text names an actor. Offsets are JavaScript string indices: `text.slice(start, end)`. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly type: ActorKind;
}

/** A role stated in one sentence of the text: "foreign minister of South Korea". */
export interface RoleMention {
  /** The name of its holder, as written there. */
  readonly name: string;
  readonly role: string;
  readonly sentence: number;
  readonly former: boolean;
}

/** An actor of a text: its mentions, gathered under its fullest name. */
export interface ActorInText {
  readonly kind: ActorKind;
  readonly name: string;
  /** All other spellings in the text, without `name`. */
  readonly aliases: readonly string[];
  /** Indices of the sentences that mention it. */
  readonly sentences: readonly number[];
  readonly roles: readonly RoleMention[];
  /** ISO 3166 alpha-2 code if the actor is a state. */
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

/** The kind of a name in the archive, if it is known. */
export type KnownActors = (name: string) => ActorKind | undefined;

/** A statement in an article: `direct` in quotation marks, else reported ("said that ..."). */
export interface ActorQuote {
  readonly words: string;
  readonly sentence: number;
  /** The actor's fullest name; absent if the article does not name the speaker. */
  readonly speakerName?: string;
  readonly direct: boolean;
}
