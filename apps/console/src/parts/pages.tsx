import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { get } from '../api.ts';

/** A list as the API hands it out, page by page. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

type Query = Parameters<typeof get>[1];

interface Wish<T> {
  readonly queryKey: readonly unknown[];
  readonly path: string;
  readonly query?: Query;
  /** How soon to look again, by what was read so far; never where absent. */
  readonly lookAgainMs?: (items: readonly T[]) => number | false;
  /** What was read under another key stays in sight until the new is there. */
  readonly keepsBefore?: true;
}

const itemsOf = <T,>(pages: readonly Page<T>[] | undefined): readonly T[] =>
  pages?.flatMap(({ items }) => items) ?? [];

/** The pages read so far as one list, and how to read on. */
export function usePages<T>({ queryKey, path, query, lookAgainMs, keepsBefore }: Wish<T>) {
  const pages = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => get<Page<T>>(path, { ...query, cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    ...(lookAgainMs === undefined
      ? {}
      : {
          refetchInterval: ({ state }: { state: { data?: { pages: Page<T>[] } | undefined } }) =>
            lookAgainMs(itemsOf(state.data?.pages)),
        }),
    ...(keepsBefore === undefined ? {} : { placeholderData: <D,>(before: D) => before }),
  });
  return { ...pages, items: itemsOf(pages.data?.pages) };
}

type Pages = Pick<ReturnType<typeof usePages>, 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'>;

/** Under a list of which there is more. */
export function More({ pages }: { pages: Pages }) {
  if (!pages.hasNextPage) return null;
  return (
    <Button className="more" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
      再列出一些
    </Button>
  );
}
