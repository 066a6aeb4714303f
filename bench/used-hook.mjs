// Loaded into a measured Node process: leaves its peak memory (kB) and its CPU seconds in a file when it ends.
import { readFileSync, writeFileSync } from 'node:fs';

/** Linux carries the peak of the parent over to resourceUsage() of a child; VmHWM is the process's own. */
function peakKilobytes() {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]);
  } catch {
    return process.resourceUsage().maxRSS;
  }
}

function cpuSeconds() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

const file = process.env.OMBUD_BENCH_USED;
if (file) process.on('exit', () => writeFileSync(file, `${peakKilobytes()} ${cpuSeconds()}`));
