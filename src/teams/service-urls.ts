/**
 * Where the Bot Connector of the Teams clouds is (msteams-docs send-proactive-messages). Whole hosts on purpose:
 * anybody can register a name below trafficmanager.net.
 */
export const teamsServiceUrls: readonly string[] = [
  'https://smba.trafficmanager.net',
  'https://*.infra.gcc.teams.microsoft.com',
  'https://*.infra.gov.teams.microsoft.us',
  'https://*.infra.dod.teams.microsoft.us',
];

/** For the sandbox: any port of this machine. */
export const loopbackServiceUrls: readonly string[] = ['http://127.0.0.1:*', 'http://localhost:*'];

export const teamsDefaultServiceUrl = 'https://smba.trafficmanager.net/teams/';

/** GCC High; for DoD an administrator says where. */
export const governmentDefaultServiceUrl = 'https://smba.infra.gov.teams.microsoft.us/teams/';

/**
 * Whether the bot may send to this URL. A pattern is an origin, `https://*.suffix` for the hosts below a domain, or
 * `http://host:*` for every port of a host.
 */
export function isAllowedServiceUrl(serviceUrl: string, patterns: readonly string[]): boolean {
  if (!URL.canParse(serviceUrl)) {
    return false;
  }
  const url = new URL(serviceUrl);
  if (url.username !== '' || url.password !== '') {
    return false;
  }
  return patterns.some((pattern) => matches(url, pattern));
}

function matches(url: URL, pattern: string): boolean {
  if (pattern.endsWith(':*')) {
    return `${url.protocol}//${url.hostname}` === pattern.slice(0, -2);
  }
  const [scheme = '', suffix] = pattern.split('*.');
  if (suffix === undefined) {
    return url.origin === pattern;
  }
  return url.port === '' && `${url.protocol}//` === scheme && url.hostname.endsWith(`.${suffix}`);
}
