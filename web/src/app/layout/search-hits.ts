export interface Hit {
  readonly kind: 'pages' | 'units' | 'parameters' | 'figures' | 'enterprises';
  readonly title: string;
  readonly detail?: string;
  /** Everything the search looks in, besides the title. */
  readonly words: string;
  readonly path: string;
}

const MOST = 12;

/** `<inventory id>~<figure id>`, as the trace drawer copies it. */
export function traceIdIn(query: string): string | null {
  return /[0-9a-f]{8}-[0-9a-f-]{27}~[a-z]+\S*/i.exec(query)?.[0] ?? null;
}

/** Every word must occur; titles that begin with the query come first. Without a query: the pages. */
export function findHits(candidates: readonly Hit[], query: string): readonly Hit[] {
  const words = query.trim().toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return candidates.filter(({ kind }) => kind === 'pages').slice(0, MOST);
  const start = words[0] ?? '';
  return candidates
    .filter((hit) => {
      const text = `${hit.title} ${hit.words}`.toLowerCase();
      return hit.kind === 'figures' || words.every((word) => text.includes(word));
    })
    .map((hit, order) => ({ hit, rank: hit.title.toLowerCase().startsWith(start) ? 0 : 1, order }))
    .sort((a, b) => a.rank - b.rank || a.order - b.order)
    .slice(0, MOST)
    .map(({ hit }) => hit);
}
