import { options } from '../../../core/editor/fields';
import { sendToGroup as send } from '../../api/records/otherProducts';
import { groupLocator } from '../../pickers/locators';
import { botText } from '../botFields';
import { operation } from '../operation';

export const sendToGroup = operation({
	name: 'Send to Group',
	action: 'Send a message to a WhatsApp group',
	description:
		"Send a text to a WhatsApp group that a phone of this WhatsAble account is in (beta; not by WhatsApp's official API)",
	requests: [send],
	fields: [groupLocator, botText, options()],
	async execute({ api, params }) {
		return await send(api, params.id('groupId'), params.filled('text'));
	},
});
