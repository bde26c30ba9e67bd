import type { CommandName } from '../command-name.ts';

/** What people type; the first of each is shown to them. English is understood beside these. */
export const commands: Readonly<Record<CommandName, readonly string[]>> = {
  help: ['ヘルプ', '使い方', 'こんにちは', 'はじめに', 'コマンド'],
  request: [
    '申請',
    '新規申請',
    '新しい申請',
    'アクセス申請',
    '要求',
    '依頼',
    'アクセス',
    'アクセスの申請',
  ],
  again: ['再申請', 'もう一度申請'],
  favourites: ['お気に入り', 'お気に入りのグループ'],
  bulk: ['一括', '一括申請', 'リスト'],
  'my-requests': ['自分の申請', 'マイ申請', '申請一覧', '申請の一覧'],
  waiting: ['承認待ち', '承認', '保留', '未承認', '未決定', '待ち'],
  deputy: ['代理', '代理人', '不在', '休暇'],
  status: ['状況', '状態', 'ステータス', '進捗'],
  cancel: ['取り消し', '取消', 'キャンセル', '取り下げ'],
  why: ['理由', 'なぜ'],
  prerequisites: ['前提条件'],
  engines: ['エンジン'],
  'sync-now': ['今すぐ同期', '同期'],
  drift: ['差異', 'ずれ'],
  undelivered: ['未配信', '未達'],
  catalogs: ['カタログ', 'カタログ一覧'],
};

/** What Teams shows of the app before it is used: the texts of appPackage/. */
export const app = {
  name: 'Writeback',
  fullName: 'Writeback: Active Directory のグループ メンバーシップ',
  description: 'グループ メンバーシップを申請し、Active Directory への反映まで確認できます',
  fullDescription: `Writeback は、オンプレミスの Active Directory が認識しているグループにユーザーを追加します。

だれをどのグループに追加するのか、その理由とともに申請します。承認者はカード上で決定します。承認されると、Writeback がグループの書き戻しを設定し、Microsoft Entra エンタイトルメント管理のアクセス パッケージにグループを追加して、対象者に割り当てます。同期が実行されると、Writeback が Active Directory を調べ、反映の確認結果をお見せします。

割り当て済み、Microsoft Entra のメンバー、同期によるエクスポート済み、Active Directory のメンバーと、申請の進み具合をいつでも確認できます。途中で止まったときは、その理由と、だれが対応できるのかをお知らせします。

ご利用には、組織での Microsoft Entra エンタイトルメント管理とグループの書き戻し、および設定を行う管理者が必要です。`,
  commands: {
    help: 'Writeback で使えるコマンド',
    request: '自分またはほかの人のグループ メンバーシップを申請',
    again: '以前の申請をもう一度申請。番号を付けるか、省略すると最後の申請が対象',
    favourites: 'よく申請するグループ。フォームでは先頭に表示',
    bulk: '多数のメンバーシップをまとめて申請。リストを貼り付けるか .csv ファイルを送信',
    'my-requests': '自分が申請したものと、自分に与えられるもの',
    waiting: 'あなたの決定を待っている申請',
    deputy: '不在の間、代わりに決定する人を指定',
    status: '1 件の申請の状況。WB-7K3F2Q9X のように番号を付けて入力',
    cancel: 'まだ決定されていない申請を取り消し。番号を付けて入力',
    why: 'まだ Active Directory に反映されない理由。申請の番号を付けて入力',
    prerequisites: '管理者用: 書き戻しに必要なテナントの準備状況',
    engines: '管理者用: グループを Active Directory に書き込むエンジン',
    'sync-now': '管理者用: 待機中のすべての申請のために今すぐ同期を実行',
    drift: '管理者用: Active Directory が Entra と一致していない箇所',
    undelivered: '管理者用: メッセージを届けられなかった人',
    catalogs: '所有または管理しているカタログ: グループと担当者',
  } satisfies Readonly<Record<CommandName, string>>,
} as const;
