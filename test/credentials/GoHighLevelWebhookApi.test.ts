import type { ICredentialsDecrypted, ICredentialTestFunctions, IDataObject } from 'n8n-workflow';

import { GoHighLevelWebhookApi } from '../../credentials/GoHighLevelWebhookApi.credentials';
import { GoHighLevelTrigger } from '../../nodes/GoHighLevel/GoHighLevelTrigger.node.ts';
import { resolveCredential } from './resolveCredential';

const trigger = new GoHighLevelTrigger();
const SECRET = '0123456789abcdef';

/** What the editor shows after Save, as n8n finds out: by the function that the node names for this credential. */
async function verdictOn(stored: IDataObject) {
	const { testedBy } =
		trigger.description.credentials?.find(({ name }) => name === 'goHighLevelWebhookApi') ?? {};
	const test = (
		trigger.methods.credentialTest as Record<string, typeof trigger.methods.credentialTest.testSharedSecret>
	)[String(testedBy)];
	const data = await resolveCredential(new GoHighLevelWebhookApi(), stored);
	return await test?.call(
		{} as ICredentialTestFunctions,
		{ id: '1', name: 'x', type: 'x', data } as ICredentialsDecrypted,
	);
}

test.each<[headerName: string | undefined, secret: string]>([
	[undefined, SECRET],
	['X-Webhook-Secret', 'correct horse battery staple'],
	['Authorization', `Bearer ${SECRET}`],
	["!#$%&'*+-.^_`|~0aZ", `${SECRET}!"§`.replace('§', '$')],
])('a secret that arrives as it was entered is fine: %s: %s', async (headerName, secret) => {
	expect(await verdictOn({ ...(headerName ? { headerName } : {}), secret })).toMatchObject({ status: 'OK' });
});

test.each<[what: string, stored: IDataObject, message: RegExp]>([
	['no secret', { secret: '' }, /The Secret is empty\. Make up/],
	['a short secret', { secret: '0123456789abcde' }, /has 15 characters; it needs at least 16/],
	['a secret of blanks', { secret: ' '.repeat(20) }, /no blank at its ends/],
	['a blank at the end, which HTTP drops', { secret: `${SECRET} ` }, /no blank at its ends/],
	['a line break in it', { secret: `${SECRET}\n${SECRET}` }, /plain ASCII/],
	['letters that HTTP has no code for', { secret: `${SECRET}é` }, /plain ASCII/],
	['no header name', { headerName: '', secret: SECRET }, /Header Name may have/],
	['a blank in the header name', { headerName: 'X Secret', secret: SECRET }, /Header Name may have/],
	['a colon in the header name', { headerName: 'X-Secret:', secret: SECRET }, /Header Name may have/],
	['an accent in the header name', { headerName: 'X-Secrèt', secret: SECRET }, /Header Name may have/],
	['a header that is taken', { headerName: 'Content-Type', secret: SECRET }, /belongs to HTTP itself/],
])('%s is refused before it is used', async (_, stored, message) => {
	const verdict = await verdictOn(stored);
	expect(verdict).toEqual({ status: 'Error', message: expect.stringMatching(message) });
	if (String(stored.secret).trim() !== '') expect(verdict?.message).not.toContain(String(stored.secret));
});
