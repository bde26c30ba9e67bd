import type { AddressInfo } from 'node:net';
import { type Checked, isConformanceThere, loadProxy } from './conformance.ts';

/** A judge of all Graph traffic in front of a sandbox Graph; without the judge the sandbox is reached directly. */
export interface JudgedGraph {
  readonly origin: string;
  readonly isJudged: boolean;
  /** One line for each error so far, of requests and of responses. */
  errors(): readonly string[];
  /** How many exchanges were judged. */
  count(): number;
  close(): Promise<void>;
}

/** The documented alternate key of groups, which the published list of paths lacks. https://learn.microsoft.com/graph/api/group-upsert */
const byUniqueName = /^\/v1\.0\/groups\(uniqueName='writeback-wb-[0-9a-z]{8}'\)(?:\?|$)/;

export async function judgedGraph(target: string): Promise<JudgedGraph> {
  if (!isConformanceThere) {
    process.stdout.write(
      '# graph-conformance is not beside the project: Graph traffic is not judged\n',
    );
    const nothing = { errors: () => [], count: () => 0, close: () => Promise.resolve() };
    return { origin: target, isJudged: false, ...nothing };
  }
  const judged: Checked[] = [];
  const { createProxy } = await loadProxy();
  const proxy = createProxy({ target, strict: true, onExchange: (line) => judged.push(line) });
  await new Promise<void>((resolve) => {
    proxy.listen(0, '127.0.0.1', resolve);
  });
  return {
    origin: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    isJudged: true,
    errors: () => judged.flatMap(errorsOf),
    count: () => judged.length,
    close: async () => {
      proxy.closeAllConnections();
      await new Promise((resolve) => {
        proxy.close(resolve);
      });
    },
  };
}

function errorsOf({ method, url, status, violations = [] }: Checked): readonly string[] {
  return violations
    .filter(({ severity }) => severity === 'error')
    .filter(({ code }) => !(code === 'unknown-path' && byUniqueName.test(decodeURIComponent(url))))
    .map(({ side, code, message }) => `${method} ${url} -> ${status}: ${side} ${code}: ${message}`);
}
