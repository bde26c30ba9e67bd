import type { DriftFinding } from '../../../domain/drift-finding.ts';
import type { DriftFix } from '../../../domain/drift-fix.ts';

/** Where Active Directory is not as Entra says. */
export const drift = {
  title: 'Active Directory が Entra と一致していません',
  compared: 'Entra と Active Directory の比較',
  news: (count: number) => `新しい差異 ${count} 件`,
  all: (count: number) => `差異 ${count} 件`,
  none: '前回の確認では、Active Directory は Entra と一致していました。',
  notYet: 'Entra と Active Directory はまだ比較していません。',
  nothingCompared: '前回の確認では、比較できるグループがありませんでした。',
  lastLook: (moment: string, groups: number) => `前回の確認: ${moment}、グループ ${groups} 個`,
  unread: (count: number) => `グループ ${count} 個は比較できませんでした。`,
  off: '毎日の比較は停止されています (DRIFT_WATCH=off)。',
  impossible:
    'Active Directory のグループ全体を読み取れないため、比較していません。比較には AD_MODE=direct が必要です。',
  administratorsOnly: 'これは Writeback の管理者だけが表示できます。管理者に依頼してください。',
  promise: '確認しただけです。以下のコマンドは 1 つも実行していません。',
  since: (moment: string) => `${moment} から`,
  fix: (place: string) => `修正方法 (${place}):`,
  places: {
    'active-directory': 'Active Directory の管理者が実行',
    'sync-server': 'Entra Connect サーバーで実行',
    entra: 'Entra の管理者が実行',
  } satisfies Readonly<Record<DriftFix['runOn'], string>>,
  findings: {
    'member-added': (what: string) => `${what} が Active Directory で手動で追加されました。`,
    'member-removed': (what: string) => `${what} が Active Directory で手動で削除されました。`,
    'member-missing': (what: string) =>
      `${what} は Entra にありますが、Active Directory にありません。`,
    'writeback-off': () => '書き戻しがオフにされたため、変更が Active Directory に反映されません。',
    moved: (what: string) => `対象 OU の外に移動されました: ${what}`,
    'wrong-type': (what: string) =>
      `Active Directory での種類が変更されました: groupType ${what}。`,
    'group-missing': () => 'Active Directory にありません。',
    'group-ambiguous': (what: string) => `該当しうるオブジェクトが複数あります: ${what}`,
    'group-orphaned': (what: string) =>
      `Entra から削除されましたが、Active Directory に残っています: ${what}`,
  } satisfies Readonly<Record<DriftFinding['kind'], (what: string) => string>>,
  /** Where a group has more differences, or there are more groups, than a card holds. */
  more: (count: number) =>
    `ほか ${count} 件はここに表示されていません。「npm run drift」ですべて表示できます。`,
} as const;
