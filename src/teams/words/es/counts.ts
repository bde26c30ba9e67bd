export const counts = {
  noEnd: 'sin límite',
  lessThanASecond: 'menos de un segundo',
  others: (count: number) => `${count} más`,
} as const;
