/** Remembers the values used last, so many at most. */
export interface Recent<Value> {
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
  delete(key: string): void;
}

/** Makes an empty memory of `limit` values. */
export function createRecent<Value>(limit: number): Recent<Value> {
  /** The value used last comes last. */
  const values = new Map<string, Value>();

  function set(key: string, value: Value): void {
    values.delete(key);
    values.set(key, value);
    const [oldest] = values.keys();
    if (values.size > limit && oldest !== undefined) values.delete(oldest);
  }

  return {
    get(key) {
      const value = values.get(key);
      if (value !== undefined) set(key, value);
      return value;
    },
    set,
    delete: (key) => void values.delete(key),
  };
}

/** The function, computed once for equal questions among the last `limit` different ones. */
export function remember<Question, Value>(
  compute: (question: Question) => Value,
  { keyOf, limit }: { readonly keyOf: (question: Question) => string; readonly limit: number },
): (question: Question) => Value {
  const recent = createRecent<Value>(limit);
  return (question) => {
    const key = keyOf(question);
    const known = recent.get(key);
    if (known !== undefined) return known;
    const value = compute(question);
    recent.set(key, value);
    return value;
  };
}
