import type { IDataObject } from 'n8n-workflow';

import { catalogue } from '../../../../nodes/GoHighLevel/actions';

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

/** Operations that need more than their kind of record, or are read on behalf of one that was found. */
const OTHERS: Step[] = [
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
	step('contact.getAllChanged', [], {
		with: { ...few, ...whole, filters: { changedAfter: fromNow(-60) } },
	}),
	step('contact.getActivity', ['contactId'], {
		with: { ...few, ...whole, kinds: ['appointment', 'message', 'note', 'task'] },
	}),
	step('contact.getByBusiness', ['businessId'], { with: { ...few, ...whole } }),
	step('contact.getAppointments', ['contactId'], { with: whole }),
	step('task.getAll', ['contactId'], { with: few, learns: first('taskId') }),
	step('task.get', ['contactId', 'taskId']),
	step('note.getAll', ['contactId'], { with: few, learns: first('noteId') }),
	step('note.get', ['contactId', 'noteId']),
	step('message.getAll', ['conversationId'], {
		with: { ...few, messagesOf: 'conversation' },
		learns: first('messageId'),
	}),
	step('message.get', ['messageId']),
	step('emailTemplate.getAll', [], { with: few, learns: first('templateId') }),
	step('emailTemplate.get', ['templateId']),
	step('form.getSubmissions', [], { with: { ...few, ...whole } }),
	step('survey.getSubmissions', [], { with: { ...few, ...whole } }),
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

/**
 * Operations of which the check has no use: they read what only a person can name, what few messages are, or what this
 * process remembers of its requests.
 */
export const NOT_READ = ['account.getApiUsage', 'recurringTask.get', 'message.getEmail'];

/** Get Many of what a location has, then Get of the first one, for every resource that is not among the others. */
const PLAIN: Step[] = ['getAll', 'get'].flatMap((name) =>
	Object.entries(catalogue).flatMap(([resource, { operations }]) => {
		const id = `${resource}.${name}`;
		const fields = operations[name]?.fields;
		if (!fields || NOT_READ.includes(id) || OTHERS.some((one) => one.id === id)) return [];
		const has = (field: string) => fields.some((one) => one.name === field);
		const needs = fields.filter(({ type, required }) => type === 'resourceLocator' && required);
		const parameters = { ...(has('returnAll') ? few : {}), ...(has('simplify') ? whole : {}) };
		const learns = name === 'getAll' ? first(`${resource}Id`) : undefined;
		return [
			step(
				id,
				needs.map((one) => one.name),
				{ with: parameters, learns },
			),
		];
	}),
);

/** Every operation that only reads; those that find something come before those that need it. */
export const READS: Step[] = [...PLAIN, ...OTHERS];

function text(value: unknown): string | undefined {
	return typeof value === 'string' && value !== '' ? value : undefined;
}
