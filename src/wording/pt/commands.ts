import type { Catalog } from '../catalog.ts';

export const commands = {
  brief: {
    description: 'Um resumo de notícias agora, para você',
    interest: 'Editoria ou palavras; tudo, se não for indicado',
    since: 'Desde quando: 24h, 3d, 2026-05-01; padrão 24h',
  },
  catchup: {
    description: 'O que este canal perdeu desde o último resumo, para você',
    since: 'Tudo desde: 24h, 3d, segunda; padrão: o que ainda não recebeu',
  },
  who: { description: 'Quem é esta pessoa, organização ou este Estado nas notícias?', actor: 'Nome a procurar' },
  background: {
    description: 'Do que se trata, por que importa, quem está envolvido, e a cronologia',
    topic: 'Um tema, um ator ou palavras',
  },
  story: { description: 'O mais recente de um tema e todos os seus artigos', story: 'Um tema' },
  ask: {
    description: 'Uma pergunta, respondida com frases do arquivo ou não respondida',
    question: 'O que você quer saber',
  },
  search: {
    description: 'Artigos com estas palavras, os mais recentes e melhores primeiro',
    words: 'Palavras a procurar',
  },
  preview: {
    description: 'O que os últimos sete dias teriam trazido, antes de você assinar',
    interest: 'Editoria, palavras, actor:, story:, region:, language:, com AND, OR, NOT',
  },
  subscribe: {
    description: 'Receber resumos neste canal em horários fixos',
    interest: 'Editoria, palavras, actor:, story:, region:, language:, com AND, OR, NOT; ou everything',
    times: 'Como 08:00, “8h e 17h” ou “de segunda a sexta às 8h”; padrão 08:00',
    days: 'todos os dias, de segunda a sexta, fins de semana ou dias; padrão todos os dias',
    zone: 'Cidade ou fuso IANA; padrão: o do canal',
    stories: 'No máximo tantos temas, de 1 a 20; os demais pelo título',
    as: 'Resumos nesses horários (padrão), alertas quando surge um tema urgente, ou ambos',
  },
  subscriptions: { description: 'Assinaturas deste canal: pausar, editar, prévia, enviar já, mover, remover' },
  move: {
    description: 'Trazer para este canal uma assinatura que você ofereceu em outro com “Mover”',
    subscription: 'O número dela',
  },
  settings: {
    description: 'Fuso, idioma, horas de silêncio e links deste canal; mostra ou altera o que for indicado',
    zone: 'Cidade ou fuso IANA, para novas assinaturas e horas de silêncio',
    language: 'Idioma de novas assinaturas, de resumos pedidos e das minhas próprias palavras',
    quiet: 'Como 22:00-07:00, ou off: o que for devido chega na hora, mas sem som',
    unfurl: 'Se links para artigos postados aqui são contados em uma linha',
  },
  topics: { description: 'As editorias que você pode assinar' },
  why: {
    description: 'O que foi feito de um artigo ou tema, e por que um resumo o trouxe ou não',
    article: 'O link, o número da DW, o número no último resumo ou palavras do título',
  },
  status: { description: 'Se os feeds são lidos e os resumos entregues' },
  help: { description: 'O que você pode perguntar, ou como funciona um comando', command: 'Um comando' },
  shared: { length: 'Quanto de cada tema', language: 'Idioma dos artigos; padrão: o do canal' },
  choices: {
    headlines: 'só títulos',
    short: 'curto: uma frase por tema',
    normal: 'normal: duas ou três',
    long: 'longo: até cinco',
    digest: 'Resumos',
    alerts: 'Alertas quando surge um tema urgente',
    both: 'Ambos',
    on: 'sim',
    off: 'não',
  },
  menu: { who: 'Quem aparece aqui?', background: 'Contexto' },
} satisfies Catalog['commands'];
