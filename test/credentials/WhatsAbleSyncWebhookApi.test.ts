import type { ICredentialTestFunctions } from 'n8n-workflow';

import { WhatsAbleSyncWebhookApi } from '../../credentials/WhatsAbleSyncWebhookApi.credentials';
import { WhatsAbleTrigger } from '../../nodes/WhatsAble/WhatsAbleTrigger.node.ts';
import { DEMO } from '../support/whatsAble';

const { testSignature } = new WhatsAbleTrigger().methods.credentialTest;

async function verdict(signatureSecret: string): Promise<string> {
	const { status } = await testSignature.call({} as ICredentialTestFunctions, {
		id: '1',
		name: 'Signature',
		type: 'whatsAbleSyncWebhookApi',
		data: { signatureSecret },
	});
	return status;
}

test.each([
	['a value as WhatsAble shows it', DEMO.signature, 'OK'],
	['nothing', '  ', 'Error'],
	['a value with a line break', 'abc\ndef', 'Error'],
	['a value that no header can have', 'schlüssel', 'Error'],
])('the editor says whether the value can be one: %s', async (_, given, expected) => {
	expect(await verdict(given)).toBe(expected);
});

test('the form says that the way of signing is not documented, and hides the value', () => {
	const [field] = new WhatsAbleSyncWebhookApi().properties;
	expect(field?.typeOptions).toEqual({ password: true });
	expect(field?.description).toContain('does not document how the value is made');
});

test('the trigger works without it unless signatures are checked', () => {
	const { credentials } = new WhatsAbleTrigger().description;
	expect(credentials?.find(({ name }) => name === 'whatsAbleSyncWebhookApi')?.displayOptions).toEqual({
		hide: { checkSignature: [false] },
	});
});
