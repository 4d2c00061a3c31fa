import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { listOf } from '../../../core/params';

/** What the operator has set. */
export interface Settings {
	/** Types of events. */
	events: string[];
	readRecords: boolean;
}

export function settingsOf(context: IHookFunctions | IWebhookFunctions): Settings {
	return {
		events: listOf(context.getNodeParameter('events', []), 'Events'),
		readRecords: context.getNodeParameter('readRecords', true) === true,
	};
}
