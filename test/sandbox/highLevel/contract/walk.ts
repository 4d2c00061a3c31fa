import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import type { ApiVersion } from '../../../../sandbox/highLevel/wire/versions';
import { operationKey } from '../../../contract/highLevel/specification';
import { call, DEMO, locationId } from '../support';
import type { Visit, VisitEndpoint } from './visits';
import { walkEmailTemplates, walkLocation } from './walkLocation';
import { walkCalendar } from './walkCalendar';
import { walkObjects } from './walkObjects';
import { walkOpportunities } from './walkOpportunities';
import { walkOAuth } from './walkOauth';

/** Calls every endpoint of a version once with success, and each kind of refusal once. */
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
	const { businesses, campaigns, companyId, customFields, users, workflows } = DEMO;

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
	await visit('GET', '/contacts/{}', ['nobody']);
	await visit('GET', '/contacts/{}', [id], undefined, 'pit-garbage');
	await visit('PUT', '/contacts/{}', [id], { city: 'London', assignedTo: users.ben });
	await visit('POST', '/contacts/upsert', [], {
		locationId,
		email: 'ada@x.example',
		website: 'https://x.example',
	});
	await visit('POST', '/contacts/bulk/business', [], {
		locationId,
		ids: [id],
		businessId: businesses.northPier,
	});
	await visit('POST', '/contacts/search', [], { locationId, pageLimit: 10 });
	await visit('GET', `/contacts/search/duplicate${inLocation}&email=ada%40x.example`);
	if (version === 'dated') await visit('GET', `/contacts/${inLocation}`);
	await visit('GET', `/contacts/business/{}${inLocation}`, [businesses.northPier]);

	const due = { dueDate: '2026-12-01T10:00:00Z', completed: false };
	const { task } = await visit('POST', '/contacts/{}/tasks', [id], { title: 'Call', body: 'now', ...due });
	await visit('GET', '/contacts/{}/tasks', [id]);
	await visit('GET', '/contacts/{}/tasks/{}', [id, task.id]);
	await visit('PUT', '/contacts/{}/tasks/{}', [id, task.id], { title: 'Visit', assignedTo: users.ben });
	await visit('PUT', '/contacts/{}/tasks/{}/completed', [id, task.id], { completed: true });
	await visit('POST', '/locations/{}/tasks/search', [locationId], {});
	await visit('DELETE', '/contacts/{}/tasks/{}', [id, task.id]);

	const { note } = await visit('POST', '/contacts/{}/notes', [id], {
		body: 'x',
		title: 'y',
		userId: users.ben,
	});
	await visit('GET', '/contacts/{}/notes', [id]);
	await visit('GET', '/contacts/{}/notes/{}', [id, note.id]);
	await visit('PUT', '/contacts/{}/notes/{}', [id, note.id], { color: '#FFAA00', pinned: true });
	await visit('DELETE', '/contacts/{}/notes/{}', [id, note.id]);

	await visit('POST', '/contacts/{}/tags', [id], { tags: ['two'] });
	await visit('DELETE', '/contacts/{}/tags', [id], { tags: ['two'] });
	await visit('POST', '/contacts/{}/followers', [id], { followers: [users.amelia] });
	await visit('DELETE', '/contacts/{}/followers', [id], { followers: [users.amelia] });
	await visit('POST', '/contacts/{}/campaigns/{}', [id, campaigns.spring], {});
	await visit('DELETE', '/contacts/{}/campaigns/{}', [id, campaigns.spring]);
	await visit('DELETE', `/contacts/{}/campaigns/${version === 'v3' ? 'remove-all' : 'removeAll'}`, [id]);
	await visit('POST', '/contacts/{}/workflow/{}', [id, workflows.newLead], {});
	await visit('DELETE', '/contacts/{}/workflow/{}', [id, workflows.newLead], {});
	const meeting = { contactId: id, startTime: '2026-12-01T10:00:00Z', assignedUserId: users.ben, notes: 'x' };
	sandbox.state.addAppointment({ ...meeting, address: 'Pier 1', groupId: 'group', users: [users.ben] });
	await visit('GET', '/contacts/{}/appointments', [id]);
	await visit('POST', '/contacts/bulk/tags/update/{}', ['add'], {
		locationId,
		contacts: [id, 'abc'],
		tags: ['x'],
	});

	await visit('GET', '/locations/search');
	await visit('GET', '/locations/{}', [locationId]);
	await visit('GET', '/locations/{}/timezones', [locationId]);
	const { tag } = await visit('POST', '/locations/{}/tags', [locationId], { name: 'walked' });
	await visit('GET', '/locations/{}/tags', [locationId]);
	await visit('GET', '/locations/{}/tags/{}', [locationId, tag.id]);
	await visit('PUT', '/locations/{}/tags/{}', [locationId, tag.id], { name: 'renamed' });
	await visit('DELETE', '/locations/{}/tags/{}', [locationId, tag.id]);
	await visit('GET', '/locations/{}/customFields', [locationId]);
	await visit('GET', '/locations/{}/customFields/{}', [locationId, customFields.documents]);
	await visit('GET', `/users/search?companyId=${companyId}`);
	if (version === 'dated') await visit('GET', `/users/${inLocation}`);
	await visit('GET', `/workflows/${inLocation}`);
	await visit('GET', `/campaigns/${inLocation}`);
	await visit('GET', `/businesses/${inLocation}`);
	await walkLocation(id, visit);
	if (version === 'v3') await walkEmailTemplates(visit);
	await walkCalendar(id, visit);
	await walkOpportunities(sandbox, version, id, visit);
	await walkObjects(visit);
	await visit('DELETE', '/contacts/{}', [id]);
	await walkOAuth(sandbox, version, visit);
	return visits;
}
