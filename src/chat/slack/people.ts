import { z } from 'zod';
import type { Log } from '../../runtime/log.ts';
import { BoundedMap } from '../bounded-map.ts';
import { ChatError } from '../chat.ts';
import type { SlackApi } from './slack-api.ts';

/** A person as far as it matters how they are answered. */
export interface Person {
  /** `stranger`: of another workspace, met in a channel that both share by Slack Connect. `unknown`: Slack did not say. */
  readonly kind: 'member' | 'guest' | 'stranger' | 'unknown';
  /** BCP 47. */
  readonly locale: string;
}

const answer = z.object({
  user: z.object({
    locale: z.string().optional(),
    is_restricted: z.boolean().optional(),
    is_ultra_restricted: z.boolean().optional(),
    is_stranger: z.boolean().optional(),
    team_id: z.string().optional(),
    enterprise_user: z.looseObject({}).optional(),
  }),
});

const readsEnglish = { locale: 'en' };
/** Without the scope to look them up everybody is taken for a member. */
const unseen: Person = { kind: 'member', ...readsEnglish };
/** In an outage, or where we ask too often, nobody becomes a member by it. */
const unknown: Person = { kind: 'unknown', ...readsEnglish };

const rememberFor = { known: { hours: 1 }, unseen: { minutes: 10 }, unknown: { seconds: 30 } };
const remembered = 5_000;

interface PeopleOptions {
  readonly log: Log;
  readonly now?: () => Temporal.Instant;
}

/** Looks people up, each once an hour. https://docs.slack.dev/reference/methods/users.info */
export function createPeople({ log, now = () => Temporal.Now.instant() }: PeopleOptions) {
  const known = new BoundedMap<string, { readonly until: Temporal.Instant; readonly person: Promise<Person> }>(
    remembered,
  );

  async function ask(workspaceId: string, userId: string, api: SlackApi): Promise<Person> {
    try {
      const found = await api.call(({ users }) => users.info({ user: userId, include_locale: true }));
      return toPerson(answer.parse(found), workspaceId);
    } catch (err) {
      log.debug({ err, workspaceId }, 'a person could not be looked up');
      return err instanceof ChatError && err.kind === 'missing-permission' ? unseen : unknown;
    }
  }

  return {
    find(workspaceId: string, userId: string, api: SlackApi): Promise<Person> {
      const key = `${workspaceId} ${userId}`;
      const last = known.get(key);
      if (last && Temporal.Instant.compare(now(), last.until) < 0) return last.person;
      const asked = ask(workspaceId, userId, api);
      const remember = (person: Promise<Person>, time: Temporal.DurationLike) => {
        known.set(key, { until: now().add(time), person });
      };
      remember(asked, rememberFor.known);
      void asked.then((found) => {
        if (found === unseen) remember(asked, rememberFor.unseen);
        if (found === unknown) remember(asked, rememberFor.unknown);
      });
      return asked;
    },
  };
}

/** What Slack says of persons, kept for a while. */
export type People = ReturnType<typeof createPeople>;

function toPerson({ user }: z.infer<typeof answer>, workspaceId: string): Person {
  const { enterprise_user, is_restricted, is_stranger, is_ultra_restricted, locale, team_id } = user;
  // Workspaces of one Enterprise organization are one company.
  const isElsewhere = team_id !== undefined && team_id !== workspaceId && enterprise_user === undefined;
  const isGuest = is_restricted === true || is_ultra_restricted === true;
  return {
    kind: is_stranger === true || isElsewhere ? 'stranger' : isGuest ? 'guest' : 'member',
    locale: locale ?? readsEnglish.locale,
  };
}
