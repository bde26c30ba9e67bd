import { after, before, describe } from 'node:test';
import { largeDirectoryContract } from '../contracts/large-directory.contract.ts';
import { onPremDirectoryContract } from '../contracts/on-prem-directory.contract.ts';
import { onPremInventoryContract } from '../contracts/on-prem-inventory.contract.ts';
import { syncCycleContract } from '../contracts/sync-cycle.contract.ts';
import type { DomainUnderTest } from '../support/domain-under-test.ts';
import { startSamba, whyNoSamba } from '../support/samba.ts';

/** What the embedded directory promises, on the real protocol implementation of somebody else. */
describe('A Samba domain controller behaves like Active Directory', { skip: whyNoSamba() }, () => {
  let domain: DomainUnderTest | undefined;

  before(async () => {
    domain = await startSamba();
  });

  after(() => domain?.close());

  onPremDirectoryContract(started);
  largeDirectoryContract(started);
  syncCycleContract(started);
  onPremInventoryContract(started);

  function started(): DomainUnderTest {
    if (domain === undefined) {
      throw new Error('the domain controller did not start');
    }
    return domain;
  }
});
