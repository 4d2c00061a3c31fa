import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { options } from '../../../core/editor/fields';
import { Failure } from '../../../core/failure';
import { ownValue } from '../../../core/values/ownValue';
import { isEmpty } from '../../../core/values/texts';
import type { Waiting } from '../../api/records/waitForDelivery';
import { waitForDelivery as wait } from '../../api/records/waitForDelivery';
import { operation } from '../operation';
import { messageId } from './messageId';

const waitFor: INodeProperties = {
	displayName: 'Wait For',
	name: 'waitFor',
	type: 'options',
	options: [
		{ name: 'Delivered', value: 'delivered', description: 'The message is on the phone' },
		{ name: 'Read', value: 'read', description: 'The person has opened it' },
	],
	default: 'delivered',
	description: 'What ends the waiting; a failed delivery ends it as well',
};

const maxWait: INodeProperties = {
	displayName: 'Max Wait (Seconds)',
	name: 'maxWaitSeconds',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 60,
	description: 'How long to wait at most; after that, the item goes on with timed_out: true',
};

const interval: INodeProperties = {
	displayName: 'Interval (Seconds)',
	name: 'intervalSeconds',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 3,
	description: 'How many seconds lie between two looks',
};

export const waitForDelivery = operation({
	name: 'Wait for Delivery',
	action: 'Wait for the delivery of a message',
	description: 'Look at a message until it is delivered, read, or failed, or until the time is up',
	requests: [wait],
	fields: [messageId, waitFor, options(maxWait, interval)],
	async execute({ api, params }) {
		const chosen = params.collection('options');
		return await wait(api, params.filled('messageId'), {
			until: params.text('waitFor') as Waiting['until'],
			limitMs: secondsOf(chosen, maxWait) * 1000,
			intervalMs: secondsOf(chosen, interval) * 1000,
		});
	},
});

function secondsOf(chosen: IDataObject, { name, displayName, default: standard }: INodeProperties): number {
	const seconds = Number(isEmpty(ownValue(chosen, name)) ? standard : ownValue(chosen, name));
	if (seconds >= 1 && seconds < Infinity) return seconds;
	throw new Failure(`"${displayName}" must be a number of 1 or more`, undefined, { field: name });
}
