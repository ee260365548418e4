import type { Catalog } from '../catalog.ts';

export const chat = {
  moreThanFits: '内容较多，此处未能全部显示。',
  intro: '/help 列出命令，Tab 补全，输入数字按按钮，/quit 退出。',
  howToFill: '按回车键保留括号中的内容，输入 - 则留空。',
  required: '此项必填。',
  useOneOf: (choices) => `可选：${choices}。`,
  nothingSent: '没有发送任何内容。',
  noButton: (button, most) => `没有按钮${button}；上一条回答的按钮为1至${most}。`,
  picture: '图片',
  helpWords: '帮助 / 你能做什么 / 您能做什么 / 怎么用',
} satisfies Catalog['chat'];
