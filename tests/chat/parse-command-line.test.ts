import { describe, expect, it } from 'vitest';
import { type CommandSyntax, parseCommandLine } from '../../src/chat/parse-command-line.ts';

const commands: readonly CommandSyntax[] = [
  {
    name: 'who',
    description: 'Who is this in the news?',
    example: 'who Mirela Danesh',
    options: { actor: { description: 'Name to look up', required: true } },
  },
  {
    name: 'subscribe',
    description: 'Send this channel briefings',
    example: 'subscribe asia times:08:00',
    options: {
      zone: { description: 'Time zone' },
      interest: { description: 'What to follow', required: true },
      times: { description: 'Local times' },
      length: {
        description: 'How long',
        choices: [
          { label: 'Headlines only', value: 'headlines' },
          { label: 'Short', value: 'short' },
        ],
      },
    },
  },
  {
    name: 'brief',
    description: 'A briefing now',
    example: 'brief asia',
    options: { interest: { description: 'Topic', completes: 'interest' } },
  },
  { name: 'ask', description: 'Ask', example: 'ask why', options: { question: { description: 'Q', required: true } } },
  { name: 'status', description: 'How the service is', example: 'status', options: {} },
  { name: 'help', description: 'Help', example: 'help', options: { command: { description: 'Of one' } } },
  {
    name: 'settings',
    description: 'Settings',
    example: 'settings zone:Seoul',
    options: { zone: { description: 'Zone', completes: 'zone' }, quiet: { description: 'Quiet', completes: 'quiet' } },
  },
];

describe('reads', () => {
  it.each([
    ['/who Park Jin', 'who', { actor: 'Park Jin' }],
    ['/settings quiet:22 bis 7 uhr zone:Seoul', 'settings', { quiet: '22 bis 7 uhr', zone: 'Seoul' }],
    ['/settings New York quiet:22 to 7', 'settings', { zone: 'New York', quiet: '22 to 7' }],
    ['who Park Jin', 'who', { actor: 'Park Jin' }],
    ['  /WHO   Park   Jin ', 'who', { actor: 'Park Jin' }],
    ['/who actor:Park Jin', 'who', { actor: 'Park Jin' }],
    ["/who Conor O'Hara", 'who', { actor: "Conor O'Hara" }],
    ['/who \u0645\u0631\u064A\u0645', 'who', { actor: '\u0645\u0631\u064A\u0645' }],
    ['/brief', 'brief', {}],
    ['/status', 'status', {}],
    [
      '/subscribe asia --times 08:00 --zone Asia/Seoul',
      'subscribe',
      { interest: 'asia', times: '08:00', zone: 'Asia/Seoul' },
    ],
    [
      '/subscribe asia times:08:00 zone:Asia/Seoul',
      'subscribe',
      { interest: 'asia', times: '08:00', zone: 'Asia/Seoul' },
    ],
    [
      '/subscribe --zone=Asia/Seoul times: 08:00, 17:00 asia',
      'subscribe',
      { interest: 'asia', times: '08:00, 17:00', zone: 'Asia/Seoul' },
    ],
    ['/subscribe times:08:00 ,17:00 asia', 'subscribe', { interest: 'asia', times: '08:00 ,17:00' }],
    ['/subscribe asia times:8 and 17 zone:Seoul', 'subscribe', { interest: 'asia', times: '8 and 17', zone: 'Seoul' }],
    ['/subscribe times:8 asia and africa', 'subscribe', { interest: 'asia and africa', times: '8' }],
    ['/subscribe asia times:"08:00 17:00"', 'subscribe', { interest: 'asia', times: '08:00 17:00' }],
    ['/subscribe asia times:\u201C08:00 17:00\u201D', 'subscribe', { interest: 'asia', times: '08:00 17:00' }],
    ['/subscribe interest:"river dams" OR delta', 'subscribe', { interest: '"river dams" OR delta' }],
    ['/subscribe \u2014zone UTC asia', 'subscribe', { interest: 'asia', zone: 'UTC' }],
    ['/subscribe "river dams" AND delta zone:UTC', 'subscribe', { interest: '"river dams" AND delta', zone: 'UTC' }],
    ['/subscribe "zone: grey" zone:UTC', 'subscribe', { interest: '"zone: grey"', zone: 'UTC' }],
    ['/subscribe asia length:SHORT', 'subscribe', { interest: 'asia', length: 'short' }],
    ['/subscribe asia length:"headlines only"', 'subscribe', { interest: 'asia', length: 'headlines' }],
    [
      '/ask what happened at 08:00 on https://example.org/a?b=c',
      'ask',
      { question: 'what happened at 08:00 on https://example.org/a?b=c' },
    ],
    ['/ask "unclosed', 'ask', { question: '"unclosed' }],
    ['/ask is 5 -- 3 two', 'ask', { question: 'is 5 -- 3 two' }],
  ])('%s', (line, command, options) => {
    expect(parseCommandLine(line, commands)).toEqual({ kind: 'call', command, options });
  });

  it('a line without a slash as the words of the plain text command, whatever it begins with', () => {
    expect(parseCommandLine('who signed --anything?', commands, { plainTextCommand: 'ask' })).toEqual({
      kind: 'call',
      command: 'ask',
      options: { question: 'who signed --anything?' },
    });
  });
});

