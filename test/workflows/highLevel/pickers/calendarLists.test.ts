import type { IDataObject } from 'n8n-workflow';

import { GoHighLevel } from '../../../../nodes/GoHighLevel/GoHighLevel.node.ts';
import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, DEMO, startSandbox } from '../../../support/highLevel';
import { storeContact } from '../../../support/sandboxRuns';
import { tokenWithout } from '../everyOperation/operations';
import { editorContext, errorOf } from './editor';

const { searchAppointmentNotes, searchCalendars } = new GoHighLevel().methods.listSearch;

let sandbox: HighLevelSandbox;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

describe('the list of calendars', () => {
	test('shows those of the location by name, and none of another', async () => {
		expect((await searchCalendars.call(editorContext(sandbox))).results).toEqual([
			{ name: 'Property viewings', value: DEMO.calendars.viewings },
			{ name: 'Phone consultations', value: DEMO.calendars.consultations },
		]);
	});

	test('is searched without regard to capitals', async () => {
		expect((await searchCalendars.call(editorContext(sandbox), 'PHONE')).results).toEqual([
			{ name: 'Phone consultations', value: DEMO.calendars.consultations },
		]);
		expect((await searchCalendars.call(editorContext(sandbox), 'nothing')).results).toEqual([]);
	});

	test('says which scope it lacks', async () => {
		const token = tokenWithout(sandbox, 'calendars.readonly');
		const error = await errorOf(searchCalendars.call(editorContext(sandbox, { token })));

		expect(error.message).toContain('The token is not authorized for this scope.');
		expect(error.description).toContain('calendars.readonly');
	});
});

describe('the list of notes of an appointment', () => {
	let appointmentId: string;
	beforeEach(() => {
		const contactId = storeContact(sandbox);
		const startTime = '2099-03-02T15:00:00.000Z';
		appointmentId = sandbox.state.addAppointment({ contactId, startTime }).id;
		const bodies = ['Bring the keys', `<p>${'Long '.repeat(30)}</p>`];
		bodies.forEach((body, index) => {
			const id = `note${index}`;
			const [dateAdded, dateUpdated] = ['2027-01-05T10:00:00.000Z', '2027-01-05T10:00:00.000Z'];
			const { locationId } = DEMO;
			const note = { id, appointmentId, contactId, locationId, body, userId: null, dateAdded, dateUpdated };
			sandbox.state.appointmentNotes.set(id, note);
		});
	});

	const form = (chosen: IDataObject) =>
		editorContext(sandbox, {}, { resource: 'appointmentNote', operation: 'update', ...chosen });
	const list = async (filter?: string, chosen: IDataObject = { appointmentId: byId(appointmentId) }) =>
		(await searchAppointmentNotes.call(form(chosen), filter)).results;

	test('shows how each begins and when it was added', async () => {
		expect(await list()).toEqual([
			{ name: `${'Long '.repeat(30).slice(0, 59)}… (2027-01-05)`, value: 'note1' },
			{ name: 'Bring the keys (2027-01-05)', value: 'note0' },
		]);
	});

	test('is searched in the text', async () => {
		expect((await list('KEYS')).map(({ value }) => value)).toEqual(['note0']);
	});

	test('asks for the appointment first', async () => {
		for (const chosen of [{}, { appointmentId: byId(' ') }, { appointmentId: byId('={{ $json.id }}') }]) {
			const error = await errorOf(searchAppointmentNotes.call(form(chosen)));
			expect(error.message).toBe('There is no appointment yet whose records could be listed');
			expect(error.description).toBe('Choose the appointment first.');
		}
	});
});
