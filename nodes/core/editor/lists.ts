import type { ILoadOptionsFunctions, INodeListSearchResult, INodeProperties } from 'n8n-workflow';

import { Failure } from '../failure';
import { idIn } from './locator';
import type { PagesOf } from '../sending/pageWatch';
import { PageWatch, repeatedPage } from '../sending/pageWatch';
import { plainText } from '../values/texts';
import { shortHash } from '../values/shortHash';

/**
 * The id of the record that is chosen in the form, of whose records a list is made: `contact` or `appointment`.
 *
 * @param locator of the record
 */
export function chosenRecord(
	context: ILoadOptionsFunctions,
	record: string,
	locator: INodeProperties,
): string {
	const id = context.getCurrentNodeParameter(`${record}Id`, { extractValue: true });
	if (typeof id === 'string' && id.trim() !== '' && !id.startsWith('=')) return idIn(id.trim(), locator);
	throw new Failure(`There is no ${record} yet whose records could be listed`, `Choose the ${record} first.`);
}

type Options = INodeListSearchResult['results'];

/**
 * The options whose names hold the text. Services may give anything as a name or a value: an option whose value is
 * neither text nor number cannot be chosen and stays out; one without a name goes by its value.
 */
export function matching(options: Options, filter = ''): Options {
	return offered(options).filter(({ name }) => name.toLowerCase().includes(filter.toLowerCase()));
}

/** The options that can be chosen, all named. */
export function offered<T extends { name: string; value: unknown }>(options: T[]): T[] {
	return options.flatMap((option) => {
		const value = plainText(option.value);
		return value === '' ? [] : [{ ...option, name: plainText(option.name) || value, value }];
	});
}

/** A list that the service gives in pages. */
export interface PagedList<T> extends PagesOf {
	pageSize: number;
	/** @param page from 0 */
	readPage: (page: number) => Promise<T[]>;
	optionOf: (record: T) => Options[number];
	/** Where the service knows no search. */
	filter?: string;
}

/**
 * A page of a list that a person scrolls through. Where the filter is ours, pages are read until one has results, since
 * the editor stops at one without. Throws a `Failure` when the service gives a page that it gave before.
 *
 * @param token of the page before: which page comes next, and what tells those that were read, separated by blanks
 */
export async function listPage<T>(
	{ pageSize, readPage, optionOf, filter, ...of }: PagedList<T>,
	token = '0',
): Promise<INodeListSearchResult> {
	const [first, ...before] = token.split(' ');
	const watch = new PageWatch(of);
	for (let page = Number(first); ; page++) {
		const options = (await readPage(page)).map(optionOf);
		const results = matching(options, filter);
		if (options.length < pageSize) return { results };
		const mark = shortHash(options.map(({ value }) => plainText(value)).join());
		if (before.includes(mark)) {
			// A list that comes whole, however much of it is asked for.
			if (options.length > pageSize) return { results: [] };
			throw repeatedPage(of, `page ${page + 1} of the list is one that was there before`);
		}
		before.push(mark);
		if (results.length === 0) {
			watch.goesOn(
				options.map(({ value }) => value),
				pageSize,
			);
		}
		if (results.length > 0) return { results, paginationToken: [page + 1, ...before].join(' ') };
	}
}
