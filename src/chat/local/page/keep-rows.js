/**
 * Shows `nodes` in a section in place of what it shows. What is the same stays untouched, so that neither the focus, nor a selection, nor a
 * button that is being pressed is lost; rows of tables (`data-key`) are recognized wherever they have moved to.
 */
export function replaceContent(section, nodes) {
  const focused = section.contains(document.activeElement) ? document.activeElement : undefined;
  const key = focused?.closest('[data-key]')?.dataset.key;
  const place = focused && focusableIn(rowOf(section, key) ?? section).indexOf(focused);
  patchChildren(section, nodes);
  if (!focused || document.activeElement === focused) return;
  // Moved rather than removed, or created again in its old row; never in another row, where the same key would do something else.
  if (focused.isConnected) return focused.focus({ preventScroll: true });
  const row = key === undefined ? section : rowOf(section, key);
  focusableIn(row ?? section)[row ? place : 0]?.focus({ preventScroll: true });
}

function patchChildren(parent, nodes) {
  const known = new Map(
    [...parent.children].flatMap((child) => (child.dataset.key ? [[child.dataset.key, child]] : [])),
  );
  const kept = nodes.map((node, index) => {
    const key = node.dataset?.key;
    const old = key === undefined ? parent.childNodes[index] : known.get(key);
    return old && patch(old, node) ? old : node;
  });
  const staying = new Set(kept);
  for (const child of [...parent.childNodes]) if (!staying.has(child)) child.remove();
  for (const [index, node] of kept.entries())
    if (parent.childNodes[index] !== node) parent.insertBefore(node, parent.childNodes[index] ?? null);
}

/** Makes an old node like a new one; false where it has to be replaced. */
function patch(old, node) {
  if (old.isEqualNode(node)) return true;
  const isSameFrame = old.nodeName === node.nodeName && old.cloneNode().isEqualNode(node.cloneNode());
  if (!isSameFrame || !frames.has(old.nodeName)) return false;
  patchChildren(old, [...node.childNodes]);
  return true;
}

/** Elements that have no listeners of their own. */
const frames = new Set(['TABLE', 'THEAD', 'TBODY', 'TR', 'TD', 'DIV']);

function rowOf(section, key) {
  return key === undefined ? undefined : section.querySelector(`[data-key="${CSS.escape(key)}"]`);
}

function focusableIn(part) {
  return [...part.querySelectorAll('a, button, [tabindex]')];
}
