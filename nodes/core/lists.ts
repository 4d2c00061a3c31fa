import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { Failure } from './failure';

/** The id of the record that is chosen in the form, of whose records a list is made: `contact` or `appointment`. */
export function chosenRecord(context: ILoadOptionsFunctions, record: string): string {
	const id = context.getCurrentNodeParameter(`${record}Id`, { extractValue: true });
	if (typeof id === 'string' && id.trim() !== '' && !id.startsWith('=')) return id.trim();
	throw new Failure(`There is no ${record} yet whose records could be listed`, `Choose the ${record} first.`);
}

type Options = INodeListSearchResult['results'];

export function matching(options: Options, filter = ''): Options {
	return options.filter(({ name }) => name.toLowerCase().includes(filter.toLowerCase()));
}
