import type { Flow } from '../kit/flow';
import { contactLane, expression, failures, log, settings, setUp } from '../kit/lanes';
import {
	byId,
	called,
	editFields,
	enrich,
	highLevel,
	ifTrue,
	newestRow,
	upsertRow,
	wiseAgent,
} from '../kit/nodes';
import { contactNotes } from '../kit/notes';
import { tryForm } from '../kit/tryForm';
import { SYNC_STATE } from '../kit/tables';

const READ = 'Read the contact in Wise Agent';
const MAP = 'Map fields';
const WRITE = 'Create or update in HighLevel';
const LINK = 'Write the HighLevel ID to Wise Agent';
const STATE = 'With last sync';

const EVENTS = ['contactCreated', 'contactUpdated'];

const tryOut = tryForm({
	at: [0, 3],
	system: 'Wise Agent',
	writer: WRITE,
	find: wiseAgent('Find it in Wise Agent', [1, 3], {
		resource: 'contact',
		operation: 'find',
		CEmail: '={{ $json.contact.includes("@") ? $json.contact : "" }}',
		phone: '={{ $json.contact.includes("@") ? "" : $json.contact }}',
	}),
	idOf: 'ClientID',
});

const failing = failures([7, 3.4], 'HighLevel', [
	{ node: READ, output: 1 },
	{ node: WRITE, output: 1 },
	{ node: LINK, output: 1 },
]);

const prepared = setUp(
	[0, 5],
	[
		highLevel('Create the field Wise Agent ID', [3, 5], {
			resource: 'customField',
			operation: 'createIfMissing',
			name: 'Wise Agent ID',
			dataType: 'TEXT',
		}),
	],
);

export const flow: Flow = {
	folder: 'wise-agent-to-highlevel-contacts',
	title: 'Wise Agent to HighLevel: contacts',
	nodes: [
		wiseAgent(
			'When a contact changes',
			[0, 0],
			{ events: ['contactCreate', 'contactUpdate', 'contactUpdateCategory'] },
			{
				trigger: 'Trigger',
				webhookId: 'wise-agent-to-highlevel-contacts',
			},
		),
		wiseAgent(
			'Or look every minute',
			[0, 1],
			{ events: EVENTS, pollTimes: { item: [{ mode: 'everyMinute' }] } },
			{
				trigger: 'PollTrigger',
				disabled: true,
			},
		),
		called('Called by a workflow', [0, 2], { recordId: 'string', dryRun: 'boolean' }),
		...tryOut.nodes,

		settings([2, 1]),
		wiseAgent(
			READ,
			[3, 0.5],
			{ resource: 'contact', operation: 'get', contactId: byId('={{ $json.recordId }}') },
			{ onError: 'continueErrorOutput' },
		),
		newestRow('Last sync', [3, 1.5], SYNC_STATE, 'wiseAgentId', '={{ $json.recordId }}'),
		enrich(STATE, [4, 1], 'ClientID', 'wiseAgentId'),
		editFields(MAP, [5, 1], {
			firstName: ['string', '={{ $json.CFirst }}'],
			lastName: ['string', '={{ $json.CLast }}'],
			email: ['string', '={{ $json.CEmail }}'],
			phone: ['string', '={{ $json.MobilePhone || $json.HomePhone || $json.WorkPhone }}'],
			companyName: ['string', '={{ $json.Company }}'],
			address1: ['string', "={{ [$json.AddressNumber, $json.AddressStreet].filter(Boolean).join(' ') }}"],
			city: ['string', '={{ $json.City }}'],
			state: ['string', '={{ $json.State }}'],
			postalCode: ['string', '={{ $json.Zip }}'],
			// What came from HighLevel is no source for HighLevel.
			source: ['string', '={{ $json.Source === "HighLevel" ? "" : $json.Source }}'],
			tags: ['array', '={{ ($json.Categories ?? []).map((category) => category.name) }}'],
		}),
		highLevel(
			WRITE,
			[6, 1],
			{
				resource: 'contact',
				operation: 'upsert',
				matchBy: 'externalIdEmailPhone',
				externalIdField: { __rl: true, mode: 'name', value: 'Wise Agent ID' },
				externalId: expression('Settings', 'recordId'),
				email: '={{ $json.email }}',
				phone: '={{ $json.phone }}',
				firstName: '={{ $json.firstName }}',
				lastName: '={{ $json.lastName }}',
				additionalFields: {
					companyName: '={{ $json.companyName }}',
					address1: '={{ $json.address1 }}',
					city: '={{ $json.city }}',
					state: '={{ $json.state }}',
					postalCode: '={{ $json.postalCode }}',
					source: '={{ $json.source }}',
					tags: '={{ $json.tags }}',
				},
				dryRun: expression('Settings', 'dryRun'),
				options: {
					lastSynced: `={{ $('${STATE}').item.json.syncedToHighLevel }}`,
					lastRead: `={{ $('${STATE}').item.json.readInHighLevel }}`,
					sourceChangedAt: `={{ $('${STATE}').item.json.DateUpdatedUTC }}`,
					conflict: 'lastWriteWins',
					onlyIfEmpty: ['source'],
				},
			},
			{ onError: 'continueErrorOutput' },
		),
		ifTrue('Only a try?', [7, 1], expression('Settings', 'dryRun') as string),
		wiseAgent(
			LINK,
			[8, 1],
			{
				resource: 'contact',
				operation: 'setCustomData',
				contactId: byId("={{ $('Settings').item.json.recordId }}"),
				Key: 'HighLevel ID',
				Value: '={{ $json.id }}',
			},
			{ onError: 'continueErrorOutput' },
		),
		upsertRow('Store link and state', [9, 1], SYNC_STATE, 'wiseAgentId', {
			wiseAgentId: "={{ $('Settings').item.json.recordId }}",
			highLevelId: `={{ $('${WRITE}').item.json.id }}`,
			syncedToHighLevel: `={{ JSON.stringify($('${WRITE}').item.json.synced) }}`,
			readInWiseAgent: `={{ JSON.stringify($('${READ}').item.json) }}`,
		}),
		log([10, 1], 'HighLevel', WRITE, `={{ $('${WRITE}').item.json.id }}`),
		...failing.nodes,
		...prepared.nodes,
	],
	arrows: [
		...contactLane({
			entries: ['When a contact changes', 'Or look every minute', 'Called by a workflow'],
			names: { read: READ, state: STATE, map: MAP, write: WRITE, show: tryOut.show, link: LINK },
		}),
		...tryOut.arrows,
		...failing.arrows,
		...prepared.arrows,
	],
	notes: contactNotes({
		title: 'Wise Agent to HighLevel: contacts',
		does: 'A contact that is created or changed in Wise Agent is created or updated in HighLevel: name, email, phone, company, address, source, and categories as tags. Fields that did not change in Wise Agent keep what HighLevel has.',
		set: [
			'Credentials named **HighLevel** and **Wise Agent**.',
			'If your n8n has no public address: deactivate *When a contact changes*, and activate *Or look every minute*.',
			'Which field goes where: *Map fields*. For a custom field, add a field there, and map it in *Create or update in HighLevel*.',
		],
		cannot:
			'Wise Agent does not say which field changed. A contact that is deleted there stays in HighLevel.',
	}),
};
