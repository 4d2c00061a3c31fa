import type { UserRecord } from '../state/records';

/** A user as GET /users/{userId} answers it. Source: official specifications, `UserSuccessfulResponseDto`; the
 * permissions are left out. */
export function userView(user: Readonly<UserRecord>): object {
	return {
		id: user.id,
		name: nameOf(user),
		firstName: user.firstName,
		lastName: user.lastName,
		email: user.email,
		phone: user.phone,
		extension: '',
		roles: { type: user.type, role: user.role, locationIds: user.locationIds },
	};
}

/** A user as lists answer it. Source: official specifications, `UserSchema`. */
export function listedUser(user: Readonly<UserRecord>): object {
	return { ...userView(user), deleted: false };
}

/** First and last name as one. */
export function nameOf({ firstName, lastName }: Readonly<UserRecord>): string {
	return `${firstName} ${lastName}`;
}
