import type { Catalog } from '../catalog.ts';
import { type PluralForms, plural } from '../plural.ts';

const count = (forms: PluralForms) => plural('uk', forms);

export const errors = {
  noDay: (text) =>
    `«${text}» — не день. Напишіть дату, наприклад 2026-12-24, строк, наприклад 3d або 2w, або день тижня англійською.`,
  dayPassed: (text, day, today) =>
    `«${text}» — це ${day}, не пізніше сьогоднішнього дня, ${today}. Напишіть пізніший день.`,
  unknownChoice: (option, text, choices) => `Невідоме значення ${option}: «${text}»; варіанти: ${choices}.`,
  noStoryNumber: (text, most) => `«${text}» — не кількість сюжетів; вкажіть від 1 до ${most}.`,
  nearRegion: (name, near) => `Невідомий регіон «${name}»; можливо, ви мали на увазі ${near}?`,
  daysTwice: (one, other) => `Дні вказано двічі: «${one}» і «${other}»; вкажіть їх один раз.`,
  timesDiffer: (text) => `«${text}»: різний час для різних днів; зробіть окрему підписку для кожного.`,
  noOffer: (id) =>
    `Ви не пропонували цьому каналу підписку «${id}». Введіть /subscriptions у її каналі, натисніть «Перенести» і впродовж дня введіть тут /move.`,
  unknownZone: (text, near) => `Невідомий часовий пояс «${text}»; варіанти: ${near}.`,
  noZone: (text) => `Невідомий часовий пояс «${text}»; вкажіть назву, наприклад Europe/Berlin або Asia/Seoul.`,
  severalZones: (text, zones) => `«${text}»: часових поясів кілька; вкажіть один, наприклад ${zones}.`,
  noQuietHours: (text) => `«${text}» — не тихі години. Напишіть їх як 22:00-07:00 або «немає».`,
  noSince: (text) =>
    `«${text}» — не момент у минулому. Напишіть 24h, 3d, 2w, учора, понеділок або день, наприклад 2026-05-01.`,
  noTimes: 'Час не вказано. Напишіть час: 08:00, 8am або «08:00 і 17:00».',
  tooManyTimes: (given, most) => `Забагато разів на день: ${given}; вкажіть не більше ${most}.`,
  noTime: (text) => `«${text}» — не час. Напишіть час: 08:00, 8am або «08:00 і 17:00».`,
  noRolesHere: 'Тут немає ролей, які можна згадати. Лишіть поле порожнім.',
  noUserGroup: (text) => `«${text}» — не група користувачів. Вкажіть її ID, наприклад S0614TZR7, з меню групи у Slack.`,
  everybody: 'Згадати всіх не можна. Вкажіть ID однієї ролі.',
  noRole: (text) =>
    `«${text}» — не роль. Вкажіть її ID: від 17 до 20 цифр, пункт «Копіювати ID ролі» в режимі розробника.`,
  mayNotMention: 'Ви не можете згадати цю роль самі, тому і я не буду. Зверніться до того, хто може.',
  nameTooLong: (most) => `Ім’я задовге; не більше ${most} символів.`,
  badName: (text) => `«${text}» не може бути ім’ям: без @, #, зворотних лапок, «discord» і «clyde».`,
  noPicture: (text) => `«${text}» — не адреса зображення; адреса починається з https://.`,
  noColor: (text) => `«${text}» — не колір; напишіть його як #05b2fc.`,
  noSubscription: (id) => `У цього каналу немає підписки ${id}. Які є: /subscriptions.`,
  hasAlready: (id) => `У каналу це вже є: підписка ${id}. Змінити: /subscriptions.`,
  tooMany: count({
    one: 'У цього каналу # підписка, більше не можна. Спершу видаліть одну: /subscriptions.',
    few: 'У цього каналу # підписки, більше не можна. Спершу видаліть одну: /subscriptions.',
    many: 'У цього каналу # підписок, більше не можна. Спершу видаліть одну: /subscriptions.',
    other: 'У цього каналу # підписки, більше не можна. Спершу видаліть одну: /subscriptions.',
  }),
  fullStop: '.',
  interestAt: (position, problem) => `Інтерес не читається, символ ${position}: ${problem}`,
  interest: {
    openQuote: 'лапки не закрито',
    emptyQuote: 'між лапками нічого немає',
    missingAfter: (name) => `після «${name}» чогось бракує`,
    unknownFilter: (name) => `«${name}» невідомо; варіанти: topic:, actor:, story:, language: або region:`,
    tooLong: (most) => `інтерес не довший за ${most} символів`,
    strayClose: 'перед «)» немає «(»',
    notEverything: 'NOT everything нічого не лишає',
    openGroup: '«(» не закрито',
    missingAtEnd: 'наприкінці чогось бракує',
    missingBefore: (word) => `перед «${word}» бракує рубрики або слова`,
    storyNumber: 'сюжет вказують номером, наприклад story:123; підказка знаходить його за заголовком',
    noTopic: (name, topics) => `рубрики «${name}» немає; є ${topics}`,
    nearTopic: (name, near) => `рубрики «${name}» немає; можливо, ви мали на увазі ${near}?`,
  },
  noInterest: 'Інтерес не вказано. Вкажіть рубрику, наприклад asia, слова або «everything».',
  unknownLanguage: (text) =>
    `Невідома мова «${text}»; вкажіть код, наприклад en або de, або назву, наприклад німецька.`,
  unknownToldAs: (text) => `Невідомо: «${text}»; варіанти: digest, alerts або both.`,
  unknownDay: (text) =>
    `Невідомий день «${text}»; варіанти: щодня, у будні, у вихідні або дні, наприклад «понеділок, середа».`,
  noDays: 'День не вказано. Варіанти: щодня, у будні, у вихідні або дні, наприклад «понеділок, середа».',
  notActive: (id, state) => `Підписка ${id} ${state}. Спершу відновіть її: /subscriptions.`,
  notListed: (text) =>
    `У жодній із наших стрічок немає «${text}», і жоден сюжет так не називається. Перевірте посилання; які стрічки читаються: /status.`,
  noBriefing: 'Цьому каналу поки не надіслано жодного зведення. Вкажіть посилання на статтю.',
  noPlace: (place, stories) =>
    `В останньому зведенні немає сюжету ${place}; усього їх ${stories}. Вкажіть посилання на статтю.`,
  noSuchSubscription: (id) => `Підписки ${id} немає; /subscriptions показує підписки каналу з номерами.`,
} satisfies Catalog['errors'];
