import assert from 'node:assert/strict';

/** Creates a Microsoft 365 group in the simulated Graph, as an administrator would by hand. */
export async function createGroup(
  origin: string,
  displayName: string,
  mailNickname = displayName.toLowerCase().replaceAll(' ', '-'),
): Promise<void> {
  const response = await fetch(`${origin}/v1.0/groups`, {
    method: 'POST',
    headers: { authorization: 'Bearer test', 'content-type': 'application/json' },
    body: JSON.stringify({
      displayName,
      description: displayName,
      mailNickname,
      mailEnabled: true,
      securityEnabled: true,
      groupTypes: ['Unified'],
    }),
  });
  assert.equal(response.status, 201, await response.text());
}
