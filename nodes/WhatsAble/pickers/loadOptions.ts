import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { labelNames } from '../api/records/labels';
import { openForEditor } from './openForEditor';

/** The labels of the account. */
export async function getLabels(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return await openForEditor(this, async (api) =>
		(await labelNames(api)).map((label) => ({ name: label, value: label })),
	);
}
