const rounds = 3;

interface Drawing<T> {
  /** Puts it onto the message. */
  readonly show: (drawn: T) => Promise<unknown>;
  /** As it is stored by now. */
  readonly read: () => Promise<T>;
  readonly isSame: (one: T, other: T) => boolean;
}

/**
 * Draws something that can change while it is drawn, until the message has it as it is stored, a few times at most:
 * what changed in between may have been drawn by the messenger already, and is not drawn over.
 */
export async function drawUntilNewest<T>(
  first: T,
  { show, read, isSame }: Drawing<T>,
): Promise<void> {
  let drawn = first;
  for (let round = 0; round < rounds; round += 1) {
    await show(drawn);
    const newest = await read();
    if (isSame(newest, drawn)) {
      return;
    }
    drawn = newest;
  }
}
