import type { Catalog } from '../catalog.ts';
import { type PluralForms, plural } from '../plural.ts';

const count = (forms: PluralForms) => plural('ru', forms);

export const service = {
  settings: {
    title: 'Настройки этого канала',
    zone: 'Часовой пояс',
    language: 'Язык',
    notChosen: (language) => `${language} (не выбран; я говорю на языке того, кто спрашивает)`,
    quiet: 'Тихие часы',
    noQuiet: 'нет',
    links: 'Ссылки в канале',
    told: 'пересказываются одной строкой',
    leftAlone: 'остаются как есть',
    note: 'Часовой пояс и язык действуют для новых подписок; прежние сохраняют свои. В тихие часы сводка приходит вовремя, без звука там, где платформа это умеет.',
  },
  status: {
    title: 'Состояние',
    allWell: 'Все ленты читаются.',
    noneRead: 'Пока ни одна лента не прочитана.',
    needLook: (troubled, of) => `Требуют внимания ленты: ${troubled} из ${of}.`,
    archive: 'Архив',
    since: 'с',
    feeds: 'Ленты',
    subscriptions: 'Подписки',
    deliveries: 'Доставки',
    model: 'Модель',
    runningSince: 'Работает с',
    lastRead: 'Последнее чтение',
    never: 'ни разу',
    nextTry: 'Следующая попытка',
    noneYet: 'пока нет',
    states: {
      due: 'ожидают',
      claimed: 'в работе',
      sent: 'доставлено',
      retrying: 'будут повторены',
      suspended: 'приостановлены',
      dead: 'не доставлены',
      missed: 'пропущены',
    },
    worded: (worded, quoted, dropped) =>
      `текстов написано: ${worded}, вместо них процитировано: ${quoted}, утверждений отброшено: ${dropped}`,
    lastProblem: 'Последняя неполадка',
  },
  topics: {
    title: 'Рубрики',
    count: count({ one: '# рубрика', few: '# рубрики', many: '# рубрик', other: '# рубрики' }),
    everything: 'Всё',
    mixtures: (mixture, words) => `Подойдёт и любое сочетание: ${mixture}, или слова: ${words}`,
  },
  help: {
    title: 'Команды',
    note: (command) =>
      `У каждой строки есть источник. О том, чего нет в архиве, ответа не будет. ${command} показывает одну команду.`,
    optional: 'необязательно',
    example: 'Пример',
  },
  outlook: {
    title: (topic) => `${topic}: последние 7 дней`,
    nothing: 'Ничего. Попробуйте меньше слов или другие названия того же.',
    articles: count({ one: '# статья', few: '# статьи', many: '# статей', other: '# статьи' }),
    lessThanOne: 'меньше одного сюжета в день',
    about: count({
      one: 'около # сюжета в день',
      few: 'около # сюжетов в день',
      many: 'около # сюжетов в день',
      other: 'около # сюжета в день',
    }),
    more: count({ one: 'и ещё # сюжет', few: 'и ещё # сюжета', many: 'и ещё # сюжетов', other: 'и ещё # сюжета' }),
    subscribe: (command) => `Чтобы получать это здесь: ${command}.`,
  },
  mute: {
    done: (story) => `Этот канал больше не услышит о сюжете: ${story}`,
    note: 'Он остаётся в архиве, и все команды его находят. Вернуть его: /subscriptions.',
    undo: 'Вернуть',
  },
  followed: (story) => `Сюжет: ${story}`,
  share: 'Поделиться',
  sharedBy: (name) => `Поделился участник: ${name}`,
  chart: {
    day: 'Упоминания по дням',
    week: 'Упоминания по неделям',
    month: 'Упоминания по месяцам',
    mentions: count({ one: '# упоминание', few: '# упоминания', many: '# упоминаний', other: '# упоминания' }),
    intro: (name, mentions, from, until) => `${name}: ${mentions}, ${from} – ${until}.`,
    none: 'В остальное время ни одного.',
    weekOf: (day) => `неделя с ${day}`,
  },
} satisfies Catalog['service'];
