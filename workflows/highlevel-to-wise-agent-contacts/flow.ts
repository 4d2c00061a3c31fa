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

const READ = 'Read the contact in HighLevel';
const MAP = 'Map fields';
const WRITE = 'Create or update in Wise Agent';
const LINK = 'Write the Wise Agent ID to HighLevel';
const STATE = 'With last sync';

const EVENTS = ['contactCreated', 'contactUpdated'];

const tryOut = tryForm({
	at: [0, 3],
	system: 'HighLevel',
	writer: WRITE,
	find: highLevel('Find it in HighLevel', [1, 3], {
		resource: 'contact',
		operation: 'findDuplicate',
		email: '={{ $json.contact.includes("@") ? $json.contact : "" }}',
		phone: '={{ $json.contact.includes("@") ? "" : $json.contact }}',
	}),
	idOf: 'id',
});

const failing = failures([7, 3.4], 'Wise Agent', [
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
	folder: 'highlevel-to-wise-agent-contacts',
	title: 'HighLevel to Wise Agent: contacts',
	nodes: [
		highLevel(
			'Every minute, what changed',
			[0, 0],
			{ events: EVENTS, pollTimes: { item: [{ mode: 'everyMinute' }] } },
			{
				trigger: 'PollTrigger',
			},
		),
		highLevel(
			'Or the events of an app',
			[0, 1],
			{ source: 'marketplaceApp', events: ['ContactCreate', 'ContactUpdate'] },
			{
				trigger: 'Trigger',
				disabled: true,
			},
		),
		called('Called by a workflow', [0, 2], { recordId: 'string', dryRun: 'boolean' }),
		...tryOut.nodes,

		settings([2, 1]),
		highLevel(
			READ,
			[3, 0.5],
			{
				resource: 'contact',
				operation: 'get',
				contactId: byId('={{ $json.recordId }}'),
				simplify: false,
			},
			{ onError: 'continueErrorOutput' },
		),
		newestRow('Last sync', [3, 1.5], SYNC_STATE, 'highLevelId', '={{ $json.recordId }}'),
		enrich(STATE, [4, 1], 'id', 'highLevelId'),
		editFields(MAP, [5, 1], {
			CFirst: ['string', '={{ $json.firstName }}'],
			CLast: ['string', '={{ $json.lastName }}'],
			CEmail: ['string', '={{ $json.email }}'],
			MobilePhone: ['string', '={{ $json.phone }}'],
			Company: ['string', '={{ $json.companyName }}'],
			Website: ['string', '={{ $json.website }}'],
			wholeAddress: ['string', '={{ $json.address1 }}'],
			City: ['string', '={{ $json.city }}'],
			State: ['string', '={{ $json.state }}'],
			Zip: ['string', '={{ $json.postalCode }}'],
			Categories: ['array', '={{ $json.tags }}'],
		}),
		wiseAgent(
			WRITE,
			[6, 1],
			{
				resource: 'contact',
				operation: 'upsert',
				matchBy: 'clientIdEmailPhone',
				clientId: `={{ $('${STATE}').item.json.customFieldValues?.["Wise Agent ID"] ?? "" }}`,
				externalId: expression('Settings', 'recordId'),
				CEmail: '={{ $json.CEmail }}',
				MobilePhone: '={{ $json.MobilePhone }}',
				CFirst: '={{ $json.CFirst }}',
				CLast: '={{ $json.CLast }}',
				Source: { __rl: true, mode: 'name', value: 'HighLevel' },
				additionalFields: {
					Company: '={{ $json.Company }}',
					Website: '={{ $json.Website }}',
					wholeAddress: '={{ $json.wholeAddress }}',
					City: '={{ $json.City }}',
					State: '={{ $json.State }}',
					Zip: '={{ $json.Zip }}',
					Categories: '={{ $json.Categories }}',
				},
				dryRun: expression('Settings', 'dryRun'),
				options: {
					lastSynced: `={{ $('${STATE}').item.json.syncedToWiseAgent }}`,
					lastRead: `={{ $('${STATE}').item.json.readInWiseAgent }}`,
					sourceChangedAt: `={{ $('${STATE}').item.json.dateUpdated }}`,
					conflict: 'lastWriteWins',
					lastNameIfEmpty: '-',
				},
			},
			{ onError: 'continueErrorOutput' },
		),
		ifTrue('Only a try?', [7, 1], expression('Settings', 'dryRun') as string),
		highLevel(
			LINK,
			[8, 1],
			{
				resource: 'contact',
				operation: 'update',
				contactId: byId("={{ $('Settings').item.json.recordId }}"),
				updateFields: {
					externalIdField: { __rl: true, mode: 'name', value: 'Wise Agent ID' },
					externalId: '={{ String($json.ClientID) }}',
				},
			},
			{ onError: 'continueErrorOutput' },
		),
		upsertRow('Store link and state', [9, 1], SYNC_STATE, 'highLevelId', {
			highLevelId: "={{ $('Settings').item.json.recordId }}",
			wiseAgentId: `={{ String($('${WRITE}').item.json.ClientID) }}`,
			syncedToWiseAgent: `={{ JSON.stringify($('${WRITE}').item.json.synced) }}`,
			readInHighLevel: `={{ JSON.stringify($('${READ}').item.json) }}`,
		}),
		log([10, 1], 'Wise Agent', WRITE, `={{ $('${WRITE}').item.json.ClientID }}`),
		...failing.nodes,
		...prepared.nodes,
	],
	arrows: [
		...contactLane({
			entries: ['Every minute, what changed', 'Or the events of an app', 'Called by a workflow'],
			names: { read: READ, state: STATE, map: MAP, write: WRITE, show: tryOut.show, link: LINK },
		}),
		...tryOut.arrows,
		...failing.arrows,
		...prepared.arrows,
	],
	notes: contactNotes({
		title: 'HighLevel to Wise Agent: contacts',
		does: 'A contact that is created or changed in HighLevel is created or updated in Wise Agent: name, email, phone, company, website, address, and tags as categories. Fields that did not change in HighLevel keep what Wise Agent has.',
		set: [
			'Credentials named **HighLevel** and **Wise Agent**.',
			'If you have a Marketplace app: deactivate *Every minute, what changed*, and activate *Or the events of an app*.',
			'Which field goes where: *Map fields*. For another field, add it there, and map it in *Create or update in Wise Agent*.',
		],
		cannot:
			'A change takes up to a minute, and some seconds more until HighLevel shows it. A contact that is deleted there stays in Wise Agent.',
	}),
};
