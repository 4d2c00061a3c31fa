import type { INodeProperties, INodeType } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';

import { KINDS } from '../../../../nodes/GoHighLevel/events/poll/kinds';
import { lackOf } from '../../../../nodes/GoHighLevel/events/poll/noSample';
import { GoHighLevelPollTrigger } from '../../../../nodes/GoHighLevel/GoHighLevelPollTrigger.node.ts';
import { WiseAgentPollTrigger } from '../../../../nodes/WiseAgent/WiseAgentPollTrigger.node.ts';

const trigger = new GoHighLevelPollTrigger();
const { description } = trigger;

/** The parameters that the editor shows when these events are chosen, from top to bottom. */
function shownFor(events: string[], more: object = {}, { description: of }: INodeType = trigger) {
	const parameters = {
		...{
			authentication: 'privateIntegration',
			startFrom: 'now',
			completeRecord: true,
			appointmentsOf: 'all',
		},
		...more,
		events,
	};
	return of.properties.filter((property) =>
		NodeHelpers.displayParameter(parameters, property, { typeVersion: 1 }, of),
	);
}

const namesOf = (shown: INodeProperties[]) => shown.map(({ name }) => name);

test.each([
	['contactCreated', ['completeRecord', 'simplify', 'contactsNotice']],
	['noteCreated', ['simplify', 'notesNotice', 'notesLateNotice']],
	['tagRemoved', ['completeRecord', 'simplify', 'contactsNotice', 'tagsLateNotice']],
	['noteUpdated', ['notesToCheck', 'simplify', 'noteUpdatesNotice', 'noteUpdatesLateNotice']],
	['taskDeleted', ['taskScope', 'tasksNotice']],
	['opportunityCreated', ['simplify', 'costNotice']],
	['appointmentUpdated', ['appointmentsOf', 'simplify', 'appointmentsNotice', 'appointmentsLateNotice']],
	['recordCreated', ['schemaKey', 'costNotice']],
	['messageReceived', ['simplify', 'costNotice', 'messagesNotice']],
])('%s: the panel asks what belongs to it, and says below what it costs', (event, expected) => {
	const always = ['authentication', 'events', 'startFrom', 'filters', 'options'];
	expect(namesOf(shownFor([event])).filter((name) => !always.includes(name))).toEqual(expected);
});

/** An event of each kind of cost. */
const EVENTS = [
	...['contactCreated', 'tagAdded', 'noteCreated', 'noteUpdated', 'taskCreated', 'messageReceived'],
	...KINDS.slice(1).flatMap(({ events: [first] }) => (first ? [first.value] : [])),
];

test('whatever is chosen, what has to be filled in comes next, and one notice of cost and one of lateness come last', () => {
	const others = EVENTS.slice(1);
	const some = [
		EVENTS,
		...EVENTS.map((one) => [one]),
		...others.map((one, at) => [one, ...EVENTS.slice(0, at)]),
	];
	for (const events of [...some, ...others.flatMap((one) => others.map((other) => [one, other]))]) {
		const shown = shownFor(events, { appointmentsOf: 'calendar' });
		const notices = shown.filter(({ type }) => type === 'notice');
		expect(notices.length).toBeLessThanOrEqual(2);
		expect(shown.slice(-notices.length)).toEqual(notices);
		expect(notices[0]?.displayName).toMatch(/Each poll .*request/);
		const asked = shown.findIndex(({ name }) => name === 'startFrom');
		const required = shown.filter(({ required: isRequired }) => isRequired).map((one) => shown.indexOf(one));
		expect(Math.max(...required)).toBeLessThan(asked);
		if (events.includes('recordCreated')) expect(namesOf(shown)[2]).toBe('schemaKey');
	}
});

test('with events of several kinds, what belongs to each is there', () => {
	expect(namesOf(shownFor(['taskCreated', 'contactUpdated']))).toEqual(
		expect.arrayContaining(['tasksNotice', 'taskScope', 'completeRecord', 'simplify']),
	);
});

test('the panel of Wise Agent has its notices below its fields', () => {
	const shown = shownFor(['contactCreated', 'taskCreated'], {}, new WiseAgentPollTrigger());
	expect(namesOf(shown)).toEqual([
		...['events', 'startFrom', 'filters', 'options', 'contactsNotice', 'tasksNotice'],
	]);
});

test('each list that the panel names is one of its own', () => {
	const named = [...JSON.stringify(description.properties).matchAll(/"searchListMethod":"(\w+)"/g)];
	expect(new Set(named.map(([, method]) => method))).toEqual(
		new Set(Object.keys(trigger.methods.listSearch)),
	);
});

test('each event has words for a test step that has nothing to show of it', () => {
	const lacks = KINDS.flatMap(({ events }) => events).map(({ value }) => [value, lackOf(value)?.of]);
	expect(lacks).not.toContainEqual([expect.anything(), undefined]);
});
