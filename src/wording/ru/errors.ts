import type { Catalog } from '../catalog.ts';
import { type PluralForms, plural } from '../plural.ts';

const count = (forms: PluralForms) => plural('ru', forms);

export const errors = {
  noDay: (text) =>
    `«${text}» — не день. Напишите дату, например 2026-12-24, срок, например 3d или 2w, или день недели по-английски.`,
  dayPassed: (text, day, today) =>
    `«${text}» — это ${day}, не позже сегодняшнего дня, ${today}. Напишите более поздний день.`,
  unknownChoice: (option, text, choices) => `Неизвестное значение ${option}: «${text}»; варианты: ${choices}.`,
  noStoryNumber: (text, most) => `«${text}» — не число сюжетов; укажите от 1 до ${most}.`,
  nearRegion: (name, near) => `Неизвестный регион «${name}»; возможно, вы имели в виду ${near}?`,
  daysTwice: (one, other) => `Дни указаны дважды: «${one}» и «${other}»; укажите их один раз.`,
  timesDiffer: (text) => `«${text}»: разное время для разных дней; сделайте отдельную подписку для каждого.`,
  noOffer: (id) =>
    `Вы не предлагали этому каналу подписку «${id}». Введите /subscriptions в её канале, нажмите «Перенести» и в течение дня введите здесь /move.`,
  unknownZone: (text, near) => `Неизвестный часовой пояс «${text}»; варианты: ${near}.`,
  noZone: (text) => `Неизвестный часовой пояс «${text}»; укажите название, например Europe/Berlin или Asia/Seoul.`,
  severalZones: (text, zones) => `«${text}»: часовых поясов несколько; укажите один, например ${zones}.`,
  noQuietHours: (text) => `«${text}» — не тихие часы. Напишите их как 22:00-07:00 или «нет».`,
  noSince: (text) =>
    `«${text}» — не момент в прошлом. Напишите 24h, 3d, 2w, вчера, понедельник или день, например 2026-05-01.`,
  noTimes: 'Время не указано. Напишите время: 08:00, 8am или «08:00 и 17:00».',
  tooManyTimes: (given, most) => `Слишком много времён в день: ${given}; укажите не больше ${most}.`,
  noTime: (text) => `«${text}» — не время. Напишите время: 08:00, 8am или «08:00 и 17:00».`,
  noRolesHere: 'Здесь нет ролей, которые можно упомянуть. Оставьте поле пустым.',
  noUserGroup: (text) =>
    `«${text}» — не группа пользователей. Укажите её ID, например S0614TZR7, из меню группы в Slack.`,
  everybody: 'Упомянуть всех нельзя. Укажите ID одной роли.',
  noRole: (text) =>
    `«${text}» — не роль. Укажите её ID: от 17 до 20 цифр, пункт «Копировать ID роли» в режиме разработчика.`,
  mayNotMention: 'Вы не можете упомянуть эту роль сами, поэтому и я не буду. Обратитесь к тому, кто может.',
  nameTooLong: (most) => `Имя слишком длинное; не больше ${most} символов.`,
  badName: (text) => `«${text}» не может быть именем: без @, #, обратных кавычек, «discord» и «clyde».`,
  noPicture: (text) => `«${text}» — не адрес изображения; адрес начинается с https://.`,
  noColor: (text) => `«${text}» — не цвет; напишите его как #05b2fc.`,
  noSubscription: (id) => `У этого канала нет подписки ${id}. Какие есть: /subscriptions.`,
  hasAlready: (id) => `У канала это уже есть: подписка ${id}. Изменить: /subscriptions.`,
  tooMany: count({
    one: 'У этого канала # подписка, больше нельзя. Сначала удалите одну: /subscriptions.',
    few: 'У этого канала # подписки, больше нельзя. Сначала удалите одну: /subscriptions.',
    many: 'У этого канала # подписок, больше нельзя. Сначала удалите одну: /subscriptions.',
    other: 'У этого канала # подписки, больше нельзя. Сначала удалите одну: /subscriptions.',
  }),
  fullStop: '.',
  interestAt: (position, problem) => `Интерес не читается, символ ${position}: ${problem}`,
  interest: {
    openQuote: 'кавычка не закрыта',
    emptyQuote: 'между кавычками ничего нет',
    missingAfter: (name) => `после «${name}» чего-то не хватает`,
    unknownFilter: (name) => `«${name}» неизвестно; варианты: topic:, actor:, story:, language: или region:`,
    tooLong: (most) => `интерес не длиннее ${most} символов`,
    strayClose: 'перед «)» нет «(»',
    notEverything: 'NOT everything ничего не оставляет',
    openGroup: '«(» не закрыта',
    missingAtEnd: 'в конце чего-то не хватает',
    missingBefore: (word) => `перед «${word}» не хватает рубрики или слова`,
    storyNumber: 'сюжет указывают номером, например story:123; подсказка находит его по заголовку',
    noTopic: (name, topics) => `рубрики «${name}» нет; есть ${topics}`,
    nearTopic: (name, near) => `рубрики «${name}» нет; возможно, вы имели в виду ${near}?`,
  },
  noInterest: 'Интерес не указан. Укажите рубрику, например asia, слова или «everything».',
  unknownLanguage: (text) =>
    `Неизвестный язык «${text}»; укажите код, например en или de, или название, например немецкий.`,
  unknownToldAs: (text) => `Неизвестно: «${text}»; варианты: digest, alerts или both.`,
  unknownDay: (text) =>
    `Неизвестный день «${text}»; варианты: ежедневно, по будням, по выходным или дни, например «понедельник, среда».`,
  noDays: 'День не указан. Варианты: ежедневно, по будням, по выходным или дни, например «понедельник, среда».',
  notActive: (id, state) => `Подписка ${id} ${state}. Сначала возобновите её: /subscriptions.`,
  notListed: (text) =>
    `Ни в одной из наших лент нет «${text}», и ни один сюжет так не называется. Проверьте ссылку; какие ленты читаются: /status.`,
  noBriefing: 'Этому каналу пока не отправлено ни одной сводки. Укажите ссылку на статью.',
  noPlace: (place, stories) => `В последней сводке нет сюжета ${place}; всего их ${stories}. Укажите ссылку на статью.`,
  noSuchSubscription: (id) => `Подписки ${id} нет; /subscriptions показывает подписки канала с номерами.`,
} satisfies Catalog['errors'];
