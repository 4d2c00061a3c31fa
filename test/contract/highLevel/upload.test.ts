import type { HighLevelSandbox } from '../../../sandbox/highLevel';
import { DEMO, runContact, startSandbox } from '../../support/highLevel';
import { requestsOf } from '../../support/sandboxRuns';
import {
	hasSpecification,
	operationFor,
	sayThatSpecificationIsMissing,
	specifiedOperations,
} from './specification';

let sandbox: HighLevelSandbox;
beforeAll(async () => (sandbox = await startSandbox()));
afterAll(async () => await sandbox.close());

// The examples have no files, which need a scope that nothing else of contacts needs.
describe('the upload of a file against the official specification', () => {
	if (!hasSpecification) {
		test('is skipped where the specification is not at hand', sayThatSpecificationIsMissing);
		return;
	}

	test('has the documented path, Version, scope and form fields', async () => {
		const { error } = await runContact(sandbox, 'create', {
			parameters: { firstName: 'Ada', customFields: { value: { [DEMO.customFields.documents]: 'lease' } } },
			binary: [{ lease: { fileName: 'lease.pdf', mimeType: 'application/pdf', data: 'JVBERg==' } }],
		});
		expect(error?.message).toBeUndefined();
		const [upload] = requestsOf(sandbox, 'POST', /upload$/);
		const specified = operationFor(specifiedOperations('v2', ['locations']), 'POST', upload?.path ?? '');

		expect(specified?.path).toBe('/locations/{locationId}/customFields/upload');
		expect(specified?.versions).toContain(upload?.version);
		expect(specified?.scopes).toEqual(['locations/customFields.write']);
		const { properties } = specified?.body as { properties: object };
		expect(Object.keys(upload?.body as object).sort()).toEqual(Object.keys(properties).sort());
	});

	test('is referred to on the contact as the specification shows it', () => {
		const [contact] = sandbox.state.contacts.values();
		const [reference] = Object.values(contact?.customFields[0]?.value as object) as object[];
		const { documentId, ...others } = reference as { documentId: string; meta: object; url: string };

		expect(documentId).toMatch(/^[0-9a-f-]{36}$/);
		expect(Object.keys(others).sort()).toEqual(['meta', 'url']);
		expect(Object.keys(others.meta).sort()).toEqual(
			['encoding', 'fieldname', 'mimetype', 'originalname', 'size', 'uuid'].sort(),
		);
	});
});
