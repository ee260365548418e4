import type { Catalog } from '../catalog.ts';

export const slack = {
  search: 'Arşivde ara',
  searchHint: 'Sözcükler ya da soru işaretiyle biten bir soru',
  briefMe: 'Şimdi özet',
  subscribe: 'Abone ol',
  settings: 'Ayarlar',
  yours: 'Yalnızca size, doğrudan mesaj olarak:',
  ofChannel: 'Bir kanalda:',
  channel: 'Kanal',
  nothing: 'Burada henüz bir şey yok.',
  more: 'Buraya sığandan fazlası var.',
  notThere: 'Ben o kanalda değilim ya da siz değilsiniz. Beni /invite ile davet edin ya da başka bir kanal seçin.',
  cancel: 'İptal',
  close: 'Kapat',
  oneMoment: 'Bir saniye …',
  notSaid: 'Bunu kanalda söyleyemedim. Beni oraya davet edin; yoksa özet gelemez.',
  adminsOnly:
    'Buradaki abonelikleri yalnızca işletmecinin belirlediği kişiler değiştirebilir. Onlardan birine başvurun.',
  guest: 'Misafirler bir kanala ne geleceğini değiştiremez. Bu çalışma alanının tam üyelerinden birine başvurun.',
  stranger:
    'Başka bir çalışma alanından geldiğiniz için bu kanala ne geleceğini değiştiremezsiniz. Buranın bir üyesine başvurun.',
  notKnown:
    'Slack şu anda bu kanala ne geleceğini değiştirip değiştiremeyeceğinizi söyleyemiyor. Bir dakika sonra yeniden deneyin.',
} satisfies Catalog['slack'];
