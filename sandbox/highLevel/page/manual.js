// What a user of HighLevel does by hand: a form each for contacts, notes, tasks, opportunities, appointments and listings;
// and what a contact writes, and a visitor fills in.

/* submissions.js */

const opportunityFields = byId('opportunity-form').elements;
let pipelines = [];

function offerStages() {
	const { stages = [] } = pipelines.find(({ id }) => id === opportunityFields.pipelineId.value) ?? {};
	offerChoices(opportunityFields.pipelineStageId, stages);
}

function offerLostReason() {
	byId('lost-reason').hidden = opportunityFields.status.value !== 'lost';
}

opportunityFields.pipelineId.addEventListener('change', offerStages);
opportunityFields.status.addEventListener('change', offerLostReason);

/** What the forms let a person choose from. */
function showChoices(choices) {
	for (const select of document.querySelectorAll('#manual .contacts')) offerChoices(select, choices.contacts);
	for (const select of document.querySelectorAll('#manual .users')) offerChoices(select, choices.users);
	offerChoices(byId('appointment-form').elements.calendarId, choices.calendars);
	offerChoices(opportunityFields.pipelineId, choices.pipelines);
	offerChoices(opportunityFields.lostReasonId, choices.lostReasons);
	({ pipelines } = choices);
	offerStages();
	showFilled(choices.filled);
}

/** Paths of what belongs to a contact: that of all, or that of one. */
const ofContact = (kind) => (contactId, id) => `manual/contacts/${contactId}/${kind}${id ? `/${id}` : ''}`;

/** How a form saves and deletes what has its contact in its path. */
function underContact(pathOf) {
	return {
		save: ({ contactId, ...body }, record) =>
			record ? call('PUT', pathOf(record.contactId, record.id), body) : call('POST', pathOf(contactId), body),
		remove: ({ contactId, id }) => call('DELETE', pathOf(contactId, id)),
	};
}

const openContact = offerForm('contact-form', 'contact', {
	save: async (body, record) => {
		if (record) return await call('PUT', `manual/contacts/${record.id}`, body);
		checkSomebody(body, 'firstName', ['firstName', 'lastName', 'email', 'phone']);
		await call('POST', 'manual/contacts', body);
	},
	remove: ({ id }) => call('DELETE', `manual/contacts/${id}`),
});

/** Why an opportunity was lost goes with its status, in a request of its own. */
async function changeOpportunity(id, { lostReasonId, ...body }) {
	if (lostReasonId) {
		await call('PUT', `manual/opportunities/${id}/status`, {
			status: opportunityFields.status.value,
			lostReasonId,
		});
	}
	if (Object.keys(body).length > 0) await call('PUT', `manual/opportunities/${id}`, body);
}

/** What a contact writes, which nobody can take back. */
offerForm('message-form', 'message', {
	save: (body) => call('POST', 'manual/conversations/messages/inbound', body),
	remove: () => undefined,
});

const listingsOf = ({ objectKey = 'custom_objects.listings' } = {}) => `manual/objects/${objectKey}/records`;

/** By the kind of an activity: opens the form for one. */
const OPEN = {
	note: offerForm('note-form', 'note', underContact(ofContact('notes'))),
	task: offerForm('task-form', 'task', underContact(ofContact('tasks'))),
	opportunity: offerForm('opportunity-form', 'opportunity', {
		save: async ({ lostReasonId, ...body }, record) => {
			if (record) return await changeOpportunity(record.id, { lostReasonId, ...body });
			const { opportunity } = await call('POST', 'manual/opportunities', body);
			await changeOpportunity(opportunity.id, { lostReasonId });
		},
		remove: ({ id }) => call('DELETE', `manual/opportunities/${id}`),
	}),
	appointment: offerForm('appointment-form', 'appointment', {
		// A person may take any time. HighLevel confirms an appointment again whose change does not name its status.
		save: (sent, record) => {
			const { appointmentStatus } = byId('appointment-form').elements;
			const body = { ignoreFreeSlotValidation: true, appointmentStatus: appointmentStatus.value, ...sent };
			const path = 'manual/calendars/events/appointments';
			return record ? call('PUT', `${path}/${record.id}`, body) : call('POST', path, body);
		},
		remove: ({ id }) => call('DELETE', `manual/calendars/events/${id}`),
	}),
	listing: offerForm('listing-form', 'listing', {
		save: ({ owner, ...properties }, record) => {
			const path = listingsOf(record);
			const body = { properties, ...(owner === undefined ? {} : { owner: owner ? [owner] : [] }) };
			return record ? call('PUT', `${path}/${record.id}`, body) : call('POST', path, body);
		},
		remove: (record) => call('DELETE', `${listingsOf(record)}/${record.id}`),
	}),
};

/** Opens a contact, and has it chosen in the forms that add something to one. */
function workOn(fields) {
	for (const select of document.querySelectorAll('#manual .contacts:enabled')) select.value = fields.id;
	openContact({ record: fields });
}

const openActivity = ({ kind, fields }) => OPEN[kind]?.({ record: fields });
