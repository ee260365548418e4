import { parseHTML } from 'linkedom';

/** The pages that somebody sees who installs the app, and what they keep: no script, one cookie. */
export interface InstallVisit {
  /** Where "Add to Slack" leads. */
  readonly slackUrl: string;
  readonly cookie: string;
}

/** Opens the installation page. */
export async function openInstallPage(origin: string): Promise<InstallVisit> {
  const page = await fetch(`${origin}/slack/install`);
  const { document } = parseHTML(await page.text());
  const slackUrl = document.querySelector('a')?.getAttribute('href') ?? '';
  return { slackUrl, cookie: page.headers.get('set-cookie')?.split(';')[0] ?? '' };
}

/** Chooses the first person of a Slack that lets people in without a password, and gives where it sends the browser back to. */
export async function agreeAtSlack({ slackUrl }: InstallVisit): Promise<string> {
  const { document } = parseHTML(await (await fetch(slackUrl)).text());
  const form = document.querySelector('form');
  const fields = [...(form?.querySelectorAll('input') ?? [])].map(
    (input) => [input.getAttribute('name') ?? '', input.getAttribute('value') ?? ''] as const,
  );
  const target = new URL(form?.getAttribute('action') ?? '', slackUrl);
  const answer = await fetch(target, {
    method: 'POST',
    body: new URLSearchParams(Object.fromEntries(fields)),
    redirect: 'manual',
  });
  return answer.headers.get('location') ?? '';
}

/** Comes back from Slack, with the cookie or another. */
export async function comeBack(location: string, cookie: string): Promise<{ status: number; words: string }> {
  const page = await fetch(location, { headers: { cookie } });
  return { status: page.status, words: parseHTML(await page.text()).document.documentElement.textContent ?? '' };
}
