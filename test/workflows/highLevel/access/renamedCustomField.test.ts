import { byId, DEMO, startSandbox } from '../../../support/highLevel';
import { connect, runContactOAuth, runOperationOAuth } from '../../../support/oAuth2';
import { storeContact } from '../../../support/sandboxRuns';

test.each(['Location', 'Company'] as const)(
	'a custom field that was renamed has its new name at once for a connection to a %s',
	async (userType) => {
		const sandbox = await startSandbox();
		try {
			const connection = connect(sandbox, { userType });
			const where = { locationId: byId(DEMO.locationId) };
			const { budget } = DEMO.customFields;
			const contactId = storeContact(sandbox, {
				email: 'ada@mail.example',
				customFields: [{ id: budget, value: 450_000 }],
			});
			const names = async () => {
				const { items } = await runContactOAuth(connection, 'get', {
					parameters: { ...where, contactId: byId(contactId) },
				});
				return Object.keys(items[0]?.json.customFieldValues ?? {});
			};
			expect(await names()).toEqual(['Budget']);
			const renamed = await runOperationOAuth(connection, 'customField.update', {
				parameters: { ...where, customFieldId: byId(budget), updateFields: { name: 'Spending limit' } },
			});
			expect(renamed.error?.message).toBeUndefined();
			expect(await names()).toEqual(['Spending limit']);
		} finally {
			await sandbox.close();
		}
	},
);
