/** What people read who install the app in their workspace, as small pages of HTML. */
export const installPage = {
  start: (url: string) =>
    page('Add Kurzwelle to Slack', [
      'Short, cited news briefings from Deutsche Welle in your channels.',
      `<a href="${escapeHtml(url)}">Add to Slack</a>`,
    ]),
  done: (workspace: string) =>
    page('Kurzwelle is installed', [
      `It is in ${escapeHtml(workspace)} now. In Slack, type <code>/dw help</code>, or write to Kurzwelle directly.`,
    ]),
  failed: (code: string) =>
    page('Kurzwelle was not installed', [
      escapeHtml(reasons[code] ?? 'Slack did not complete it; the log of the service has the reason.'),
      '<a href="install">Try again</a>',
    ]),
} as const;

/** By the code of @slack/oauth. */
const reasons: Readonly<Record<string, string>> = {
  slack_oauth_invalid_state: 'The link was used before, is older than ten minutes, or was opened in another browser.',
  slack_oauth_missing_state: 'Begin at the installation page, not with the address to which Slack returns.',
  slack_oauth_missing_code: 'Slack sent no code with you.',
  slack_oauth_authorization_error: 'You canceled it at Slack.',
};

function page(title: string, paragraphs: readonly string[]): string {
  const body = paragraphs.map((text) => `<p>${text}</p>`).join('\n');
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>body { font: 1.1rem/1.5 system-ui; max-width: 34rem; margin: 4rem auto; padding: 0 1rem; color-scheme: light dark }</style>
<h1>${title}</h1>
${body}
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
