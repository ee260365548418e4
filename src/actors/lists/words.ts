/** A list written as words parted by white space. */
export function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

/** A list written as phrases, one a line. */
export function phrases(list: string): ReadonlySet<string> {
  return new Set(
    list
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  );
}
