/** An ISO instant as Unix seconds for platforms; undefined if it is invalid. */
export function unixSeconds(at: string): number | undefined {
  try {
    return Math.floor(Temporal.Instant.from(at).epochMilliseconds / 1_000);
  } catch {
    return undefined;
  }
}
