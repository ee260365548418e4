import { personAt } from '../../tests/chat/discord/person.ts';
import { actions, type Input, limitOfValue, ofShapes, type Targets, verbs } from './hostile-targets.ts';

/** Interactions and packets of a member without rights. */
export function discordPackets({ discord, desk, lobby }: Targets): readonly Input[] {
  const mallory = personAt(discord, { channel: lobby });
  const seen = () => true;
  const of = (name: string, send: () => Promise<unknown>): Input => ({ name, send });
  const options = [
    ['ask', 'question'],
    ['who', 'actor'],
    ['background', 'subject'],
    ['search', 'words'],
    ['subscribe', 'interest'],
    ['why', 'story'],
    ['settings', 'zone'],
  ] as const;
  const rights = verbs.flatMap((verb) =>
    ['1', '2', '02', '2e0', ' 2', '٢', '-2', `2@${desk.id}`, '2:1', '{"id":2}'].flatMap((value) => [
      of(`${verb} ${value}`, () => mallory.press(`k1:${verb}-subscription:${value}`, seen)),
      of(`a form to ${verb} ${value}`, () =>
        discord.interact(
          {
            type: 5,
            data: {
              custom_id: `k1:${verb}-subscription:${value}`,
              components: [{ type: 18, component: { type: 4, custom_id: 'times', value: '09:00' } }],
            },
          },
          { channel: lobby },
          seen,
        ),
      ),
    ]),
  );
  const packets = [
    'GUILD_CREATE',
    'GUILD_DELETE',
    'CHANNEL_DELETE',
    'CHANNEL_UPDATE',
    'MESSAGE_CREATE',
    'INTERACTION_CREATE',
    'GUILD_ROLE_UPDATE',
    'NO_SUCH',
  ].flatMap((event) =>
    [
      {},
      { id: '1' },
      { id: 1, guild_id: {} },
      { id: '9'.repeat(5_000), content: 'x' },
      { guild_id: '1', author: null },
    ].map((data, number) => of(`${event} ${number}`, async () => discord.gateway.dispatch(event, data))),
  );
  return [
    ...rights,
    ...packets,
    ...ofShapes(([name, shape], number) => {
      const [command, option] = options[number % options.length] ?? options[0];
      return [
        of(`/${command} ${name}`, () => mallory.give(command, { [option]: shape(limitOfValue) }, seen)),
        of(`/${command} of 6,000 ${name}`, () => mallory.give(command, { [option]: shape(6_000) }, seen)),
        of(`completion ${name}`, () =>
          discord.interact(
            {
              type: 4,
              data: {
                id: '1',
                name: 'who',
                type: 1,
                options: [{ name: 'actor', type: 3, value: shape(4_000), focused: true }],
              },
            },
            { channel: lobby },
            seen,
          ),
        ),
        of(`button ${name}`, () => mallory.press(`k1:${actions[number % actions.length]}:${shape(90)}`, seen)),
        of(`form ${name}`, () =>
          discord.interact(
            {
              type: 5,
              data: {
                custom_id: 'k1:subscribe:1',
                components: [{ type: 18, component: { type: 4, custom_id: 'interest', value: shape(4_000) } }],
              },
            },
            { channel: lobby },
            seen,
          ),
        ),
        of(`mention ${name}`, async () =>
          discord.write(`<@${discord.store.bot.id}> ${shape(4_000)}`, { channel: lobby }),
        ),
        of(`direct ${name}`, async () => discord.write(shape(390), {})),
        of(`message menu ${name}`, () =>
          discord.interact(
            {
              type: 2,
              data: {
                id: '2',
                name: 'Background on this',
                type: 3,
                target_id: '6',
                resolved: { messages: { 6: { id: '6', content: shape(8_001), embeds: [] } } },
              },
            },
            { channel: lobby },
            seen,
          ),
        ),
      ];
    }),
  ];
}
