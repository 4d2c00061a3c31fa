import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox } from '../../../../../sandbox/highLevel';
import type { OperationRun } from '../../../../support/highLevel';
import { succeed } from '../requests';

/** A condition as the editor stores it. */
export type Condition = IDataObject & { field: string; operator: string };

/** Search parameters: groups of conditions, each joined by AND or OR. */
export function groups(
	groupsMustMatch: 'AND' | 'OR',
	...list: Array<[mustMatch: 'AND' | 'OR', ...conditions: Condition[]]>
): IDataObject {
	return {
		filterType: 'conditions',
		groupsMustMatch,
		groups: {
			group: list.map(([mustMatch, ...condition]) => ({ mustMatch, conditions: { condition } })),
		},
	};
}

/** Search parameters of one condition. */
export function only(condition: Condition): IDataObject {
	return groups('AND', ['AND', condition]);
}

/** The filters of the only search that was sent. */
export function sentFilters(sandbox: HighLevelSandbox): unknown {
	const searches = sandbox.requests.filter(({ path }) => path === '/contacts/search');
	expect(searches).toHaveLength(1);
	return (searches[0]?.body as IDataObject).filters;
}

/** The only condition of the only search that was sent. */
export function sentCondition(sandbox: HighLevelSandbox): unknown {
	const [all] = sentFilters(sandbox) as Array<{ filters: Array<{ filters: unknown[] }> }>;
	expect(all?.filters).toHaveLength(1);
	expect(all?.filters[0]?.filters).toHaveLength(1);
	return all?.filters[0]?.filters[0];
}

/** The ids that a search finds, sorted, as one text. */
export async function found(
	sandbox: HighLevelSandbox,
	parameters: IDataObject,
	options: Omit<OperationRun, 'parameters'> = {},
): Promise<string> {
	const contacts = await succeed(sandbox, 'search', { ...options, parameters });
	return contacts
		.map(({ id }) => String(id))
		.sort()
		.join(' ');
}
