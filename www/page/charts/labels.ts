export interface Wish {
  top: number;
  height: number;
}

/**
 * Tops for blocks of these heights, each as near to its wish as can be without two of them
 * overlapping, between `from` and `to` if they fit there. In the order of the wishes.
 */
export function spread(wishes: readonly Wish[], from: number, to: number): number[] {
  const clusters: Cluster[] = [];
  const byTop = [...wishes.entries()].toSorted(([, a], [, b]) => a.top - b.top);
  for (const [index, wish] of byTop) {
    let cluster = settled([{ index, wish }], from, to);
    let above = clusters.at(-1);
    while (above !== undefined && above.top + above.height > cluster.top) {
      clusters.pop();
      cluster = settled([...above.members, ...cluster.members], from, to);
      above = clusters.at(-1);
    }
    clusters.push(cluster);
  }
  const tops = wishes.map(({ top }) => top);
  for (const { members, top } of clusters) {
    let next = top;
    for (const { index, wish } of members) {
      tops[index] = next;
      next += wish.height;
    }
  }
  return tops;
}

/** Blocks that touch each other. */
interface Cluster {
  members: readonly { index: number; wish: Wish }[];
  top: number;
  height: number;
}

/** All of them together as near to their wishes as they can be. */
function settled(members: Cluster["members"], from: number, to: number): Cluster {
  let height = 0;
  let sum = 0;
  for (const { wish } of members) {
    sum += wish.top - height;
    height += wish.height;
  }
  const top = Math.max(from, Math.min(sum / members.length, to - height));
  return { members, top, height };
}
