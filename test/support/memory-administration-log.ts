import type { AdministrationEvent, AdministrationLog } from '../../src/domain/administration.ts';

/** The audit trail in memory. */
export class MemoryAdministrationLog implements AdministrationLog {
  readonly events: AdministrationEvent[] = [];

  append(event: AdministrationEvent): Promise<void> {
    this.events.push(event);
    return Promise.resolve();
  }

  listOperation(
    tenantId: AdministrationEvent['tenantId'],
    operationId: string,
  ): Promise<readonly AdministrationEvent[]> {
    return Promise.resolve(
      this.events.filter(
        (event) => event.tenantId === tenantId && event.operationId === operationId,
      ),
    );
  }

  /** "assign-role begun", oldest first. */
  lines(): readonly string[] {
    return this.events.map(({ act, outcome }) => `${act.kind} ${outcome.kind}`);
  }
}
