/**
 * The domain part of a distinguished name, such as `dc=corp,dc=contoso,dc=com`, in lower case; undefined when there
 * is none. A value that holds an escaped comma does not mislead it, because domain names have no commas.
 */
export function domainOf(distinguishedName: string | undefined): string | undefined {
  const parts = distinguishedName?.toLowerCase().split(/(?<!\\),/) ?? [];
  const domain = parts.map((part) => part.trim()).filter((part) => part.startsWith('dc='));
  return domain.length === 0 ? undefined : domain.join(',');
}

/** Whether two distinguished names are the same but for case and blanks around the commas. */
export function isSameName(one: string, other: string): boolean {
  return normal(one) === normal(other);
}

function normal(name: string): string {
  return name
    .toLowerCase()
    .split(/(?<!\\),/)
    .map((part) => part.trim())
    .join(',');
}
