const delayMs = 1_000;
const width = 30;

/**
 * A progress bar on standard error, for a terminal only, and only for what takes longer than a second.
 * @param label what is being done
 */
export function progressBar(label: string, stream: NodeJS.WriteStream = process.stderr) {
  const started = Date.now();
  let shown = false;
  return {
    report(percent: number): void {
      if (!stream.isTTY || Date.now() - started < delayMs || percent < 0) return;
      shown = true;
      const full = Math.round((Math.min(percent, 100) / 100) * width);
      stream.write(
        `\r${label} ${'█'.repeat(full)}${'░'.repeat(width - full)} ${Math.floor(percent).toString().padStart(3)} %`,
      );
    },
    end(): void {
      if (shown) stream.write(`\r${' '.repeat(label.length + width + 8)}\r`);
    },
  };
}
