import type { IExecuteFunctions } from 'n8n-workflow';

import type { Connection } from '../../core/operation/run';
import type { Access } from './access';
import { openAccess } from './access';
import { WhatsAbleClient } from './client';

/** Opens WhatsAble for each item of an execution; the credential is read once. */
export function connector(context: IExecuteFunctions): (connection: Connection) => Promise<WhatsAbleClient> {
	let access: Promise<Access> | undefined;
	return async ({ timeoutMs, signal, isDryRun }) => {
		access ??= openAccess(context);
		return new WhatsAbleClient(await access, { timeoutMs, signal, isDryRun });
	};
}
