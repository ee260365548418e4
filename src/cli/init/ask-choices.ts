import type { Readable, Writable } from 'node:stream';
import { autocomplete, confirm, intro, isCancel, multiselect, password, select, text } from '@clack/prompts';
import { type RemotePlatform, remotePlatforms } from '../../chat/platforms.ts';
import { type VariableName, variable, wrongShape } from '../../config/environment.ts';
import { type Choices, secretsOf } from '../../services/setup/choices.ts';
import type { FoundModel } from '../../services/setup/find-model.ts';
import { nearZones, zonesBeginning, zonesNamed } from '../../subscriptions/parse-zone.ts';
import { languageName } from '../../text/languages.ts';
import { UserError } from '../../user-error.ts';

const chatNames: Readonly<Record<RemotePlatform, string>> = { slack: 'Slack', discord: 'Discord' };

/** The streams to prompt on; the terminal by default. */
export interface Streams {
  readonly input?: Readable;
  readonly output?: Writable;
}

/** Prompts in the terminal, with suggestions from flags and machine. Throws UserError when canceled. */
export async function askChoices(
  suggested: Choices,
  languages: readonly string[],
  { models = [], ...streams }: Streams & { readonly models?: readonly FoundModel[] } = {},
): Promise<Choices> {
  intro('A few questions, each with a default. Press Enter to accept it, Ctrl-C to cancel without changes.', streams);
  const chosenChats = await answered(
    multiselect<RemotePlatform>({
      ...streams,
      message: 'Where should briefings be posted? (Space selects; with none, only on the local page)',
      options: remotePlatforms.map((value) => ({ value, label: chatNames[value], hint: `docs/${value}.md` })),
      initialValues: [...suggested.chats],
      required: false,
    }),
  );
  const page =
    chosenChats.length === 0 ||
    (await answered(
      confirm({
        ...streams,
        message:
          'Serve the local page as well? It can show and change everything; by default, only this machine can open it.',
        initialValue: suggested.page,
      }),
    ));
  const chosenLanguages = await answered(
    multiselect<string>({
      ...streams,
      message: 'Which feed languages?',
      options: languages.map((value) => ({ value, label: languageName(value) })),
      initialValues: [...suggested.languages],
      maxItems: 10,
    }),
  );
  const zone = await answered(
    autocomplete<string>({
      ...streams,
      message: 'Time zone for channels without their own? (type a city or a country)',
      options() {
        return zonesFor(this.userInput, suggested.zone).map((value) => ({ value, label: value }));
      },
      filter: () => true,
      validate: (value) => (value === undefined ? 'No zone is called so. Type a city, such as Berlin.' : undefined),
      initialValue: suggested.zone,
      maxItems: 8,
    }),
  );
  const contact = await answered(
    text({
      ...streams,
      message: 'Email address or link sent with every request, so that publishers can reach you (optional)',
      initialValue: suggested.contact,
    }),
  );
  const secrets = await askSecrets(chosenChats, suggested.secrets, streams);
  const model = await askModel(models, streams);
  return {
    chats: chosenChats,
    page,
    languages: chosenLanguages,
    zone,
    contact: (contact ?? '').trim(),
    secrets,
    ...(model && { model }),
  };
}

/** Which of the models of a server on this machine is to choose sentences; without such a server nothing is asked. */
async function askModel(models: readonly FoundModel[], streams: Streams): Promise<FoundModel | undefined> {
  if (models.length === 0) return undefined;
  const name = await answered(
    select<string>({
      ...streams,
      message: 'A model server runs on this machine. Which model should choose sentences? (docs/models.md)',
      options: [
        { value: '', label: 'none', hint: 'sentences are chosen by words' },
        ...models.map(({ name: value }) => ({ value, label: value })),
      ],
      initialValue: '',
      maxItems: 10,
    }),
  );
  return models.find((model) => model.name === name);
}

/** All zones, the suggested one first; or those of the city or country that was typed, "new york", and those that begin so. */
function zonesFor(typed: string, suggested: string): readonly string[] {
  if (typed.trim() === '') return [...new Set([suggested, ...zonesBeginning('')])];
  return [...new Set([...zonesNamed(typed), ...zonesBeginning(typed), ...nearZones(typed)])];
}

async function askSecrets(
  chosen: readonly RemotePlatform[],
  known: Choices['secrets'],
  streams: Streams,
): Promise<Choices['secrets']> {
  const secrets: Partial<Record<VariableName, string>> = {};
  for (const name of chosen.flatMap((chat) => secretsOf[chat])) {
    const kept =
      known[name] === undefined ? 'optional; you can set it in .env later' : 'leave empty to keep the current one';
    const value = await answered(
      password({
        ...streams,
        message: `${name}: ${variable(name).what} (${kept})`,
        validate: (typed) => (typed ? wrongShape(name, typed.trim()) : undefined),
      }),
    );
    const secret = value?.trim() || known[name];
    if (secret) secrets[name] = secret;
  }
  return secrets;
}

async function answered<Answer>(question: Promise<Answer>): Promise<Exclude<Answer, symbol>> {
  const answer = await question;
  if (!isCancel(answer)) return answer as Exclude<Answer, symbol>;
  throw new UserError('Canceled; nothing was written. Run kurzwelle init again to start over.');
}
