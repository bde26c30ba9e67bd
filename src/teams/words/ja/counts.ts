export const counts = {
  noEnd: '無期限',
  lessThanASecond: '1 秒未満',
  others: (count: number) => `ほか ${count} 人`,
} as const;
