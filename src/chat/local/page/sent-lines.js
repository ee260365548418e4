/** Lines sent before, brought back by the arrow keys as a shell does. */
export function createSentLines() {
  const lines = [];
  let at = 0;
  return {
    add(line) {
      lines.push(line);
      at = lines.length;
    },
    /** The line that many steps away, empty past the newest; undefined before the oldest. */
    recall(step) {
      if (at + step < 0 || at + step > lines.length) return undefined;
      at += step;
      return lines[at] ?? '';
    },
  };
}
