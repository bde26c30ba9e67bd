import type { DriftFinding } from '../../../domain/drift-finding.ts';
import type { DriftFix } from '../../../domain/drift-fix.ts';
import { plural } from '../counting.ts';
import { groups, numbered } from './numbered.ts';

const seeAll = 'يعرض الأمر «npm run drift» كل شيء.';

/** Where Active Directory is not as Entra says. */
export const drift = {
  title: 'يختلف Active Directory عمّا في Entra',
  compared: 'مقارنة بين Entra وActive Directory',
  news: (count: number) =>
    numbered(count, {
      none: 'لا اختلافات جديدة',
      one: 'اختلاف جديد واحد',
      two: 'اختلافان جديدان',
      few: 'اختلافات جديدة',
      many: 'اختلافًا جديدًا',
      other: 'اختلاف جديد',
    }),
  all: (count: number) =>
    numbered(count, {
      none: 'لا اختلافات',
      one: 'اختلاف واحد',
      two: 'اختلافان',
      few: 'اختلافات',
      many: 'اختلافًا',
      other: 'اختلاف',
    }),
  none: 'عند آخر تحقق كان Active Directory مطابقًا لما في Entra.',
  notYet: 'لم أقارن بعد بين Entra وActive Directory.',
  nothingCompared: 'في آخر فحص لم تكن هناك مجموعة يمكنني مقارنتها.',
  lastLook: (moment: string, count: number) => `آخر فحص: ${moment}، ${numbered(count, groups)}`,
  unread: (count: number) => `ما تعذّرت مقارنته: ${numbered(count, groups)}`,
  off: 'المقارنة اليومية متوقفة (DRIFT_WATCH=off).',
  impossible:
    'لا أقارن شيئًا، لأنني لا أستطيع قراءة مجموعات كاملة في Active Directory؛ وهذا يحتاج إلى AD_MODE=direct.',
  administratorsOnly: 'هذا العرض متاح لمسؤولي Writeback فقط. يُرجى سؤال أحدهم.',
  promise: 'أكتفي بالاطلاع. لم يُنفَّذ شيء مما يلي.',
  since: (moment: string) => `منذ ${moment}`,
  fix: (place: string) => `للمعالجة، ${place}:`,
  places: {
    'active-directory': 'لمسؤول Active Directory',
    'sync-server': 'على خادم Entra Connect',
    entra: 'لمسؤول Entra',
  } satisfies Readonly<Record<DriftFix['runOn'], string>>,
  findings: {
    'member-added': (what: string) => `أُضيف العضو ${what} يدويًا في Active Directory.`,
    'member-removed': (what: string) => `أُزيل العضو ${what} يدويًا من Active Directory.`,
    'member-missing': (what: string) =>
      `العضو ${what} موجود في Entra وغير موجود في Active Directory.`,
    'writeback-off': () => 'تم إيقاف إعادة كتابتها، فلا يصل أي تغيير إلى Active Directory.',
    moved: (what: string) => `نُقلت خارج الوحدة التنظيمية الهدف: ${what}`,
    'wrong-type': (what: string) => `تغيّر نوعها في Active Directory: groupType ${what}.`,
    'group-missing': () => 'المجموعة غير موجودة في Active Directory.',
    'group-ambiguous': (what: string) => `قد يكون أكثر من كائن هو هذه المجموعة: ${what}`,
    'group-orphaned': (what: string) => `لم تعد في Entra وما زالت موجودة هناك: ${what}`,
  } satisfies Readonly<Record<DriftFinding['kind'], (what: string) => string>>,
  /** Where a group has more differences, or there are more groups, than a card holds. */
  more: (count: number) =>
    plural('ar', count, {
      zero: `لا يوجد غير المعروض هنا. ${seeAll}`,
      one: `هناك بند آخر غير معروض هنا. ${seeAll}`,
      two: `هناك بندان آخران غير معروضين هنا. ${seeAll}`,
      few: `هناك ${count} بنود أخرى غير معروضة هنا. ${seeAll}`,
      many: `هناك ${count} بندًا آخر غير معروض هنا. ${seeAll}`,
      other: `هناك ${count} بند آخر غير معروض هنا. ${seeAll}`,
    }),
} as const;
