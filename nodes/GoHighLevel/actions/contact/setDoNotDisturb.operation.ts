import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { options } from '../../../core/editor/fields';
import { Failure } from '../../../core/failure';
import type { Params } from '../../../core/operation/params';
import { isEmpty, textOf } from '../../../core/values/texts';
import type { DndSetting } from '../../api/contacts/dndSettings';
import { setDoNotDisturb as set } from '../../api/contacts/dndSettings';
import { contactLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { DND_STATUSES, dndChannels } from './dndFields';

const ifPermanent: INodeProperties = {
	displayName: 'If Permanent',
	name: 'ifPermanent',
	type: 'options',
	options: [
		{ name: 'Overwrite', value: 'overwrite', description: 'Write Inactive over it' },
		{ name: 'Refuse', value: 'error', description: 'Change nothing, and fail the item' },
	],
	default: 'error',
	description:
		'What to do when a channel is to become inactive for which Do Not Disturb is permanent. To make such a channel active changes nothing.',
};

export const setDoNotDisturb = operation({
	name: 'Set Do Not Disturb',
	action: 'Set do not disturb for channels of a contact',
	description:
		'Switch Do Not Disturb on or off, channel by channel. Channels that are not named stay as they are, and so does Do Not Disturb for all channels (dnd).',
	requests: [set],
	fields: [
		contactLocator,
		{
			...dndChannels(
				'Channels',
				'The channels to set. An empty message or code keeps what is stored.',
				DND_STATUSES.slice(0, 2),
			),
			required: true,
		},
		options(ifPermanent),
	],
	async execute({ api, params }) {
		const wanted = channelsOf(params);
		const overwritePermanent = params.collection('options').ifPermanent === 'overwrite';
		return await set(api, params.id('contactId'), wanted, { overwritePermanent });
	},
});

function channelsOf(params: Params): Record<string, DndSetting> {
	const { channels = [] } = params.collection('dndSettings') as { channels?: IDataObject[] };
	const label = params.label('dndSettings');
	const settings = new Map<string, DndSetting>();
	for (const { channel, status, message, code } of channels) {
		const name = textOf(channel, label);
		if (settings.has(name)) {
			throw new Failure(`"${label}" names ${name} twice`, 'Remove one of the two.', { field: 'dndSettings' });
		}
		if (isEmpty(status)) {
			throw new Failure(
				`"Status" is empty for ${name}`,
				'Choose whether the channel is active or inactive.',
				{
					field: 'dndSettings',
				},
			);
		}
		settings.set(name, {
			status: textOf(status, 'Status'),
			...(isEmpty(message) ? {} : { message: textOf(message, 'Message') }),
			...(isEmpty(code) ? {} : { code: textOf(code, 'Code') }),
		});
	}
	if (settings.size > 0) return Object.fromEntries(settings);
	throw new Failure(`"${label}" is empty`, 'Add at least one channel.', { field: 'dndSettings' });
}
