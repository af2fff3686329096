#!/usr/bin/env node
import { checkCollectorCommand } from './checkCollector/command.ts';
import { doctorCommand } from './doctor/command.ts';
import { initCommand } from './init/command.ts';
import { Misuse } from './misuse.ts';

const usage = `hello-again <command>

  doctor <url>            opens a page in the installed browser and says what works and what does not
  check-collector <url>   holds a collector against the protocol
  init [folder]           writes a page and a collector, and starts both

Each has --help. What they find wrong ends with exit code 1; what they cannot do, with 2.
`;

const commands: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  doctor: doctorCommand,
  'check-collector': checkCollectorCommand,
  init: initCommand,
};

const [name = '', ...args] = process.argv.slice(2);
const command = commands[name];
try {
  if (command) process.exitCode = await command(args);
  else {
    process.stdout.write(usage);
    process.exitCode = /^(-h|--help|help)$/.test(name) ? 0 : 2;
  }
} catch (error) {
  process.stderr.write(`${error instanceof Misuse ? error.message : (error as Error).stack}\n`);
  process.exitCode = 2;
}
