import type { INodeProperties } from 'n8n-workflow';

import { locator, required } from '../../core/editor/locator';

const CONTACT_PAGE = {
	pattern: 'https?://[^/]+/.*[?&][cC]lient[iI][dD]=([0-9]+)',
	example: 'https://thewiseagent.com/secure/client/summary?clientId=1854784',
	errorMessage: 'This is not the address of a contact in Wise Agent',
};

const BY_NAME = { displayName: 'By Name', name: 'name' };

/** Where a contact is one of several ways to narrow something, it is not required. */
export const anyContactLocator = locator({
	displayName: 'Contact',
	name: 'contactId',
	description: 'The contact, by name from the list, by its ID, or by the address of its page in Wise Agent',
	record: 'contact',
	searchListMethod: 'searchContacts',
	exampleId: '1854784',
	address: CONTACT_PAGE,
});

export const contactLocator = required(anyContactLocator);

/** Notes, tasks and calls hang on vendors too. */
export const contactOrVendorLocator = required({
	...anyContactLocator,
	displayName: 'Contact or Vendor',
	description:
		'The contact, by name from the list, by its ID, or by the address of its page in Wise Agent; or a vendor by its ID, such as V26855',
});

export const noteLocator = required(
	locator({
		displayName: 'Note',
		name: 'noteId',
		description: 'The note, by its ID, or from the list of the notes of the contact that is chosen',
		record: 'note',
		searchListMethod: 'searchNotes',
		exampleId: '640318',
	}),
);

export const taskLocator = required(
	locator({
		displayName: 'Task',
		name: 'taskId',
		description: 'The task, from the list or by its ID',
		record: 'task',
		searchListMethod: 'searchTasks',
		exampleId: '11598',
	}),
);

export const callLocator = required(
	locator({
		displayName: 'Call',
		name: 'callId',
		description: 'The call, by its ID, or from the list of the calls of the contact that is chosen',
		record: 'call',
		searchListMethod: 'searchCalls',
		exampleId: '11598',
	}),
);

export const categoryLocator = required(
	locator({
		displayName: 'Category',
		name: 'category',
		description: 'The category, from the list or by its name',
		record: 'category',
		searchListMethod: 'searchCategories',
		exampleId: 'Buyer',
		by: BY_NAME,
	}),
);

export const sourceLocator = locator({
	displayName: 'Source',
	name: 'Source',
	description:
		'Where the contact came from, from the list or by its name. Wise Agent creates nobody without it, and starts its automations by it.',
	record: 'source',
	searchListMethod: 'searchSources',
	exampleId: 'Zillow',
	by: BY_NAME,
});

/** A member of the inside team, under the name that the field has. */
export function teamMemberLocator(displayName: string, description: string): INodeProperties {
	return locator({
		displayName,
		name: 'InsideTeamId',
		description,
		record: 'team member',
		searchListMethod: 'searchTeam',
		exampleId: '98',
	});
}

export const outsideTeamLocator = locator({
	displayName: 'Outside Team Assignment',
	name: 'OutsideTeamAssignment',
	description: 'Member of the outside team who gets the contact as a lead, from the list or by email',
	record: 'member of the outside team',
	searchListMethod: 'searchOutsideTeam',
	exampleId: 'agent@example.com',
	by: { displayName: 'By Email', name: 'email' },
});

export const programLocator = required(
	locator({
		displayName: 'Program',
		name: 'programID',
		description: 'The marketing program, from the list or by its ID',
		record: 'program',
		searchListMethod: 'searchPrograms',
		exampleId: '234',
	}),
);

export const pipelineLocator = locator({
	displayName: 'Pipeline',
	name: 'Pipeline',
	description: 'The pipeline that a new contact is put into, from the list or by its name or ID; 0 for none',
	record: 'pipeline',
	searchListMethod: 'searchPipelines',
	exampleId: 'Buyers',
	by: { displayName: 'By Name or ID', name: 'name' },
});

export const propertyLocator = required(
	locator({
		displayName: 'Property',
		name: 'propertyId',
		description: 'The property, from the list or by its ID',
		record: 'property',
		searchListMethod: 'searchProperties',
		exampleId: '12434',
	}),
);

export const webhookLocator = required(
	locator({
		displayName: 'Webhook',
		name: 'webhookId',
		description: 'The webhook, from the list or by its ID',
		record: 'webhook',
		searchListMethod: 'searchWebhooks',
		exampleId: '4711',
	}),
);
