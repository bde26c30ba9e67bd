import type { MembershipPair, MembershipVerdict } from '../domain/membership.ts';
import type { OnPremDirectory } from '../domain/ports.ts';

/** Where the bot has no way into the network: nothing can be verified, and a named person confirms on the card. */
export class NoDirectory implements OnPremDirectory {
  check(pairs: readonly MembershipPair[]): Promise<readonly MembershipVerdict[]> {
    return Promise.resolve(pairs.map(() => ({ state: 'not-verifiable' })));
  }
}
