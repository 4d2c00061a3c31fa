import type { ILoadOptionsFunctions } from 'n8n-workflow';

import { EDITOR_TIMEOUT_MS, inEditor } from '../../core/editor/inEditor';
import type { Request } from '../../core/operation/request';
import { scopesOf } from '../../core/operation/request';
import { openAccess } from '../api/access/openAccess';
import { HighLevelClient } from '../api/client';
import { locationIdIn } from '../api/connector';

/** Opens HighLevel for a list in the editor, in the location that the node names; `requests` are what it reads. */
export async function openForEditor<T>(
	context: ILoadOptionsFunctions,
	requests: readonly Request[],
	read: (api: HighLevelClient) => Promise<T>,
): Promise<T> {
	return await inEditor(context, async () => {
		const access = await openAccess(context, chosenLocation(context));
		const scopes = scopesOf({ requests });
		return await read(new HighLevelClient(access, { scopes, timeoutMs: EDITOR_TIMEOUT_MS }));
	});
}

function chosenLocation(context: ILoadOptionsFunctions): string {
	if (context.getCurrentNodeParameter('authentication') !== 'oAuth2') return '';
	return locationIdIn(context.getCurrentNodeParameter('locationId', { extractValue: true }));
}
