import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import type { Passage } from './forwarder';

/** Names of the page size, and what stands for the id of a record, in the services. */
const SIZES = ['limit', 'pageLimit', 'page_size'];
const IDS = ['_id', 'id', 'ClientID', 'NoteID', 'TaskID', 'CallId', 'PropertyID', 'VendorID'];

/** After so many pages a reading counts as endless, and gets an empty one, so that the test comes to its end. */
const PATIENCE = 30;

/** A server that fills each page that is asked for, and gives the same ones again and again. */
export class RepeatedPages {
	/** How many pages were asked for. */
	asked = 0;

	/**
	 * @param different how many pages it has: 1 for the same one always, 2 for one and the other in turn
	 * @param parse reads the service's own kind of JSON
	 * @param fresh how many records of each page are new
	 */
	constructor(
		private readonly different: number,
		private readonly parse: (text: string) => unknown = JSON.parse,
		private readonly fresh = 0,
	) {}

	get passage(): Passage {
		return {
			// The service would refuse a cursor that it gave for another order.
			request: (body) => body.replace(/"searchAfter":\[[^\]]*\]/, '"page":1'),
			answer: (body, asked) => this.repeat(body, asked),
		};
	}

	/** The first answer of each route, whose first record all the pages are made of. */
	private readonly answers = new Map<string, string>();

	private repeat(body: string, asked: { path: string; body: string }): string {
		const size = sizeIn(asked);
		if (size === undefined || !/^\s*[[{]/.test(body)) return body;
		const { pathname, searchParams } = new URL(asked.path, 'http://localhost');
		const route = `${pathname} ${searchParams.get('requestType') ?? ''}`;
		const first = this.answers.get(route) ?? body;
		this.answers.set(route, first);
		const answer = this.parse(first) as IDataObject;
		const list = listIn(answer);
		const [record] = list ?? [];
		if (!list || typeof record !== 'object') return body;
		const number = this.asked % this.different;
		this.asked += 1;
		const records =
			this.asked > PATIENCE
				? []
				: filled(record as IDataObject, size, number, this.fresh && { count: this.fresh, page: this.asked });
		list.splice(0, list.length, ...records);
		return JSON.stringify(answer);
	}
}

function filled(
	record: IDataObject,
	size: number,
	page: number,
	fresh: 0 | { count: number; page: number },
): IDataObject[] {
	const ids = IDS.filter((name) => name in record);
	return Array.from({ length: size }, (_, index) => {
		const isFresh = fresh !== 0 && index < fresh.count;
		const id = 1_000_000 + (isFresh ? (fresh.page + 10) * 10_000 : page * 1_000) + index;
		return {
			...record,
			...Object.fromEntries(ids.map((name) => [name, typeof record[name] === 'string' ? String(id) : id])),
		};
	});
}

function sizeIn({ path, body }: { path: string; body: string }): number | undefined {
	const query = new URL(path, 'http://localhost').searchParams;
	const fields = body.startsWith('{') ? (JSON.parse(body) as IDataObject) : {};
	const size = SIZES.map((name) => query.get(name) ?? fields[name]).find(
		(one) => one !== undefined && one !== null,
	);
	return size === undefined || size === null ? undefined : Number(size);
}

function listIn(answer: unknown): unknown[] | undefined {
	if (Array.isArray(answer)) {
		// Wise Agent sometimes puts the answer into a list of one.
		return answer.map(nestedListIn).find((list) => list !== undefined) ?? answer;
	}
	return nestedListIn(answer);
}

function nestedListIn(answer: unknown): unknown[] | undefined {
	if (typeof answer !== 'object' || answer === null) return undefined;
	const names = ['data', 'Data'];
	const entries = Object.entries(answer).filter(([, value]) => Array.isArray(value));
	const [, list] = entries.find(([name]) => names.includes(name)) ?? entries[0] ?? [];
	return list as unknown[] | undefined;
}

/** A list of the editor. */
export type ListSearch = (
	this: ILoadOptionsFunctions,
	filter?: string,
	token?: string,
) => Promise<INodeListSearchResult>;

/** Scrolls through a list as the editor does, as long as there is more. */
export async function scroll(list: ListSearch, context: () => ILoadOptionsFunctions): Promise<void> {
	let token: string | undefined;
	for (let count = 0; count < PATIENCE; count++) {
		const page = await list.call(context(), undefined, token);
		token = page.paginationToken as string | undefined;
		if (token === undefined) return;
	}
	throw new Error('The list has no end');
}
