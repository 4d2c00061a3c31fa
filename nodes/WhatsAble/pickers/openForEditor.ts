import type { ILoadOptionsFunctions } from 'n8n-workflow';

import { EDITOR_TIMEOUT_MS, inEditor } from '../../core/editor/inEditor';
import { openAccess } from '../api/access';
import { WhatsAbleClient } from '../api/client';

/** Opens WhatsAble for a list in the editor. */
export async function openForEditor<T>(
	context: ILoadOptionsFunctions,
	read: (api: WhatsAbleClient) => Promise<T>,
): Promise<T> {
	return await inEditor(context, async () => {
		const access = await openAccess(context);
		return await read(new WhatsAbleClient(access, { timeoutMs: EDITOR_TIMEOUT_MS }));
	});
}
