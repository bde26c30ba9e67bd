import { after, before, describe } from 'node:test';
import { startActiveDirectory } from '../../src/sandbox/active-directory/server.ts';
import { Journal } from '../../src/sandbox/journal.ts';
import { largeDirectoryContract } from '../contracts/large-directory.contract.ts';
import { onPremDirectoryContract } from '../contracts/on-prem-directory.contract.ts';
import { onPremInventoryContract } from '../contracts/on-prem-inventory.contract.ts';
import { syncCycleContract } from '../contracts/sync-cycle.contract.ts';
import type { DomainUnderTest } from '../support/domain-under-test.ts';

describe('The embedded directory behaves like Active Directory', () => {
  let domain: DomainUnderTest;

  before(async () => {
    const embedded = await startActiveDirectory({ journal: new Journal(), plain: true });
    domain = { ...embedded, enforcesLimits: true };
  });

  after(() => domain.close());

  onPremDirectoryContract(() => domain);
  largeDirectoryContract(() => domain);
  syncCycleContract(() => domain);
  onPremInventoryContract(() => domain);
});
