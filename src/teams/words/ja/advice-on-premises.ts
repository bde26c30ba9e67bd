import type { ProblemCode } from '../../../domain/problem.ts';
import type { Advice } from '../advice.ts';

/** What Active Directory and the sync engine answer. */
export const adviceOnPremises = {
  'directory-unreachable': {
    happened: () => '現在、どのドメイン コントローラーも応答しません。',
    next: '引き続き確認します。管理者は Active Directory への接続を確認できます。',
  },
  'directory-refused-credentials': {
    happened: () => 'Active Directory がボットのアカウントを受け付けませんでした。',
    next: '管理者が、Active Directory を読み取るアカウントを更新する必要があります。',
  },
  'directory-not-secure': {
    happened: () => 'Active Directory への接続が安全ではないため、使用しません。',
    next: '管理者が、検証可能な証明書を使って LDAPS を構成する必要があります。',
  },
  'sync-unreachable': {
    happened: () => '現在、同期エンジンのスケジュールを確認できません。',
    next: '確認結果は届きます。予定の時刻だけが分かりません。',
  },
  'sync-start-not-available': {
    happened: () => 'ここから同期を開始することはできません。',
    next: '次のサイクルですべて処理されます。管理者は、同期サーバーで同期を開始するか、ボットを同期サーバーに接続できます。',
  },
} satisfies Readonly<Partial<Record<ProblemCode, Advice>>>;
