/** What a terminal and a small view show around our messages. */
export const chat = {
  moreThanFits: 'There is more than fits here.',
  required: 'This is needed.',
  useOneOf: (choices: string) => `Use ${choices}.`,
  nothingSent: 'Nothing was sent.',
  noButton: (button: string, most: string) => `There is no button ${button}; the last answer has 1 to ${most}.`,
};
