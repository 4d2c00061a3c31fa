/** Names to make people of. */
export const FIRST_NAMES = [
	...['Ava', 'Noah', 'Mia', 'Liam', 'Zoe', 'Ethan', 'Nora', 'Lucas', 'Ivy', 'Owen', 'Leila', 'Mateo'],
	...[
		'Priya',
		'Jonas',
		'Grace',
		'Hugo',
		'Sofia',
		'Kenji',
		'Clara',
		'Omar',
		'Ruth',
		'Felix',
		'Yara',
		'Dennis',
	],
];
export const LAST_NAMES = [
	...['Nguyen', 'Miller', 'Garcia', 'Okoye', 'Larsen', 'Patel', 'Brooks', 'Rossi', 'Kim', 'Dubois', 'Walsh'],
	...[
		'Santos',
		'Fischer',
		'Haddad',
		'Novak',
		'Reid',
		'Tanaka',
		'Moreau',
		'Ortiz',
		'Lindqvist',
		'Chen',
		'Ahmed',
	],
];
