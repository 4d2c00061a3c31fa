import type { INodeProperties } from 'n8n-workflow';

import type { Address } from '../../core/editor/locator';
import { locator, required } from '../../core/editor/locator';

/** The address of a record's page in HighLevel, by the part that comes before the record's id. */
function addressOf(record: string, before: string, id: string): Address {
	const path = before === 'location' ? '' : `/${before}/…`;
	return {
		pattern: `https?://[^/]+/.*${before}/(${id})`,
		example: `https://app.gohighlevel.com/v2/location/…${path}`,
		errorMessage: `This is not the address of a ${record} in HighLevel`,
	};
}

export const contactLocator = required(
	locator({
		displayName: 'Contact',
		name: 'contactId',
		description: 'The contact, by name or email from the list, by its ID, or by the address of its page',
		record: 'contact',
		searchListMethod: 'searchContacts',
		exampleId: 'ocQHyuzHvysMo5N5VsXc',
		address: addressOf('contact', 'contacts/detail', '[A-Za-z0-9]+'),
	}),
);

export const taskLocator = required(
	locator({
		displayName: 'Task',
		name: 'taskId',
		description: 'The task of the contact, from the list or by its ID',
		record: 'task',
		searchListMethod: 'searchTasks',
		exampleId: 'hxHGVRb1YJUscrCB8eXK',
	}),
);

export const noteLocator = required(
	locator({
		displayName: 'Note',
		name: 'noteId',
		description: 'The note of the contact, from the list or by its ID',
		record: 'note',
		searchListMethod: 'searchNotes',
		exampleId: 'HGPcayliwcdoUFzvbTok',
	}),
);

/** HighLevel lists no recurring tasks. */
export const recurringTaskLocator = required(
	locator({
		displayName: 'Recurring Task',
		name: 'recurringTaskId',
		description: 'The recurring task, by the ID that Create puts out; HighLevel has no list of them',
		record: 'recurring task',
		exampleId: 'sx6wyHhbFdRXh302Lunr',
	}),
);

/** HighLevel's pages of opportunities have no address with the ID in it that is known. */
export const opportunityLocator = required(
	locator({
		displayName: 'Opportunity',
		name: 'opportunityId',
		description: 'The opportunity, by its name or contact from the list, or by its ID',
		record: 'opportunity',
		searchListMethod: 'searchOpportunities',
		exampleId: 'yWQobCRIhRguQtD2llvk',
	}),
);

export const anyPipelineLocator = locator({
	displayName: 'Pipeline',
	name: 'pipelineId',
	description: 'The pipeline, by name from the list or by its ID',
	record: 'pipeline',
	searchListMethod: 'searchPipelines',
	exampleId: 'VDm7RPYC2GLUvdpKmBfC',
});

export const pipelineLocator = required(anyPipelineLocator);

/** The list has the stages of the pipeline that is chosen; of all pipelines, where none is. */
export const anyStageLocator = locator({
	displayName: 'Stage',
	name: 'pipelineStageId',
	description: 'The stage of the pipeline, by name from the list or by its ID',
	record: 'stage',
	searchListMethod: 'searchStages',
	exampleId: '7915dedc-8f18-44d5-8bc3-77c04e994a10',
});

export const stageLocator = required(anyStageLocator);

export const lostReasonLocator = locator({
	displayName: 'Lost Reason',
	name: 'lostReasonId',
	description: 'Why the opportunity was lost, by name from the list or by its ID',
	record: 'lost reason',
	searchListMethod: 'searchLostReasons',
	exampleId: 'CLu7BaljjqrEjBGKTNNe',
});

/** Where a calendar is one of several ways to narrow something, it is not required. */
export const anyCalendarLocator = locator({
	displayName: 'Calendar',
	name: 'calendarId',
	description: 'The calendar, by name from the list or by its ID',
	record: 'calendar',
	searchListMethod: 'searchCalendars',
	exampleId: 'BqTwX8QFwXzpegMve9EQ',
});

export const calendarLocator = required(anyCalendarLocator);

export const calendarGroupLocator = locator({
	displayName: 'Calendar Group',
	name: 'groupId',
	description: 'The group of calendars, by its ID, which each of its calendars has as groupId',
	record: 'calendar group',
	exampleId: 'cHyuzHvysMo5N5VsXcoq',
});

