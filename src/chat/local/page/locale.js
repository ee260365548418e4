/** The page's own words in the reader's language; the server writes them into the page. */
const given = JSON.parse(document.getElementById('page-words').textContent);

export const locale = given.locale;
export const words = given.words;

/** Words with a count, in the form that the language has for it. */
export function counted(forms, count) {
  const form = forms[new Intl.PluralRules(locale).select(count)] ?? forms.other;
  return form.replaceAll('#', new Intl.NumberFormat(locale).format(count));
}

/** An instant in the message's time zone and language; if the reader's zone differs, the reader's time follows. */
export function timeElement({ at, zone, precision }, language) {
  const element = document.createElement('time');
  element.dateTime = at;
  // In its own direction, and no reason for the words around it to change theirs.
  element.dir = 'auto';
  const day = { day: 'numeric', month: 'long', year: 'numeric' };
  const minute = { ...day, hour: '2-digit', minute: '2-digit', timeZoneName: 'short' };
  // A day is a day of the newsroom that meant it: another zone could show its neighbor.
  element.textContent = format(at, precision === 'day' ? day : minute, zone, language);
  const own = format(at, minute, undefined, language);
  const hour = { ...day, hour: '2-digit', minute: '2-digit' };
  if (precision === 'minute' && format(at, hour, zone, language) !== format(at, hour, undefined, language))
    element.textContent += ` (${format(at, { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' }, undefined, language)})`;
  element.title = own;
  return element;
}

/** `08:00`, or with the day where that is not today; by the clock of a zone, else the reader's own. */
export function shortTime(at, zone) {
  const time = { hour: '2-digit', minute: '2-digit' };
  const dayOf = (instant) => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(instant);
  const [then, now] = [dayOf(new Date(at)), dayOf(new Date())];
  if (then === now) return format(at, time, zone);
  const year = then.slice(0, 4) === now.slice(0, 4) ? {} : { year: 'numeric' };
  return format(at, { day: 'numeric', month: 'short', ...year, ...time }, zone);
}

export function shortDay(at, language) {
  return format(at, { day: 'numeric', month: 'short', year: 'numeric' }, 'UTC', language);
}

function format(at, options, timeZone, language = locale) {
  return new Intl.DateTimeFormat(language, { ...options, ...(timeZone && { timeZone }) }).format(new Date(at));
}

/** A date by the reader's own clock. */
export function formatDate(date, options) {
  return new Intl.DateTimeFormat(locale, options).format(date);
}

const steps = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

/** "in 5 minutes", as seen from `now`, with the instant in the tooltip; nothing where there is no instant. */
export function relativeTime(at, now) {
  if (!at) return '';
  const seconds = Math.round((Date.parse(at) - Date.parse(now)) / 1000);
  const [unit, length] = steps.find(([, size]) => Math.abs(seconds) >= size) ?? ['second', 1];
  const made = document.createElement('time');
  made.dateTime = at;
  made.title = format(at, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', second: '2-digit' });
  made.textContent = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(
    Math.round(seconds / length),
    unit,
  );
  return made;
}
