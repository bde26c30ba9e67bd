import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { appLinkOf } from '../../src/compose/app-install.ts';
import { sandboxAppId } from '../../src/compose/graph.ts';
import { readConfig } from '../../src/config.ts';

const manifestId = '11111111-0000-4000-8000-00000000000a';
const catalogId = '22222222-0000-4000-8000-00000000000b';
const tenantId = '33333333-0000-4000-8000-00000000000c';
const teams = {
  CHANNEL_MODE: 'teams',
  BOT_ID: manifestId,
  BOT_TENANT_ID: tenantId,
  BOT_CREDENTIAL: 'secret',
  SECRET_BOT_PASSWORD: 'x',
  TEAMS_APP_ID: manifestId,
  APPROVERS: tenantId,
  ADMINISTRATORS: tenantId,
};
const graph = { GRAPH_MODE: 'graph', GRAPH_CREDENTIAL: 'managed-identity' };
const others = { AD_MODE: 'none', SYNC_MODE: 'none', DATABASE_URL: 'postgresql://db/x' };
const page = 'https://teams.microsoft.com/l/app';

function linkOf(env: Readonly<Record<string, string>>): string | undefined {
  const config = readConfig(env);
  return appLinkOf(config.channel, config.graph);
}

describe('the link with which somebody adds the app', () => {
  it("names the app as the organisation's catalog does, and whose catalog it is", () => {
    const env = { ...teams, ...graph, ...others, TEAMS_APP_CATALOG_ID: catalogId };

    assert.equal(linkOf(env), `${page}/${catalogId}?tenantId=${tenantId}`);
  });

  it('names the app as the manifest does where the other id is not known', () => {
    assert.equal(
      linkOf({ ...teams, ...graph, ...others }),
      `${page}/${manifestId}?tenantId=${tenantId}`,
    );
  });

  it('is absent where the app has no id', () => {
    const { TEAMS_APP_ID: _unknown, ...env } = { ...teams, ...graph, ...others };

    assert.equal(linkOf(env), undefined);
  });

  it('is that of the sandbox where Teams is the sandbox', () => {
    assert.equal(linkOf({}), `${page}/${sandboxAppId}`);
  });
});
