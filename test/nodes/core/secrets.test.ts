import { isSameSecret } from '../../../nodes/core/webhook/secrets';

test.each<[given: string, expected: string, same: boolean]>([
	['correct horse', 'correct horse', true],
	['', '', true],
	['äöü €', 'äöü €', true],
	['correct hors', 'correct horse', false],
	['correct horsee', 'correct horse', false],
	['Correct horse', 'correct horse', false],
	['', 'correct horse', false],
	['correct horse', '', false],
	['x'.repeat(100_000), 'x', false],
])('%p and %p', (given, expected, same) => {
	expect(isSameSecret(given, expected)).toBe(same);
});
