import type { Parameters } from './parameters';

/**
 * The records of the page that is asked for. Nothing tells whether there are more.
 * @param size how many a page has unless `page_size` is sent; null: all of them, unless `page` or `page_size` is sent,
 *   and then 100
 */
export function pageOf<T>(records: readonly T[], parameters: Parameters, size: number | null): T[] {
	const page = parameters.positive('page');
	const pageSize = parameters.positive('page_size');
	if (size === null && page === undefined && pageSize === undefined) return [...records];
	const length = pageSize ?? size ?? 100;
	const start = ((page ?? 1) - 1) * length;
	return records.slice(start, start + length);
}
