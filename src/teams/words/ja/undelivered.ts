/** Who did not get a card, for administrators. */
export const undelivered = {
  title: '未配信',
  summary: '届けられなかったカード',
  intro:
    '次の人にはメッセージを送れませんでした。アプリがないか、ブロックしているか、ポリシーで利用できなくなっています。アプリを利用できるようになると、カードは自動的に届きます。',
  next: 'Teams 管理センターのセットアップ ポリシーでアプリをインストールするか、アプリを追加できるリンクを送ってください。',
  none: 'すべてのカードが届いています。',
  line: (id: string, asked: string) => `${id}、申請日 ${asked}`,
  reasons: {
    'no-app': 'アプリがありません。',
    'removed-app': 'アプリを削除しました。',
    blocked: 'ボットをブロックしています。',
    'chat-gone': 'ボットとのチャットがなくなっています。',
    'not-permitted': 'ポリシーでアプリを利用できません。',
    'not-known': 'Teams から理由の回答がありませんでした。',
  },
  since: (reason: string, moment: string) => `${reason}${moment} から届いていません。`,
  kinds: {
    request: '本人の申請',
    approval: '本人の決定を待っている申請',
    outcome: '申請の結果',
    other: '申請に関するお知らせ',
  },
  lists: {
    list: '本人のリスト',
    approval: '本人の決定を待っているリスト',
    outcome: 'リストの結果',
  },
  listLine: (id: string, made: string) => `リスト ${id}、作成日 ${made}`,
  notices: {
    deputy: '代理になったこと、または代理が終わったこと',
    catalog: 'カタログの担当になったこと、または担当が終わったこと',
    drift: 'Active Directory と Entra の違い',
  },
} as const;
