/** "de Paul", "d’Ada": `name` is escaped, so it may begin with an isolate. */
export function de(name: string): string {
  return /^\u2068?(?:[aeiouáàâäåãæéèêëíîïóôöœúùûü]|y[^aeiou])/i.test(name)
    ? `d’${name}`
    : `de ${name}`;
}
