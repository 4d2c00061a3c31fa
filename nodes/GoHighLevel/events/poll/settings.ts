import type { IPollFunctions } from 'n8n-workflow';

import { DEFAULT_TIMEOUT_MS } from '../../../core/editor/fields';
import { settingReader } from '../../../core/operation/params';
import { chosenEvents, numberOf, startAtOf } from '../../../core/polling/settings';
import { textOf } from '../../../core/values/texts';
import { DEFAULT_LAG_SECONDS, DEFAULT_MAX_CONTACTS, DEFAULT_MAX_REQUESTS, pollFields } from './fields';
import type { PollSettings } from './kind';

/** Throws a `Failure` for what makes no sense. */
export function settingsOf(context: IPollFunctions): PollSettings {
	const value = settingReader(context, pollFields);
	const number = (name: string, fallback: number, label: string, least: number) =>
		numberOf(value(`options.${name}`, fallback), label, least);
	return {
		events: chosenEvents(value('events', [])),
		startAt: value('startFrom', 'now') === 'date' ? startAtOf(context) : undefined,
		simplify: value('simplify', true) as boolean,
		assignedTo: textOf(value('filters.assignedTo', ''), 'Assigned To'),
		lagMs: number('searchLagSeconds', DEFAULT_LAG_SECONDS, 'Search Lag', 0) * 1000,
		maxRequests: number('maxRequests', DEFAULT_MAX_REQUESTS, 'Max Requests', 1),
		maxRecords: number('maxContacts', DEFAULT_MAX_CONTACTS, 'Max Contacts', 1),
		timeoutMs: number('timeout', DEFAULT_TIMEOUT_MS, 'Timeout', 1),
		value,
	};
}
