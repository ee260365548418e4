/** Shown to the person as written: one sentence on what is wrong, one on what to do. */
export class UserError extends Error {
  /** The option or form field that is wrong, so that a form can say it there. */
  readonly field: string | undefined;

  constructor(message: string, options?: { cause?: unknown; field?: string }) {
    super(message, options);
    this.name = 'UserError';
    this.field = options?.field;
  }
}

/** Reads what was typed into a field; a UserError then names the field. */
export function readField<T>(field: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof UserError) throw new UserError(error.message, { cause: error, field });
    throw error;
  }
}
