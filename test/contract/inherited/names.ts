/** What every object answers to without having it: "constructor", "__proto__", "toString", "valueOf" and so on. */
export const INHERITED = Object.getOwnPropertyNames(Object.prototype);

/** JSON of an object that has all of them itself, as a sender may write it. */
export const ALL_OF_THEM = `{${INHERITED.map((name) => `"${name}":"x"`).join(',')}}`;
