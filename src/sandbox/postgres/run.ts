import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

export interface RunAs {
  readonly uid: number;
  readonly gid: number;
}

/** Runs a program to its end and resolves to what it printed; rejects with what it complained about. */
export async function run(program: string, args: readonly string[], user?: RunAs): Promise<string> {
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
    // The folder this process stands in may be closed to that user.
    cwd: '/',
    ...user,
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const [output, complaint, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    ended,
  ]);
  if (code !== 0) {
    throw new Error(`${program} failed with ${code}: ${complaint.trim() || output.trim()}`);
  }
  return output;
}
