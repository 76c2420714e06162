type Command = { summary: string; run: (words: string[]) => Promise<number> };

/** Every command by its name. Each returns the exit code of the process. */
const commands: Record<string, Command> = {
  help: { summary: "lists the commands", run: async () => listCommands() },
};

/** Runs `npm run cli -- <command> …`. The database is connected and migrated. */
export async function runCommand([name = "help", ...words]: string[]): Promise<number> {
  const command = commands[name];
  if (command) return command.run(words);
  console.error(`There is no command ${name}.`);
  listCommands();
  return 1;
}

function listCommands(): number {
  for (const [name, { summary }] of Object.entries(commands)) console.log(`${name.padEnd(20)} ${summary}`);
  return 0;
}
