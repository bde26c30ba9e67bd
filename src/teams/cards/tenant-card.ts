import type { WritebackTenant } from '../../domain/group.ts';
import { refuseTenant } from '../../domain/prerequisites.ts';
import { texts } from '../texts.ts';
import { type AdaptiveCard, card, type Element, heading, panel, row, text } from './elements.ts';
import { said } from './escape.ts';
import { explain } from './notices.ts';
import { moment } from './when.ts';

/** What the tenant has ready for writeback, for administrators. */
export function tenantCard(tenant: WritebackTenant): AdaptiveCard {
  const words = texts.tenant;
  const engines = tenant.engines.map((engine) => texts.engines[engine]).join(', ');
  const { organizationalUnit, lastSyncAt } = tenant;
  return card({
    fallbackText: words.summary,
    body: [
      heading(words.title),
      verdict(tenant),
      row(words.hybrid, tenant.isHybrid ? words.isHybrid : words.isNotHybrid, 'medium'),
      row(words.engines, engines === '' ? words.none : engines),
      row(
        words.organizationalUnit,
        organizationalUnit === undefined ? words.unknown : said(organizationalUnit, 300),
      ),
      ...(lastSyncAt === undefined ? [] : [row(words.lastSync, moment(lastSyncAt))]),
    ],
  });
}

function verdict(tenant: WritebackTenant): Element {
  const refusals = refuseTenant(tenant);
  if (refusals.length === 0) {
    return panel('good', [text(texts.tenant.ready)]);
  }
  const reasons = refusals.map(({ code, subject }) => text(explain(code, subject)));
  return panel('warning', [text(texts.tenant.notReady, { weight: 'bolder' }), ...reasons]);
}
