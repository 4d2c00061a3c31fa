import type { IDataObject } from 'n8n-workflow';

/** What earlier steps have found in the location, by the parameter that takes it. */
export type Known = Record<string, string | undefined>;

/** One operation, tried with what is known so far. */
export interface Step {
	/** `resource.operation` */
	id: string;
	/** What must be known; a step that lacks it is left out, and the report says so. */
	needs: string[];
	parameters?: (known: Record<string, string>) => IDataObject;
	/** What its first results tell, for later steps. */
	learns?: (items: IDataObject[], known: Known) => Known;
}

const few = { returnAll: false, limit: 5 };
const whole = { simplify: false };
const byId = (value: string) => ({ __rl: true, mode: 'id', value });

/** Locators by id, for all that the step needs. */
function chosen(names: string[]): (known: Record<string, string>) => IDataObject {
	return (known) => Object.fromEntries(names.map((name) => [name, byId(known[name] as string)]));
}

function step(id: string, needs: string[] = [], more: Partial<Step> & { with?: IDataObject } = {}): Step {
	const { with: further = {}, parameters = chosen(needs), learns } = more;
	return { id, needs, learns, parameters: (known) => ({ ...further, ...parameters(known) }) };
}

/** The id of the first result, under the name that later steps know it by. */
function first(name: string): NonNullable<Step['learns']> {
	return ([item]) => ({ [name]: text(item?.id) });
}

const DAY_MS = 86_400_000;

/** ISO 8601 */
function fromNow(days: number): string {
	return new Date(Date.now() + days * DAY_MS).toISOString();
}

/** Every operation that only reads; those that find something come before those that need it. */
export const READS: Step[] = [
	step('location.get', [], { with: whole }),
	step('location.getAll', [], { with: { ...few, ...whole } }),
	step('user.getAll', [], { with: { ...few, ...whole }, learns: first('userId') }),
	step('user.get', ['userId'], { with: whole }),
	step('workflow.getAll', [], { with: few }),
	step('campaign.getAll', [], { with: few }),
	step('tag.getAll', [], { with: few, learns: first('tagId') }),
	step('tag.get', ['tagId']),
	step('customField.getAll', [], { with: { ...few, ...whole }, learns: first('customFieldId') }),
	step('customField.get', ['customFieldId'], { with: whole }),
	step('customValue.getAll', [], { with: few, learns: first('customValueId') }),
	step('customValue.get', ['customValueId']),
	step('business.getAll', [], { with: { ...few, ...whole }, learns: first('businessId') }),
	step('business.get', ['businessId'], { with: whole }),
	step('contact.getAll', [], {
		with: { ...few, ...whole, options: { endpoint: 'list' } },
		learns: (items) => ({
			contactId: text(items[0]?.id),
			email: text(items.find(({ email }) => email)?.email),
		}),
	}),
	step('task.search', [], {
		with: few,
		// A contact that has a task shows more than the first one.
		learns: ([task], { contactId }) => ({ contactId: text(task?.contactId) ?? contactId }),
	}),
	step('contact.search', [], { with: { ...few, ...whole, filterType: 'json', filtersJson: '[]' } }),
	step('contact.get', ['contactId'], { with: whole }),
	step('contact.findDuplicate', ['email'], { with: whole, parameters: ({ email }) => ({ email }) }),
	step('contact.getByBusiness', ['businessId'], { with: { ...few, ...whole } }),
	step('contact.getAppointments', ['contactId'], { with: whole }),
	step('task.getAll', ['contactId'], { with: few, learns: first('taskId') }),
	step('task.get', ['contactId', 'taskId']),
	step('note.getAll', ['contactId'], { with: few, learns: first('noteId') }),
	step('note.get', ['contactId', 'noteId']),
	step('pipeline.getAll', [], { with: few }),
	step('opportunity.getAll', [], { with: { ...few, ...whole }, learns: first('opportunityId') }),
	step('opportunity.get', ['opportunityId'], { with: whole }),
	step('conversation.getAll', [], { with: few, learns: first('conversationId') }),
	step('conversation.get', ['conversationId']),
	step('message.getAll', ['conversationId'], {
		with: { ...few, messagesOf: 'conversation' },
		learns: first('messageId'),
	}),
	step('message.get', ['messageId']),
	step('calendar.getAll', [], { with: { ...few, ...whole }, learns: first('calendarId') }),
	step('calendar.get', ['calendarId'], { with: whole }),
	step('appointment.getFreeSlots', ['calendarId'], {
		with: { startDate: fromNow(1), endDate: fromNow(8) },
	}),
	step('appointment.getAll', ['calendarId'], {
		with: { ...few, ...whole, startTime: fromNow(-60), endTime: fromNow(60) },
		learns: first('appointmentId'),
	}),
	step('appointment.get', ['appointmentId'], { with: whole }),
	step('appointmentNote.getAll', ['appointmentId'], { with: few }),
];

function text(value: unknown): string | undefined {
	return typeof value === 'string' && value !== '' ? value : undefined;
}
