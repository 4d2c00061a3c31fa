import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { settingReader } from '../../../core/operation/params';
import { listOf } from '../../../core/values/texts';
import { properties } from './properties';

/** What the operator has set. */
export interface Settings {
	/** Types of events. */
	events: string[];
	readRecords: boolean;
}

export function settingsOf(context: IHookFunctions | IWebhookFunctions): Settings {
	const value = settingReader(context, properties);
	return {
		events: listOf(value('events', []), 'Events'),
		readRecords: value('readRecords', true) as boolean,
	};
}
