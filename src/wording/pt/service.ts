import type { Catalog } from '../catalog.ts';
import { type PluralForms, plural } from '../plural.ts';

const count = (forms: PluralForms) => plural('pt', forms);

export const service = {
  settings: {
    title: 'Configurações deste canal',
    zone: 'Fuso horário',
    language: 'Idioma',
    notChosen: (language) => `${language} (não escolhido; falo o idioma de quem pergunta)`,
    quiet: 'Horas de silêncio',
    noQuiet: 'nenhuma',
    links: 'Links postados',
    told: 'contados em uma linha',
    leftAlone: 'deixados como estão',
    note: 'Fuso e idioma valem para novas assinaturas; as existentes mantêm os seus. Nas horas de silêncio um resumo chega na hora, sem som onde a plataforma permite.',
  },
  status: {
    title: 'Situação',
    allWell: 'Todos os feeds são lidos.',
    noneRead: 'Nenhum feed foi lido ainda.',
    needLook: (troubled, of) => `Feeds que precisam de atenção: ${troubled} de ${of}.`,
    archive: 'Arquivo',
    since: 'desde',
    feeds: 'Feeds',
    subscriptions: 'Assinaturas',
    deliveries: 'Entregas',
    model: 'Modelo',
    runningSince: 'Em funcionamento desde',
    lastRead: 'Última leitura',
    never: 'nunca',
    nextTry: 'Próxima tentativa',
    noneYet: 'nenhuma ainda',
    states: {
      due: 'pendentes',
      claimed: 'em andamento',
      sent: 'entregues',
      retrying: 'a tentar de novo',
      suspended: 'suspensas',
      dead: 'abandonadas',
      missed: 'perdidas',
    },
    worded: (worded, quoted, dropped) =>
      `textos redigidos: ${worded}, citados em vez disso: ${quoted}, afirmações descartadas: ${dropped}`,
    lastProblem: 'Último problema',
  },
  topics: {
    title: 'Editorias',
    count: count({ one: '# editoria', other: '# editorias' }),
    everything: 'Tudo',
    mixtures: (mixture, words) => `Qualquer combinação também serve: ${mixture}, ou palavras: ${words}`,
  },
  help: {
    title: 'Comandos',
    note: (command) =>
      `Cada linha traz sua fonte. O que o arquivo não tem não é respondido. ${command} explica um comando.`,
    optional: 'opcional',
    example: 'Exemplo',
  },
  outlook: {
    title: (topic) => `${topic}: os últimos 7 dias`,
    nothing: 'Nada. Tente menos palavras, ou outros nomes para o mesmo.',
    articles: count({ one: '# artigo', other: '# artigos' }),
    lessThanOne: 'menos de um tema por dia',
    about: count({ one: 'cerca de # tema por dia', other: 'cerca de # temas por dia' }),
    more: count({ one: 'e mais # tema', other: 'e mais # temas' }),
    subscribe: (command) => `Para receber aqui: ${command}.`,
  },
  mute: {
    done: (story) => `Este canal não ouvirá mais de: ${story}`,
    note: 'Continua no arquivo, e todos os comandos ainda o encontram. /subscriptions desfaz isso.',
    undo: 'Voltar a ouvir',
  },
  followed: (story) => `Tema: ${story}`,
  share: 'Compartilhar',
  sharedBy: (name) => `Compartilhado por ${name}`,
  chart: {
    day: 'Menções por dia',
    week: 'Menções por semana',
    month: 'Menções por mês',
    mentions: count({ one: '# menção', other: '# menções' }),
    intro: (name, mentions, from, until) => `${name}: ${mentions}, de ${from} a ${until}.`,
    none: 'Nenhuma nos demais.',
    weekOf: (day) => `semana de ${day}`,
  },
} satisfies Catalog['service'];
