import { Failure } from '../failure';
import type { HttpRequest, Outcome, RequestContext, TransmitOptions, Unsent } from './http';
import { CredentialProblem, transmit } from './http';
import type { Memory } from '../account/account';
import { credentialId } from '../account/credentialTexts';
import { orCancelled } from '../wait';

/** What has to be known of a service to renew its tokens. */
export interface TokenRules {
	credentialType: string;
	/** Whether an answer speaks of the token itself, not of what it may do. */
	isTokenRefused(outcome: Outcome): boolean;
	/** What the operator has to know when no new token was given. */
	explain(problem: CredentialProblem): Failure;
}

/** A new token that the service refuses as well is not replaced again for this long: each refresh spends one. */
const TRUSTED_MS = 60_000;

/** So long a refusal to give a new token holds for all who ask. */
const REFUSED_MS = 10_000;

interface Refresh {
	/** Resolves when the attempt is over; never rejects. */
	over: Promise<void>;
	/** ms since 1970; `undefined` while it is under way. */
	endedAt?: number;
	/** Why there was no new token. */
	failure?: Failure;
	/** No new token for now: the same for all who wait for it. */
	unsent?: Unsent;
}

/** By credential: the refresh that is under way, or the last one that brought a new token or a refusal. */
const REFRESHES: Memory<Map<string, Refresh>> = { name: 'token refreshes', create: () => new Map() };

/**
 * Sends with n8n's OAuth2 token and lets n8n get a new one when the token has expired: once for all requests that
 * found it expired, and never for a 401 that says something else. A refresh token can be used once, and some services
 * answer 401 to a missing scope too.
 */
export class RefreshingSender {
	constructor(private readonly rules: TokenRules) {}

	async send(context: RequestContext, request: HttpRequest, options: TransmitOptions): Promise<Outcome> {
		const { account, signal } = options;
		const refreshes = account.memory(REFRESHES);
		const sentAt = Date.now();
		const outcome = await this.transmit(context, request, options);
		if (!this.rules.isTokenRefused(outcome)) return outcome;

		const key = credentialId(context, this.rules.credentialType);
		const refresh = refreshes.get(key);
		if (!refresh) return await this.refreshAndSend(key, context, request, options);
		if (refresh.endedAt === undefined) {
			await orCancelled(refresh.over, signal);
			await this.learnSecrets(context, options);
			if (refresh.failure) throw refresh.failure;
			return refresh.unsent ?? (await this.send(context, request, options));
		}
		const ageMs = Date.now() - refresh.endedAt;
		if (refresh.failure && ageMs < REFUSED_MS) throw refresh.failure;
		if (!refresh.failure && refresh.endedAt >= sentAt) return await this.send(context, request, options);
		if (!refresh.failure && ageMs < TRUSTED_MS) return outcome;
		return await this.refreshAndSend(key, context, request, options);
	}

	private async refreshAndSend(
		key: string,
		context: RequestContext,
		request: HttpRequest,
		options: TransmitOptions,
	): Promise<Outcome> {
		const refreshes = options.account.memory(REFRESHES);
		const attempt = this.attempt(context, request, options);
		const refresh: Refresh = {
			over: attempt.then(({ outcome, error, renewed }) => {
				refresh.endedAt = Date.now();
				if (error instanceof Failure) refresh.failure = error;
				if (outcome?.kind === 'unsent') refresh.unsent = outcome;
				if (!renewed && !refresh.failure) refreshes.delete(key);
			}),
		};
		refreshes.set(key, refresh);
		// A cancelled execution goes; what n8n has begun goes on, since others wait for the token that it spent.
		const { outcome, error } = await orCancelled(attempt, options.signal);
		if (!outcome) throw error;
		return outcome;
	}

	/** Never rejects. */
	private async attempt(
		context: RequestContext,
		request: HttpRequest,
		options: TransmitOptions,
	): Promise<{ outcome?: Outcome; error?: unknown; renewed: boolean }> {
		const before = await this.accessToken(context);
		const ending = await this.transmit(context, request, { ...options, refreshOn401: true }).then(
			(outcome) => ({ outcome }),
			(error: unknown) => ({ error }),
		);
		const after = await this.accessToken(context);
		if (after !== before) await this.learnSecrets(context, options);
		return { ...ending, renewed: after !== before };
	}

	/** A new token is as secret as the old one. */
	private async learnSecrets(context: RequestContext, { account }: TransmitOptions): Promise<void> {
		const { credentialType } = this.rules;
		const credential = await context.getCredentials(credentialType).catch(() => undefined);
		account.secrets.learn(credential, credentialId(context, credentialType));
	}

	/** As n8n has stored it now; other processes refresh it too. */
	private async accessToken(context: RequestContext): Promise<unknown> {
		const credential = await context
			.getCredentials<{ oauthTokenData?: { access_token?: unknown } }>(this.rules.credentialType)
			.catch(() => undefined);
		return credential?.oauthTokenData?.access_token;
	}

	private async transmit(
		context: RequestContext,
		request: HttpRequest,
		options: TransmitOptions & { refreshOn401?: boolean },
	): Promise<Outcome> {
		return await transmit(context, this.rules.credentialType, request, options).catch((error: unknown) => {
			throw error instanceof CredentialProblem ? this.rules.explain(error) : error;
		});
	}
}
