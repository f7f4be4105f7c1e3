/** The headers of a mail as they came, topmost first; the parser's own map knows only the last of several. */
export class HeaderLines {
  constructor(private readonly lines: readonly { readonly key: string; readonly line: string }[]) {}

  all(name: string): string[] {
    return this.lines
      .filter(({ key }) => key === name)
      .map(({ line }) =>
        line
          .slice(line.indexOf(':') + 1)
          .replace(/\s*\r?\n\s+/gu, ' ')
          .trim(),
      );
  }

  first(name: string): string | undefined {
    return this.all(name)[0];
  }
}
