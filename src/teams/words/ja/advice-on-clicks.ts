import type { ProblemCode } from '../../../domain/problem.ts';
import type { Advice } from '../advice.ts';

/** What happens when people decide, click and are written to. */
export const adviceOnClicks = {
  'catalog-not-found': {
    happened: () => 'あなたが所有または管理しているカタログの中に見つかりません。',
    next: '「カタログ」と入力すると、自分のカタログを確認できます。',
  },
  'catalog-name-taken': {
    happened: (s: string) => `${s} という名前のカタログは既にあります。`,
    next: '別の名前を選ぶか、既存のカタログを開いてください。',
  },
  'catalog-last-owner': {
    happened: (s: string) => `カタログ ${s} の所有者がいなくなります。`,
    next: '先にほかの人を所有者にしてください。最後の所有者のロールは、Writeback の管理者であれば取り消せます。',
  },
  'group-not-owned': {
    happened: (s: string) => `あなたはグループ ${s} の所有者ではありません。`,
    next: 'カタログの所有者は、自分が所有するグループを追加できます。グループの所有者にあなたを所有者に加えてもらうか、Writeback の管理者にグループの追加を依頼してください。',
  },
  'request-not-found': {
    happened: () => 'その申請が見つかりません。',
    next: '「自分の申請」と入力すると、自分の申請を確認できます。',
  },
  'not-allowed': {
    happened: () => 'この操作を行う権限がありません。',
    next: 'カードに名前のある人に依頼してください。',
  },
  'own-request': {
    happened: () => '自分が申請したもの、または自分のための申請については、決定できません。',
    next: 'ほかの承認者のだれかが決定する必要があります。',
  },
  'already-decided': {
    happened: () => 'この申請は、その間に決定されました。',
    next: '現在の状況はカードに表示されています。',
  },
  'request-changed': {
    happened: () => 'この申請は、その間に変更されました。',
    next: '現在の状況はカードに表示されています。もう一度ご確認ください。',
  },
  'person-not-reachable': {
    happened: (s: string) => `${s} にメッセージを送れません。`,
    next: '先に、その人が Teams に Writeback アプリを追加する必要があります。',
  },
  defect: {
    happened: () => 'Writeback 側で問題が発生しました。',
    next: '何も失われていません。管理者は、この申請の番号を使ってログで原因を確認できます。',
  },
  'reason-not-accepted': {
    happened: (s: string) => s,
    next: 'それを理由に書いて、もう一度フォームを送信してください。',
    whenFailed: {
      next: '変更の内容が承認されたときと変わり、今は別のルールが適用されます。そのルールに合う新しい申請をしてください。',
    },
  },
  'ticket-not-accepted': {
    happened: (s: string) => s,
    next: 'チケット番号を入力して、もう一度フォームを送信してください。',
    whenFailed: {
      next: '変更の内容が承認されたときと変わり、今は別のルールが適用されます。そのルールに合う新しい申請をしてください。',
    },
  },
  'duration-too-long': {
    happened: (s: string) => `承認ポリシーでは、このアクセスは最長 ${s} 日です。`,
    next: 'もっと短い期間を選んで、もう一度フォームを送信してください。',
    whenFailed: {
      next: '変更の内容が承認されたときと変わり、今は別のルールが適用されます。そのルールに合う新しい申請をしてください。',
    },
  },
  'refused-by-policy': {
    happened: (s: string) => s,
    next: 'これは組織の承認ポリシーによるものです。管理者であれば変更できます。',
    whenFailed: {
      next: '変更の内容が承認されたときと変わり、今は組織の承認ポリシーで認められていません。管理者がポリシーを変更してから、「再試行」を選ぶことができます。',
    },
  },
  'break-glass-off': {
    happened: (s: string) => `${s} への緊急アクセスは許可されていません。`,
    next: '通常どおり申請してください。すぐに承認者に依頼します。',
  },
  'break-glass-unreviewed': {
    happened: (s: string) =>
      `緊急アクセス ${s} の事後確認がまだ済んでいません。済むまで、次の緊急アクセスは使えません。`,
    next: '通知を受けた方に事後確認を依頼するか、通常どおり申請してください。すぐに承認者に依頼します。',
  },
  'break-glass-new-group': {
    happened: (s: string) =>
      `${s} はまだ存在しません。緊急アクセスではグループを作成しません。時間が過ぎても所有者が残ってしまうためです。`,
    next: '既存のグループを選ぶか、通常どおり申請してください。すぐに承認者に依頼します。',
  },
  'break-glass-under-way': {
    happened: (s: string) => `${s} は既に処理中で、同じメンバーシップが得られます。`,
    next: '緊急アクセスを取得しても早くはなりません。その申請をした方またはアクセスを受け取る方は、「なぜ」と申請番号を入力すると、何を待っているかを確認できます。',
  },
  'not-asked-now': {
    happened: () => 'このステージでは、あなたの決定は求められていません。',
    next: '現在依頼している人は、カードに表示されています。',
  },
  'already-approved': {
    happened: () => 'あなたの承認は既に反映されています。',
    next: 'これ以上の操作は必要ありません。承認がまだ足りない場合は、ほかの人が承認する必要があります。',
  },
  'approved-earlier-stage': {
    happened: () => 'あなたは、この申請の前のステージで承認しています。',
    next: 'このステージには別の人の承認が必要です。依頼している人は、カードに表示されています。',
  },
  'needed-later': {
    happened: (s: string) => `この申請の後のステージで、あなたの承認が必要です (${s})。`,
    next: 'そのステージにはほかに承認できる人がおらず、同じ人が二度承認することはできません。このステージは、カードに表示されているほかの人に任せてください。',
  },
  'no-longer-approver': {
    happened: () => 'あなたは、この申請を決定する人ではなくなりました。',
    next: '依頼の理由だったグループまたは役割から外れています。依頼している人は、カードに表示されています。管理者であれば訂正できます。',
  },
  'approval-expired': {
    happened: () => 'この申請を決定できる期限は過ぎています。',
    next: '何も決定されていません。アクセスがまだ必要な場合は、新しい申請が必要です。',
  },
} satisfies Readonly<Partial<Record<ProblemCode, Advice>>>;
