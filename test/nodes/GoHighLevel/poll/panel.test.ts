import { NodeHelpers } from 'n8n-workflow';

import { GoHighLevelPollTrigger } from '../../../../nodes/GoHighLevel/GoHighLevelPollTrigger.node.ts';

const { description } = new GoHighLevelPollTrigger();

/** The parameters that the editor shows when these events are chosen. */
function shownFor(...events: string[]): string[] {
	const parameters = {
		...{
			authentication: 'privateIntegration',
			startFrom: 'now',
			completeRecord: true,
			appointmentsOf: 'all',
		},
		events,
	};
	const shown = description.properties.filter((property) =>
		NodeHelpers.displayParameter(parameters, property, { typeVersion: 1 }, description),
	);
	return shown.map(({ name }) => name);
}

test.each([
	['contactCreated', ['contactsNotice', 'completeRecordNotice', 'completeRecord', 'simplify']],
	['noteCreated', ['contactsNotice', 'notesNotice']],
	['tagRemoved', ['contactsNotice', 'completeRecordNotice', 'tagsNotice', 'completeRecord', 'simplify']],
	['noteUpdated', ['contactsNotice', 'notesNotice', 'noteUpdatesNotice', 'notesToCheck']],
	['taskDeleted', ['tasksNotice', 'taskScope']],
	['opportunityCreated', ['opportunitiesNotice', 'simplify']],
	['appointmentUpdated', ['appointmentsNotice', 'appointmentsOf', 'simplify']],
	['recordCreated', ['recordsNotice', 'schemaKey']],
])('%s: the panel says what it costs, and asks what belongs to it', (event, expected) => {
	const always = ['authentication', 'events', 'startFrom', 'filters', 'options'];
	expect(shownFor(event).filter((name) => !always.includes(name))).toEqual(expected);
});

test('with events of several kinds, what belongs to each is there', () => {
	expect(shownFor('taskCreated', 'contactUpdated')).toEqual(
		expect.arrayContaining(['contactsNotice', 'tasksNotice', 'taskScope', 'simplify']),
	);
});

test('every notice about cost names a number of requests', () => {
	const notices = description.properties.filter(({ type }) => type === 'notice');
	expect(notices.map(({ displayName }) => /request/.test(displayName))).not.toContain(false);
});
