import type { Catalog } from '../catalog.ts';

export const refusals = {
  unexpected: (id) => `حدث خطأ هنا، لا عندكم. أعيدوا المحاولة؛ وإن تكرر فأبلغوا المشغّل بهذا الرقم: ${id}.`,
  tooLate: (id) => `تعذر عرض جواب طُلب هنا في الوقت المناسب. اسألوا من جديد؛ وإن تكرر فأبلغوا المشغّل بهذا الرقم: ${id}.`,
  formTooLate: 'تعذر فتح النموذج في الوقت المناسب. اضغطوا الزر من جديد.',
  formNotHere: 'لا يفتح Discord نموذجًا إلا بعد زر أو أمر. اكتبوا / واختاروا الأمر.',
  otherVersion: 'هذا من إصدار آخر، أو لم يعد أحد يجيب عنه. أعيدوا الأمر؛ \u200E/help يعرضها كلها.',
  oldForm: 'ذلك النموذج من إصدار أقدم. أعيدوا الأمر.',
  oldButton: 'ذلك الزر من إصدار أقدم. أعيدوا الأمر.',
  deadButton: 'لم يعد ذلك الزر يؤدي إلى شيء. أعيدوا الأمر.',
  notShared: 'لم تعد مشاركة ذلك الجواب ممكنة. أعيدوا الأمر.',
  storyGone: 'لم يعد ذلك الموضوع في الأرشيف. ابحثوا عنه بواسطة \u200E/search.',
  actorGone: 'لم يعد الأرشيف يعرف ذلك الاسم. ابحثوا عنه بواسطة \u200E/who.',
  sentenceGone: 'لم تعد تلك الجملة في الأرشيف. ما فيه الآن تجدونه بواسطة \u200E/search.',
  briefingGone: 'لم يعد ذلك الموجز محفوظًا. \u200E/catchup يقول ما فات القناة.',
  nobodyNamed: 'غير موجود في الأرشيف: لا أحد ممن تذكرهم هذه الرسالة. \u200E/who يبحث عن اسم.',
  nobodyLinked: 'غير موجود في الأرشيف: لا مقال ذلك الرابط ولا أحد ممن تذكرهم الرسالة. \u200E/who يبحث عن اسم.',
  noTopic: 'ليس في تلك الرسالة كلمات ولا رابط يعرفه الأرشيف. \u200E/background يأخذ موضوعًا.',
  notManager: 'لا يغيّر اشتراكات هذه القناة إلا من يحق له إدارتها. توجهوا إلى أحد مديريها.',
  notManagerOfSettings: 'لا يغيّر إعدادات هذه القناة إلا من يحق له إدارتها. توجهوا إلى أحد مديريها.',
  needsPermission: (permission) =>
    `لا يغيّر اشتراكات هذه القناة هنا إلا أعضاء لديهم صلاحية «${permission}». توجهوا إلى أحدهم.`,
  commandsOnly: 'لا يُعرف من يحق له إدارة القناة إلا بالأوامر. اكتبوا / واختاروا الأمر من القائمة.',
  noCommand: (commands) => `لم يُذكر أمر؛ الخيارات: ${commands}.`,
  unknownCommand: (name, commands) => `أمر غير معروف «${name}»؛ الخيارات: ${commands}.`,
  nearCommand: (name, near) => `أمر غير معروف «${name}»؛ هل تقصدون ${near}؟`,
  unknownOption: (name, command, options) => `خيار غير معروف «${name}» للأمر \u200E${command}؛ الخيارات: ${options}.`,
  noOptions: (name, command) => `خيار غير معروف «${name}» للأمر \u200E${command}؛ ليس له خيارات.`,
  optionTwice: (name) => `ذُكر الخيار «${name}» مرتين؛ اذكروه مرة واحدة.`,
  tooLong: (option: string, length: string, most: string) =>
    `النص طويل جدًا للخيار «${option}»: عدد أحرفه ${length} والحد الأقصى ${most}. اختصروه.`,
  noWords: (command, words) => `لا يأخذ \u200E${command} كلمات بعده؛ احذفوا «${words}».`,
  value: 'القيمة',
  noValue: (option, command, example) => `الخيار «${option}» للأمر \u200E${command} بلا قيمة؛ اكتبوا ${example}.`,
  needs: (command, option, description, example) =>
    `يحتاج \u200E${command} إلى «${option}»: ${description}. مثلًا: ${example}`,
} satisfies Catalog['refusals'];
