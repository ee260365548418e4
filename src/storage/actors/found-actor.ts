/** Why a name in an article was linked to an actor; shown next to the link unless it is simply the actor's name. */
export type LinkReason = 'name' | 'state' | 'role' | 'company' | 'spelling' | 'operator';

/** The actor that a name in an article refers to; without `id` if it is new to the archive. */
export interface FoundActor {
  readonly id?: number;
  readonly why: LinkReason | 'another bearer';
  readonly detail?: string;
}
