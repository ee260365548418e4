/** What a chat cannot do: unknown commands, missing rights, old buttons, trouble of ours. */
export const refusals = {
  unexpected: (id: string) =>
    `Something went wrong here, not with you. Try again; if it stays, tell the operator this id: ${id}.`,
  tooLate: (id: string) =>
    `An answer asked for here could not be shown in time. Ask again; if it stays, tell the operator this id: ${id}.`,
  formTooLate: 'The form could not open in time. Press the button again.',
  formNotHere: 'Discord opens a form after a button or command only. Type / and choose the command.',
  otherVersion: 'This is of another version, or nobody answers it any more. Give the command again; /help lists all.',
  oldForm: 'That form is of an older version. Give the command again.',
  oldButton: 'That button is of an older version. Give the command again.',
  deadButton: 'That button leads nowhere any more. Give the command again.',
  notShared: 'That answer cannot be shared any more. Give the command again.',
  storyGone: 'That story is no longer in the archive. Search for it with /search.',
  actorGone: 'The archive does not know that name any more. Look it up with /who.',
  sentenceGone: 'The archive does not hold that sentence any more. What it holds now is found with /search.',
  briefingGone: 'That briefing is not kept any more. /catchup tells what the channel missed.',
  nobodyNamed: 'Not in the archive: nobody whom this message names. /who looks up a name.',
  nobodyLinked:
    'Not in the archive: neither the article behind that link nor anybody the message names. /who looks up a name.',
  noTopic: 'That message has neither words nor a link that the archive knows. /background takes a topic.',
  notManager: 'Only those who may manage this channel can change its subscriptions. Ask one of its managers.',
  notManagerOfSettings: 'Only those who may manage this channel can change its settings. Ask one of its managers.',
  needsPermission: (permission: string) =>
    `Only members with the permission "${permission}" here can change this channel's subscriptions. Ask one of them.`,
  commandsOnly: 'Who may manage a channel is told with commands only. Type / and choose the command from the list.',
  noCommand: (commands: string) => `No command was given; use ${commands}.`,
  unknownCommand: (name: string, commands: string) => `Unknown command "${name}"; use ${commands}.`,
  nearCommand: (name: string, near: string) => `Unknown command "${name}"; did you mean ${near}?`,
  unknownOption: (name: string, command: string, options: string) =>
    `Unknown option "${name}" of ${command}; use ${options}.`,
  noOptions: (name: string, command: string) => `Unknown option "${name}" of ${command}; it takes none.`,
  optionTwice: (name: string) => `Option "${name}" was given twice; give it once.`,
  tooLong: (option: string, length: string, most: string) =>
    `That is too long for "${option}": ${length} characters, and ${most} at most. Say it in fewer words.`,
  noWords: (command: string, words: string) => `${command} takes no words after it; leave out "${words}".`,
  value: 'value',
  noValue: (option: string, command: string, example: string) =>
    `Option "${option}" of ${command} has no value; write it as ${example}.`,
  needs: (command: string, option: string, description: string, example: string) =>
    `${command} needs "${option}": ${description}. For example: ${example}`,
};
