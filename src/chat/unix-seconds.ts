/** An ISO instant as platforms take times; undefined for what is none. */
export function unixSeconds(at: string): number | undefined {
  try {
    return Math.floor(Temporal.Instant.from(at).epochMilliseconds / 1_000);
  } catch {
    return undefined;
  }
}
