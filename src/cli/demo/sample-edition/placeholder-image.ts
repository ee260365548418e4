/** Draws a picture for an id: waves whose color and length follow from the number, so that each id has its own. */
export function placeholderImage(id: string): string {
  const number = Number(id);
  const waves = [0, 1, 2, 3].map((index) =>
    wavePath(170 + index * 60, 18 + ((number >> index) % 5) * 9, 55 + index * 20),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="940" height="529" viewBox="0 0 940 529"><rect width="940" height="529" fill="hsl(${number % 360} 25% 90%)"/><g fill="none" stroke="hsl(${number % 360} 35% 45%)" stroke-width="3">${waves.join('')}</g></svg>`;
}

function wavePath(middle: number, height: number, length: number): string {
  const bows = Array.from({ length: Math.ceil(940 / length) }, () => `t${length} 0`);
  return `<path d="M0 ${middle}q${length / 2} ${-2 * height} ${length} 0${bows.join('')}"/>`;
}
