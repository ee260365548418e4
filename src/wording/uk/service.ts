import type { Catalog } from '../catalog.ts';
import { type PluralForms, plural } from '../plural.ts';

const count = (forms: PluralForms) => plural('uk', forms);

export const service = {
  settings: {
    title: 'Налаштування цього каналу',
    zone: 'Часовий пояс',
    language: 'Мова',
    notChosen: (language) => `${language} (не вибрано; я говорю мовою того, хто питає)`,
    quiet: 'Тихі години',
    noQuiet: 'немає',
    links: 'Посилання в каналі',
    told: 'переказуються одним рядком',
    leftAlone: 'лишаються як є',
    note: 'Часовий пояс і мова діють для нових підписок; наявні зберігають свої. У тихі години зведення надходить вчасно, без звуку там, де платформа це вміє.',
  },
  status: {
    title: 'Стан',
    allWell: 'Усі стрічки читаються.',
    noneRead: 'Поки жодної стрічки не прочитано.',
    needLook: (troubled, of) => `Потребують уваги стрічки: ${troubled} з ${of}.`,
    archive: 'Архів',
    since: 'з',
    feeds: 'Стрічки',
    subscriptions: 'Підписки',
    deliveries: 'Доставки',
    model: 'Модель',
    runningSince: 'Працює з',
    lastRead: 'Останнє читання',
    never: 'жодного разу',
    nextTry: 'Наступна спроба',
    noneYet: 'поки немає',
    states: {
      due: 'очікують',
      claimed: 'у роботі',
      sent: 'доставлено',
      retrying: 'буде повторено',
      suspended: 'призупинено',
      dead: 'скасовано',
      missed: 'пропущено',
    },
    worded: (worded, quoted, dropped) =>
      `текстів написано: ${worded}, натомість процитовано: ${quoted}, тверджень відкинуто: ${dropped}`,
    lastProblem: 'Остання несправність',
  },
  topics: {
    title: 'Рубрики',
    count: count({ one: '# рубрика', few: '# рубрики', many: '# рубрик', other: '# рубрики' }),
    everything: 'Усе',
    mixtures: (mixture, words) => `Годиться й будь-яке поєднання: ${mixture}, або слова: ${words}`,
  },
  help: {
    title: 'Команди',
    note: (command) =>
      `Кожен рядок має джерело. Про те, чого немає в архіві, відповіді не буде. ${command} показує одну команду.`,
    optional: 'необов’язково',
    example: 'Приклад',
  },
  outlook: {
    title: (topic) => `${topic}: останні 7 днів`,
    nothing: 'Нічого. Спробуйте менше слів або інші назви того самого.',
    articles: count({ one: '# стаття', few: '# статті', many: '# статей', other: '# статті' }),
    lessThanOne: 'менше одного сюжету на день',
    about: count({
      one: 'близько # сюжету на день',
      few: 'близько # сюжетів на день',
      many: 'близько # сюжетів на день',
      other: 'близько # сюжету на день',
    }),
    more: count({ one: 'і ще # сюжет', few: 'і ще # сюжети', many: 'і ще # сюжетів', other: 'і ще # сюжету' }),
    subscribe: (command) => `Щоб отримувати це тут: ${command}.`,
  },
  mute: {
    done: (story) => `Цей канал більше не почує про сюжет: ${story}`,
    note: 'Він лишається в архіві, і всі команди його знаходять. Повернути його: /subscriptions.',
    undo: 'Повернути',
  },
  followed: (story) => `Сюжет: ${story}`,
  share: 'Поділитися',
  sharedBy: (name) => `Ділиться: ${name}`,
  chart: {
    day: 'Згадки за днями',
    week: 'Згадки за тижнями',
    month: 'Згадки за місяцями',
    mentions: count({ one: '# згадка', few: '# згадки', many: '# згадок', other: '# згадки' }),
    intro: (name, mentions, from, until) => `${name}: ${mentions}, ${from} – ${until}.`,
    none: 'В інший час жодної.',
    weekOf: (day) => `тиждень з ${day}`,
  },
} satisfies Catalog['service'];
