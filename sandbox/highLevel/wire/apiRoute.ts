import type { ErrorObject } from 'ajv';
import type { ApiError } from './errors';
import type { UploadedFile } from './multipart';
import type { OAuth } from '../oauth/oauth';
import type { JsonSchema } from '../../shared/jsonSchema';
import type { TokenRecord } from '../state/records';
import type { SandboxState } from '../state/state';
import type { ApiVersion } from './versions';

/** A request that passed every check, as a route sees it. */
export interface Call {
	readonly state: SandboxState;
	readonly version: ApiVersion;
	/** @throws Error on a route that is called without a token */
	readonly token: Readonly<TokenRecord>;
	readonly oauth: OAuth;
	/** Address of the sandbox, for links in answers. */
	readonly baseUrl: string;
	readonly traceId: string;
	/** Decoded path parameters. */
	readonly params: Readonly<Record<string, string>>;
	/** Checked by the route's `query` schema. */
	readonly query: Readonly<Record<string, unknown>>;
	/** Checked by the route's `body` schema; an empty object where the route takes none. */
	readonly body: Readonly<Record<string, unknown>>;
	/** Of a multipart form, in their order. */
	readonly files: readonly UploadedFile[];
}

/** One documented endpoint: who may call it, what it takes, what it answers. */
export interface ApiRoute {
	readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	/** With `:parameters`; a trailing slash may be sent or left out. */
	readonly path: string;
	/** Versions under which the route exists; both unless told. */
	readonly versions?: readonly ApiVersion[];
	/** Null: called by an app with its own credentials instead of a token, and without a version if it likes. */
	readonly scope: string | null;
	/** `location`, the default: only tokens of a location. `any`: agency tokens as well. `agency`: only tokens of an
	 * agency. `agencyOAuth`: only OAuth tokens of an agency. */
	readonly audience?: 'location' | 'any' | 'agency' | 'agencyOAuth';
	/** The request must name its location in the query; a request without it is refused like one for another
	 * location, as reported for the pages of GET /contacts/. */
	readonly locationInQuery?: boolean;
	readonly query?: JsonSchema | Readonly<Record<ApiVersion, JsonSchema>>;
	readonly body?: JsonSchema | Readonly<Record<ApiVersion, JsonSchema>>;
	/** Whether the body may be a form. */
	readonly form?: boolean;
	/** Whether the body may be a multipart form with files. */
	readonly multipart?: boolean;
	/** How a request that does not fit its schemas is refused; with a 422 list unless told. */
	readonly refuse?: (errors: readonly ErrorObject[], version: ApiVersion) => ApiError;
	/** The key whose rate limit a call without a token counts against; none where the call is nobody's. */
	readonly limitedAs?: (call: Call) => string | undefined;
	/** Status of a success; 200 unless told. */
	readonly status?: number;
	readonly answer: (call: Call) => object;
}

/** The schema that holds under a version. */
export function schemaFor(
	schema: JsonSchema | Readonly<Record<ApiVersion, JsonSchema>>,
	version: ApiVersion,
): JsonSchema {
	return 'dated' in schema && 'v3' in schema ? (schema[version] as JsonSchema) : (schema as JsonSchema);
}