describe('says what is wrong and what to do', () => {
  it.each([
    ['/wo Park', 'Unknown command "wo". Did you mean /who?'],
    ['/sub asia', 'Unknown command "sub". Did you mean /subscribe?'],
    ['/staus', 'Unknown command "staus". Did you mean /status?'],
    ['/weather', 'Unknown command "weather". Use /who, /subscribe, /brief, /ask, /status, /help or /settings.'],
    ['/constructor', 'Unknown command "constructor". Use /who, /subscribe, /brief, /ask, /status, /help or /settings.'],
    ['', 'No command given. Use /who, /subscribe, /brief, /ask, /status, /help or /settings.'],
    ['/', 'No command given. Use /who, /subscribe, /brief, /ask, /status, /help or /settings.'],
    ['/who', '/who needs "actor": Name to look up. For example: /who Mirela Danesh'],
    ['/who --fast Park', '/who has no option "fast". Use actor.'],
    ['/status --fast', '/status has no option "fast"; it takes none.'],
    ['/status now', '/status takes no text after it. Leave out "now".'],
    ['/subscribe asia daily at 8 to:@ann', '/subscribe has no option "to". Use zone, interest, times or length.'],
    ['/subscribe asia to:<@U12|ann>', '/subscribe has no option "to". Use zone, interest, times or length.'],
    ['/subscribe asia zoen:UTC', '/subscribe has no option "zoen". Use zone, interest, times or length.'],
    ['/subscribe asia --zone', 'The option "zone" of /subscribe needs a value. Write it as zone:value.'],
    ['/subscribe asia zone: times:08:00', 'The option "zone" of /subscribe needs a value. Write it as zone:value.'],
    ['/subscribe asia zone:UTC zone:Asia/Seoul', 'You entered the option "zone" twice. Enter it once.'],
    [`/who ${'A'.repeat(5_000)}`, 'Too long: 5005 characters, and the limit is 4000. Use fewer words.'],
    ['/subscribe asia length:endless', 'Unknown length "endless". Use headlines or short.'],
  ])('%j', (line, problem) => {
    expect(parseCommandLine(line, commands)).toEqual({ kind: 'unclear', problem });
  });

  it('with the prefix people type on another platform', () => {
    expect(parseCommandLine('wo Park', commands, { prefix: '/dw ' })).toEqual({
      kind: 'unclear',
      problem: 'Unknown command "wo". Did you mean /dw who?',
    });
  });
});

it('never reads a name of an option from the prototype', () => {
  const parsed = parseCommandLine('/subscribe asia --constructor x', commands);
  expect(parsed).toMatchObject({ kind: 'unclear', problem: expect.stringContaining('has no option "constructor"') });
});

it.each(['help', 'Hilfe', 'Was kannst du?', 'Aide !', '帮助'])('%s asks for help, not the archive', (line) => {
  const parsed = parseCommandLine(line, commands, { plainTextCommand: 'ask' });
  expect(parsed).toEqual({ kind: 'call', command: 'help', options: {} });
});

it('asks the archive for help that is news', () => {
  const parsed = parseCommandLine('help for Ukraine', commands, { plainTextCommand: 'ask' });
  expect(parsed).toMatchObject({ command: 'ask' });
});
