import { runPolicyCommand } from './commands.ts';

process.exitCode = await runPolicyCommand(process.argv.slice(2), (line) => {
  process.stdout.write(`${line}\n`);
});
