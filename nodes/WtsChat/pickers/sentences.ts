import { say } from '../values/sentence';

// what a list says that depends on something which is not chosen
export const noPanelForList = say`Choose a panel in 'Panel' to see this list; an ID works without it`;
export const noCardForNotes = say`Choose a card in 'Card' to see its notes; an ID works without it`;

// what a form shows in place of its fields
export const noPanelForFields = say`Choose a panel to see its custom fields. Where an expression gives it, set 'Custom Fields' to 'Using JSON'.`;
export const noFieldsOfPanel = say`This panel has no custom fields.`;
export const noFieldsOfContacts = say`The account has no custom fields for contacts.`;
export const noTemplate = say`Choose a template to see its text and its parameters.`;
export const templateByExpression = say`An expression chooses the template; give its parameters 'Using JSON'.`;
export const unknownTemplate = say`The chosen template is not in this account. Choose it again from the list of 'Template'.`;
export const unreadableFields = (cause: string) => say`The fields could not be read. ${cause}`;
