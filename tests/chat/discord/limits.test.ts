import { describe, expect, it, test } from 'vitest';
import { limits } from '../../../src/chat/discord/limits.ts';
import { discordDocument, hasDiscordSchema, schemaNote } from './discord-schema.ts';

type Limit = keyof typeof limits;

/** Where Discord's document says the same: schema, property and keyword. */
const stated: readonly (readonly [Limit, string, string, 'maxLength' | 'maxItems'])[] = [
  ['components', 'MessageCreateRequest', 'components', 'maxItems'],
  ['text', 'TextDisplayComponentForMessageRequest', 'content', 'maxLength'],
  ['buttonsInRow', 'ActionRowComponentForMessageRequest', 'components', 'maxItems'],
  ['buttonLabel', 'ButtonComponentForMessageRequest', 'label', 'maxLength'],
  ['buttonUrl', 'ButtonComponentForMessageRequest', 'url', 'maxLength'],
  ['customId', 'ButtonComponentForMessageRequest', 'custom_id', 'maxLength'],
  ['selectOptions', 'StringSelectComponentForMessageRequest', 'options', 'maxItems'],
  ['selectPlaceholder', 'StringSelectComponentForMessageRequest', 'placeholder', 'maxLength'],
  ['optionLabel', 'StringSelectOptionForRequest', 'label', 'maxLength'],
  ['optionValue', 'StringSelectOptionForRequest', 'value', 'maxLength'],
  ['optionDescription', 'StringSelectOptionForRequest', 'description', 'maxLength'],
  ['altText', 'MediaGalleryItemRequest', 'description', 'maxLength'],
  ['mediaUrl', 'UnfurledMediaRequest', 'url', 'maxLength'],
  ['modalTitle', 'ModalInteractionCallbackRequestData', 'title', 'maxLength'],
  ['modalLabel', 'LabelComponentForModalRequest', 'label', 'maxLength'],
  ['modalDescription', 'LabelComponentForModalRequest', 'description', 'maxLength'],
  ['modalValue', 'TextInputComponentForModalRequest', 'value', 'maxLength'],
  ['content', 'IncomingWebhookRequestPartial', 'content', 'maxLength'],
  ['embeds', 'MessageCreateRequest', 'embeds', 'maxItems'],
  ['embedDescription', 'RichEmbed', 'description', 'maxLength'],
  ['embedFields', 'RichEmbed', 'fields', 'maxItems'],
  ['threadName', 'CreateTextThreadWithMessageRequest', 'name', 'maxLength'],
  ['forumTags', 'CreateForumThreadRequest', 'applied_tags', 'maxItems'],
  ['commandName', 'ApplicationCommandCreateRequest', 'name', 'maxLength'],
  ['commandDescription', 'ApplicationCommandCreateRequest', 'description', 'maxLength'],
  ['commandOptions', 'ApplicationCommandCreateRequest', 'options', 'maxItems'],
  ['choices', 'ApplicationCommandStringOption', 'choices', 'maxItems'],
  ['choiceName', 'ApplicationCommandOptionStringChoice', 'name', 'maxLength'],
];

describe.skipIf(!hasDiscordSchema)(`the table of limits agrees with Discord's own document${schemaNote}`, () => {
  const schemas = hasDiscordSchema ? discordDocument().components.schemas : {};
  test.each(stated)('%s is what %s says of %s', (limit, schema, property, keyword) => {
    expect(schemas[schema]?.properties?.[property]?.[keyword]).toBe(limits[limit]);
  });
});

// https://docs.discord.com/developers: these are said in its guides alone.
it('has what only the guides say', () => {
  expect(limits).toMatchObject({ rows: 5, embedTotal: 6_000, modalComponents: 5, commandText: 8_000, nonce: 25 });
  expect(limits).toMatchObject({
    acknowledgeMs: 3_000,
    tokenMs: 900_000,
    invalidRequests: 10_000,
    fileBytes: 10_485_760,
  });
});
