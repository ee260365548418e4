/** How often an article names an actor, and how many articles of the archive do. */
export interface ActorMentions {
  readonly articleId: string;
  readonly actorId: number;
  readonly mentions: number;
  readonly archiveArticles: number;
}

/** An article is about those it names most. */
const mainActors = 3;
/** In an archive that has just begun, nobody is central yet. */
const leastScale = 20;

/**
 * How central to the news the main actors of each article are: the logarithm of how many articles name them, as a share of that of the
 * actor most written about; 0 where nobody is named.
 */
export function centralityOf(mentions: readonly ActorMentions[], mostArticles: number): ReadonlyMap<string, number> {
  const scale = Math.log(1 + Math.max(leastScale, mostArticles));
  return new Map(
    [...Map.groupBy(mentions, ({ articleId }) => articleId)].map(([articleId, list]) => {
      const main = list.toSorted((a, b) => b.mentions - a.mentions || a.actorId - b.actorId).slice(0, mainActors);
      const sum = main.reduce((total, { archiveArticles }) => total + Math.log(1 + archiveArticles) / scale, 0);
      return [articleId, Math.min(1, sum / main.length)];
    }),
  );
}
