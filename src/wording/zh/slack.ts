import type { Catalog } from '../catalog.ts';

export const slack = {
  search: '搜索资料库',
  searchHint: '词语，或带问号的问题',
  briefMe: '立即简报',
  subscribe: '订阅',
  settings: '设置',
  yours: '仅供您本人，以私信发送：',
  ofChannel: '在频道中：',
  channel: '频道',
  nothing: '这里还没有内容。',
  more: '内容较多，此处未能全部显示。',
  notThere: '我不在那个频道，或者您不在。请用 /invite 邀请我，或选择其他频道。',
  cancel: '取消',
  close: '关闭',
  oneMoment: '请稍候…',
  notSaid: '我无法在该频道发言。请邀请我加入，否则无法发送简报。',
  adminsOnly: '此处只有运营者指定的人可以更改订阅。请联系其中一位。',
  guest: '访客不能更改频道接收的内容。请联系此工作区的正式成员。',
  stranger: '您来自其他工作区，不能更改此频道接收的内容。请联系本工作区的成员。',
  notKnown: 'Slack 目前无法确认您是否可以更改此频道接收的内容。请一分钟后再试。',
} satisfies Catalog['slack'];
