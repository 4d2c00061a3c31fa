import { baseUrlOf as baseUrlOfService } from '../../../core/sending/baseUrl';

export { fingerprint } from '../../../core/sending/baseUrl';

/** The base URL of a credential, without a slash at the end. Throws a `Failure` when it is no web address. */
export function baseUrlOf(given: string | undefined): string {
	return baseUrlOfService(given, 'HighLevel', 'https://services.leadconnectorhq.com');
}
