import { describe, expect, it } from 'vitest';
import { findHits, type Hit, traceIdIn } from './search-hits';

const page = (title: string, words = ''): Hit => ({ kind: 'pages', title, words, path: `/${title}` });
const unit = (title: string, words = ''): Hit => ({ kind: 'units', title, words, path: `/${title}` });

describe('the search', () => {
  const candidates = [page('组织与边界', '工序 设施'), unit('1#高炉', 'F0501'), unit('高炉煤气柜', '')];

  it('offers the pages before anything is typed', () => {
    expect(findHits(candidates, ' ').map(({ title }) => title)).toEqual(['组织与边界']);
  });

  it('needs every word, and puts titles that begin with the query first', () => {
    expect(findHits(candidates, '高炉').map(({ title }) => title)).toEqual(['高炉煤气柜', '1#高炉']);
    expect(findHits(candidates, 'f0501 高炉').map(({ title }) => title)).toEqual(['1#高炉']);
  });

  it('finds a page by other words for it', () => {
    expect(findHits(candidates, '设施')[0]?.title).toBe('组织与边界');
  });

  it('knows a trace id, even inside a sentence', () => {
    const id = '0190a1b2-0000-7000-8000-0000000000ff~month:2025-01:flux';
    expect(traceIdIn(`核对 ${id}`)).toBe(id);
    expect(traceIdIn('高炉')).toBeNull();
  });
});
