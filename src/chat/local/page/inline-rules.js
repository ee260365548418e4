/**
 * Cuts a text by rules, `[sticky pattern, make]`: what a pattern matches becomes what `make` returns for it, the rest goes through `plain`.
 * The first rule that matches at a place wins.
 */
export function applyRules(text, rules, plain = (words) => words) {
  const nodes = [];
  let from = 0;
  let at = 0;
  while (at < text.length) {
    const found = firstMatch(text, rules, at);
    if (!found) {
      at += 1;
      continue;
    }
    if (from < at) nodes.push(plain(text.slice(from, at)));
    nodes.push(found.node);
    at = found.end;
    from = at;
  }
  if (from < text.length) nodes.push(plain(text.slice(from)));
  return nodes;
}

function firstMatch(text, rules, at) {
  for (const [pattern, make] of rules) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match?.[0]) return { node: make(match), end: at + match[0].length };
  }
  return undefined;
}
