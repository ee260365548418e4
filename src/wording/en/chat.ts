/** What a terminal and a small view show around our messages. */
export const chat = {
  moreThanFits: 'There is more than fits here.',
  intro: 'Type /help for the commands, Tab to complete, a number to press a button, /quit to leave.',
  howToFill: 'Enter keeps what stands in brackets, - leaves it empty.',
  required: 'This is needed.',
  useOneOf: (choices: string) => `Use ${choices}.`,
  nothingSent: 'Nothing was sent.',
  noButton: (button: string, most: string) => `There is no button ${button}; the last answer has 1 to ${most}.`,
  picture: 'Picture',
  /** How people ask for help without a command, apart by slashes. */
  helpWords: 'help / what can you do / how does this work',
};
