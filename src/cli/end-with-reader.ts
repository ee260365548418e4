/** Ends the program quietly when who reads its output has gone, as `kurzwelle ... | head` does; else Node throws EPIPE. */
export function endWithReader(output: NodeJS.WritableStream, exit: () => void): void {
  output.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    exit();
  });
}
