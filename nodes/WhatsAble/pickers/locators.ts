import { locator, required } from '../../core/editor/locator';

export const templateLocator = required(
	locator({
		displayName: 'Template',
		name: 'templateId',
		description: 'The approved template, from the list, or by its ID or its name',
		record: 'template',
		searchListMethod: 'searchTemplates',
		exampleId: 'f10695a9-38d6-4f5f-8444-1f7bf52c6164',
	}),
);

export const groupLocator = required(
	locator({
		displayName: 'Group',
		name: 'groupId',
		description: 'The WhatsApp group, from the list or by its ID',
		record: 'group',
		searchListMethod: 'searchGroups',
		exampleId: '120363000000000001@g.us',
	}),
);

export const botRecipientLocator = required(
	locator({
		displayName: 'Phone Number',
		name: 'phoneNumber',
		description: 'A number that is verified in this WhatsAble account, from the list or by itself',
		record: 'number',
		searchListMethod: 'searchWhatsAbleNumbers',
		exampleId: '+14155552671',
		by: { displayName: 'By Number', name: 'number' },
	}),
);
