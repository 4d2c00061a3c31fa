import type { Call } from '../wire/apiRoute';

/** Where a page of a list stands in it. */
interface Page {
	/** Of all pages. */
	total: number;
	/** Index of its first record; below 0 for a page that is past the end. */
	start: number;
	limit: number;
	/** How many records it holds. */
	shown: number;
	last: { id: string; addedMs: number } | undefined;
}

/** The `meta` of lists that are read on by `startAfter` (ms) and `startAfterId`. Source: official specifications,
 * `ContactsMetaSchema` and `SearchMetaResponseSchema`; the next page's address repeats the parameters of this one. */
export function listMeta(call: Call, path: string, { total, start, limit, shown, last }: Page): object {
	const currentPage = Math.floor(Math.max(start, 0) / limit) + 1;
	const more = start >= 0 && start + shown < total;
	const { page: _page, ...sent } = call.query;
	const next = new URLSearchParams({
		...Object.fromEntries(Object.entries(sent).map(([name, value]) => [name, String(value)])),
		limit: String(limit),
		startAfter: String(last?.addedMs),
		startAfterId: String(last?.id),
	});
	return {
		total,
		nextPageUrl: more ? `${call.baseUrl}${path}?${next.toString()}` : null,
		startAfterId: last?.id ?? null,
		startAfter: last?.addedMs ?? null,
		currentPage,
		nextPage: more ? currentPage + 1 : null,
		prevPage: currentPage > 1 ? currentPage - 1 : null,
	};
}
