import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { Failure } from '../../core/failure';
import { openAccess } from '../api/access';
import { HighLevelClient } from '../api/client';

/** A list in the editor must not keep a person waiting as long as a run may. */
const TIMEOUT_MS = 15_000;

/** Opens HighLevel for a list in the editor, in the location that the node names. */
export async function openForEditor<T>(
	context: ILoadOptionsFunctions,
	scopes: string[],
	read: (api: HighLevelClient) => Promise<T>,
): Promise<T> {
	return await inEditor(context, async () => {
		const access = await openAccess(context, chosenLocation(context));
		return await read(new HighLevelClient(access, { scopes, timeoutMs: TIMEOUT_MS }));
	});
}

/** Says what went wrong in n8n's own kind of error. */
export async function inEditor<T>(context: ILoadOptionsFunctions, read: () => Promise<T>): Promise<T> {
	try {
		return await read();
	} catch (error) {
		const { message, remedy } = error instanceof Failure ? error : new Failure((error as Error).message);
		throw new NodeOperationError(context.getNode(), message, { description: remedy });
	}
}

function chosenLocation(context: ILoadOptionsFunctions): string {
	if (context.getCurrentNodeParameter('authentication') !== 'oAuth2') return '';
	return String(context.getCurrentNodeParameter('locationId', { extractValue: true }) ?? '').trim();
}
