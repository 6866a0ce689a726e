/** Which nodes hang together. */

/** Connected components, numbered from the biggest; equally big ones in order of their first node. */
export interface Components {
  /** Component by node. */
  readonly component: Uint32Array;
  readonly componentCount: number;
}

/**
 * Connected components by union-find with path halving.
 * @param source one end of each edge, a node position below `nodeCount`
 * @param target the other end
 */
export function connectedComponents(nodeCount: number, source: Uint32Array, target: Uint32Array): Components {
  const parent = new Uint32Array(nodeCount);
  for (let node = 0; node < nodeCount; node++) parent[node] = node;
  const rootOf = (node: number): number => {
    let at = node;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  for (let e = 0; e < source.length; e++) {
    const a = rootOf(source[e]!);
    const b = rootOf(target[e]!);
    // the smaller node stays the root, so that a root is its component's first node
    if (a < b) parent[b] = a;
    else parent[a] = b;
  }
  const size = new Uint32Array(nodeCount);
  for (let node = 0; node < nodeCount; node++) size[rootOf(node)]! += 1;
  const roots: number[] = [];
  for (let node = 0; node < nodeCount; node++) if (parent[node] === node) roots.push(node);
  roots.sort((a, b) => size[b]! - size[a]! || a - b);
  const rank = new Uint32Array(nodeCount);
  roots.forEach((root, i) => (rank[root] = i));
  const component = new Uint32Array(nodeCount);
  for (let node = 0; node < nodeCount; node++) component[node] = rank[rootOf(node)]!;
  return { component, componentCount: roots.length };
}