/** HighLevel lists appointments of a calendar, and the operations on one do not ask for its calendar. */
export const appointmentLocator = required(
	locator({
		displayName: 'Appointment',
		name: 'appointmentId',
		description:
			'The appointment, by the ID that an earlier node puts out; for all of a recurring series, by its masterEventId',
		record: 'appointment',
		exampleId: '0TkCdp9PfvLeWKYRRvIz',
	}),
);

export const appointmentNoteLocator = required(
	locator({
		displayName: 'Note',
		name: 'noteId',
		description: 'The note of the appointment, from the list or by its ID',
		record: 'note',
		searchListMethod: 'searchAppointmentNotes',
		exampleId: 'HGPcayliwcdoUFzvbTok',
	}),
);

/** One user of the location, under the name that the field has. */
export function userLocator(displayName: string, name: string, description: string): INodeProperties {
	return locator({
		displayName,
		name,
		description,
		record: 'user',
		searchListMethod: 'searchUsers',
		exampleId: 'y0BeYjuRIlDwsDcOHOJo',
	});
}

export const requiredUserLocator = required(
	userLocator('User', 'userId', 'The user, by name or email from the list, or by its ID'),
);

export const workflowLocator = required(
	locator({
		displayName: 'Workflow',
		name: 'workflowId',
		description: 'The automation in HighLevel; workflows are made there, not here',
		record: 'workflow',
		searchListMethod: 'searchWorkflows',
		exampleId: '78559bb3-b920-461e-b010-7b2a2816d2a9',
		address: addressOf('workflow', 'workflow', '[A-Za-z0-9-]+'),
	}),
);

export const campaignLocator = required(
	locator({
		displayName: 'Campaign',
		name: 'campaignId',
		description: 'The campaign in HighLevel',
		record: 'campaign',
		searchListMethod: 'searchCampaigns',
		exampleId: 'ocQHyuzHvysMo5N5VsXc',
	}),
);

/** Where a business is one of several ways to narrow something, it is not required. */
export const anyBusinessLocator = locator({
	displayName: 'Business',
	name: 'businessId',
	description: 'The business (company) in HighLevel',
	record: 'business',
	searchListMethod: 'searchBusinesses',
	exampleId: '63771dcac1116f0e21de8e12',
});

export const businessLocator = required(anyBusinessLocator);

export const customFieldLocator = required(
	locator({
		displayName: 'Custom Field',
		name: 'customFieldId',
		description: 'The custom field of the location, from the list or by its ID',
		record: 'custom field',
		searchListMethod: 'searchCustomFields',
		exampleId: '3sv6UEo51C9Bmpo1cKTq',
	}),
);

export const customValueLocator = required(
	locator({
		displayName: 'Custom Value',
		name: 'customValueId',
		description: 'The custom value of the location, from the list or by its ID',
		record: 'custom value',
		searchListMethod: 'searchCustomValues',
		exampleId: 'rWQ709Pb62syqGLceg1x',
	}),
);

/** HighLevel finds records by the key of their object. */
export const customObjectLocator = locator({
	displayName: 'Object',
	name: 'schemaKey',
	description: 'The custom object, by name from the list or by its key',
	record: 'custom object',
	searchListMethod: 'searchCustomObjects',
	exampleId: 'custom_objects.pet',
	by: { displayName: 'By Key', name: 'id' },
});

export const tagLocator = required(
	locator({
		displayName: 'Tag',
		name: 'tagId',
		description: 'The tag of the location, from the list or by its ID',
		record: 'tag',
		searchListMethod: 'searchTags',
		exampleId: 'flGwEuzsfJOia1i1ikRN',
	}),
);

/** The location that the node works in; empty for the one that was connected. */
export const locationLocator: INodeProperties = {
	...locator({
		displayName: 'Location',
		name: 'locationId',
		description:
			'The sub-account to work in, needed when an agency is connected. Leave it empty for a connection to one location.',
		record: 'location',
		searchListMethod: 'searchLocations',
		exampleId: 've9EPM428h8vShlRW1KT',
		address: addressOf('location', 'location', '[A-Za-z0-9]+'),
		emptyMeans: 'The connected location',
	}),
	displayOptions: { show: { authentication: ['oAuth2'] } },
};
