const WORTH_TELLING_S = 0.3;

/** Steps with their times, one line each: what runs now stands there before it is done. */
export class Progress {
  private began: number | undefined;

  constructor(private readonly out: { write(text: string): unknown }) {}

  step(label: string): void {
    this.done();
    this.began = Date.now();
    this.out.write(`  ${label}`);
  }

  /** Ends the step that runs, if any. */
  done(): void {
    if (this.began === undefined) return;
    const seconds = (Date.now() - this.began) / 1000;
    this.out.write(seconds < WORTH_TELLING_S ? '\n' : `  ${seconds.toFixed(1)} s\n`);
    this.began = undefined;
  }
}
