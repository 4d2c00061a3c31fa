import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { DEMO, locationId } from '../support';
import type { VisitEndpoint } from './visits';

const { forms, surveys } = DEMO;

/** Forms, surveys and what was sent with them, with success and the documented refusals. Both versions are alike. */
export async function walkSubmissions(sandbox: HighLevelSandbox, visit: VisitEndpoint): Promise<void> {
	sandbox.state.seedSubmissions();
	const filled = [
		{ all: '/forms/', one: `formId=${forms.inquiry}` },
		{ all: '/surveys/', one: `surveyId=${surveys.viewing}` },
	];
	for (const { all, one } of filled) {
		await visit('GET', `${all}?locationId=${locationId}&skip=0&limit=50&type=folder`);
		await visit('GET', `${all}?locationId=${locationId}`);
		await visit('GET', `${all}?locationId=${locationId}`, [], undefined, 'pit-garbage');
		const sent = `${all}submissions?locationId=${locationId}`;
		await visit('GET', `${sent}&${one}&page=1&limit=100&q=ada&startAt=2020-01-01&endAt=2999-01-01`);
		await visit('GET', sent);
		await visit('GET', `${sent}&limit=101`);
		await visit('GET', sent, [], undefined, 'pit-garbage');
	}
}
