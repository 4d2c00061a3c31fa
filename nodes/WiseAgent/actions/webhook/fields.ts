import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { withoutToken } from '../../../core/webhook/registration';
import { REGISTERED_EVENTS } from '../../api/records/registeredEvents';
import { registrationOf } from '../../api/reading/records';
import { text } from '../optionalFields';

export const triggerNotice: INodeProperties = {
	displayName:
		'The Wise Agent Trigger registers its webhooks when its workflow is activated, and removes them when it is deactivated. Use this resource for webhooks of other programs.',
	name: 'triggerNotice',
	type: 'notice',
	default: '',
};

export const eventType: INodeProperties = {
	displayName: 'Event Type',
	name: 'EventType',
	type: 'options',
	required: true,
	options: REGISTERED_EVENTS.map(({ type, name, meaning }) => ({ name, value: type, description: meaning })),
	default: 'contactCreate',
	description: 'What Wise Agent tells the URL about. One webhook is for one kind of event.',
};

export const url = text(
	'URL',
	'Url',
	'The address that Wise Agent delivers to. Wise Agent signs nothing, so use a URL that nobody can guess.',
	'e.g. https://example.com/wise-agent?key=a1b2c3',
);

/** A webhook as it is shown: who has the token of a trigger's URL could deliver to it. */
export function shownWebhookOf(raw: IDataObject): IDataObject {
	const webhook = registrationOf(raw);
	return Object.fromEntries(
		Object.entries(webhook).map(([name, value]) => [
			name,
			name.toLowerCase() === 'url' && typeof value === 'string' ? withoutToken(value) : value,
		]),
	);
}
