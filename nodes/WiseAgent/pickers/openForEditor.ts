import type { ILoadOptionsFunctions } from 'n8n-workflow';

import { EDITOR_TIMEOUT_MS, inEditor } from '../../core/editor/inEditor';
import type { Request } from '../../core/operation/request';
import { scopesOf } from '../../core/operation/request';
import { openAccess } from '../api/access';
import { WiseAgentClient } from '../api/client';

/** Opens Wise Agent for a list in the editor. */
export async function openForEditor<T>(
	context: ILoadOptionsFunctions,
	requests: readonly Request[],
	read: (api: WiseAgentClient) => Promise<T>,
): Promise<T> {
	return await inEditor(context, async () => {
		const access = await openAccess(context);
		const scopes = scopesOf({ requests });
		return await read(new WiseAgentClient(access, { scopes, timeoutMs: EDITOR_TIMEOUT_MS }));
	});
}
