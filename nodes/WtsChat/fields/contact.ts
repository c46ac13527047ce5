import { locator } from './locator';

const contact = {
	displayName: 'Contact ID',
	name: 'contactId',
	description: 'The contact; its address in the web app works as an ID, too',
	searchListMethod: 'searchContacts',
};

export const contactId = locator(contact);

/** For filters and other places where a contact may be left out. */
export const optionalContactId = locator({ ...contact, required: false });
