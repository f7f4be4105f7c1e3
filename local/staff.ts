/** Runs a staff command; what goes wrong is said with how it is used, and the exit code tells. */
export async function runStaff(usage: string, main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usage}\n`);
    process.exitCode = 1;
  }
}
