import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import type { ApiVersion } from '../../../../sandbox/highLevel/wire/versions';
import { operationKey } from '../../../contract/highLevel/specification';
import { call, DEMO, locationId } from '../support';
import type { Visit, VisitEndpoint } from './visits';
import { walkLocation } from './walkLocation';
import { walkCalendar } from './walkCalendar';
import { walkObjects } from './walkObjects';
import { walkConversations } from './walkConversations';
import { walkOpportunities } from './walkOpportunities';
import { walkOAuth } from './walkOauth';

/** Calls what no case of the catalogue reaches under a version, with success and each kind of refusal. */
export async function walk(sandbox: HighLevelSandbox, version: ApiVersion): Promise<Visit[]> {
	const visits: Visit[] = [];
	const visit: VisitEndpoint = async (method, template, values = [], body, token) => {
		const left = [...values];
		const path = template.replace(/\{\}/g, () => left.shift() ?? '');
		const answer = await call(sandbox, method, path, body, {
			version: version === 'v3' ? 'v3' : '2021-07-28',
			...(token === undefined ? {} : { token }),
		});
		visits.push({
			key: operationKey(method, template.split('?')[0] ?? ''),
			status: answer.status,
			body: answer.body,
		});
		return answer.body;
	};
	const inLocation = `?locationId=${locationId}`;
	const dnd = version === 'v3' ? { sms: { status: 'active' } } : { SMS: { status: 'active' } };
	const valueName = version === 'v3' ? 'fieldValue' : 'field_value';
	const { customFields, users } = DEMO;

	const { contact } = await visit('POST', '/contacts/', [], {
		locationId,
		name: 'Ada King',
		email: 'ada@x.example',
		phone: '+12125550123',
		companyName: 'Analytical',
		timezone: 'Europe/London',
		dateOfBirth: '1990-12-10',
		dndSettings: dnd,
		tags: ['vip'],
		customFields: [
			{ id: customFields.leadSourceDetail, [valueName]: 'Fair' },
			{ id: customFields.budget, [valueName]: 350_000 },
		],
	});
	const id: string = contact.id;
	await visit('POST', '/contacts/', [], { locationId, email: 'ada@x.example' });
	await visit('POST', '/contacts/', [], { locationId, additionalEmails: [] });
	await visit('GET', '/contacts/{}', [id]);
	await visit('POST', '/contacts/search', [], { locationId, pageLimit: 10 });
	if (version === 'dated') await visit('GET', `/contacts/${inLocation}`);
	await visit('DELETE', `/contacts/{}/campaigns/${version === 'v3' ? 'remove-all' : 'removeAll'}`, [id]);
	const meeting = { contactId: id, startTime: '2026-12-01T10:00:00Z', assignedUserId: users.ben, notes: 'x' };
	sandbox.state.addAppointment({ ...meeting, address: 'Pier 1', groupId: 'group', users: [users.ben] });
	await visit('GET', '/contacts/{}/appointments', [id]);
	await visit('GET', '/locations/{}/timezones', [locationId]);
	if (version === 'dated') await visit('GET', `/users/${inLocation}`);
	await walkLocation(id, visit);
	await walkCalendar(id, visit);
	await walkOpportunities(sandbox, version, id, visit);
	await walkObjects(visit);
	await walkConversations(sandbox, version, id, visit);
	await visit('DELETE', '/contacts/{}', [id]);
	await walkOAuth(sandbox, version, visit);
	return visits;
}
