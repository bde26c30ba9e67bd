const iso = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
const timeSpan = /^(?:(\d+)\.)?(\d{1,2}):(\d{2}):(\d{2}(?:\.\d+)?)$/;

export function isDuration(text: string): boolean {
  return toParts(text) !== undefined;
}

/** Milliseconds of an ISO 8601 duration (`PT30M`) or of a .NET TimeSpan (`00:30:00`). Throws a RangeError. */
export function durationToMs(text: string): number {
  const parts = toParts(text);
  if (parts === undefined) {
    throw new RangeError(`this is not a duration: ${text}`);
  }
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts;
  return Math.round((((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000);
}

function toParts(text: string): readonly number[] | undefined {
  const parts = (iso.exec(text) ?? timeSpan.exec(text))?.slice(1);
  const isEmpty = parts === undefined || parts.every((part) => part === undefined);
  return isEmpty ? undefined : parts.map((part) => Number(part ?? 0));
}
