import { fold } from './terms.ts';

/** Fields of work, as far as they distinguish people with the same name. */
export type RoleField = 'government' | 'sport' | 'stage' | 'military' | 'church';

const fields: Readonly<Record<RoleField, string>> = {
  government: `minister chancellor premier mayor governor senator lawmaker congressman congresswoman parliamentarian ambassador envoy
    minister ministerin kanzler kanzlerin burgermeister burgermeisterin senatorin abgeordneter abgeordnete botschafter botschafterin`,
  sport: `striker midfielder defender goalkeeper winger footballer quarterback pitcher cyclist swimmer runner athlete boxer golfer skier
    jumper sprinter sturmer torwart torhuter verteidiger mittelfeldspieler fussballer fussballspieler spieler spielerin rennfahrer`,
  stage: `actor actress singer musician composer conductor pianist violinist guitarist drummer rapper comedian dancer
    schauspieler schauspielerin sanger sangerin musiker musikerin komponist komponistin dirigent dirigentin`,
  military: 'general colonel admiral soldier corporal sergeant lieutenant oberst soldat offizier',
  church: 'pope bishop archbishop cardinal priest imam rabbi pastor papst bischof erzbischof kardinal priester pfarrer',
};

const fieldOf = new Map(
  (Object.entries(fields) as [RoleField, string][]).flatMap(([field, list]) =>
    list.split(/\s+/u).map((word): [string, RoleField] => [word, field]),
  ),
);

/** The fields that roles belong to; words such as "president" or "director", which any field has, say nothing. */
export function roleFields(roles: Iterable<string>): ReadonlySet<RoleField> {
  const found = new Set<RoleField>();
  for (const role of roles)
    for (const word of fold(role).split(/[^\p{L}]+/u)) {
      const field = fieldOf.get(word);
      if (field) found.add(field);
    }
  return found;
}
