/**
 * Every limit of Discord that we budget against, with the page that states it. Lengths are counted in UTF-16 units, which is never
 * less than what Discord counts.
 */
export const limits = {
  // https://docs.discord.com/developers/components/reference#what-is-a-component
  components: 40,
  /** Over all text of a Components V2 message. */
  text: 4_000,
  /** Ours: an address that is longer is left out of a text, or it would take the room of what it is the source of. */
  linkUrl: 1_000,
  // https://docs.discord.com/developers/reference#message-formatting-formats: "<@&", an id of 20 digits at most, ">"
  roleMention: 24,
  // https://docs.discord.com/developers/components/reference#action-row
  rows: 5,
  buttonsInRow: 5,
  // https://docs.discord.com/developers/components/reference#button
  buttonLabel: 80,
  buttonUrl: 512,
  // https://docs.discord.com/developers/components/reference#anatomy-of-a-component
  customId: 100,
  // https://docs.discord.com/developers/components/reference#string-select
  selectOptions: 25,
  selectPlaceholder: 150,
  optionLabel: 100,
  optionValue: 100,
  optionDescription: 100,
  // https://docs.discord.com/developers/components/reference#media-gallery
  altText: 1_024,
  // https://docs.discord.com/developers/reference#uploading-files, without a boost of the server
  fileBytes: 10 * 1_024 * 1_024,
  // https://docs.discord.com/developers/components/reference#unfurled-media-item
  mediaUrl: 2_048,

  // https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-modal
  modalTitle: 45,
  modalComponents: 5,
  // https://docs.discord.com/developers/components/reference#label
  modalLabel: 45,
  modalDescription: 100,
  // https://docs.discord.com/developers/components/reference#text-input
  modalValue: 4_000,

  // https://docs.discord.com/developers/resources/message#create-message
  /** Of a message without Components V2; ours holds the mention of a role at most. */
  content: 2_000,
  nonce: 25,
  // https://docs.discord.com/developers/resources/message#embed-object-embed-limits
  embeds: 10,
  embedTotal: 6_000,
  embedDescription: 4_096,
  /** We write fields as lines of the description. */
  embedFields: 25,

  // https://support.discord.com/hc/en-us/articles/360047027411: ten messages an hour can be published in an announcement channel
  crossposts: 10,
  crosspostsWindowMs: 3_600_000,

  // https://docs.discord.com/developers/resources/channel#start-thread-from-message
  threadName: 100,
  // https://docs.discord.com/developers/resources/channel#channel-object
  forumTags: 5,
  // https://docs.discord.com/developers/resources/channel#get-channel-messages
  messagesPerPage: 100,

  // https://docs.discord.com/developers/interactions/application-commands#application-command-object
  commandName: 32,
  commandDescription: 100,
  commandOptions: 25,
  /** Over names, descriptions and values of a command, of each its longest language. */
  commandText: 8_000,
  // https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-choice-structure
  choices: 25,
  choiceName: 100,
  choiceValue: 100,

  // https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-callback
  acknowledgeMs: 3_000,
  tokenMs: 15 * 60_000,
  // https://docs.discord.com/developers/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans
  invalidRequests: 10_000,
  invalidRequestsWindowMs: 10 * 60_000,

  // https://docs.discord.com/developers/events/gateway#session-start-limit-object
  sessionStartWindowMs: 24 * 3_600_000,
  /** Ours: attempts to reconnect begin a second apart and double up to a minute. */
  reconnectFirstMs: 1_000,
  reconnectLongestMs: 60_000,
} as const;
