import type { PlannedArticle, PlannedFeed, PlannedVersion } from './fake-site-plan.ts';

export interface Listed {
  readonly planned: PlannedArticle;
  readonly version: PlannedVersion;
}

/** What a feed lists at a minute, newest version first, as DW does: an update comes up again at the top. */
export function listingAt({ articles, capacity }: PlannedFeed, minute: number): readonly Listed[] {
  const listed: Listed[] = [];
  for (const planned of articles) {
    const version = minute < planned.untilMinute ? versionAt(planned, minute) : undefined;
    if (version) listed.push({ planned, version });
  }
  return listed.sort((a, b) => b.version.fromMinute - a.version.fromMinute).slice(0, capacity);
}

/** How an article reads at a minute; undefined before it is there. */
export function versionAt({ versions }: PlannedArticle, minute: number): PlannedVersion | undefined {
  return versions.findLast(({ fromMinute }) => fromMinute <= minute);
}
