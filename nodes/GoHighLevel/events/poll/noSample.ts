import type { Lack } from '../../../core/polling/testStep';
import { ownValue } from '../../../core/values/ownValue';

const CONTACT = { of: 'contact', make: 'Create a contact' };
const TAGGED = { of: 'contact with a tag', make: 'Add a tag to a contact' };
const NOTE = { of: 'note on one of the contacts that changed last', make: 'Add a note to a contact' };
const TASK = { of: 'task', make: 'Create a task' };
const OPPORTUNITY = { of: 'opportunity', make: 'Create an opportunity' };
const WITHIN = 'appointment within Days Back and Days Ahead';
const APPOINTMENT = { of: WITHIN, make: 'Book an appointment' };
const RECORD = { of: 'record of this object', make: 'Create a record of the object' };

/** What there is none of, where a test step has nothing to show of an event. */
const LACKS: Record<string, Lack> = {
	appointmentCancelled: { of: `canceled ${WITHIN}`, make: 'Cancel an appointment' },
	appointmentCreated: APPOINTMENT,
	appointmentUpdated: APPOINTMENT,
	contactCreated: CONTACT,
	contactUpdated: CONTACT,
	formSubmitted: { of: 'submission of a form', make: 'Fill in a form and submit it' },
	messageReceived: {
		of: 'message of a contact among the 100 latest ones',
		make: 'Send a message as a contact, such as an SMS,',
	},
	noteCreated: NOTE,
	noteUpdated: NOTE,
	opportunityCreated: OPPORTUNITY,
	opportunityStageUpdated: {
		of: 'opportunity that was moved to another stage lately',
		make: 'Move an opportunity to another stage',
	},
	opportunityStatusUpdated: {
		of: 'opportunity whose status was changed lately',
		make: 'Change the status of an opportunity',
	},
	opportunityUpdated: OPPORTUNITY,
	recordCreated: RECORD,
	recordUpdated: RECORD,
	surveySubmitted: { of: 'submission of a survey', make: 'Fill in a survey and submit it' },
	tagAdded: TAGGED,
	tagRemoved: TAGGED,
	taskCompleted: { of: 'completed task', make: 'Complete a task' },
	taskCreated: TASK,
	taskDeleted: TASK,
	taskUpdated: TASK,
};

/** @param event the value of an event of the panel */
export function lackOf(event: string): Lack | undefined {
	return ownValue(LACKS, event);
}
