/** Each record that is chosen in the editor: its locator, and the list that it offers. */
export * from './records/calendars';
export * from './records/contacts';
export * from './records/conversations';
export * from './records/emailTemplates';
export * from './records/locations';
export * from './records/ofContact';
export * from './records/ofLocation';
export * from './records/opportunities';
export * from './records/users';
