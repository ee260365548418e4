/** Why a name of an article is an actor's: told beside the link where it is not simply the actor's name. */
export type LinkReason = 'name' | 'state' | 'role' | 'company' | 'spelling' | 'operator';

/** The actor that a name of an article means; `id` is missing where it is a bearer the archive does not know yet. */
export interface FoundActor {
  readonly id?: number;
  readonly why: LinkReason | 'another bearer';
  readonly detail?: string;
}
