import type { Catalog } from '../catalog.ts';

export const slack = {
  search: 'Buscar no arquivo',
  searchHint: 'Palavras, ou uma pergunta com ponto de interrogação',
  briefMe: 'Resumo agora',
  subscribe: 'Assinar',
  settings: 'Configurações',
  yours: 'Só para você, como mensagens diretas:',
  ofChannel: 'Em um canal:',
  channel: 'Canal',
  nothing: 'Ainda não há nada aqui.',
  more: 'Há mais do que cabe aqui.',
  notThere: 'Não estou nesse canal, ou você não está. Convide-me com /invite, ou escolha outro.',
  cancel: 'Cancelar',
  close: 'Fechar',
  oneMoment: 'Um momento …',
  notSaid: 'Não consegui dizer isso no canal. Convide-me para lá, ou nenhum resumo poderá chegar.',
  adminsOnly: 'Aqui só as pessoas indicadas pelo operador podem alterar as assinaturas. Fale com uma delas.',
  guest: 'Convidados não podem alterar o que um canal recebe. Fale com um membro pleno deste espaço de trabalho.',
  stranger:
    'Você vem de outro espaço de trabalho e não pode alterar o que este canal recebe. Fale com um membro deste.',
  notKnown:
    'O Slack não consegue dizer agora se você pode alterar o que este canal recebe. Tente de novo em um minuto.',
} satisfies Catalog['slack'];
