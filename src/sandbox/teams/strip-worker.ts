import { stripTypeScriptTypes } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';

const sources = z.array(z.tuple([z.string(), z.string()])).parse(workerData);
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's port has no origin
parentPort?.postMessage(sources.map(([name, source]) => [name, stripTypeScriptTypes(source)]));
