import type { Catalog } from '../catalog.ts';
import { type PluralForms, plural } from '../plural.ts';

const count = (forms: PluralForms) => plural('es', forms);

export const service = {
  settings: {
    title: 'Ajustes de este canal',
    zone: 'Zona horaria',
    language: 'Idioma',
    notChosen: (language) => `${language} (no elegido; hablo el idioma de quien pregunta)`,
    quiet: 'Horas de silencio',
    noQuiet: 'ninguna',
    links: 'Enlaces publicados',
    told: 'se cuentan en una línea',
    leftAlone: 'se dejan como están',
    note: 'La zona y el idioma valen para nuevas suscripciones; las demás conservan los suyos. En las horas de silencio un resumen llega a su hora, sin sonido donde la plataforma lo permite.',
  },
  status: {
    title: 'Estado',
    allWell: 'Todos los feeds se leen bien.',
    noneRead: 'Aún no se ha leído ningún feed.',
    needLook: (troubled, of) => `Feeds que necesitan atención: ${troubled} de ${of}.`,
    archive: 'Archivo',
    since: 'desde el',
    feeds: 'Feeds',
    subscriptions: 'Suscripciones',
    deliveries: 'Entregas',
    model: 'Modelo',
    runningSince: 'En marcha desde',
    lastRead: 'Última lectura',
    never: 'nunca',
    nextTry: 'Próximo intento',
    noneYet: 'ninguna aún',
    states: {
      due: 'pendientes',
      claimed: 'en curso',
      sent: 'entregadas',
      retrying: 'por reintentar',
      suspended: 'suspendidas',
      dead: 'abandonadas',
      missed: 'perdidas',
    },
    worded: (worded, quoted, dropped) =>
      `textos redactados: ${worded}, citados en su lugar: ${quoted}, afirmaciones descartadas: ${dropped}`,
    lastProblem: 'Último problema',
  },
  topics: {
    title: 'Secciones',
    count: count({ one: '# sección', other: '# secciones' }),
    everything: 'Todo',
    mixtures: (mixture, words) => `También vale cualquier mezcla: ${mixture}, o palabras: ${words}`,
  },
  help: {
    title: 'Comandos',
    note: (command) =>
      `Cada línea lleva su fuente. Lo que el archivo no tiene no se responde. ${command} explica un comando.`,
    optional: 'opcional',
    example: 'Ejemplo',
  },
  outlook: {
    title: (topic) => `${topic}: los últimos 7 días`,
    nothing: 'Nada. Pruebe con menos palabras, u otros nombres para lo mismo.',
    articles: count({ one: '# artículo', other: '# artículos' }),
    lessThanOne: 'menos de un tema al día',
    about: count({ one: 'alrededor de # tema al día', other: 'alrededor de # temas al día' }),
    more: count({ one: 'y # tema más', other: 'y # temas más' }),
    subscribe: (command) => `Para recibirlo aquí: ${command}.`,
  },
  mute: {
    done: (story) => `Este canal no oirá más de: ${story}`,
    note: 'Sigue en el archivo, y todos los comandos lo encuentran. /subscriptions deja de silenciarlo.',
    undo: 'Dejar de silenciar',
  },
  followed: (story) => `Tema: ${story}`,
  share: 'Compartir',
  sharedBy: (name) => `Compartido por ${name}`,
  chart: {
    day: 'Menciones por día',
    week: 'Menciones por semana',
    month: 'Menciones por mes',
    mentions: count({ one: '# mención', other: '# menciones' }),
    intro: (name, mentions, from, until) => `${name}: ${mentions}, del ${from} al ${until}.`,
    none: 'Ninguna en los demás.',
    weekOf: (day) => `semana del ${day}`,
  },
} satisfies Catalog['service'];
