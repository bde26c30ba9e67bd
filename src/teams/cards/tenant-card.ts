import type { WritebackTenant } from '../../domain/group.ts';
import { refuseTenant } from '../../domain/prerequisites.ts';
import { listed } from '../words/counting.ts';
import type { Words } from '../words/words.ts';
import { type AdaptiveCard, card, type Element, heading, panel, row, text } from './elements.ts';
import { said } from './escape.ts';
import { explain } from './notices.ts';
import { moment } from './when.ts';

/** What the tenant has ready for writeback, for administrators. */
export function tenantCard(words: Words, tenant: WritebackTenant): AdaptiveCard {
  const own = words.tenant;
  const engines = listed(
    words,
    tenant.engines.map((engine) => words.engines[engine]),
    'and',
  );
  const { organizationalUnit, lastSyncAt } = tenant;
  return card(words, {
    fallbackText: own.summary,
    body: [
      heading(own.title),
      verdict(words, tenant),
      row(own.hybrid, tenant.isHybrid ? own.isHybrid : own.isNotHybrid, 'medium'),
      row(own.engines, engines === '' ? own.none : engines),
      ...supportRow(words, tenant),
      row(
        own.organizationalUnit,
        organizationalUnit === undefined ? own.unknown : said(organizationalUnit, 300),
      ),
      ...(lastSyncAt === undefined ? [] : [row(own.lastSync, moment(lastSyncAt))]),
    ],
  });
}

/** Which engine may stop at any time; how each was found is told by "engines". */
function supportRow(words: Words, { findings = [] }: WritebackTenant): readonly Element[] {
  const { engineReport } = words;
  if (findings.length === 0) {
    return [];
  }
  const ending = endingEngines(words, findings);
  const support = ending === '' ? engineReport.supported : engineReport.unsupportedEngines(ending);
  return [row(engineReport.support, engineReport.details(support))];
}

/** Those that may stop at any time. */
function endingEngines(words: Words, findings: WritebackTenant['findings'] = []): string {
  const ending = findings.filter(({ isSupported }) => !isSupported);
  return listed(
    words,
    ending.map(({ engine }) => words.engines[engine]),
    'and',
  );
}

function verdict(words: Words, tenant: WritebackTenant): Element {
  const refusals = refuseTenant(tenant);
  if (refusals.length === 0) {
    const ending = endingEngines(words, tenant.findings);
    return ending === ''
      ? panel('good', [text(words.tenant.ready)])
      : panel('warning', [text(words.tenant.readyForNow(ending))]);
  }
  const reasons = refusals.map(({ code, subject }) => text(explain(words, code, subject)));
  return panel('warning', [text(words.tenant.notReady, { weight: 'bolder' }), ...reasons]);
}
