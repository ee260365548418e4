import type { Catalog } from '../catalog.ts';
import { type PluralForms, plural } from '../plural.ts';

const count = (forms: PluralForms) => plural('pt', forms);

export const errors = {
  noDay: (text) =>
    `“${text}” não é um dia. Escreva uma data como 2026-12-24, um prazo como 3d ou 2w, ou um dia da semana.`,
  dayPassed: (text, day, today) => `“${text}” é ${day}, que não é depois de hoje, ${today}. Escreva um dia posterior.`,
  unknownChoice: (option, text, choices) => `Valor desconhecido de ${option}: “${text}”; opções: ${choices}.`,
  noStoryNumber: (text, most) => `“${text}” não é um número de temas; use de 1 a ${most}.`,
  nearRegion: (name, near) => `Região desconhecida “${name}”; você quis dizer ${near}?`,
  daysTwice: (one, other) => `Os dias são dados duas vezes, em “${one}” e “${other}”; informe-os uma só vez.`,
  timesDiffer: (text) => `“${text}” tem horários diferentes para dias diferentes; faça uma assinatura de cada um.`,
  noOffer: (id) =>
    `Você não ofereceu a este canal nenhuma assinatura “${id}”. Digite /subscriptions no canal dela, aperte Mover, e digite /move aqui em até um dia.`,
  unknownZone: (text, near) => `Fuso horário desconhecido “${text}”; opções: ${near}.`,
  noZone: (text) => `Fuso horário desconhecido “${text}”; use um nome como Europe/Berlin ou Asia/Seoul.`,
  severalZones: (text, zones) => `“${text}” tem vários fusos horários; use um deles, como ${zones}.`,
  noQuietHours: (text) => `“${text}” não são horas de silêncio. Escreva-as como 22:00-07:00, ou “nenhuma”.`,
  noSince: (text) =>
    `“${text}” não é um momento a partir do qual olhar para trás. Escreva 24h, 3d, 2w, ontem, segunda ou um dia como 2026-05-01.`,
  noTimes: 'Falta um horário. Escreva horários como 08:00, 8h ou “08:00 e 17:00”.',
  tooManyTimes: (given, most) => `${given} horários por dia são demais; use no máximo ${most}.`,
  noTime: (text) => `“${text}” não é um horário. Escreva horários como 08:00, 8h ou “08:00 e 17:00”.`,
  noRolesHere: 'Aqui não há cargos a mencionar. Deixe vazio.',
  noUserGroup: (text) =>
    `“${text}” não é um grupo de usuários. Informe o ID, como S0614TZR7, do menu do grupo no Slack.`,
  everybody: 'Não é possível mencionar todos. Informe o ID de um cargo.',
  noRole: (text) =>
    `“${text}” não é um cargo. Informe o ID: 17 a 20 dígitos, com “Copiar ID do cargo” no modo desenvolvedor.`,
  mayNotMention: 'Você não pode mencionar esse cargo, então eu também não. Fale com quem pode.',
  nameTooLong: (most) => `Esse nome é longo demais; use no máximo ${most} caracteres.`,
  badName: (text) => `“${text}” não pode ser um nome: evite @, #, crases, “discord” e “clyde”.`,
  noPicture: (text) => `“${text}” não é o endereço de uma imagem; escreva um que comece com https://.`,
  noColor: (text) => `“${text}” não é uma cor; escreva como #05b2fc.`,
  noSubscription: (id) => `Este canal não tem a assinatura ${id}. /subscriptions mostra as que tem.`,
  hasAlready: (id) => `Este canal já a tem, como assinatura ${id}. Para alterar: /subscriptions.`,
  tooMany: count({
    one: 'Este canal tem # assinatura, o máximo. Remova antes uma com /subscriptions.',
    other: 'Este canal tem # assinaturas, o máximo. Remova antes uma com /subscriptions.',
  }),
  fullStop: '.',
  interestAt: (position, problem) => `O interesse não se entende no caractere ${position}: ${problem}`,
  interest: {
    openQuote: 'as aspas não são fechadas',
    emptyQuote: 'não há nada entre as aspas',
    missingAfter: (name) => `falta algo depois de “${name}”`,
    unknownFilter: (name) => `“${name}” é desconhecido; opções: topic:, actor:, story:, language: ou region:`,
    tooLong: (most) => `um interesse tem no máximo ${most} caracteres`,
    strayClose: 'não há “(” antes de “)”',
    notEverything: 'NOT everything não deixa nada',
    openGroup: '“(” não é fechado',
    missingAtEnd: 'falta algo no fim',
    missingBefore: (word) => `falta uma editoria ou palavra antes de “${word}”`,
    storyNumber: 'um tema é indicado pelo número, como story:123; o preenchimento automático o encontra pelo título',
    noTopic: (name, topics) => `não há editoria “${name}”; há ${topics}`,
    nearTopic: (name, near) => `não há editoria “${name}”; você quis dizer ${near}?`,
  },
  noInterest: 'Falta um interesse. Use uma editoria como asia, palavras, ou “everything”.',
  unknownLanguage: (text) => `Idioma desconhecido “${text}”; use um código como en ou de, ou um nome como alemão.`,
  unknownToldAs: (text) => `Desconhecido: “${text}”; opções: digest, alerts ou both.`,
  unknownDay: (text) =>
    `Dia desconhecido “${text}”; opções: todos os dias, de segunda a sexta, fins de semana ou dias como “segunda, quarta”.`,
  noDays: 'Falta um dia. Opções: todos os dias, de segunda a sexta, fins de semana ou dias como “segunda, quarta”.',
  notActive: (id, state) => `A assinatura ${id} está ${state}. Retome-a antes com /subscriptions.`,
  notListed: (text) =>
    `Nenhum feed que lemos listou “${text}”, e nenhum tema se chama assim. Verifique o link, ou veja em /status os feeds que são lidos.`,
  noBriefing: 'Nenhum resumo foi entregue a este canal até agora. Informe o link de um artigo.',
  noPlace: (place, stories) => `O último resumo não tem tema ${place}; tem ${stories}. Informe o link de um artigo.`,
  noSuchSubscription: (id) => `Não há assinatura ${id}; /subscriptions mostra as de um canal com seus números.`,
} satisfies Catalog['errors'];
