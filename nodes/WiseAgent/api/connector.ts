import type { IExecuteFunctions } from 'n8n-workflow';

import type { Connection } from '../../core/operation/run';
import type { Access } from './access';
import { openAccess } from './access';
import { WiseAgentClient } from './client';

/** Opens Wise Agent for each item of an execution; the credential is read once. */
export function connector(context: IExecuteFunctions): (connection: Connection) => Promise<WiseAgentClient> {
	let access: Promise<Access> | undefined;
	return async ({ scopes, timeoutMs, signal, isDryRun }) => {
		access ??= openAccess(context);
		return new WiseAgentClient(await access, { scopes, timeoutMs, signal, isDryRun });
	};
}
