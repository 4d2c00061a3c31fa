import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';

/** Tests the credential in the editor. There is nobody to ask: the value is compared when WhatsAble delivers. */
export async function testSignature(
	this: ICredentialTestFunctions,
	{ data }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const given = String(data?.signatureSecret ?? '').trim();
	if (given === '') return { status: 'Error', message: 'Enter the value of the header X-Webhook-Signature.' };
	if (!/^[\x21-\x7E]+$/.test(given)) {
		return { status: 'Error', message: 'The value of a header has no blanks and no letters beyond ASCII.' };
	}
	return { status: 'OK', message: 'The value can be used.' };
}
