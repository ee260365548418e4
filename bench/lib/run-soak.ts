import { planSite, type SiteSettings } from '../../tests/fakes/fake-site-plan.ts';
import { type Completeness, checkArchive } from './check-archive.ts';
import { checkPoliteness, type Politeness } from './check-politeness.ts';
import { runService } from './run-service.ts';
import type { SoakResult } from './soak-service.ts';

export interface SoakReport extends Politeness, Completeness, Omit<SoakResult, 'articles'> {
  readonly feeds: number;
  readonly hours: number;
  readonly wallSeconds: number;
}

/** Lets the service read a site full of trouble through simulated time, and checks what came of it. */
export async function runSoak(settings: SiteSettings): Promise<SoakReport> {
  const startedAt = performance.now();
  const plan = planSite(settings);
  const { result, record } = await runService<SoakResult>('soak-service.ts', { plan });
  const { articles, ...report } = result;
  return {
    feeds: plan.feeds.length,
    hours: settings.hours,
    wallSeconds: Math.round((performance.now() - startedAt) / 100) / 10,
    ...report,
    ...checkArchive({ plan, record, articles }),
    ...checkPoliteness(record.requests, { start: settings.start, timedOut: report.timedOut }),
  };
}
